package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** A unit that was reserved up to a day ahead is there for its train: nobody works on it then, and nobody stands on it. */
class DayReservationTest {

    private static final YardLayout ALASHANKOU = Days.layout("alashankou");

    private static YardClosure reserved(YardResource resource, String unit, String train, int from, int until) {
        return new YardClosure(resource, unit, Days.at(from, 0), Days.at(until, 0), train, "reserved");
    }

    private static DayQuestion trains(int count) {
        return DayQuestion.of(
                ALASHANKOU,
                IntStream.range(0, count)
                        .mapToObj(i -> DayTrain.of("X" + i, Days.at(0, 5 * i), 55, Optional.empty()))
                        .toList(),
                Days.FROM);
    }

    private static String track(int number) {
        return ALASHANKOU.units(YardResource.TRANSLOAD_TRACK).get(number).id();
    }

    private static Instant until(DayPlan plan, String train) {
        return Days.step(plan, train, YardStage.PULL_OUT).end();
    }

    @Test
    void nobodyStandsOnATrackWhenItIsReservedForAnother() {
        for (int hour = 2; hour <= 20; hour += 3) {
            var kept = reserved(YardResource.TRANSLOAD_TRACK, track(0), "X5", hour, hour + 6);
            var question = trains(8).withClosures(List.of(kept));
            var plan = DayPlanner.plan(question, DayLimits.rounds(20, 1));
            assertThat(DayCheck.check(question, plan.steps()))
                    .as("from %d", hour)
                    .isEmpty();
            for (var step : plan.steps()) {
                if (step.stage() == YardStage.PLACING
                        && step.unit().equals(track(0))
                        && !step.trainId().equals("X5")) {
                    boolean apart = !until(plan, step.trainId()).isAfter(kept.from())
                            || !step.begin().isBefore(kept.until());
                    assertThat(apart).as("%s", step).isTrue();
                }
            }
        }
    }

    @Test
    void theCheckerFindsATrainThatOnlyStandsOnAReservedTrack() {
        var question = trains(3);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        var transload = Days.step(plan, "X0", YardStage.TRANSLOADING);
        var begin = transload.begin().plusSeconds(60);
        var kept = new YardClosure(
                YardResource.TRANSLOAD_TRACK, transload.unit(), begin, begin.plusSeconds(600), "X2", "reserved");
        assertThat(DayCheck.check(question.withClosures(List.of(kept)), plan.steps()))
                .extracting(Finding::rule)
                .containsExactly("YARD-RESERVED");
        var own = new YardClosure(
                YardResource.TRANSLOAD_TRACK, transload.unit(), begin, begin.plusSeconds(600), "X0", "reserved");
        assertThat(DayCheck.check(question.withClosures(List.of(own)), plan.steps()))
                .isEmpty();
    }

    @Test
    void theTrainItIsReservedForMayUseIt() {
        var all = ALASHANKOU.units(YardResource.TRANSLOAD_TRACK).stream()
                .map(u -> reserved(YardResource.TRANSLOAD_TRACK, u.id(), "X3", 0, 12))
                .toList();
        var question = trains(4).withClosures(all);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(DayCheck.check(question, plan.steps())).isEmpty();
        assertThat(Days.step(plan, "X3", YardStage.PLACING).begin()).isBefore(Days.at(2, 0));
        assertThat(Days.step(plan, "X0", YardStage.PLACING).begin()).isAfterOrEqualTo(Days.at(12, 0));
    }

    @Test
    void reservedLanesCranesAndLocomotivesDoNoWorkForOthers() {
        for (var resource : List.of(YardResource.CUSTOMS_LANE, YardResource.CRANE, YardResource.LOCOMOTIVE)) {
            var first = ALASHANKOU.units(resource).get(0).id();
            var question = trains(5).withClosures(List.of(reserved(resource, first, "X4", 1, 20)));
            var plan = DayPlanner.plan(question, DayLimits.rounds(10, 1));
            assertThat(DayCheck.check(question, plan.steps()))
                    .as("%s", resource)
                    .isEmpty();
            assertThat(plan.steps())
                    .filteredOn(s -> !s.trainId().equals("X4")
                            && (s.unit().equals(first) || s.second().equals(first))
                            && s.begin().isBefore(Days.at(20, 0))
                            && s.end().isAfter(Days.at(1, 0)))
                    .as("%s", resource)
                    .isEmpty();
        }
    }

    @Test
    void aWholeDayOfReservationsIsKeptAndTheOthersComeLater() {
        var kept = ALASHANKOU.units(YardResource.TRANSLOAD_TRACK).stream()
                .map(u -> reserved(YardResource.TRANSLOAD_TRACK, u.id(), "nobody", 0, 24))
                .toList();
        var question = trains(3).withClosures(kept);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(DayCheck.check(question, plan.steps())).isEmpty();
        for (var train : question.trains()) {
            assertThat(Days.step(plan, train.id(), YardStage.PLACING).begin()).isAfterOrEqualTo(Days.at(24, 0));
            var dwell = Duration.between(
                    train.arrival(),
                    DayPlanner.departure(plan.steps(), train.id()).orElseThrow());
            assertThat(dwell).isGreaterThan(Duration.ofHours(24));
        }
        assertThat(DayFit.check(question)).extracting(Finding::rule).contains("YARD-TRAIN");
    }

    @Test
    void aTrainThatStandsThereAlreadyIsAFactAndNoFault() {
        var question = trains(2);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        var placing = Days.step(plan, "X0", YardStage.PLACING);
        var later = question.after(plan.steps(), placing.end())
                .withClosures(List.of(new YardClosure(
                        YardResource.TRANSLOAD_TRACK,
                        placing.unit(),
                        placing.end(),
                        placing.end().plusSeconds(3_600),
                        "X1",
                        "reserved")));
        var mended = DayPlanner.plan(later, DayLimits.FIRST);
        assertThat(DayCheck.check(later, mended.steps())).isEmpty();
        assertThat(mended.figures().trains()).isEqualTo(2);
    }
}
