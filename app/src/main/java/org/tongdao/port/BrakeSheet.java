package org.tongdao.port;

import java.util.List;

/**
 * How a train brakes, wagon by wagon from the front.
 *
 * @param percent brake weight as a share of the train's weight, over the wagons whose brakes are known
 * @param departed whether it has left, so that nothing more is typed in
 * @param blockers what the next railway's rules say against its brakes
 */
public record BrakeSheet(String trainNo, List<Line> lines, int percent, boolean departed, List<Blocker> blockers) {

    public BrakeSheet {
        lines = List.copyOf(lines);
        blockers = List.copyOf(blockers);
    }

    /**
     * One wagon.
     *
     * @param grossKg with its boxes
     * @param kg brake weight; 0 for a brake that is cut out, or that nobody knows
     * @param mark {@code typed}, {@code assumed} from data/stations/brakes.csv, or empty when nobody knows
     */
    public record Line(int position, String wagonNo, String model, int grossKg, int kg, String mark) {}
}
