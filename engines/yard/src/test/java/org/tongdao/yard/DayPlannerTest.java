package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DayPlannerTest {

    @Test
    void aDayOfKhorgosIsPlannedAtOnceAndEveryTrainLeaves() {
        var question = Days.khorgos(1);
        var timed = timed(() -> DayPlanner.plan(question, DayLimits.FIRST));
        assertThat(timed.millis()).as("CPU time of the first schedule").isLessThan(1_000);
        var plan = timed.plan();
        assertThat(plan.findings()).isEmpty();
        assertThat(DayCheck.check(question, plan.steps())).isEmpty();
        assertThat(plan.figures().trains()).isEqualTo(26);
        assertThat(plan.figures().cost()).isGreaterThanOrEqualTo(plan.figures().bound());
    }

    @Test
    void lookingLongerNeverCostsMoreAndComesNearTheBound() {
        var question = Days.khorgos(2);
        long before = DayPlanner.plan(question, DayLimits.FIRST).figures().cost();
        for (long rounds : List.of(50L, 400L, 1_500L)) {
            var plan = DayPlanner.plan(question, DayLimits.rounds(rounds, 1));
            assertThat(DayCheck.check(question, plan.steps())).isEmpty();
            assertThat(plan.figures().cost()).isLessThanOrEqualTo(before);
            assertThat(plan.rounds()).isEqualTo(rounds);
            before = plan.figures().cost();
        }
        assertThat(DayPlanner.plan(question, DayLimits.rounds(1_500, 1))
                        .figures()
                        .gap())
                .isLessThan(0.15);
    }

    @Test
    void equalQuestionsAndBudgetsHaveEqualPlans() {
        var question = Days.khorgos(3);
        assertThat(DayPlanner.plan(question, DayLimits.rounds(60, 5)))
                .isEqualTo(DayPlanner.plan(question, DayLimits.rounds(60, 5)));
    }

    @Test
    void everyShippedStationPlansItsDaysRight() {
        for (var id : List.of("alashankou", "khorgos", "altynkol", "dostyk", "malaszewicze", "fenyeslitke", "urumqi")) {
            for (int seed = 1; seed <= 3; seed++) {
                var question = Days.day(id, 5 + seed, seed);
                var plan = DayPlanner.plan(question, DayLimits.rounds(40, seed));
                assertThat(plan.findings()).as(id).isEmpty();
                assertThat(DayFit.check(question)).as(id).isEmpty();
                assertThat(DayCheck.check(question, plan.steps())).as(id).isEmpty();
            }
        }
    }

    @Test
    void aLoneTrainWaitsForNothingAndTheBoundIsExact() {
        var question = Days.day("khorgos", 1, 4);
        question = question.withTrains(List.of(question.trains().get(0).withInspections(List.of())));
        var figures = DayPlanner.plan(question, DayLimits.FIRST).figures();
        assertThat(figures.gap()).isZero();
    }

    @Test
    void serialModePlacesNoTrainBeforeCustomsIsDone() {
        var question = Days.khorgos(1).with(YardRules.of(YardMode.SERIAL));
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(DayCheck.check(question, plan.steps())).isEmpty();
        for (var train : question.trains()) {
            assertThat(Days.step(plan, train.id(), YardStage.PLACING).begin())
                    .isAfterOrEqualTo(
                            Days.step(plan, train.id(), YardStage.CUSTOMS).end());
        }
        var parallel = DayPlanner.plan(Days.khorgos(1), DayLimits.rounds(200, 1));
        assertThat(parallel.figures().dwell())
                .isLessThan(DayPlanner.plan(question, DayLimits.rounds(200, 1))
                        .figures()
                        .dwell());
    }

    @Test
    void aTrainThatNoTrackSuitsIsToldAndTheOthersArePlanned() {
        var question = Days.day("khorgos", 3, 1);
        var trains = new ArrayList<>(question.trains());
        var odd = trains.get(1);
        trains.set(1, new DayTrain("ODD", odd.arrival(), 1_000, 1_520, 600, 55, 0, List.of(), odd.due(), 1));
        var plan = DayPlanner.plan(question.withTrains(trains), DayLimits.FIRST);
        assertThat(plan.findings()).hasSize(1);
        assertThat(plan.findings().get(0).rule()).isEqualTo("YARD-NOWHERE");
        assertThat(plan.findings().get(0).place().source()).isEqualTo("ODD");
        assertThat(plan.figures().trains()).isEqualTo(2);
    }

    @Test
    void aPulledBoxLetsTheTrainGoAndOneThatIsWaitedForDoesNot() {
        var train = DayTrain.of("X1", Days.FROM, 55, Optional.empty());
        var waits = depart(train.withInspections(List.of(new DayTrain.Inspection(7, false))));
        var pulled = depart(train.withInspections(List.of(new DayTrain.Inspection(7, true))));
        assertThat(pulled).isEqualTo(depart(train)).isLessThan(waits);
    }

    private static long depart(DayTrain train) {
        var question = DayQuestion.of(Days.layout("khorgos"), List.of(train), Days.FROM);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(DayCheck.check(question, plan.steps())).isEmpty();
        return Days.step(plan, train.id(), YardStage.DEPARTURE).begin().getEpochSecond();
    }

    @Test
    void theOrderOfPrioritiesDecidesWhoGetsTheLocomotive() {
        var layout = oneOf(YardResource.LOCOMOTIVE);
        var placing = DayTrain.of("A", Days.FROM, 55, Optional.empty());
        var pulling = DayTrain.of("B", Days.FROM, 55, Optional.empty());
        var fixed = new ArrayList<DayStep>();
        fixed.add(begun("A", YardStage.ARRIVAL_CHECK, "R1", "A1", 0));
        fixed.add(begun("B", YardStage.ARRIVAL_CHECK, "R2", "A2", 0));
        fixed.add(begun("B", YardStage.PLACING, "T1", "M1", 1));
        fixed.add(begun("B", YardStage.TRANSLOADING, "T1", "C1", 2));
        var question = new DayQuestion(
                layout,
                List.of(placing, pulling),
                YardRules.of(YardMode.PARALLEL),
                Days.at(3, 0),
                List.of(),
                List.of(),
                fixed,
                List.of(),
                DayKeep.TIMES);
        var first = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(Days.step(first, "A", YardStage.PLACING).begin())
                .isBefore(Days.step(first, "B", YardStage.PULL_OUT).begin());
        var turned = question.with(new YardRules(
                YardMode.PARALLEL,
                List.of(
                        YardPriority.DEPARTURE,
                        YardPriority.MARSHALLING,
                        YardPriority.WAYBILLING,
                        YardPriority.TRANSLOADING,
                        YardPriority.PLACING)));
        var second = DayPlanner.plan(turned, DayLimits.FIRST);
        assertThat(Days.step(second, "B", YardStage.PULL_OUT).begin())
                .isBefore(Days.step(second, "A", YardStage.PLACING).begin());
    }

    private static YardLayout oneOf(YardResource resource) {
        var layout = Days.layout("khorgos");
        var units = new ArrayList<YardUnit>();
        for (var unit : layout.units()) {
            if (unit.resource() != resource
                    || unit.equals(layout.units(resource).get(0))) {
                units.add(unit);
            }
        }
        return new YardLayout(layout.id(), "", "", "HRS", units, layout.times(), layout.crane(), List.of(), List.of());
    }

    private static DayStep begun(String train, YardStage stage, String unit, String second, int hour) {
        return new DayStep(
                train, stage, 0, unit, second, Days.at(hour, 0), Days.at(hour, 0), Days.at(hour + 1, 0), true);
    }

    @Test
    void departuresKeepToThePathsOfTheNextRailway() {
        var layout = Days.layout("khorgos");
        var slots = List.of(3 * 3_600, 9 * 3_600 + 1_200, 20 * 3_600);
        var timetable = new YardLayout(
                layout.id(), "", "", "HRS", layout.units(), layout.times(), layout.crane(), List.of(), slots);
        var question = DayQuestion.of(timetable, Days.day("khorgos", 4, 1).trains(), Days.FROM);
        var plan = DayPlanner.plan(question, DayLimits.rounds(20, 1));
        assertThat(DayCheck.check(question, plan.steps())).isEmpty();
        assertThat(plan.steps())
                .filteredOn(s -> s.stage() == YardStage.DEPARTURE)
                .hasSize(4)
                .allSatisfy(s -> assertThat(slots).contains((int) (s.begin().getEpochSecond() % 86_400)))
                .extracting(DayStep::begin)
                .doesNotHaveDuplicates();
    }

    private record Timed(DayPlan plan, double millis) {}

    static Timed timed(Supplier<DayPlan> work) {
        var bean = ManagementFactory.getThreadMXBean();
        long begun = bean.getCurrentThreadCpuTime();
        var plan = work.get();
        return new Timed(plan, (bean.getCurrentThreadCpuTime() - begun) / 1e6);
    }
}
