package org.tongdao.yard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Two variants side by side, with the same trains in both: replications are paired, so the difference is known better than either figure.
 *
 * <p>Months of traffic are simulated. A day of wind cannot be told from months, so a comparison that asks for one plans made-up days with
 * {@link DayPlanner} instead, in both variants.
 *
 * @param a the first
 * @param b the second
 * @param method {@code simulated} or {@code planned}
 * @param measures dwell and throughput
 */
public record YardComparison(YardVariant a, YardVariant b, String method, List<Measure> measures) {

    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int ROUNDS = 60;
    /** Student's t, 97.5 %, for 1 to 30 degrees of freedom. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /**
     * One figure of both.
     *
     * @param name what it is, with its unit
     * @param a mean of the first, with its interval
     * @param difference second minus first, of each pair
     */
    public record Measure(String name, Interval a, Interval b, Interval difference) {}

    /** A mean and how far off it may be, at 95 % confidence. */
    public record Interval(double mean, double plusMinus) {

        /** Whether nought is outside, so that the sign is sure. */
        public boolean isSure() {
            return Math.abs(mean) > plusMinus;
        }
    }

    private record Sample(double dwell, double p95, double departed) {}

    /**
     * How much is looked at.
     *
     * @param replications pairs, 2 to 200
     * @param days simulated in each, 1 to 3,650
     */
    public record Effort(int replications, int days, long seed) {

        public Effort {
            if (replications < 2 || replications > 200 || days < 1 || days > 3_650) {
                throw new IllegalArgumentException(
                        replications + " replications of " + days + " days. Maybe 2 to 200 of 1 to 3650 is meant.");
            }
        }
    }

    public static YardComparison of(YardVariant a, YardVariant b, Effort effort) {
        boolean planned = a.windHours() > 0 || b.windHours() > 0;
        var first = new ArrayList<Sample>();
        var second = new ArrayList<Sample>();
        for (int i = 0; i < effort.replications(); i++) {
            long seed = effort.seed() + i;
            first.add(planned ? planned(a, seed) : simulated(a, effort.days(), seed));
            second.add(planned ? planned(b, seed) : simulated(b, effort.days(), seed));
        }
        return new YardComparison(
                a,
                b,
                planned ? "planned" : "simulated",
                List.of(
                        measure("mean dwell h", first, second, Sample::dwell),
                        measure("p95 dwell h", first, second, Sample::p95),
                        measure("trains left a day", first, second, Sample::departed)));
    }

    private static Sample simulated(YardVariant variant, int days, long seed) {
        var figures = YardSimulation.run(
                        YardQuestion.steady(variant.station(), variant.mode(), variant.traffic(), days, seed))
                .figures();
        return new Sample(figures.dwellHours().mean(), figures.dwellHours().p95(), figures.departedPerDay());
    }

    private static Sample planned(YardVariant variant, long seed) {
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
        double p95 = hours.length == 0 ? 0 : hours[Math.max(0, (int) Math.ceil(0.95 * hours.length) - 1)];
        long sameDay = plan.steps().stream()
                .filter(s -> s.stage() == YardStage.DEPARTURE && s.begin().isBefore(DAY.plus(Duration.ofDays(1))))
                .count();
        return new Sample(Arrays.stream(hours).average().orElse(0), p95, sameDay);
    }

    private static Measure measure(
            String name, List<Sample> first, List<Sample> second, ToDoubleFunction<Sample> figure) {
        int n = first.size();
        var a = new double[n];
        var b = new double[n];
        var difference = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = figure.applyAsDouble(first.get(i));
            b[i] = figure.applyAsDouble(second.get(i));
            difference[i] = b[i] - a[i];
        }
        return new Measure(name, interval(a), interval(b), interval(difference));
    }

    /** Mean of independent values with its 95 % interval by Student's t. */
    static Interval interval(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        int freedom = values.length - 1;
        double t = freedom <= STUDENT.length ? STUDENT[freedom - 1] : 1.96 + 2.4 / freedom;
        return new Interval(mean, t * Math.sqrt(squares / freedom / values.length));
    }
}
