package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The book of who has which unit when, against a plain list of the same. */
class DayUnitsTest {

    private static final long START = Days.FROM.getEpochSecond();

    private static DayUnits units(YardClosure... closures) {
        return new DayUnits(new DayModel(Days.day("dostyk", 3, 1).withClosures(List.of(closures))));
    }

    private static long hour(int hour) {
        return START + 3_600L * hour;
    }

    @Test
    void aFreeUnitIsThereAtOnce() {
        assertThat(units().earliest(0, 0, hour(3), 3_600, 3_600)).isEqualTo(hour(3));
    }

    @Test
    void workFitsBeforeBetweenAndBehindWhatIsTaken() {
        var units = units();
        units.take(0, 1, hour(4), hour(5));
        units.take(0, 2, hour(7), hour(8));
        assertThat(units.earliest(0, 0, hour(3), 3_600, 3_600)).isEqualTo(hour(3));
        assertThat(units.earliest(0, 0, hour(3) + 1, 3_600, 3_600)).isEqualTo(hour(5));
        assertThat(units.earliest(0, 0, hour(4), 2 * 3_600, 2 * 3_600)).isEqualTo(hour(5));
        assertThat(units.earliest(0, 0, hour(4), 2 * 3_600 + 1, 2 * 3_600 + 1)).isEqualTo(hour(8));
        assertThat(units.earliest(1, 0, hour(4), 3_600, 3_600)).isEqualTo(hour(4));
    }

    @Test
    void aUnitThatIsKeptIsFreeWhenItsTrainLeavesIt() {
        var units = units();
        units.take(0, 1, hour(4), DayUnits.NEVER);
        assertThat(units.earliest(0, 0, hour(5), 60, 60)).isEqualTo(DayUnits.NEVER);
        assertThat(units.earliest(0, 0, hour(3), 3_600, 3_600)).isEqualTo(hour(3));
        units.free(0, 1, hour(9));
        assertThat(units.earliest(0, 0, hour(5), 60, 60)).isEqualTo(hour(9));
    }

    @Test
    void whoKeepsAUnitForGoodNeedsItFreeForGood() {
        var units = units();
        units.take(0, 1, hour(10), hour(11));
        assertThat(units.earliest(0, 0, hour(3), DayUnits.NEVER, 3_600)).isEqualTo(hour(11));
    }

    @Test
    void aClosureStopsAllButTheTrainItIsReservedFor() {
        var layout = Days.layout("dostyk");
        var crane = layout.units(YardResource.CRANE).get(0);
        var trains = Days.day("dostyk", 3, 1).trains();
        var units = units(new YardClosure(
                YardResource.CRANE,
                crane.id(),
                Days.at(6, 0),
                Days.at(9, 0),
                trains.get(1).id(),
                "reserved"));
        int number = layout.units().indexOf(crane);
        assertThat(units.earliest(number, 0, hour(5), 3_600, 3_600)).isEqualTo(hour(5));
        assertThat(units.earliest(number, 0, hour(5), 3_601, 3_601)).isEqualTo(hour(9));
        assertThat(units.earliest(number, 1, hour(7), 3_600, 3_600)).isEqualTo(hour(7));
    }

    @Test
    void aCopyIsItsOwn() {
        var units = units();
        var copy = units.copy();
        copy.take(0, 1, hour(4), hour(5));
        assertThat(units.earliest(0, 0, hour(4), 60, 60)).isEqualTo(hour(4));
        units.copyFrom(copy);
        assertThat(units.earliest(0, 0, hour(4), 60, 60)).isEqualTo(hour(5));
    }

    @Test
    void theFirstFreeMomentIsTheOneThatTryingEveryMinuteFinds() {
        var random = new SplittableRandom(3);
        for (int turn = 0; turn < 60; turn++) {
            var units = units();
            var taken = new ArrayList<long[]>();
            for (int i = 0; i < 12; i++) {
                long begin = hour(0) + 60L * random.nextInt(900);
                long end = begin + 60L * (1 + random.nextInt(90));
                if (taken.stream().noneMatch(t -> t[0] < end && begin < t[1])) {
                    taken.add(new long[] {begin, end});
                    units.take(0, 1, begin, end);
                }
            }
            long length = 60L * (1 + random.nextInt(120));
            long ready = hour(0) + 60L * random.nextInt(900);
            long expected = ready;
            while (meets(taken, expected, length)) {
                expected += 60;
            }
            assertThat(units.earliest(0, 0, ready, length, length)).isEqualTo(expected);
        }
    }

    private static boolean meets(List<long[]> taken, long begin, long length) {
        return taken.stream().anyMatch(t -> t[0] < begin + length && begin < t[1]);
    }
}
