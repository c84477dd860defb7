package org.tongdao.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.dispatch.PlannedStep.Told;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/**
 * The plan that follows from facts, pins and closures: facts first, then always the step that can begin earliest, by the order of the five priorities
 * when two can. A fresh answer each time, never a patch; a step stays on its unit when no other is earlier. A train takes its track before a locomotive,
 * tracks are taken one way, so no ring of waiting trains closes.
 */
final class Planner {

    private static final Duration FOR_EVER = Duration.ofDays(4000);

    private record Key(long trainId, YardStage stage) {}

    private record Choice(TrainHere train, YardStage stage, int unit, int second, Instant ready, Instant begin) {}

    private final PlanQuestion question;
    private final UnitTimes units;
    private final Map<Key, PlannedStep> steps = new HashMap<>();

    private Planner(PlanQuestion question) {
        this.question = question;
        this.units = new UnitTimes(question);
    }

    /** Steps in the order of their beginning. */
    static List<PlannedStep> plan(PlanQuestion question) {
        var planner = new Planner(question);
        planner.facts();
        planner.rest();
        return planner.steps.values().stream()
                .sorted(Comparator.comparing(PlannedStep::begin)
                        .thenComparing(PlannedStep::trainNo)
                        .thenComparing(PlannedStep::stage))
                .toList();
    }

    private void facts() {
        var told = new ArrayList<PlannedStep>();
        for (var train : question.trains()) {
            told.addAll(Past.of(question, train));
        }
        told.sort(Comparator.comparing(PlannedStep::begin)
                .thenComparing(PlannedStep::trainNo)
                .thenComparing(PlannedStep::stage));
        for (var step : told) {
            var train = train(step.trainId());
            int unit = step.stage() == YardStage.TRANSLOADING ? trackOf(train, YardStage.PLACING) : freest(step);
            book(train, step, unit, Flow.second(step.stage()).map(r -> 1).orElse(0));
        }
    }

    /** A fact names no unit: the one it was planned on, else the first that was free then, else the first. */
    private int freest(PlannedStep step) {
        int hint = hint(step.trainId(), step.stage());
        if (hint > 0 && units.isFree(step.resource(), hint, step.begin(), step.end())) {
            return hint;
        }
        for (int unit = 1; unit <= units.count(step.resource()); unit++) {
            if (units.isFree(step.resource(), unit, step.begin(), step.end())) {
                return unit;
            }
        }
        return Math.max(1, hint);
    }

    private int hint(long trainId, YardStage stage) {
        return question.pin(trainId, stage)
                .map(Pin::unit)
                .or(() -> question.before(trainId, stage).map(PlannedStep::unit))
                .filter(u -> u <= units.count(Flow.shownOn(stage)))
                .orElse(0);
    }

    private void rest() {
        for (var next = next(); next.isPresent(); next = next()) {
            var c = next.get();
            var end = UnitTimes.plus(c.begin(), Flow.usual(question.station(), c.train(), c.stage()));
            boolean pinned = question.pin(c.train().id(), c.stage()).isPresent();
            var step = new PlannedStep(
                    c.train().id(),
                    c.train().no(),
                    c.stage(),
                    Flow.shownOn(c.stage()),
                    c.unit(),
                    c.second(),
                    c.ready(),
                    c.begin(),
                    end,
                    pinned,
                    Told.PLANNED);
            book(c.train(), step, c.unit(), c.second());
        }
    }

    private void book(TrainHere train, PlannedStep step, int unit, int second) {
        var placed = new PlannedStep(
                step.trainId(),
                step.trainNo(),
                step.stage(),
                step.resource(),
                unit,
                second,
                step.ready(),
                step.begin(),
                step.end(),
                step.pinned(),
                step.told());
        steps.put(new Key(train.id(), step.stage()), placed);
        if (Flow.keepsTrack(step.stage())) {
            units.take(step.resource(), unit, step.begin(), Instant.MAX);
        } else if (step.stage() != YardStage.TRANSLOADING) {
            units.take(step.resource(), unit, step.begin(), step.end());
        }
        Flow.second(step.stage())
                .filter(r -> second > 0)
                .ifPresent(r -> units.take(r, second, step.begin(), step.end()));
        for (var taker : List.of(YardStage.ARRIVAL_CHECK, YardStage.PLACING, YardStage.PULL_OUT)) {
            var held = steps.get(new Key(train.id(), taker));
            if (held != null && Flow.freedBy(train, taker) == step.stage()) {
                units.free(held.resource(), held.unit(), step.end());
            }
        }
    }

    private Optional<Choice> next() {
        return question.trains().stream()
                .flatMap(train -> Flow.stages(train).stream()
                        .filter(stage -> isNext(train, stage))
                        .map(stage -> choose(train, stage)))
                .filter(c -> c.begin().isBefore(Instant.MAX))
                .min(Comparator.comparing(Choice::begin)
                        .thenComparing(c -> rank(c.stage()))
                        .thenComparing(c -> c.train().slot().orElse(Instant.MAX))
                        .thenComparing(c -> c.train().no()));
    }

    private boolean isNext(TrainHere train, YardStage stage) {
        return !steps.containsKey(new Key(train.id(), stage))
                && Flow.before(train, stage).stream().allMatch(b -> steps.containsKey(new Key(train.id(), b)));
    }

    private int rank(YardStage stage) {
        return stage.priority().map(p -> 1 + question.order().indexOf(p)).orElse(YardPriority.values().length + 1);
    }

    private Choice choose(TrainHere train, YardStage stage) {
        var ready = ready(train, stage);
        var length = Flow.usual(question.station(), train, stage);
        Choice best = null;
        for (int unit : candidates(train, stage)) {
            var choice = on(train, stage, unit, ready, length);
            if (best == null || choice.begin().isBefore(best.begin())) {
                best = choice;
            }
        }
        return best == null ? new Choice(train, stage, 1, 0, ready, Instant.MAX) : best;
    }

    /** The pinned unit only; the track it stands on; else all, the one of the plan before first. */
    private List<Integer> candidates(TrainHere train, YardStage stage) {
        if (stage == YardStage.TRANSLOADING) {
            return List.of(trackOf(train, YardStage.PLACING));
        }
        int hint = hint(train.id(), stage);
        if (hint > 0 && question.pin(train.id(), stage).isPresent()) {
            return List.of(hint);
        }
        var all = new ArrayList<Integer>();
        if (hint > 0) {
            all.add(hint);
        }
        for (int unit = 1; unit <= units.count(Flow.shownOn(stage)); unit++) {
            if (unit != hint) {
                all.add(unit);
            }
        }
        return all;
    }

    private Choice on(TrainHere train, YardStage stage, int unit, Instant ready, Duration length) {
        var resource = Flow.shownOn(stage);
        var second = Flow.second(stage);
        var begin = ready;
        int other = 0;
        while (begin.isBefore(Instant.MAX)) {
            var free = stage == YardStage.TRANSLOADING
                    ? begin
                    : units.earliest(resource, unit, begin, Flow.keepsTrack(stage) ? FOR_EVER : length);
            if (second.isPresent() && free.isBefore(Instant.MAX)) {
                other = soonest(second.get(), free, length);
                free = units.earliest(second.get(), other, free, length);
            }
            if (free.equals(begin)) {
                break;
            }
            begin = free;
        }
        return new Choice(train, stage, unit, other, ready, begin);
    }

    private int soonest(YardResource resource, Instant ready, Duration length) {
        int best = 1;
        for (int unit = 2; unit <= units.count(resource); unit++) {
            if (units.earliest(resource, unit, ready, length).isBefore(units.earliest(resource, best, ready, length))) {
                best = unit;
            }
        }
        return best;
    }

    private Instant ready(TrainHere train, YardStage stage) {
        var ready = later(question.now(), train.arrival());
        for (var before : Flow.before(train, stage)) {
            ready = later(ready, get(train, before).end());
        }
        ready = later(ready, question.pin(train.id(), stage).map(Pin::notBefore).orElse(ready));
        return stage == YardStage.DEPARTURE ? later(ready, train.slot().orElse(ready)) : ready;
    }

    private int trackOf(TrainHere train, YardStage stage) {
        var step = steps.get(new Key(train.id(), stage));
        return step == null ? 1 : step.unit();
    }

    private PlannedStep get(TrainHere train, YardStage stage) {
        var step = steps.get(new Key(train.id(), stage));
        if (step == null) {
            throw new IllegalStateException(
                    "train " + train.no() + " has no " + stage + " yet. Maybe a stage before it is missing.");
        }
        return step;
    }

    private TrainHere train(long id) {
        return question.trains().stream().filter(t -> t.id() == id).findFirst().orElseThrow();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
