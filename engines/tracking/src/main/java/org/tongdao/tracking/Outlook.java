package org.tongdao.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongdao.tracking.TimelineEntry.Certainty;

/**
 * What is planned for a parcel, seen from now.
 *
 * <p>Estimates: the delay is that of the latest fact that has a planned time. A late parcel moves all that is to come by its delay; an early one moves
 * nothing, because trains leave by timetable. Nothing is expected in the past: what is overdue moves to now, with all after it.
 *
 * @param plan steps in any order
 */
public record Outlook(List<PlannedStep> plan, Instant now) {

    public Outlook {
        plan = plan.stream()
                .sorted(Comparator.comparing(PlannedStep::at).thenComparing(PlannedStep::milestone))
                .toList();
    }

    /** Nothing is planned; only facts can be told. */
    public static Outlook unplanned(Instant now) {
        return new Outlook(List.of(), now);
    }

    Optional<Instant> planned(Milestone milestone, String node) {
        return stepOf(milestone, node) < 0
                ? Optional.empty()
                : Optional.of(plan.get(stepOf(milestone, node)).at());
    }

    /** What is still to come after these facts. */
    List<TimelineEntry> ahead(List<TimelineEntry> facts) {
        int reached = -1;
        Duration delay = Duration.ZERO;
        for (TimelineEntry fact : facts) {
            int step = stepOf(fact.milestone(), fact.node());
            if (step > reached) {
                reached = step;
                delay = Duration.between(plan.get(step).at(), fact.at());
            }
        }
        return shifted(reached + 1, delay.isNegative() ? Duration.ZERO : delay);
    }

    private List<TimelineEntry> shifted(int first, Duration delay) {
        List<TimelineEntry> ahead = new ArrayList<>();
        Duration shift = delay;
        for (PlannedStep step : plan.subList(first, plan.size())) {
            if (step.at().plus(shift).isBefore(now)) {
                shift = Duration.between(step.at(), now);
            }
            var certainty = shift.isZero() ? Certainty.PLAN : Certainty.ESTIMATE;
            ahead.add(new TimelineEntry(
                    step.milestone(), step.node(), step.at().plus(shift), certainty, Optional.of(step.at())));
        }
        return ahead;
    }

    private int stepOf(Milestone milestone, String node) {
        for (int i = 0; i < plan.size(); i++) {
            if (plan.get(i).milestone() == milestone && plan.get(i).node().equals(node)) {
                return i;
            }
        }
        return -1;
    }
}
