package org.tongdao.routing;

import java.time.Instant;

/**
 * What wants to be carried by a deadline.
 *
 * @param slots hundredths of a forty-foot container, above 0
 * @param kg gross, not below 0
 * @param m3 not below 0
 * @param priority 1 (may wait) to 9 (must go): leaving it out is rated at that many times {@link #LEFT_OUT} a container
 */
public record Shipment(
        String id, String from, String to, Instant ready, Instant deadline, int slots, int kg, int m3, int priority) {

    /** What it is worth to carry a container of priority 1, minor units; ten times a dear train journey (assumed). */
    public static final int LEFT_OUT = 50_000_000;

    /** The rate at which it stays behind, minor units. */
    long leftOut() {
        return (long) LEFT_OUT * priority * slots / 100;
    }
}
