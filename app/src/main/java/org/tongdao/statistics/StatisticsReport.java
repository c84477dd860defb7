package org.tongdao.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What happened, in figures; docs/formats/summary.md.
 *
 * @param flows by regime, country and currency, in that order
 * @param doorToDoor empty while nothing is delivered
 * @param stages median days of each part of the way that was seen
 * @param comparisons with other ways of transport; empty while nothing is delivered
 */
public record StatisticsReport(
        Counts counts,
        List<Flow> flows,
        Optional<DoorToDoor> doorToDoor,
        List<Stage> stages,
        SameDay sameDayClearance,
        List<Comparison> comparisons) {

    /** Parcels taken in, and how they stand: delivered, returned, underway (departed, not ended) and waiting (none of these) are all of them. */
    public record Counts(
            int parcels, int cleared, int departed, int delivered, int returned, int underway, int waiting) {}

    /** Parcels of one regime to one country; kilograms with three decimals, value in its currency. */
    public record Flow(
            String regime, String country, String currency, int parcels, BigDecimal kilograms, BigDecimal value) {}

    /** One part of the way: acceptance to release, release to departure, departure to hub, hub to door. */
    public record Stage(String name, int parcels, BigDecimal medianDays) {

        Stage rounded() {
            return new Stage(name, parcels, medianDays.setScale(2, RoundingMode.HALF_UP));
        }
    }

    /** Parcels released by customs, and those released on the day (Asia/Shanghai) they were declared; share 0 … 1, zero when none was released. */
    public record SameDay(int released, int sameDay, BigDecimal share) {}

    /**
     * Our median against a typical value that others published.
     *
     * @param way sea or air
     * @param mark typical: it is not our measurement
     * @param savedShare part of the time saved against the middle of the typical range, negative when slower
     */
    public record Comparison(
            String way,
            int daysFrom,
            int daysTo,
            String mark,
            String source,
            BigDecimal ourMedianDays,
            BigDecimal savedShare) {}

    public StatisticsReport {
        flows = List.copyOf(flows);
        stages = List.copyOf(stages);
        comparisons = List.copyOf(comparisons);
    }
}
