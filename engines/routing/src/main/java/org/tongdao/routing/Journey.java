package org.tongdao.routing;

import java.time.Instant;
import java.util.List;

/**
 * A way of goods from door to door, with what it takes and costs.
 *
 * @param ready when the goods were ready at the start
 * @param departs of the first leg
 * @param arrives ready for the receiver at the end
 * @param cost of one forty-foot container, minor units: carriage, handling and storage
 * @param co2 kg a container
 * @param risk share of containers that come to harm, 0 to 1
 * @param transfers services boarded, less one; links do not count
 */
public record Journey(
        List<Leg> legs,
        Instant ready,
        Instant departs,
        Instant arrives,
        int cost,
        int storage,
        int co2,
        double risk,
        int transfers) {

    /**
     * One vehicle.
     *
     * @param line of the network, or empty for a link
     * @param arrives of the vehicle
     * @param ready when the goods can go on, after opening and handling
     * @param latest until when they must be there to board: the cut-off, or the departure of a link
     * @param cost of carriage and of the handling after it, and of the storage before it
     */
    public record Leg(
            String line,
            String mode,
            int gaugeMm,
            String from,
            String to,
            Instant departs,
            Instant arrives,
            Instant ready,
            Instant latest,
            int cost) {}

    public Journey {
        legs = List.copyOf(legs);
    }
}
