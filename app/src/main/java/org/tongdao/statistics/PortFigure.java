package org.tongdao.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What went through a port in a period, from own facts; docs/formats/port-statistics.md.
 *
 * @param node id of the border station in the corridor network
 * @param open whether the period is not over
 * @param base the same period of the year before; empty when nothing was counted then
 */
public record PortFigure(String node, Period period, boolean open, Count count, Optional<Count> base) {

    /** Trains that were told at the port, the TEU and parcels they carried then. */
    public record Count(int trains, BigDecimal teu, long parcels) {}

    public Optional<BigDecimal> trainGrowth() {
        return growth(b -> BigDecimal.valueOf(b.trains()));
    }

    public Optional<BigDecimal> teuGrowth() {
        return growth(Count::teu);
    }

    public Optional<BigDecimal> parcelGrowth() {
        return growth(b -> BigDecimal.valueOf(b.parcels()));
    }

    /** Per cent on the base, one decimal; none while the period is open or without a base. */
    private Optional<BigDecimal> growth(java.util.function.Function<Count, BigDecimal> figure) {
        return open
                ? Optional.empty()
                : base.map(figure)
                        .filter(b -> b.signum() > 0)
                        .map(b -> figure.apply(count)
                                .subtract(b)
                                .scaleByPowerOfTen(2)
                                .divide(b, 1, RoundingMode.HALF_UP));
    }
}
