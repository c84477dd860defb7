package org.tongdao.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongdao.yard.YardStage;

/** Puts the steps that facts tell of on units: a fact names none, so it is the one it was planned on, else the first that was free then, else the first. */
final class FactUnits {

    private final PlanQuestion question;
    private final List<PlannedStep> past = new ArrayList<>();
    private final List<PlannedStep> placed = new ArrayList<>();

    private FactUnits(PlanQuestion question) {
        this.question = question;
        question.trains().forEach(t -> past.addAll(Past.of(question, t)));
        past.sort(Comparator.comparing(PlannedStep::begin)
                .thenComparing(PlannedStep::trainNo)
                .thenComparing(PlannedStep::stage));
    }

    static List<PlannedStep> of(PlanQuestion question) {
        var facts = new FactUnits(question);
        facts.past.forEach(facts::place);
        return facts.placed;
    }

    private void place(PlannedStep step) {
        int unit = step.stage() == YardStage.TRANSLOADING
                ? find(placed, step.trainId(), YardStage.PLACING)
                        .map(PlannedStep::unit)
                        .orElse(1)
                : freest(step);
        placed.add(new PlannedStep(
                step.trainId(),
                step.trainNo(),
                step.stage(),
                step.resource(),
                unit,
                Flow.second(step.stage()).map(r -> 1).orElse(0),
                step.ready(),
                step.begin(),
                step.end(),
                step.pinned(),
                step.told()));
    }

    private int freest(PlannedStep step) {
        int units = question.units(step.resource());
        int hint = question.pin(step.trainId(), step.stage())
                .map(Pin::unit)
                .or(() -> question.before(step.trainId(), step.stage()).map(PlannedStep::unit))
                .filter(u -> u <= units)
                .orElse(0);
        if (hint > 0 && isFree(step, hint)) {
            return hint;
        }
        for (int unit = 1; unit <= units; unit++) {
            if (isFree(step, unit)) {
                return unit;
            }
        }
        return Math.max(1, hint);
    }

    private boolean isFree(PlannedStep step, int unit) {
        var until = until(step);
        boolean closed = question.closures().stream()
                .anyMatch(c -> c.covers(step.resource(), unit)
                        && c.from().isBefore(step.end())
                        && step.begin().isBefore(c.until()));
        return !closed
                && placed.stream()
                        .noneMatch(other -> other.stage() != YardStage.TRANSLOADING
                                && other.resource() == step.resource()
                                && other.unit() == unit
                                && other.begin().isBefore(until)
                                && step.begin().isBefore(until(other)));
    }

    /** A track is kept until a fact says that it was left. */
    private Instant until(PlannedStep step) {
        if (!Flow.keepsTrack(step.stage())) {
            return step.end();
        }
        var train = question.trains().stream()
                .filter(t -> t.id() == step.trainId())
                .findFirst()
                .orElseThrow();
        return find(past, step.trainId(), Flow.freedBy(train, step.stage()))
                .map(PlannedStep::end)
                .orElse(Instant.MAX);
    }

    private static Optional<PlannedStep> find(List<PlannedStep> steps, long train, YardStage stage) {
        return steps.stream()
                .filter(s -> s.trainId() == train && s.stage() == stage)
                .findFirst();
    }
}
