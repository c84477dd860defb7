package org.tongdao.yard;

import java.time.Instant;
import java.util.List;

/**
 * What is asked of {@link DayPlanner}.
 *
 * @param layout where
 * @param trains ids unique
 * @param rules serial or parallel, and the five priorities in order
 * @param now nothing new begins before
 * @param closures on top of the station's calendar: disturbances and reservations
 * @param pins wishes of people
 * @param fixed steps that were told or have begun, in any order
 * @param before the plan in force, empty for none: what need not change stays
 * @param keep what of it
 */
public record DayQuestion(
        YardLayout layout,
        List<DayTrain> trains,
        YardRules rules,
        Instant now,
        List<YardClosure> closures,
        List<DayPin> pins,
        List<DayStep> fixed,
        List<DayStep> before,
        DayKeep keep) {

    public DayQuestion {
        trains = List.copyOf(trains);
        closures = List.copyOf(closures);
        pins = List.copyOf(pins);
        fixed = List.copyOf(fixed);
        before = List.copyOf(before);
    }

    /** A day that begins with an empty station. */
    public static DayQuestion of(YardLayout layout, List<DayTrain> trains, Instant now) {
        return new DayQuestion(
                layout,
                trains,
                YardRules.of(YardMode.PARALLEL),
                now,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                DayKeep.TIMES);
    }

    public DayQuestion with(YardRules others) {
        return new DayQuestion(layout, trains, others, now, closures, pins, fixed, before, keep);
    }

    public DayQuestion withClosures(List<YardClosure> others) {
        return new DayQuestion(layout, trains, rules, now, others, pins, fixed, before, keep);
    }

    public DayQuestion withPins(List<DayPin> others) {
        return new DayQuestion(layout, trains, rules, now, closures, others, fixed, before, keep);
    }

    public DayQuestion withTrains(List<DayTrain> others) {
        return new DayQuestion(layout, others, rules, now, closures, pins, fixed, before, keep);
    }

    /** The same day with its trains in the order, or at the times, of some turns, which are no plan in force. */
    DayQuestion inTurnOf(List<DayStep> turns, DayKeep how) {
        return new DayQuestion(layout, trains, rules, now, closures, pins, fixed, turns, how);
    }

    /** The question some time into a plan: what had begun by then is fixed, the rest may change but need not. */
    public DayQuestion after(List<DayStep> plan, Instant moment) {
        var begun = plan.stream()
                .filter(s -> s.begin().isBefore(moment))
                .map(s -> new DayStep(
                        s.trainId(), s.stage(), s.part(), s.unit(), s.second(), s.ready(), s.begin(), s.end(), true))
                .toList();
        return new DayQuestion(layout, trains, rules, moment, closures, pins, begun, plan, keep);
    }
}
