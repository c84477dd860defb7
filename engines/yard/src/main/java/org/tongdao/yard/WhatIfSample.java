package org.tongdao.yard;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures of one replication of a variant: months simulated, or a made-up day planned. */
record WhatIfSample(double mean, double p50, double p95, double departed) {

    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int ROUNDS = 60;

    static WhatIfSample simulated(YardVariant variant, int days, long seed) {
        var figures = YardSimulation.run(
                        YardQuestion.steady(variant.station(), variant.mode(), variant.traffic(), days, seed))
                .figures();
        var dwell = figures.dwellHours();
        return new WhatIfSample(dwell.mean(), dwell.p50(), dwell.p95(), figures.departedPerDay());
    }

    static WhatIfSample planned(YardVariant variant, long seed) {
        int trains = Math.max(1, (int) Math.round(variant.traffic().trainsPerDay()));
        double inspected = variant.station().times().inspectionShare() / 2;
        var wish = new DayExample.Wish(DAY, trains, variant.traffic().containersPerTrain(), inspected, 0, 0);
        var day = DayExample.of(wish, seed);
        var question =
                DayQuestion.of(YardLayout.of(variant.station()), day, DAY).with(YardRules.of(variant.mode()));
        if (variant.windHours() > 0) {
            var from = DAY.plus(Duration.ofHours(8));
            var until = from.plusSeconds(Math.max(1, Math.round(3_600 * variant.windHours())));
            question = question.withClosures(List.of(YardClosure.of(YardResource.CRANE, "", from, until, "wind")));
        }
        var plan = DayPlanner.plan(question, DayLimits.rounds(ROUNDS, 1));
        var hours = day.stream()
                .map(t -> DayPlanner.departure(plan.steps(), t.id())
                        .map(d -> Duration.between(t.arrival(), d).toSeconds() / 3_600.0))
                .flatMap(Optional::stream)
                .mapToDouble(h -> h)
                .sorted()
                .toArray();
        long sameDay = plan.steps().stream()
                .filter(s -> s.stage() == YardStage.DEPARTURE && s.begin().isBefore(DAY.plus(Duration.ofDays(1))))
                .count();
        return new WhatIfSample(Arrays.stream(hours).average().orElse(0), at(hours, 0.5), at(hours, 0.95), sameDay);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
