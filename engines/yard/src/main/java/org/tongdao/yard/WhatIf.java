package org.tongdao.yard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What if: a station as it is beside what it might be, each with its figures and how sure they are, for a table and a chart.
 *
 * <p>Every variant sees the same trains as the base in each replication, so that the difference has an interval of its own, narrower than those of the two figures.
 * Months are simulated; a variant with wind is a made-up day, planned in both, because a day cannot be told from months: its answer carries a base of its own.
 *
 * @param base as it is
 * @param answers one for each variant asked for, in that order
 */
public record WhatIf(YardVariant base, List<Answer> answers) {

    public WhatIf {
        answers = List.copyOf(answers);
    }

    /** How the figures came about. */
    public enum Method {
        /** Months of traffic, discrete events. */
        SIMULATED,
        /** Made-up days, planned by {@link DayPlanner}. */
        PLANNED
    }

    /**
     * One variant beside the base.
     *
     * @param change what differs, e.g. {@code crane=+2}; the whole name when it is another station
     * @param variant the station changed
     * @param base the base by the same method, with the same trains
     * @param figures the variant
     * @param difference variant minus base, pair by pair
     */
    public record Answer(
            String change, YardVariant variant, Method method, Figures base, Figures figures, Figures difference) {}

    /**
     * Key figures, each a mean over the replications with its 95 % interval (Student's t).
     *
     * @param meanHours mean dwell, arrival to departure, in hours
     * @param p50Hours median dwell
     * @param p95Hours 95th percentile of dwell
     * @param departedPerDay trains that left a day
     */
    public record Figures(
            YardComparison.Interval meanHours,
            YardComparison.Interval p50Hours,
            YardComparison.Interval p95Hours,
            YardComparison.Interval departedPerDay) {}

    /** One more crane set, one more track, serial for parallel, a fifth more trains, a day of wind. */
    public static WhatIf usual(YardStation station, YardComparison.Effort effort) {
        var base = YardVariant.of(station);
        return of(base, base.usualQuestions(), effort);
    }

    /** Any variants against one base; equal arguments give equal answers. */
    public static WhatIf of(YardVariant base, List<YardVariant> variants, YardComparison.Effort effort) {
        var known = new EnumMap<Method, List<WhatIfSample>>(Method.class);
        var answers = new ArrayList<Answer>();
        for (var variant : variants) {
            boolean windy = base.windHours() > 0 || variant.windHours() > 0;
            answers.add(answer(base, variant, windy ? Method.PLANNED : Method.SIMULATED, effort, known));
        }
        return new WhatIf(base, answers);
    }

    private static Answer answer(
            YardVariant base,
            YardVariant variant,
            Method method,
            YardComparison.Effort effort,
            Map<Method, List<WhatIfSample>> known) {
        var first = known.computeIfAbsent(method, m -> samples(base, m, effort));
        var second = samples(variant, method, effort);
        return new Answer(
                change(base, variant),
                variant,
                method,
                figures(first, List.of()),
                figures(second, List.of()),
                figures(second, first));
    }

    private static String change(YardVariant base, YardVariant variant) {
        var prefix = base.name() + (base.name().contains(":") ? "," : ":");
        return variant.name().startsWith(prefix) ? variant.name().substring(prefix.length()) : variant.name();
    }

    private static List<WhatIfSample> samples(YardVariant variant, Method method, YardComparison.Effort effort) {
        var samples = new ArrayList<WhatIfSample>();
        for (int i = 0; i < effort.replications(); i++) {
            long seed = effort.seed() + i;
            samples.add(
                    method == Method.PLANNED
                            ? WhatIfSample.planned(variant, seed)
                            : WhatIfSample.simulated(variant, effort.days(), seed));
        }
        return List.copyOf(samples);
    }

    /** Means and intervals of samples, less those of another when given, pair by pair. */
    private static Figures figures(List<WhatIfSample> samples, List<WhatIfSample> less) {
        return new Figures(
                interval(samples, less, WhatIfSample::mean),
                interval(samples, less, WhatIfSample::p50),
                interval(samples, less, WhatIfSample::p95),
                interval(samples, less, WhatIfSample::departed));
    }

    private static YardComparison.Interval interval(
            List<WhatIfSample> samples, List<WhatIfSample> less, ToDoubleFunction<WhatIfSample> figure) {
        var values = new double[samples.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = figure.applyAsDouble(samples.get(i)) - (less.isEmpty() ? 0 : figure.applyAsDouble(less.get(i)));
        }
        return YardComparison.interval(values);
    }
}
