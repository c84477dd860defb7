package org.tongdao.yard;

import java.util.Arrays;
import java.util.List;

/**
 * Two variants side by side, with the same trains in both: replications are paired, so the difference is known better than either figure.
 *
 * <p>Months of traffic are simulated. A day of wind cannot be told from months, so a comparison that asks for one plans made-up days with
 * {@link DayPlanner} instead, in both variants. {@link WhatIf} asks several variants at once.
 *
 * @param a the first
 * @param b the second
 * @param method {@code simulated} or {@code planned}
 * @param measures dwell and throughput
 */
public record YardComparison(YardVariant a, YardVariant b, String method, List<Measure> measures) {

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
        return of(a, WhatIf.of(a, List.of(b), effort).answers().get(0));
    }

    /** The two of an answer. */
    public static YardComparison of(YardVariant base, WhatIf.Answer answer) {
        var a = answer.base();
        var b = answer.figures();
        var d = answer.difference();
        return new YardComparison(
                base,
                answer.variant(),
                answer.method() == WhatIf.Method.PLANNED ? "planned" : "simulated",
                List.of(
                        new Measure("mean dwell h", a.meanHours(), b.meanHours(), d.meanHours()),
                        new Measure("p50 dwell h", a.p50Hours(), b.p50Hours(), d.p50Hours()),
                        new Measure("p95 dwell h", a.p95Hours(), b.p95Hours(), d.p95Hours()),
                        new Measure("trains left a day", a.departedPerDay(), b.departedPerDay(), d.departedPerDay())));
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
