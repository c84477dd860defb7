package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

class DayAdviceTest {

    private static DayAdvice like(DayPlan plan, long bound) {
        return new DayAdvice(
                plan.steps().stream()
                        .map(s -> new DayAdvice.Begin(s.trainId(), s.stage(), s.part(), s.begin()))
                        .toList(),
                bound,
                List.of());
    }

    @Test
    void theMomentsOfABetterPlanMakeABetterPlanUnderOurRules() {
        int bettered = 0;
        for (long seed = 1; seed <= 6; seed++) {
            var question = Days.day("alashankou", 12, seed);
            var first = DayPlanner.plan(question, DayLimits.FIRST);
            var searched = DayPlanner.plan(question, DayLimits.rounds(200, seed));
            var followed = DayPlanner.follow(question, first, like(searched, 0));
            assertThat(DayCheck.check(question, followed.steps())).isEmpty();
            assertThat(followed.figures().cost())
                    .isLessThanOrEqualTo(searched.figures().cost());
            bettered += followed.figures().cost() < first.figures().cost() ? 1 : 0;
        }
        assertThat(bettered).isPositive();
    }

    @Test
    void badAdviceLeavesThePlanAsItIs() {
        var question = Days.day("alashankou", 12, 3);
        var plan = DayPlanner.plan(question, DayLimits.rounds(100, 1));
        var backwards = new ArrayList<DayAdvice.Begin>();
        for (var step : plan.steps()) {
            var turned = Days.FROM
                    .plusSeconds(200_000)
                    .minusSeconds(step.begin().getEpochSecond() - Days.FROM.getEpochSecond());
            backwards.add(new DayAdvice.Begin(step.trainId(), step.stage(), step.part(), turned));
        }
        var followed = DayPlanner.follow(question, plan, new DayAdvice(backwards, 0, List.of()));
        assertThat(followed.steps()).isEqualTo(plan.steps());
        assertThat(followed.figures()).isEqualTo(plan.figures());
    }

    @Test
    void adviceOfTrainsThatAreNotHereIsNoAdvice() {
        var question = Days.day("dostyk", 6, 1);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        var advice =
                new DayAdvice(List.of(new DayAdvice.Begin("X9999", YardStage.CUSTOMS, 0, Days.at(3, 0))), 0, List.of());
        assertThat(DayPlanner.follow(question, plan, advice).figures()).isEqualTo(plan.figures());
    }

    @Test
    void aProvedBoundIsTakenOverAndAnImpossibleOneIsAFinding() {
        var question = Days.day("alashankou", 12, 2);
        var plan = DayPlanner.plan(question, DayLimits.rounds(50, 1));
        long cost = plan.figures().cost();
        assertThat(DayPlanner.follow(question, plan, new DayAdvice(List.of(), cost, List.of()))
                        .figures()
                        .gap())
                .isZero();
        var wrong = DayPlanner.follow(question, plan, new DayAdvice(List.of(), cost + 1, List.of()));
        assertThat(wrong.figures()).isEqualTo(plan.figures());
        assertThat(wrong.findings()).extracting(Finding::rule).containsExactly("YARD-ADVICE");
    }

    @Test
    void whyNoHelpCameIsToldWithThePlan() {
        var question = Days.day("dostyk", 6, 1);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        var why = Finding.warning("YARD-ADVICE", Place.of("cp-sat"), "facts", "Whole days only.");
        assertThat(DayPlanner.follow(question, plan, DayAdvice.none(why)).findings())
                .containsExactly(why);
    }
}
