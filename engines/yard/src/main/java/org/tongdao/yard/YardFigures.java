package org.tongdao.yard;

import java.util.List;
import java.util.Optional;

/**
 * Key figures of the measured time. Dwell and operation time are kept apart: press reports quote operation time, corridor statistics quote dwell.
 *
 * @param trains that arrived in the measured time
 * @param departedPerDay throughput
 * @param dwellHours arrival to departure
 * @param operationHours time in which something was done to the train
 * @param resources all kinds, in enum order
 */
public record YardFigures(
        int trains,
        double departedPerDay,
        HourFigures dwellHours,
        HourFigures operationHours,
        List<ResourceFigures> resources) {

    /** Hours: mean, median, 95th percentile. */
    public record HourFigures(double mean, double p50, double p95) {}

    /** The resource that cost the trains most waiting; the busiest one when nobody waited; empty without trains. */
    public Optional<YardResource> bottleneck() {
        return trains == 0
                ? Optional.empty()
                : resources.stream()
                        .max(java.util.Comparator.comparingDouble(ResourceFigures::meanWaitMinutes)
                                .thenComparingDouble(ResourceFigures::utilisation))
                        .map(ResourceFigures::resource);
    }
}
