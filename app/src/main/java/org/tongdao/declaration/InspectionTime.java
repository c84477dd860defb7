package org.tongdao.declaration;

import java.time.Instant;

/**
 * A time at which customs inspects for us.
 *
 * @param place where, as people call it
 * @param capacity most parcels
 */
public record InspectionTime(String place, Instant starts, Instant ends, int capacity) {}
