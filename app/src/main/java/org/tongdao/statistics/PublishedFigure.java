package org.tongdao.statistics;

import java.util.Optional;

/**
 * One figure that others published, with what it says of itself and what follows from its neighbours.
 *
 * @param series what is counted and where, e.g. {@code horgos_trains}: its scope
 * @param period year, half, months or days as published
 * @param value in {@code unit}
 * @param quoted growth on the year before as published, in per cent
 * @param base the figure a year before in the same series and the same kind of period
 * @param recomputed growth on {@code base}, in per cent
 * @param source as marked in the data file
 */
public record PublishedFigure(
        String series,
        String period,
        double value,
        String unit,
        Optional<Double> quoted,
        Optional<Double> base,
        Optional<Double> recomputed,
        String source) {

    /** Points by which quoted and recomputed growth may differ through rounding. */
    private static final double TOLERANCE = 1.0;

    /** Whether the published growth does not follow from the published figures. */
    public boolean disagrees() {
        return quoted.isPresent() && recomputed.isPresent() && Math.abs(quoted.get() - recomputed.get()) > TOLERANCE;
    }
}
