package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever happens at whatever hour at whatever station: the mended plan is right, keeps what has begun, and moves as little as it can. */
class DayMendingTest {

    private static final List<String> STATIONS = List.of("alashankou", "khorgos", "dostyk", "malaszewicze");

    private record Case(String name, DayQuestion question, DayPlan plan, Instant now) {

        DayQuestion later() {
            return question.after(plan.steps(), now);
        }
    }

    private static final List<Case> CASES = cases();

    private static List<Case> cases() {
        var all = new ArrayList<Case>();
        for (int i = 0; i < 8; i++) {
            var station = STATIONS.get(i % STATIONS.size());
            var question = Days.day(station, 6 + i, i + 1);
            var plan = DayPlanner.plan(question, DayLimits.rounds(20, i));
            all.add(new Case(station + " " + i, question, plan, Days.at(5 + 2 * i, 30)));
        }
        return all;
    }

    private static DayPlan mended(Case c, DayQuestion question) {
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(DayCheck.check(question, plan.steps())).as(c.name()).isEmpty();
        for (var step : c.plan().steps()) {
            if (step.begin().isBefore(c.now())) {
                assertThat(plan.steps())
                        .as("%s: what has begun stays", c.name())
                        .anyMatch(s -> s.is(step.trainId(), step.stage(), step.part())
                                && s.begin().equals(step.begin())
                                && s.end().equals(step.end())
                                && s.unit().equals(step.unit()));
            }
        }
        return plan;
    }

    @Test
    void aClosureOfWhatNobodyNeedsMovesNothing() {
        for (var c : CASES) {
            var last = c.plan().steps().stream()
                    .map(DayStep::end)
                    .max(Instant::compareTo)
                    .orElseThrow();
            for (var resource : List.of(YardResource.CRANE, YardResource.CUSTOMS_LANE, YardResource.LOCOMOTIVE)) {
                var closure = YardClosure.of(resource, "", last, last.plusSeconds(3_600), "night");
                assertThat(mended(c, c.later().withClosures(List.of(closure))).moved())
                        .as(c.name())
                        .isZero();
            }
        }
    }

    @Test
    void windMovesNoStepThatWasOverBeforeIt() {
        for (var c : CASES) {
            var from = c.now().plusSeconds(3_600);
            var wind = YardClosure.of(YardResource.CRANE, "", from, from.plusSeconds(3 * 3_600), "wind");
            var plan = mended(c, c.later().withClosures(List.of(wind)));
            for (var step : c.plan().steps()) {
                if (!step.end().isAfter(from)) {
                    assertThat(plan.steps())
                            .as("%s %s", c.name(), step)
                            .anyMatch(s -> s.is(step.trainId(), step.stage(), step.part())
                                    && s.begin().equals(step.begin())
                                    && s.unit().equals(step.unit()));
                }
            }
            assertThat(plan.steps())
                    .noneMatch(s -> s.stage() == YardStage.TRANSLOADING
                            && !s.fixed()
                            && s.begin().isBefore(wind.until())
                            && s.end().isAfter(wind.from()));
        }
    }

    @Test
    void aLateTrainDelaysNobodyWhoLeavesBeforeItComes() {
        for (var c : CASES) {
            var trains = new ArrayList<>(c.question().trains());
            int at = -1;
            for (int i = 0; i < trains.size(); i++) {
                at = at < 0 && trains.get(i).arrival().isAfter(c.now()) ? i : at;
            }
            if (at >= 0) {
                var late = trains.get(at).withArrival(trains.get(at).arrival().plusSeconds(2 * 3_600));
                trains.set(at, late);
                var plan = mended(c, c.later().withTrains(trains));
                for (var train : trains) {
                    var before = Days.step(c.plan(), train.id(), YardStage.DEPARTURE);
                    if (before.end().isBefore(late.arrival()) && !train.id().equals(late.id())) {
                        assertThat(Days.step(plan, train.id(), YardStage.DEPARTURE)
                                        .begin())
                                .as("%s %s", c.name(), train.id())
                                .isBeforeOrEqualTo(before.begin());
                    }
                }
            }
        }
    }

    @Test
    void anyUnitMayFailAndThePlanIsStillRight() {
        var random = new SplittableRandom(4);
        for (var c : CASES) {
            var units = c.question().layout().units();
            for (int turn = 0; turn < 4; turn++) {
                var unit = units.get(random.nextInt(units.size()));
                var from = c.now().plusSeconds(random.nextInt(7_200));
                var closure = YardClosure.of(
                        unit.resource(), unit.id(), from, from.plusSeconds(1_800 + random.nextInt(20_000)), "broken");
                var plan = mended(c, c.later().withClosures(List.of(closure)));
                assertThat(plan.findings()).as("%s %s", c.name(), unit).isEmpty();
            }
        }
    }

    @Test
    void aMendedPlanMendedAgainWithoutNewsStays() {
        for (var c : CASES) {
            var from = c.now().plusSeconds(1_800);
            var wind = List.of(YardClosure.of(YardResource.CRANE, "", from, from.plusSeconds(7_200), "wind"));
            var question = c.later().withClosures(wind);
            var plan = mended(c, question);
            var again = question.after(plan.steps(), c.now());
            assertThat(DayPlanner.plan(again, DayLimits.FIRST).moved())
                    .as(c.name())
                    .isZero();
        }
    }

    @Test
    void anInspectionHitsOneTrainAndItsOpenedBoxComesAfterCustoms() {
        for (var c : CASES) {
            var trains = new ArrayList<>(c.question().trains());
            int last = trains.size() - 1;
            var hit = trains.get(last);
            var more = new ArrayList<>(hit.inspections());
            more.add(new DayTrain.Inspection(9, true));
            trains.set(last, hit.withInspections(more));
            var plan = mended(c, c.later().withTrains(trains));
            var opened = plan.steps().stream()
                    .filter(s -> s.is(hit.id(), YardStage.INSPECTION, more.size() - 1))
                    .findFirst()
                    .orElseThrow();
            assertThat(opened.begin())
                    .as(c.name())
                    .isAfterOrEqualTo(
                            Days.step(plan, hit.id(), YardStage.CUSTOMS).end());
            assertThat(plan.moved())
                    .as("%s: a pulled box stops no train", c.name())
                    .isZero();
        }
    }
}
