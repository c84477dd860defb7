package org.tongdao.planning;

import java.time.Instant;
import java.util.Optional;

/**
 * One turn of what was promised: the first as booked, each later one with the reason for the change.
 *
 * @param until by when they are there; empty: no way is known
 */
public record Promised(int turn, Optional<Instant> until, String reason, String toldBy, Instant at) {}
