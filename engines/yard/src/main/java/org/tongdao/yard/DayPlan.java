package org.tongdao.yard;

import java.util.List;
import org.tongdao.terms.Finding;

/**
 * A schedule of a station and what it costs.
 *
 * @param steps in the order of their beginning; the steps of a train that fits nowhere are missing and told in the findings
 * @param figures of the trains that depart
 * @param moved steps of the plan before that are elsewhere or at another time; 0 without a plan before
 * @param rounds schedules that were tried
 * @param findings what could not be planned
 */
public record DayPlan(List<DayStep> steps, Figures figures, int moved, long rounds, List<Finding> findings) {

    /** How much a second of lateness counts beside a second of dwell. */
    public static final int LATE_WEIGHT = 10;

    public DayPlan {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /**
     * Sums over the trains, in seconds.
     *
     * @param lateTrains that leave after they were due
     * @param weightedLate lateness times the weight of the train
     * @param dwell arrival to departure
     * @param cost {@code LATE_WEIGHT × weightedLate + dwell}
     * @param bound no schedule of these trains costs less
     */
    public record Figures(int trains, int lateTrains, long weightedLate, long dwell, long cost, long bound) {

        Figures withBound(long other) {
            return new Figures(trains, lateTrains, weightedLate, dwell, cost, other);
        }

        /** How far the cost may be above the least possible, 0 for proved. */
        public double gap() {
            return bound == 0 ? 0 : (double) (cost - bound) / bound;
        }
    }
}
