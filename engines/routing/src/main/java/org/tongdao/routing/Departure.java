package org.tongdao.routing;

import java.time.Instant;

/**
 * One departure of a line: the unit that is filled, cancelled and delayed.
 *
 * @param line of the network
 * @param leaves its first call, whatever call the goods board at
 */
public record Departure(String line, Instant leaves) {}
