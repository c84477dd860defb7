package org.tongdao.port;

/**
 * Why an event cannot be booked yet.
 *
 * @param rule RAIL-UNKNOWN-TRAIN, RAIL-NOT-ON-TRAIN, RAIL-NOT-LIFTED-OFF or RAIL-DEPARTURE-BLOCKED
 * @param subject the number it is about
 */
record Hold(String rule, String subject) {}
