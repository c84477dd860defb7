package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every plan of any day, seen without the checker. */
class DayPropertiesTest {

    private static final List<String> STATIONS =
            List.of("alashankou", "khorgos", "altynkol", "dostyk", "malaszewicze", "fenyeslitke", "urumqi");

    private record Case(String name, DayQuestion question, DayPlan plan) {}

    /** Days of every station with other modes, orders of the priorities and closures. */
    private static final List<Case> CASES = cases();

    private static List<Case> cases() {
        var all = new ArrayList<Case>();
        var random = new SplittableRandom(11);
        for (int i = 0; i < 21; i++) {
            var station = STATIONS.get(i % STATIONS.size());
            var order = new ArrayList<>(YardPriority.ANNOUNCED);
            java.util.Collections.rotate(order, i);
            var rules = new YardRules(i % 3 == 0 ? YardMode.SERIAL : YardMode.PARALLEL, order);
            var question = Days.day(station, 3 + random.nextInt(9), i).with(rules);
            question = question.withClosures(closures(question.layout(), random));
            all.add(new Case(station + " " + i, question, DayPlanner.plan(question, DayLimits.rounds(12, i))));
        }
        return all;
    }

    private static List<YardClosure> closures(YardLayout layout, SplittableRandom random) {
        var all = new ArrayList<YardClosure>();
        for (int i = 0; i < 3; i++) {
            var unit = layout.units().get(random.nextInt(layout.units().size()));
            var from = Days.at(random.nextInt(20), random.nextInt(60));
            all.add(YardClosure.of(
                    unit.resource(), unit.id(), from, from.plusSeconds(600 + random.nextInt(20_000)), "repair"));
        }
        return all;
    }

    @Test
    void everyTrainLeavesAndTheCheckerAgrees() {
        for (var c : CASES) {
            assertThat(c.plan().findings()).as(c.name()).isEmpty();
            assertThat(DayCheck.check(c.question(), c.plan().steps()))
                    .as(c.name())
                    .isEmpty();
            assertThat(c.plan().figures().trains())
                    .as(c.name())
                    .isEqualTo(c.question().trains().size());
        }
    }

    @Test
    void noStepBeginsBeforeTheTrainIsThereOrBeforeItIsReady() {
        for (var c : CASES) {
            Map<String, Instant> arrival = new HashMap<>();
            c.question().trains().forEach(t -> arrival.put(t.id(), t.arrival()));
            for (var step : c.plan().steps()) {
                assertThat(step.begin()).as("%s %s", c.name(), step).isAfterOrEqualTo(arrival.get(step.trainId()));
                assertThat(step.ready()).as("%s %s", c.name(), step).isBeforeOrEqualTo(step.begin());
                assertThat(step.begin()).as("%s %s", c.name(), step).isBefore(step.end());
            }
        }
    }

    @Test
    void transloadFollowsPlacingAndDepartureIsLast() {
        for (var c : CASES) {
            for (var train : c.question().trains()) {
                var own = c.plan().steps().stream()
                        .filter(s -> s.trainId().equals(train.id()))
                        .toList();
                var placing = Days.step(c.plan(), train.id(), YardStage.PLACING);
                var lift = Days.step(c.plan(), train.id(), YardStage.TRANSLOADING);
                assertThat(lift.unit()).isEqualTo(placing.unit());
                assertThat(lift.begin()).isAfterOrEqualTo(placing.end());
                var last = Days.step(c.plan(), train.id(), YardStage.DEPARTURE);
                for (var step : own) {
                    boolean pulled = step.stage() == YardStage.INSPECTION
                            && train.inspections().get(step.part()).pulled();
                    assertThat(pulled || !step.end().isAfter(last.begin()) || step.equals(last))
                            .as("%s %s", c.name(), step)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aSecondUnitWorksForOneTrainAtATime() {
        for (var c : CASES) {
            Map<String, List<DayStep>> byUnit = new HashMap<>();
            for (var step : c.plan().steps()) {
                if (!step.second().isEmpty()) {
                    byUnit.computeIfAbsent(step.second(), u -> new ArrayList<>())
                            .add(step);
                }
            }
            byUnit.forEach((unit, steps) -> {
                steps.sort(Comparator.comparing(DayStep::begin));
                for (int i = 1; i < steps.size(); i++) {
                    assertThat(steps.get(i).begin())
                            .as("%s %s", c.name(), unit)
                            .isAfterOrEqualTo(steps.get(i - 1).end());
                }
            });
        }
    }

    @Test
    void aTrackHoldsOneTrainFromPlacingToPullOut() {
        for (var c : CASES) {
            var placings = c.plan().steps().stream()
                    .filter(s -> s.stage() == YardStage.PLACING)
                    .sorted(Comparator.comparing(DayStep::unit).thenComparing(DayStep::begin))
                    .toList();
            for (int i = 1; i < placings.size(); i++) {
                var before = placings.get(i - 1);
                if (before.unit().equals(placings.get(i).unit())) {
                    assertThat(placings.get(i).begin())
                            .as("%s %s", c.name(), before.unit())
                            .isAfterOrEqualTo(Days.step(c.plan(), before.trainId(), YardStage.PULL_OUT)
                                    .end());
                }
            }
        }
    }

    @Test
    void noUnitWorksWhileItIsClosed() {
        for (var c : CASES) {
            for (var closure : c.question().closures()) {
                assertThat(c.plan().steps())
                        .filteredOn(s -> s.stage() != YardStage.TRANSLOADING
                                && (s.unit().equals(closure.unit())
                                        || s.second().equals(closure.unit()))
                                && s.begin().isBefore(closure.until())
                                && s.end().isAfter(closure.from()))
                        .as("%s %s", c.name(), closure)
                        .isEmpty();
            }
        }
    }

    @Test
    void theFiguresAreThoseOfTheSteps() {
        for (var c : CASES) {
            long dwell = 0;
            long late = 0;
            for (var train : c.question().trains()) {
                var departure = Days.step(c.plan(), train.id(), YardStage.DEPARTURE);
                dwell += Duration.between(train.arrival(), departure.end()).toSeconds();
                late += train.weight()
                        * train.due()
                                .map(due -> Math.max(
                                        0,
                                        Duration.between(due, departure.begin()).toSeconds()))
                                .orElse(0L);
            }
            var figures = c.plan().figures();
            assertThat(figures.dwell()).as(c.name()).isEqualTo(dwell);
            assertThat(figures.weightedLate()).as(c.name()).isEqualTo(late);
            assertThat(figures.cost()).as(c.name()).isEqualTo(DayPlan.LATE_WEIGHT * late + dwell);
            assertThat(figures.bound()).as(c.name()).isBetween(1L, figures.cost());
        }
    }

    @Test
    void equalSeedsGiveEqualPlansAndWithoutATrainTheBoundIsBelowThem() {
        for (var c : CASES.subList(0, 7)) {
            assertThat(DayPlanner.plan(c.question(), DayLimits.rounds(12, seed(c))))
                    .as(c.name())
                    .isEqualTo(c.plan());
            var fewer = c.question()
                    .withTrains(c.question()
                            .trains()
                            .subList(1, c.question().trains().size()));
            assertThat(DayPlanner.plan(fewer, DayLimits.rounds(12, 1)).figures().bound())
                    .as(c.name())
                    .isLessThan(c.plan().figures().cost());
        }
    }

    private static long seed(Case c) {
        return Long.parseLong(c.name().substring(c.name().indexOf(' ') + 1));
    }

    @Test
    void aPlanThatIsMendedWithoutNeedStaysAndWhatHasBegunStaysAnyway() {
        for (var c : CASES) {
            var later = c.question().after(c.plan().steps(), Days.at(10, 0));
            var mended = DayPlanner.plan(later, DayLimits.FIRST);
            assertThat(mended.moved()).as(c.name()).isZero();
            var broken = new ArrayList<>(c.question().closures());
            broken.add(YardClosure.of(YardResource.CRANE, "", Days.at(11, 0), Days.at(13, 0), "wind"));
            var windy = DayPlanner.plan(later.withClosures(broken), DayLimits.FIRST);
            assertThat(DayCheck.check(later.withClosures(broken), windy.steps()))
                    .as(c.name())
                    .isEmpty();
            for (var step : c.plan().steps()) {
                if (step.begin().isBefore(Days.at(10, 0))) {
                    assertThat(windy.steps())
                            .anyMatch(s -> s.is(step.trainId(), step.stage(), step.part())
                                    && s.begin().equals(step.begin())
                                    && s.unit().equals(step.unit()));
                }
            }
        }
    }
}
