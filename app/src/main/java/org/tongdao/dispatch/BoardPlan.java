package org.tongdao.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.dispatch.PlannedStep.Told;
import org.tongdao.yard.DayKeep;
import org.tongdao.yard.DayLimits;
import org.tongdao.yard.DayPin;
import org.tongdao.yard.DayPlanner;
import org.tongdao.yard.DayQuestion;
import org.tongdao.yard.DayStep;
import org.tongdao.yard.DayTrain;
import org.tongdao.yard.YardClosure;
import org.tongdao.yard.YardLayout;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardRules;
import org.tongdao.yard.YardStage;

/**
 * The plan that follows from facts, pins and closures, by the engine's scheduler. A fresh answer each time, never a patch: units and the order of trains
 * stay as in the saved plan where facts allow, and what can begin earlier does.
 */
final class BoardPlan {

    private record Key(long trainId, YardStage stage) {}

    private final PlanQuestion question;
    private final Map<Key, PlannedStep> told = new HashMap<>();

    private BoardPlan(PlanQuestion question) {
        this.question = question;
        FactUnits.of(question).forEach(s -> told.put(new Key(s.trainId(), s.stage()), s));
    }

    /** Steps in the order of their beginning. */
    static List<PlannedStep> plan(PlanQuestion question) {
        return plan(question, DayLimits.FIRST);
    }

    /** The same, after a search for less lateness and dwell. */
    static List<PlannedStep> plan(PlanQuestion question, DayLimits limits) {
        var board = new BoardPlan(question);
        return DayPlanner.plan(board.day(), limits).steps().stream()
                .map(board::step)
                .sorted(Comparator.comparing(PlannedStep::begin)
                        .thenComparing(PlannedStep::trainNo)
                        .thenComparing(PlannedStep::stage))
                .toList();
    }

    private DayQuestion day() {
        return new DayQuestion(
                YardLayout.of(question.station()),
                question.trains().stream().map(BoardPlan::train).toList(),
                new YardRules(YardMode.PARALLEL, question.order()),
                question.now(),
                question.closures().stream()
                        .map(c -> YardClosure.of(
                                c.resource(),
                                c.unit() == 0 ? "" : Integer.toString(c.unit()),
                                c.from(),
                                c.until(),
                                c.reason()))
                        .toList(),
                pins(),
                told.values().stream().map(s -> day(s, true)).toList(),
                question.before().stream().map(s -> day(s, false)).toList(),
                DayKeep.ORDER);
    }

    private static DayTrain train(TrainHere train) {
        var plain = DayTrain.of(Long.toString(train.id()), train.arrival(), train.containers(), train.slot());
        return train.inspected() ? plain.withInspections(List.of(new DayTrain.Inspection(0, false))) : plain;
    }

    /** Wishes of people, the last one of a step; and no train leaves before its slot. */
    private List<DayPin> pins() {
        var pins = new ArrayList<DayPin>();
        for (var train : question.trains()) {
            var id = Long.toString(train.id());
            for (var stage : Flow.stages(train)) {
                question.pin(train.id(), stage)
                        .ifPresent(p -> pins.add(new DayPin(id, stage, Integer.toString(p.unit()), p.notBefore())));
            }
            train.slot().ifPresent(slot -> pins.add(new DayPin(id, YardStage.DEPARTURE, "", slot)));
        }
        return pins;
    }

    private static DayStep day(PlannedStep step, boolean fixed) {
        return new DayStep(
                Long.toString(step.trainId()),
                step.stage(),
                0,
                Integer.toString(step.unit()),
                step.second() == 0 ? "" : Integer.toString(step.second()),
                step.ready(),
                step.begin(),
                step.end(),
                fixed);
    }

    private PlannedStep step(DayStep step) {
        long id = Long.parseLong(step.trainId());
        var fact = told.get(new Key(id, step.stage()));
        if (fact != null) {
            return fact;
        }
        return new PlannedStep(
                id,
                no(id),
                step.stage(),
                Flow.shownOn(step.stage()),
                Integer.parseInt(step.unit()),
                step.second().isEmpty() ? 0 : Integer.parseInt(step.second()),
                step.ready(),
                step.begin(),
                step.end(),
                question.pin(id, step.stage()).isPresent(),
                Told.PLANNED);
    }

    private String no(long id) {
        return question.trains().stream()
                .filter(t -> t.id() == id)
                .map(TrainHere::no)
                .findFirst()
                .orElseThrow();
    }
}
