package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Facts that cannot have happened are told before any plan is made of them. */
class DayFactsTest {

    private static final DayTrain TRAIN = DayTrain.of("X1", Days.at(2, 0), 40, Optional.empty());
    private static final DayTrain THROUGH = DayTrain.of("X2", Days.at(2, 0), 0, Optional.empty());

    private static DayStep fact(String train, YardStage stage, Instant begin, Instant end) {
        return new DayStep(train, stage, 0, "", "", begin, begin, end, true);
    }

    private static DayStep check(int hour) {
        return fact("X1", YardStage.ARRIVAL_CHECK, Days.at(hour, 0), Days.at(hour, 40));
    }

    private static List<String> rules(DayStep... facts) {
        var question = new DayQuestion(
                Days.layout("khorgos"),
                List.of(TRAIN, THROUGH),
                YardRules.of(YardMode.PARALLEL),
                Days.at(12, 0),
                List.of(),
                List.of(),
                List.of(facts),
                List.of(),
                DayKeep.TIMES);
        return DayFit.check(question).stream().map(Finding::rule).toList();
    }

    @Test
    void factsInTheOrderOfTheWorkAreNoFinding() {
        assertThat(rules()).isEmpty();
        assertThat(rules(
                        check(2),
                        fact("X1", YardStage.CUSTOMS, Days.at(2, 40), Days.at(4, 0)),
                        fact("X1", YardStage.PLACING, Days.at(2, 40), Days.at(3, 0)),
                        fact("X1", YardStage.TRANSLOADING, Days.at(3, 0), Days.at(4, 30))))
                .isEmpty();
    }

    @Test
    void nothingHappensBeforeTheTrainIsThere() {
        assertThat(rules(check(1))).containsExactly("YARD-EARLY");
    }

    @Test
    void nothingIsOverBeforeItBegan() {
        assertThat(rules(fact("X1", YardStage.ARRIVAL_CHECK, Days.at(3, 0), Days.at(2, 59))))
                .containsExactly("YARD-BACKWARDS");
    }

    @Test
    void nothingIsToldOfTheFutureOrOfAStranger() {
        assertThat(rules(check(13))).containsExactly("YARD-FUTURE");
        assertThat(rules(fact("X9", YardStage.ARRIVAL_CHECK, Days.at(3, 0), Days.at(4, 0))))
                .containsExactly("YARD-TRAIN");
    }

    @Test
    void aStepWaitsForWhatComesBeforeIt() {
        assertThat(rules(check(2), fact("X1", YardStage.PLACING, Days.at(2, 30), Days.at(3, 0))))
                .containsExactly("YARD-EARLY");
        assertThat(rules(fact("X1", YardStage.PLACING, Days.at(2, 40), Days.at(3, 0))))
                .containsExactly("YARD-UNTOLD");
        assertThat(rules(check(2), fact("X1", YardStage.WAYBILLING, Days.at(5, 0), Days.at(6, 0))))
                .containsExactly("YARD-UNTOLD", "YARD-UNTOLD");
    }

    @Test
    void aStepIsToldOnce() {
        assertThat(rules(check(2), check(3))).containsExactly("YARD-TOLD-TWICE");
    }

    @Test
    void aTrainThatKeepsItsWagonsIsNotTransloaded() {
        assertThat(rules(fact("X2", YardStage.TRANSLOADING, Days.at(3, 0), Days.at(4, 0))))
                .containsExactly("YARD-NO-STEP");
        assertThat(rules(new DayStep(
                        "X1", YardStage.INSPECTION, 3, "", "", Days.at(3, 0), Days.at(3, 0), Days.at(4, 0), true)))
                .containsExactly("YARD-NO-STEP");
    }

    @Test
    void whatAPlanSaysCouldAlwaysHaveHappened() {
        for (int seed = 1; seed <= 4; seed++) {
            var question = Days.day("dostyk", 8, seed);
            var plan = DayPlanner.plan(question, DayLimits.rounds(10, seed));
            for (int hour : new int[] {3, 9, 15, 30}) {
                var later = question.after(plan.steps(), Days.at(hour, 0));
                assertThat(DayFit.check(later)).as("day %d at %d", seed, hour).isEmpty();
            }
        }
    }

    @Test
    void everyFactOfAPlanThatIsPutBeforeItsTimeIsFound() {
        var question = Days.day("dostyk", 6, 2);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        var later = question.after(plan.steps(), Days.at(40, 0));
        Predicate<DayStep> waits = s -> s.ready().equals(s.begin());
        for (var step : later.fixed().stream().filter(waits).toList()) {
            var facts = new ArrayList<>(later.fixed());
            facts.remove(step);
            facts.add(new DayStep(
                    step.trainId(),
                    step.stage(),
                    step.part(),
                    step.unit(),
                    step.second(),
                    step.ready(),
                    step.begin().minusSeconds(7_200),
                    step.end(),
                    true));
            var spoilt = new DayQuestion(
                    later.layout(),
                    later.trains(),
                    later.rules(),
                    later.now(),
                    List.of(),
                    List.of(),
                    facts,
                    List.of(),
                    DayKeep.TIMES);
            assertThat(DayFit.check(spoilt))
                    .extracting(Finding::rule)
                    .as("%s", step)
                    .contains("YARD-EARLY");
        }
    }
}
