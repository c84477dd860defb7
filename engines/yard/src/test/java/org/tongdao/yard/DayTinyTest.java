package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Days so small that every schedule can be tried. */
class DayTinyTest {

    /** One of each, and {@code tracks} of each kind of track. */
    private static YardLayout station(int tracks) {
        var units = new ArrayList<YardUnit>();
        for (var resource : YardResource.values()) {
            boolean track = resource.name().endsWith("_TRACK");
            for (int i = 1; i <= (track ? tracks : 1); i++) {
                units.add(YardUnit.of(resource, "" + resource.ordinal() + i));
            }
        }
        var usual = Days.layout("alashankou");
        return new YardLayout("tiny", "小", "Tiny", "AKL", units, usual.times(), usual.crane(), List.of(), List.of());
    }

    private static DayQuestion day(YardLayout layout, int[] boxes, YardMode mode, SplittableRandom random) {
        var trains = new ArrayList<DayTrain>();
        for (int i = 0; i < boxes.length; i++) {
            var arrival = Days.at(random.nextInt(3), random.nextInt(60));
            var due = random.nextInt(3) == 0
                    ? Optional.<java.time.Instant>empty()
                    : Optional.of(arrival.plusSeconds(60L * (120 + random.nextInt(300))));
            trains.add(new DayTrain("X" + i, arrival, 0, 0, 0, boxes[i], 0, List.of(), due, 1 + random.nextInt(3)));
        }
        return DayQuestion.of(layout, trains, Days.FROM).with(YardRules.of(mode));
    }

    /** Cases of two trains that change wagons, or of more that do not. */
    private static List<DayQuestion> cases() {
        var random = new SplittableRandom(5);
        var all = new ArrayList<DayQuestion>();
        for (int i = 0; i < 5; i++) {
            var mode = i % 2 == 0 ? YardMode.PARALLEL : YardMode.SERIAL;
            int[] boxes = {5 + random.nextInt(60), 5 + random.nextInt(60)};
            all.add(day(station(1 + i % 3), boxes, mode, random));
            all.add(day(station(1 + i % 3), new int[] {0, 0, 5 + random.nextInt(60)}, mode, random));
            all.add(day(station(1 + i % 2), new int[] {0, 0, 0}, mode, random));
        }
        return all;
    }

    @Test
    void theBoundIsNotAboveTheOptimumAndNoPlanIsBelowIt() {
        int equal = 0;
        int tight = 0;
        var cases = cases();
        for (var question : cases) {
            var plan = DayPlanner.plan(question, DayLimits.rounds(200, 1));
            long optimum = new DayBruteForce(question).optimum(plan.figures().cost());
            assertThat(DayCheck.check(question, plan.steps())).isEmpty();
            assertThat(plan.figures().cost()).isGreaterThanOrEqualTo(optimum);
            assertThat(plan.figures().bound()).isLessThanOrEqualTo(optimum);
            var first = DayPlanner.plan(question, DayLimits.FIRST).figures();
            assertThat(first.cost()).isGreaterThanOrEqualTo(plan.figures().cost());
            assertThat(first.bound()).isLessThanOrEqualTo(optimum);
            equal += plan.figures().cost() == optimum ? 1 : 0;
            tight += plan.figures().bound() >= 0.95 * optimum ? 1 : 0;
        }
        assertThat(equal).as("days planned at the optimum").isEqualTo(cases.size());
        assertThat(tight).as("days whose bound is within 5 %").isGreaterThan(cases.size() / 2);
    }

    @Test
    void aTrainAloneLeavesAfterItsOwnTimes() {
        var layout = station(1);
        var random = new SplittableRandom(2);
        var parallel = day(layout, new int[] {60}, YardMode.PARALLEL, random);
        long check = 40 * 60;
        long customs = 70 * 60;
        long change = (25 + 25) * 60 + layout.crane().seconds(60);
        long rest = (20 + 30 + 12) * 60;
        assertThat(DayPlanner.plan(parallel, DayLimits.FIRST).figures().dwell())
                .isEqualTo(check + Math.max(customs, change) + rest);
        var serial = parallel.with(YardRules.of(YardMode.SERIAL));
        assertThat(DayPlanner.plan(serial, DayLimits.FIRST).figures().dwell())
                .isEqualTo(check + customs + change + rest);
    }

    @Test
    void theSoonerAndTheHeavierTrainIsNotMadeToWaitForNothing() {
        var layout = station(1);
        var due = Optional.of(Days.at(5, 0));
        var light = new DayTrain("A", Days.at(0, 0), 0, 0, 0, 0, 0, List.of(), due, 1);
        var heavy = new DayTrain("B", Days.at(0, 0), 0, 0, 0, 0, 0, List.of(), Optional.of(Days.at(2, 2)), 9);
        var plan = DayPlanner.plan(DayQuestion.of(layout, List.of(light, heavy), Days.FROM), DayLimits.rounds(50, 1));
        assertThat(Days.step(plan, "B", YardStage.DEPARTURE).begin())
                .isBefore(Days.step(plan, "A", YardStage.DEPARTURE).begin());
        assertThat(plan.figures().lateTrains()).isZero();
    }

    @Test
    void moreUnitsNeverMakeTheOptimumWorse() {
        var random = new SplittableRandom(9);
        for (int i = 0; i < 3; i++) {
            int[] boxes = {10 + random.nextInt(50), 10 + random.nextInt(50)};
            var narrow = day(station(1), boxes, YardMode.PARALLEL, new SplittableRandom(i));
            var wide = day(station(2), boxes, YardMode.PARALLEL, new SplittableRandom(i));
            assertThat(optimum(wide)).isLessThanOrEqualTo(optimum(narrow));
        }
    }

    private static long optimum(DayQuestion question) {
        var known = DayPlanner.plan(question, DayLimits.FIRST).figures().cost();
        return new DayBruteForce(question).optimum(known);
    }
}
