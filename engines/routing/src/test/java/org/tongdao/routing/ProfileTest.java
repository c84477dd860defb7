package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongdao.terms.Dice;

/** A range says at every moment of its window what a search of that moment says, and the latest readiness is the mirror of the earliest arrival. */
class ProfileTest {

    private static final int PLACES = 90;
    private static final int DAYS = 10;
    private static final int WINDOW = 2 * 1440;
    private static final int PAIRS = 12;

    private interface Body {
        void of(Timetable t, int from, int to, SplittableRandom random);
    }

    /** Pairs of places that no truck joins without a service: such a truck has no departure and is in no range. */
    private static void pairs(NetworkGenerator.Kind kind, Body body) {
        var network = NetworkGenerator.of(kind, PLACES, 5);
        var t = Timetable.of(
                network, NetworkGenerator.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), DAYS);
        var random = Dice.of(8, "profiles of " + kind);
        int done = 0;
        while (done < PAIRS) {
            int from = random.nextInt(PLACES);
            int to = random.nextInt(PLACES);
            var a = network.stations().get(from).id();
            var b = network.stations().get(to).id();
            boolean joined = network.links().stream().anyMatch(k -> k.from().equals(a) && k.to().equals(b));
            if (from != to && !joined) {
                body.of(t, from, to, random);
                done++;
            }
        }
    }

    private static List<Journey> range(Timetable t, int from, int to, int first) {
        var question = new ParetoSearch.Question(EnumSet.of(Criteria.ARRIVAL), -1, RoundSearch.MAX_BOARDINGS);
        return new ParetoSearch(t, question).range(from, to, first, first + WINDOW);
    }

    private static int minute(Timetable t, java.time.Instant at) {
        return (int) Duration.between(t.start(), at).toMinutes();
    }

    @ParameterizedTest
    @EnumSource
    void atEveryMomentTheRangeHoldsTheEarliestArrivalOfThatMoment(NetworkGenerator.Kind kind) {
        pairs(kind, (t, from, to, random) -> {
            int first = random.nextInt(1440);
            var range = range(t, from, to, first);
            var scan = new EarliestArrival(t);
            for (int i = 0; i < 30; i++) {
                int at = first + random.nextInt(WINDOW);
                int best = range.stream()
                        .filter(j -> minute(t, j.ready()) >= at)
                        .mapToInt(j -> minute(t, j.arrives()))
                        .min()
                        .orElse(Timetable.NEVER);
                int alone = scan.arrival(from, to, at);
                if (best < Timetable.NEVER) {
                    assertThat(best).as("%d to %d at %d", from, to, at).isEqualTo(alone);
                } else {
                    assertThat(alone)
                            .as("only what leaves after the window is left")
                            .isEqualTo(scan.arrival(from, to, first + WINDOW));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aJourneyOfTheRangeIsTheLastChanceForItsArrival(NetworkGenerator.Kind kind) {
        pairs(kind, (t, from, to, random) -> {
            var scan = new EarliestArrival(t);
            int first = random.nextInt(1440);
            for (var j : range(t, from, to, first)) {
                int ready = minute(t, j.ready());
                int arrives = minute(t, j.arrives());
                assertThat(scan.arrival(from, to, ready)).isEqualTo(arrives);
                if (ready < first + WINDOW) {
                    assertThat(scan.arrival(from, to, ready + 1)).isGreaterThan(arrives);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void noWayOfARangeIsBeatenByALaterDepartureHoweverManyTrainsThatTakes(NetworkGenerator.Kind kind) {
        var question = new ParetoSearch.Question(EnumSet.of(Criteria.ARRIVAL, Criteria.COST, Criteria.CO2), -1, 6);
        pairs(kind, (t, from, to, random) -> {
            int first = random.nextInt(1440);
            var ways = new ParetoSearch(t, question)
                    .range(from, to, first, first + WINDOW / 2).stream()
                            .map(j -> List.of(
                                    -j.ready().getEpochSecond(), j.arrives().getEpochSecond(), (long) j.cost(), (long)
                                            j.co2()))
                            .toList();
            assertThat(ways).doesNotHaveDuplicates();
            for (var way : ways) {
                assertThat(ways).noneMatch(other -> Oracle.beats(other, way));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theLatestReadinessMirrorsTheEarliestArrival(NetworkGenerator.Kind kind) {
        pairs(kind, (t, from, to, random) -> {
            var scan = new EarliestArrival(t);
            for (int i = 0; i < 5; i++) {
                int ready = random.nextInt(3 * 1440);
                int arrives = scan.arrival(from, to, ready);
                if (arrives < Timetable.NEVER) {
                    int latest = scan.latestReady(from, to, ready, arrives);
                    assertThat(latest).isGreaterThanOrEqualTo(ready);
                    assertThat(scan.arrival(from, to, latest)).isEqualTo(arrives);
                    assertThat(scan.arrival(from, to, latest + 1)).isGreaterThan(arrives);
                    assertThat(scan.latestReady(from, to, latest + 1, arrives)).isEqualTo(-1);
                    assertThat(scan.latestReady(from, to, ready, arrives - 1)).isEqualTo(-1);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoIsReadyLaterIsNeverThereEarlier(NetworkGenerator.Kind kind) {
        pairs(kind, (t, from, to, random) -> {
            var scan = new EarliestArrival(t);
            int before = scan.arrival(from, to, 0);
            for (int at = 0; at < 4 * 1440; at += 97) {
                int now = scan.arrival(from, to, at);
                assertThat(now).isGreaterThanOrEqualTo(before).isGreaterThan(at);
                before = now;
            }
        });
    }
}
