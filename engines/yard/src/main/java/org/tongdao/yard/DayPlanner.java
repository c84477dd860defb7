package org.tongdao.yard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * The scheduler of a station: which train stands on which track, is lifted by which crane set and cleared in which lane, and when.
 *
 * <p>Minimises weighted lateness and dwell. With a plan in force it changes what facts, closures and pins force, and more only where that saves more than the
 * change costs. {@link DayCheck} judges every plan without this class.
 */
public final class DayPlanner {

    private DayPlanner() {}

    /** The best plan found within the limits; {@link DayLimits#FIRST} for the plan at once. */
    public static DayPlan plan(DayQuestion question, DayLimits limits) {
        var model = new DayModel(question);
        var search = new DaySearch(model, limits);
        var choices = search.run();
        var cost = search.cost();
        var steps = new ArrayList<DayStep>();
        var findings = new ArrayList<Finding>();
        for (var task : model.tasks) {
            var choice = choices[task.number];
            if (choice.begin < DayUnits.NEVER) {
                steps.add(step(model, task, choice));
            } else if (isReached(task, choices)) {
                findings.add(stuck(model, task));
            }
        }
        steps.sort(Comparator.comparing(DayStep::begin)
                .thenComparing(DayStep::trainId)
                .thenComparing(DayStep::stage)
                .thenComparing(DayStep::part));
        long total = DayPlan.LATE_WEIGHT * cost.late + cost.dwell;
        long bound = findings.isEmpty() ? bound(model, limits, total, choices) : 0;
        var figures = new DayPlan.Figures(cost.departed, cost.lateTrains, cost.late, cost.dwell, total, bound);
        return new DayPlan(steps, figures, cost.moved, search.rounds(), findings);
    }

    /** The better bound is worth its time when there was time to search, and nobody waits for a plan to be mended. */
    private static long bound(DayModel model, DayLimits limits, long total, DayChoice[] choices) {
        var bound = new DayBound(model);
        if (limits.rounds() == 0 || !model.question.before().isEmpty()) {
            return bound.cost();
        }
        long last = 0;
        for (int departure : model.departures) {
            last = Math.max(last, choices[departure].end);
        }
        return bound.cost(total, last);
    }

    private static boolean isReached(DayTask task, DayChoice[] choices) {
        for (int before : task.before) {
            if (choices[before].begin >= DayUnits.NEVER) {
                return false;
            }
        }
        return task.box < 0 || choices[task.box].begin < DayUnits.NEVER;
    }

    private static Finding stuck(DayModel model, DayTask task) {
        return Finding.error(
                "YARD-NOWHERE",
                Place.of(model.train(task).id()),
                task.node.stage().name(),
                "No unit suits it, or it is taken for good. Maybe gauge, length or the heaviest box, or a closure or pin without end.");
    }

    private static DayStep step(DayModel model, DayTask task, DayChoice choice) {
        var fixed = task.fixed;
        if (fixed != null) {
            return fixed;
        }
        return new DayStep(
                model.train(task).id(),
                task.node.stage(),
                task.node.part(),
                name(model, choice.unit),
                name(model, choice.second),
                at(choice.ready),
                at(choice.begin),
                at(choice.end),
                false);
    }

    private static String name(DayModel model, int unit) {
        return unit < 0 ? "" : model.units.get(unit).id();
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    /**
     * The plan, or one whose trains take their turns as somebody advises, whichever costs less. The advice may be wrong: units, calendars and pins are ours to keep.
     * A proved bound is taken over when it is the better one and not above the plan it belongs to.
     */
    public static DayPlan follow(DayQuestion question, DayPlan plan, DayAdvice advice) {
        var best = plan;
        for (var keep : advice.begins().isEmpty() ? new DayKeep[0] : DayKeep.values()) {
            var followed = plan(question.inTurnOf(turns(advice), keep), DayLimits.FIRST);
            boolean whole = followed.findings().size() <= plan.findings().size();
            best = whole && followed.figures().cost() < best.figures().cost() ? followed : best;
        }
        var findings = new ArrayList<>(best.findings());
        findings.addAll(advice.findings());
        boolean sound = advice.bound() <= best.figures().cost();
        if (!sound) {
            findings.add(Finding.warning(
                    "YARD-ADVICE",
                    Place.of("bound"),
                    "" + advice.bound(),
                    "It is above the cost of a plan, " + best.figures().cost() + ", and was not taken over."));
        }
        long bound = Math.max(plan.figures().bound(), sound && best.findings().isEmpty() ? advice.bound() : 0);
        return new DayPlan(best.steps(), best.figures().withBound(bound), plan.moved(), plan.rounds(), findings);
    }

    private static List<DayStep> turns(DayAdvice advice) {
        return advice.begins().stream()
                .map(b -> new DayStep(b.trainId(), b.stage(), b.part(), "", "", b.at(), b.at(), b.at(), false))
                .toList();
    }

    /** When a train leaves by a plan, if it does. */
    public static java.util.Optional<Instant> departure(List<DayStep> steps, String trainId) {
        return steps.stream()
                .filter(s -> s.is(trainId, YardStage.DEPARTURE, 0))
                .map(DayStep::begin)
                .findFirst();
    }
}
