package org.tongdao.routing;

import java.util.Map;

/**
 * Which shipments go which way, and why the others stay.
 *
 * @param ways by shipment id; costs in the journeys are of one whole container
 * @param leftOut by shipment id, the reason in words
 * @param cost of all that go, minor units
 * @param rated {@code cost} and what leaving the others out is rated at
 * @param bound no plan can be rated below this
 */
public record Assignment(Map<String, Journey> ways, Map<String, String> leftOut, long cost, long rated, long bound) {

    public Assignment {
        ways = Map.copyOf(ways);
        leftOut = Map.copyOf(leftOut);
    }

    /** How far from the best it may be at most, as a share of the bound. */
    public double gap() {
        return bound <= 0 ? 0 : (rated - bound) / (double) bound;
    }
}
