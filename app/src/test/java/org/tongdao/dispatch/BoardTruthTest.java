package org.tongdao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongdao.dispatch.PlannedStep.Told;
import org.tongdao.dispatch.TrainHere.StepFact;
import org.tongdao.port.StationFile;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardStage;
import org.tongdao.yard.YardStation;

/** Whatever was told, in whatever order and however much is missing: the board says no more than that. */
class BoardTruthTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final YardStation DOSTYK =
            StationFile.shipped().find("dostyk").orElseThrow();

    @Test
    void noStepIsShownInAStateThatNoFactSupports() {
        for (int seed = 0; seed < 120; seed++) {
            var random = new SplittableRandom(seed);
            var trains = new ArrayList<TrainHere>();
            for (int id = 1; id <= 4; id++) {
                trains.add(train(id, random));
            }
            var question =
                    new PlanQuestion(DOSTYK, NOW, trains, List.of(), List.of(), YardPriority.ANNOUNCED, List.of());
            for (var step : BoardPlan.plan(question)) {
                assertThat(isSupported(step, trains.get((int) step.trainId() - 1)))
                        .as("seed %d: %s", seed, step)
                        .isTrue();
            }
        }
    }

    @Test
    void theJudgeSeesAStateThatNoFactSupports() {
        var train = new TrainHere(1, "T1", "URC", NOW.minusSeconds(60), 9, false, Optional.empty(), Map.of());
        var question =
                new PlanQuestion(DOSTYK, NOW, List.of(train), List.of(), List.of(), YardPriority.ANNOUNCED, List.of());
        var step = BoardPlan.plan(question).get(0);
        assertThat(isSupported(step, train)).isTrue();
        for (var told : List.of(Told.BEGUN, Told.DONE, Told.IMPLIED)) {
            assertThat(isSupported(as(step, told, step.begin()), train))
                    .as(told.name())
                    .isFalse();
        }
        assertThat(isSupported(as(step, Told.PLANNED, NOW.minusSeconds(1)), train))
                .isFalse();
    }

    private static PlannedStep as(PlannedStep s, Told told, Instant begin) {
        return new PlannedStep(
                s.trainId(),
                s.trainNo(),
                s.stage(),
                s.resource(),
                s.unit(),
                s.second(),
                begin,
                begin,
                s.end(),
                false,
                told);
    }

    private static boolean isSupported(PlannedStep step, TrainHere train) {
        var fact = Optional.ofNullable(train.facts().get(step.stage()));
        var begin = fact.flatMap(StepFact::begin);
        var end = fact.flatMap(StepFact::end);
        boolean later = Flow.stages(train).stream()
                .filter(s -> s.ordinal() > step.stage().ordinal())
                .anyMatch(train.facts()::containsKey);
        return switch (step.told()) {
            case DONE ->
                end.filter(step.end()::equals).isPresent() && !step.end().isAfter(NOW);
            case BEGUN ->
                begin.filter(step.begin()::equals).isPresent()
                        && end.isEmpty()
                        && !step.end().isBefore(NOW);
            case IMPLIED -> end.isEmpty() && later && !step.end().isAfter(NOW);
            case PLANNED ->
                fact.isEmpty() && !step.begin().isBefore(NOW) && !step.begin().isBefore(train.arrival());
        };
    }

    /** Facts of a prefix of its stages, some of them missing, each begin not after its end, none after now. */
    private static TrainHere train(int id, SplittableRandom random) {
        var arrival = NOW.minusSeconds(random.nextInt(-20_000, 80_000));
        int containers = random.nextInt(4) == 0 ? 0 : 40;
        boolean inspected = random.nextInt(4) == 0;
        var bare = new TrainHere(id, "T" + id, "URC", arrival, containers, inspected, Optional.empty(), Map.of());
        var facts = new EnumMap<YardStage, StepFact>(YardStage.class);
        var at = arrival;
        int told = random.nextInt(Flow.stages(bare).size() + 1);
        for (var stage : Flow.stages(bare).subList(0, told)) {
            var begin = at.plusSeconds(random.nextInt(0, 3000));
            var end = begin.plusSeconds(random.nextInt(1, 9000));
            if (begin.isAfter(NOW)) {
                break;
            }
            int how = random.nextInt(5);
            if (how > 0) {
                var ended = how < 4 && !end.isAfter(NOW) ? Optional.of(end) : Optional.<Instant>empty();
                var began = how == 1 && ended.isPresent() ? Optional.<Instant>empty() : Optional.of(begin);
                facts.put(stage, new StepFact(began, ended));
            }
            at = end;
        }
        return new TrainHere(id, "T" + id, "URC", arrival, containers, inspected, Optional.empty(), facts);
    }
}
