package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Every search against the trial of every way, on small random networks; thousands of them with -Dslow. */
class OracleTest {

    private static final int NETWORKS = System.getProperty("slow") == null ? 150 : 4_000;
    private static final int BOARDINGS = 3;

    private interface Body {
        void with(Network network, Timetable t, SplittableRandom random, String name);
    }

    private static void each(Body body) {
        for (int seed = 0; seed < NETWORKS; seed++) {
            var network = RandomNetworks.of(seed);
            var t = Timetable.of(network, RandomNetworks.START, RandomNetworks.DAYS);
            body.with(network, t, Dice.of(seed, "queries"), "network " + seed);
        }
    }

    private static List<Long> vector(Timetable t, Journey j, Set<Criteria> criteria) {
        long arrival = Duration.between(t.start(), j.arrives()).toMinutes();
        return Oracle.vector(
                new long[] {arrival, j.transfers(), j.cost(), j.co2(), Math.round(-1e6 * Math.log1p(-j.risk()))},
                criteria);
    }

    private static Set<List<Long>> vectors(Timetable t, List<Journey> journeys, Set<Criteria> criteria) {
        var all = new HashSet<List<Long>>();
        journeys.forEach(j ->
                assertThat(all.add(vector(t, j, criteria))).as("twice " + j).isTrue());
        return all;
    }

    @Test
    void theEarliestArrivalIsTheEarliestOfAllWays() {
        each((network, t, random, name) -> {
            var search = new EarliestArrival(t);
            var oracle = new Oracle(network, RandomNetworks.START, RandomNetworks.DAYS, 5);
            for (int q = 0; q < 3; q++) {
                int at = random.nextInt(3 * 1440);
                var criteria = EnumSet.of(Criteria.ARRIVAL);
                var best = oracle.front("P0", "P1", at, criteria);
                var found = search.find(0, 1, at);
                assertThat(vectors(t, found.stream().toList(), criteria))
                        .as(name + " at " + at)
                        .isEqualTo(best);
            }
        });
    }

    @Test
    void arrivalAndTransfersAreTheFrontOfAllWays() {
        each((network, t, random, name) -> {
            var search = new RoundSearch(t, BOARDINGS);
            int at = random.nextInt(3 * 1440);
            var criteria = EnumSet.of(Criteria.ARRIVAL, Criteria.TRANSFERS);
            var best = new Oracle(network, RandomNetworks.START, RandomNetworks.DAYS, BOARDINGS)
                    .front("P0", "P1", at, criteria);
            assertThat(vectors(t, search.find(0, 1, at), criteria))
                    .as(name + " at " + at)
                    .isEqualTo(best);
        });
    }

    @Test
    void moreCriteriaAreTheFrontOfAllWaysWithEveryWaitPaid() {
        var sets = List.of(
                EnumSet.of(Criteria.ARRIVAL, Criteria.COST),
                EnumSet.of(Criteria.ARRIVAL, Criteria.TRANSFERS, Criteria.COST),
                EnumSet.of(Criteria.ARRIVAL, Criteria.COST, Criteria.CO2),
                EnumSet.allOf(Criteria.class));
        each((network, t, random, name) -> {
            int at = random.nextInt(3 * 1440);
            var oracle = new Oracle(network, RandomNetworks.START, RandomNetworks.DAYS, BOARDINGS);
            for (var criteria : sets) {
                var search = new ParetoSearch(t, new ParetoSearch.Question(criteria, -1, BOARDINGS));
                var best = oracle.front("P0", "P1", at, criteria);
                assertThat(vectors(t, search.find(0, 1, at), criteria))
                        .as(name + " " + criteria + " at " + at)
                        .isEqualTo(best);
            }
        });
    }

    @Test
    void aPlaceThatMustBeUsedIsUsed() {
        each((network, t, random, name) -> {
            int at = random.nextInt(2 * 1440);
            var criteria = EnumSet.of(Criteria.ARRIVAL, Criteria.TRANSFERS, Criteria.COST);
            var best = new Oracle(network, RandomNetworks.START, RandomNetworks.DAYS, BOARDINGS)
                    .mustUse("P2")
                    .front("P0", "P1", at, criteria);
            var search = new ParetoSearch(t, new ParetoSearch.Question(criteria, 2, BOARDINGS));
            assertThat(vectors(t, search.find(0, 1, at), criteria))
                    .as(name + " at " + at)
                    .isEqualTo(best);
        });
    }

    @Test
    void oneSearchObjectAnswersManyQueriesAlike() {
        each((network, t, random, name) -> {
            var criteria = EnumSet.of(Criteria.ARRIVAL, Criteria.TRANSFERS, Criteria.COST);
            var question = new ParetoSearch.Question(criteria, -1, BOARDINGS);
            var used = new ParetoSearch(t, question);
            var rounds = new RoundSearch(t, BOARDINGS);
            for (int q = 0; q < 4; q++) {
                int from = random.nextInt(4);
                int to = random.nextInt(4);
                int at = random.nextInt(3 * 1440);
                assertThat(used.find(from, to, at))
                        .as(name)
                        .isEqualTo(new ParetoSearch(t, question).find(from, to, at));
                assertThat(rounds.find(from, to, at))
                        .as(name)
                        .isEqualTo(new RoundSearch(t, BOARDINGS).find(from, to, at));
            }
        });
    }

    @Test
    void theLatestReadinessForADeadlineIsTheLastMinuteThatKeepsIt() {
        each((network, t, random, name) -> {
            var search = new EarliestArrival(t);
            int deadline = 1440 + random.nextInt(5 * 1440);
            int latest = search.latestReady(0, 1, 0, deadline);
            if (latest < 0) {
                assertThat(search.arrival(0, 1, 0)).as(name).isGreaterThan(deadline);
            } else {
                assertThat(search.arrival(0, 1, latest)).as(name).isLessThanOrEqualTo(deadline);
                assertThat(search.arrival(0, 1, latest + 1)).as(name).isGreaterThan(deadline);
            }
        });
    }

    @Test
    void aRangeIsTheFrontOfAllDeparturesOfTheWindow() {
        each((network, t, random, name) -> {
            var criteria = EnumSet.of(Criteria.ARRIVAL, Criteria.TRANSFERS, Criteria.COST);
            var question = new ParetoSearch.Question(criteria, -1, BOARDINGS);
            int first = random.nextInt(1440);
            int last = first + 2 * 1440;
            var found = new ParetoSearch(t, question).range(0, 1, first, last);
            var withoutLinks = new Network(
                    network.stations(),
                    network.lines(),
                    network.links().stream()
                            .filter(k -> !(k.from().equals("P0") && k.to().equals("P1")))
                            .toList());
            var plain = Timetable.of(withoutLinks, RandomNetworks.START, RandomNetworks.DAYS);
            var one = new ParetoSearch(plain, question);
            var all = new HashSet<List<Long>>();
            for (int at = first; at <= last; at += 5) {
                for (var j : one.find(0, 1, at)) {
                    var v = new java.util.ArrayList<>(vector(plain, j, criteria));
                    v.add((long) -at);
                    all.add(List.copyOf(v));
                }
            }
            var seen = new HashSet<List<Long>>();
            for (var j : found) {
                var v = new java.util.ArrayList<>(vector(t, j, criteria));
                v.add(-Duration.between(t.start(), j.ready()).toMinutes());
                seen.add(List.copyOf(v));
            }
            for (var v : all) {
                assertThat(seen).as(name + " misses " + v).anyMatch(w -> w.equals(v) || Oracle.beats(w, v));
            }
            for (var w : seen) {
                assertThat(seen).as(name + " has a beaten " + w).noneMatch(v -> Oracle.beats(v, w));
            }
        });
    }
}
