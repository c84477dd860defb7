package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** When a truck may leave that finds one of its ends closed, held against a walk over every minute. */
class ShutTest {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final int DAYS = 3;

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static Link link(String hours, int minutes) {
        return new Link("A", "B", "road", OpeningHours.parse(hours), minutes, 0, 0, "");
    }

    private static int[] openings(Link link, List<Closure> closures) {
        return new Shut(closures, START).openings(link, link.hours().openings(START, DAYS + 2, ZoneOffset.UTC));
    }

    @Test
    void aTruckLeavesInExactlyTheMinutesInWhichBothItsEndsAreOpenToIt() {
        for (int seed = 0; seed < 80; seed++) {
            var random = Dice.of(seed, "shut");
            var link = link(random.nextBoolean() ? "" : "123 06:00-20:00", 1 + random.nextInt(900));
            var closures = new ArrayList<Closure>();
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                int from = random.nextInt(DAYS * 1440);
                closures.add(new Closure(
                        List.of("A", "B", "C").get(random.nextInt(3)), at(from), at(from + 1 + random.nextInt(1500))));
            }
            int[] pairs = openings(link, closures);
            int[] hours = link.hours().openings(START, DAYS + 2, ZoneOffset.UTC);
            for (int m = 0; m < DAYS * 1440; m += 7) {
                int minute = m;
                boolean open = Timetable.open(hours, m) == m
                        && closures.stream()
                                .noneMatch(c -> c.place().equals("A") && c.at(at(minute))
                                        || c.place().equals("B") && c.at(at(minute + link.minutes())));
                assertThat(Timetable.open(pairs, m) == m)
                        .as("network %d at %d with %s", seed, m, closures)
                        .isEqualTo(open);
            }
        }
    }

    @Test
    void theFirstMinuteAfterAClosureIsOpenAndTheLastOfItIsNot() {
        var closed = List.of(new Closure("A", at(100), at(200)));
        int[] pairs = openings(link("", 60), closed);
        assertThat(Timetable.open(pairs, 99)).isEqualTo(99);
        assertThat(Timetable.open(pairs, 100)).isEqualTo(200);
        assertThat(Timetable.open(pairs, 199)).isEqualTo(200);
        assertThat(Timetable.open(pairs, 200)).isEqualTo(200);
    }

    @Test
    void atTheFarEndTheTruckIsKeptBackUntilItArrivesAtTheOpening() {
        int[] pairs = openings(link("", 60), List.of(new Closure("B", at(100), at(200))));
        assertThat(Timetable.open(pairs, 39)).isEqualTo(39);
        assertThat(Timetable.open(pairs, 40)).isEqualTo(140);
        assertThat(Timetable.open(pairs, 140)).isEqualTo(140);
    }

    @Test
    void aClosureThatEndsWithinAMinuteHoldsUntilTheNextWholeOne() {
        var odd = List.of(new Closure("A", at(10).plusSeconds(30), at(20).plusSeconds(30)));
        int[] pairs = openings(link("", 5), odd);
        assertThat(Timetable.open(pairs, 10))
                .as("it closes half a minute later")
                .isEqualTo(10);
        assertThat(Timetable.open(pairs, 11)).isEqualTo(21);
        assertThat(Timetable.open(pairs, 20)).isEqualTo(21);
    }

    @Test
    void whereNothingOfItIsClosedTheHoursStayTheVeryOnes() {
        var link = link("1234567 06:00-20:00", 60);
        int[] hours = link.hours().openings(START, DAYS, ZoneOffset.UTC);
        assertThat(new Shut(List.of(new Closure("C", at(0), at(9000))), START).openings(link, hours))
                .isSameAs(hours);
        assertThat(new Shut(List.of(), START).openings(link, hours)).isSameAs(hours);
    }

    @Test
    void aTrainIsStoppedWhenAnyMinuteOfItsStayFallsIntoTheClosure() {
        var line = new Sketch()
                .places("Z", "A", "B", "C")
                .line("L", "1 00:00", "A, B 600 1, C 900 1")
                .network()
                .line("L");
        for (int from = 0; from < 1200; from += 50) {
            var closure = new Closure("B", at(from), at(from + 100));
            var shut = new Shut(List.of(closure), START);
            boolean there = from <= 600 && 600 < from + 100;
            assertThat(shut.stops(line, 0)).as("closed from " + from).isEqualTo(there);
            assertThat(shut.stops(line, 50)).isEqualTo(from <= 650 && 650 < from + 100);
        }
        assertThat(Duration.between(START, at(60))).isEqualTo(Duration.ofHours(1));
    }
}
