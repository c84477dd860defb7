package org.tongdao.yard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Key figures out of what the trains went through. */
final class Tally {

    private Tally() {}

    static YardFigures of(YardQuestion question, List<Visit> visits, Floor floor) {
        long from = question.from().plus(question.warmUp()).getEpochSecond();
        long to = from + question.measured().toSeconds();
        var counted =
                visits.stream().filter(v -> v.arrival >= from && v.arrival < to).toList();
        long departed = visits.stream()
                .filter(v -> v.departed() && v.departure() >= from && v.departure() < to)
                .count();
        var gone = counted.stream().filter(Visit::departed).toList();
        return new YardFigures(
                counted.size(),
                departed * 86_400.0 / (to - from),
                hours(gone.stream().mapToLong(v -> v.departure() - v.arrival).toArray()),
                hours(gone.stream().mapToLong(Visit::operationSeconds).toArray()),
                resources(counted, to - from, floor));
    }

    private static List<ResourceFigures> resources(List<Visit> counted, long seconds, Floor floor) {
        var figures = new ArrayList<ResourceFigures>();
        for (var resource : YardResource.values()) {
            double wait = counted.stream()
                    .mapToLong(v -> v.waited[resource.ordinal()])
                    .average()
                    .orElse(0);
            var pool = floor.pool(resource);
            figures.add(new ResourceFigures(
                    resource,
                    pool.units(),
                    pool.utilisation(floor.now()),
                    wait / 60,
                    wait * counted.size() / seconds,
                    pool.longestQueue()));
        }
        return List.copyOf(figures);
    }

    /** Percentiles are values that occurred: the smallest with at least that share at or below it. */
    private static YardFigures.HourFigures hours(long[] seconds) {
        if (seconds.length == 0) {
            return new YardFigures.HourFigures(0, 0, 0);
        }
        Arrays.sort(seconds);
        return new YardFigures.HourFigures(
                Arrays.stream(seconds).average().orElse(0) / 3600, at(seconds, 0.50) / 3600, at(seconds, 0.95) / 3600);
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
