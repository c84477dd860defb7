package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** What is stored pays by the day beyond its free time: who is first at a hub is not always the cheapest behind it. */
class WaitingCostTest {

    /** A Monday. */
    private static final String START = "2026-11-02T00:00:00Z";

    private static final Set<Criteria> TWO = EnumSet.of(Criteria.ARRIVAL, Criteria.COST);

    /** A hub with a day free and 144 a day beyond, that is one for each ten minutes; a train behind it on Fridays. */
    private static Sketch hub() {
        return new Sketch()
                .places("Z", "A", "B")
                .place("Z", "H", "", 0, new Station.Storage(1440, 144))
                .line("on", "5 12:00", "H, B 600 1000");
    }

    private static List<Journey> ways(Sketch sketch) {
        return new ParetoSearch(sketch.table(START, 14), new ParetoSearch.Question(TWO)).find(0, 1, 0);
    }

    @Test
    void theLaterTrainToTheHubIsTakenWhereTheEarlierWouldPayForItsWaiting() {
        var ways = ways(hub().line("early", "1 00:00", "A, H 600 500").line("late", "4 00:00", "A, H 600 500"));
        assertThat(ways).singleElement().satisfies(way -> {
            assertThat(way.legs()).extracting(Journey.Leg::line).containsExactly("late", "on");
            // Thursday 10:00 to Friday 12:00: two hours beyond the free day
            assertThat(way.storage()).isEqualTo(12);
            assertThat(way.cost()).isEqualTo(500 + 12 + 1000);
        });
    }

    @Test
    void theEarlierTrainIsTakenWhereItIsCheaperByMoreThanItsWaiting() {
        // Monday 10:00 to Friday 12:00 are four days and two hours, of which one is free: 444
        var cheap = ways(hub().line("early", "1 00:00", "A, H 600 500").line("late", "4 00:00", "A, H 600 933"));
        assertThat(cheap).singleElement().satisfies(way -> {
            assertThat(way.legs().get(0).line()).isEqualTo("early");
            assertThat(way.cost()).isEqualTo(500 + 444 + 1000);
        });
        var dear = ways(hub().line("early", "1 00:00", "A, H 600 500").line("late", "4 00:00", "A, H 600 931"));
        assertThat(dear).singleElement().satisfies(way -> {
            assertThat(way.legs().get(0).line()).isEqualTo("late");
            assertThat(way.cost()).isEqualTo(931 + 12 + 1000);
        });
    }

    @Test
    void goodsThatWaitAtTheirStartOrWithinTheFreeTimePayNothing() {
        var ways = ways(hub().line("same", "5 00:00", "A, H 600 500"));
        assertThat(ways).singleElement().satisfies(way -> {
            assertThat(way.storage()).isZero();
            assertThat(way.cost()).isEqualTo(1500);
        });
    }

    @Test
    void whereNothingIsStoredForMoneyTheFirstTrainOfEqualOnesWillDo() {
        var free = new Sketch()
                .places("Z", "A", "B", "H")
                .line("on", "5 12:00", "H, B 600 1000")
                .line("early", "1 00:00", "A, H 600 500")
                .line("late", "4 00:00", "A, H 600 500");
        assertThat(ways(free))
                .singleElement()
                .satisfies(way -> assertThat(way.cost()).isEqualTo(1500));
    }

    @Test
    void storageCountsTheMinutesBeyondTheFreeTimeAndRoundsDown() {
        var storage = new Station.Storage(60, 1000);
        assertThat(storage.cost(0)).isZero();
        assertThat(storage.cost(60)).isZero();
        assertThat(storage.cost(61)).isZero();
        assertThat(storage.cost(62)).isEqualTo(1);
        assertThat(storage.cost(60 + 1440)).isEqualTo(1000);
        assertThat(storage.cost(60 + 10 * 1440)).isEqualTo(10_000);
    }

    /** One hub with up to seven lines to it and seven from it on random days: the front by plain arithmetic over all pairs. */
    @Test
    void overAHubTheFrontIsThatOfAllPairsOfTrains() {
        int waited = 0;
        for (int seed = 0; seed < 150; seed++) {
            var random = Dice.of(seed, "hub");
            int free = 360 * random.nextInt(6);
            int perDay = 10 * random.nextInt(80);
            var sketch = new Sketch().places("Z", "A", "B").place("Z", "H", "", 0, new Station.Storage(free, perDay));
            var in = trains(random, "in", sketch, "A", "H");
            var out = trains(random, "out", sketch, "H", "B");
            var front = new HashSet<List<Long>>();
            for (var one : in) {
                for (var two : out) {
                    long wait = two.leaves() - one.leaves() - one.minutes();
                    if (wait >= 0) {
                        long paid = wait <= free ? 0 : perDay * (wait - free) / 1440;
                        front.add(List.of(two.leaves() + two.minutes(), one.cost() + two.cost() + paid));
                    }
                }
            }
            var best = front.stream()
                    .filter(v -> front.stream().noneMatch(w -> Oracle.beats(w, v)))
                    .collect(Collectors.toSet());
            var t = sketch.table(START, 14);
            var found = new ParetoSearch(t, new ParetoSearch.Question(TWO)).find(0, 1, 0);
            assertThat(found.stream()
                            .map(j -> List.of(
                                    Duration.between(t.start(), j.arrives()).toMinutes(), (long) j.cost()))
                            .collect(Collectors.toSet()))
                    .as("hub " + seed)
                    .isEqualTo(best);
            waited += (int) found.stream().filter(j -> j.storage() > 0).count();
        }
        assertThat(waited).as("ways that pay for waiting").isGreaterThan(50);
    }

    private record Train(long leaves, long minutes, long cost) {}

    /** Lines of one weekday and hour, each with its two departures of a fortnight. */
    private static List<Train> trains(SplittableRandom random, String name, Sketch sketch, String from, String to) {
        var trains = new java.util.ArrayList<Train>();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            int day = random.nextInt(7);
            int hour = random.nextInt(24);
            int minutes = 60 * (1 + random.nextInt(40));
            int cost = 100 * (1 + random.nextInt(20));
            sketch.line(name + i, "%d %02d:00".formatted(day + 1, hour), from + ", " + to + " " + minutes + " " + cost);
            for (int week = 0; week < 2; week++) {
                trains.add(new Train(1440L * (7 * week + day) + 60 * hour, minutes, cost));
            }
        }
        return trains;
    }
}
