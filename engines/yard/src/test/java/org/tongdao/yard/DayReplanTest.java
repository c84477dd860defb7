package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan is in force, ten hours have gone by, and something happens. */
class DayReplanTest {

    private final DayQuestion day = Days.khorgos(1);
    private final DayPlan plan = DayPlanner.plan(day, DayLimits.rounds(150, 1));
    private final DayQuestion later = day.after(plan.steps(), Days.at(10, 0));

    @Test
    void nothingHappenedSoNothingMoves() {
        var again = DayPlanner.plan(later, DayLimits.FIRST);
        assertThat(again.moved()).isZero();
        assertThat(times(again.steps())).isEqualTo(times(plan.steps()));
        var searched = DayPlanner.plan(later, DayLimits.rounds(30, 1));
        assertThat(searched.figures().cost())
                .isLessThanOrEqualTo(again.figures().cost());
    }

    @Test
    void whatHasBegunStaysWhateverHappens() {
        var question = later.withClosures(everyCraneIsOut());
        var after = DayPlanner.plan(question, DayLimits.rounds(40, 1));
        assertThat(DayCheck.check(question, after.steps())).isEmpty();
        for (var step : plan.steps()) {
            if (step.begin().isBefore(Days.at(10, 0))) {
                assertThat(after.steps())
                        .anySatisfy(s -> assertThat(times(List.of(s))).isEqualTo(times(List.of(step))));
            }
        }
        assertThat(after.steps())
                .filteredOn(s -> s.stage() == YardStage.TRANSLOADING && !s.fixed())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.begin()).isAfterOrEqualTo(Days.at(16, 0)));
    }

    @Test
    void aBrokenTrackMovesOnlyWhatItMust() {
        var question = later.withClosures(List.of(
                YardClosure.of(YardResource.TRANSLOAD_TRACK, "T1", Days.at(10, 0), Days.at(16, 0), "broken rail")));
        var after = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(DayCheck.check(question, after.steps())).isEmpty();
        long open = plan.steps().stream()
                .filter(s -> !s.begin().isBefore(Days.at(10, 0)))
                .count();
        assertThat(after.moved()).isLessThan((int) (open / 2));
        var fresh = DayPlanner.plan(
                new DayQuestion(
                        question.layout(),
                        question.trains(),
                        question.rules(),
                        question.now(),
                        question.closures(),
                        List.of(),
                        question.fixed(),
                        List.of(),
                        DayKeep.TIMES),
                DayLimits.FIRST);
        assertThat(moved(fresh)).isGreaterThan(moved(after));
    }

    @Test
    void aLateTrainIsPlannedAnewAndOthersUseWhatItLeavesFree() {
        var trains = new ArrayList<>(later.trains());
        int last = trains.size() - 1;
        var late = trains.get(last).withArrival(trains.get(last).arrival().plus(Duration.ofHours(5)));
        trains.set(last, late);
        var question = later.withTrains(trains);
        var after = DayPlanner.plan(question, DayLimits.rounds(20, 1));
        assertThat(DayCheck.check(question, after.steps())).isEmpty();
        assertThat(Days.step(after, late.id(), YardStage.ARRIVAL_CHECK).begin()).isAfterOrEqualTo(late.arrival());
        assertThat(after.moved()).isBetween(1, 40);
    }

    @Test
    void anInspectionThatHitsIsTakenIn() {
        var trains = new ArrayList<>(later.trains());
        int last = trains.size() - 1;
        var hit = trains.get(last)
                .withInspections(List.of(new DayTrain.Inspection(3, false), new DayTrain.Inspection(9, false)));
        trains.set(last, hit);
        var question = later.withTrains(trains);
        var after = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(DayCheck.check(question, after.steps())).isEmpty();
        assertThat(after.steps())
                .filteredOn(s -> s.trainId().equals(hit.id()) && s.stage() == YardStage.INSPECTION)
                .hasSize(2);
    }

    @Test
    void mendingAPlanTakesLessThanThreeHundredMilliseconds() {
        var question = later.withClosures(everyCraneIsOut());
        for (int i = 0; i < 3; i++) {
            DayPlanner.plan(question, DayLimits.FIRST);
        }
        var bean = ManagementFactory.getThreadMXBean();
        long begun = bean.getCurrentThreadCpuTime();
        DayPlanner.plan(question, DayLimits.FIRST);
        assertThat((bean.getCurrentThreadCpuTime() - begun) / 1e6).isLessThan(300);
    }

    @Test
    void aReservedTrackIsKeptForItsTrainAndAPinIsObeyed() {
        var chosen = later.trains().get(later.trains().size() - 1).id();
        var question = later.withClosures(List.of(new YardClosure(
                        YardResource.TRANSLOAD_TRACK, "T2", Days.at(12, 0), Days.at(34, 0), chosen, "reserved")))
                .withPins(List.of(new DayPin(chosen, YardStage.PLACING, "T2", Days.at(13, 0))));
        var after = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(DayCheck.check(question, after.steps())).isEmpty();
        var placed = Days.step(after, chosen, YardStage.PLACING);
        assertThat(placed.unit()).isEqualTo("T2");
        assertThat(after.steps())
                .filteredOn(s -> s.stage() == YardStage.PLACING
                        && s.unit().equals("T2")
                        && !s.begin().isBefore(Days.at(12, 0))
                        && s.begin().isBefore(Days.at(34, 0)))
                .containsExactly(placed);
    }

    private static List<YardClosure> everyCraneIsOut() {
        return List.of(YardClosure.of(YardResource.CRANE, "", Days.at(10, 0), Days.at(16, 0), "wind"));
    }

    private long moved(DayPlan other) {
        var before = times(plan.steps());
        return times(other.steps()).stream().filter(t -> !before.contains(t)).count();
    }

    private static List<String> times(List<DayStep> steps) {
        return steps.stream()
                .map(s -> s.trainId() + s.stage() + s.part() + s.unit() + s.begin() + s.end())
                .toList();
    }
}
