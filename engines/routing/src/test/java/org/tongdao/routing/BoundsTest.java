package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** What is left to the target at the least must never be more than what the best of all ways takes. */
class BoundsTest {

    private record Measure(int number, int column, Criteria criterion) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure(Bounds.MINUTES, 0, Criteria.ARRIVAL),
            new Measure(Bounds.COST, 2, Criteria.COST),
            new Measure(Bounds.CO2, 3, Criteria.CO2),
            new Measure(Bounds.RISK, 4, Criteria.RISK));

    /** From ready at the origin: to board there, or by a link to where something is boarded, or by a link alone. */
    private static long fromStart(Timetable t, Bounds bounds, int origin, int target, int measure) {
        long least = Long.MAX_VALUE;
        for (int n = t.placeNode[origin]; n < t.placeNode[origin + 1]; n++) {
            least = Math.min(least, bounds.node(n));
        }
        for (int k = t.linkOut[origin]; k < t.linkOut[origin + 1]; k++) {
            int link = measure == Bounds.MINUTES
                    ? t.linkMinutes[k]
                    : measure == Bounds.COST ? t.linkCost[k] : measure == Bounds.CO2 ? t.linkCo2[k] : 0;
            int q = t.linkTo[k];
            least = Math.min(least, q == target ? link : Long.MAX_VALUE);
            for (int n = t.placeNode[q]; n < t.placeNode[q + 1]; n++) {
                least = Math.min(least, (long) link + bounds.node(n));
            }
        }
        return least;
    }

    @Test
    void noWayTakesLessThanItsBound() {
        int compared = 0;
        for (int seed = 0; seed < 80; seed++) {
            var network = RandomNetworks.of(seed);
            var t = Timetable.of(network, RandomNetworks.START, RandomNetworks.DAYS);
            int ready = Dice.of(seed, "bounds").nextInt(2 * 1440);
            var oracle = new Oracle(network, RandomNetworks.START, RandomNetworks.DAYS, 4);
            for (var m : MEASURES) {
                var bounds = new Bounds(t, m.number());
                bounds.to(0, 1);
                ToLongFunction<List<Long>> taken = v -> v.get(m.column()) - (m.column() == 0 ? ready : 0);
                var best = oracle.front("P0", "P1", ready, EnumSet.of(Criteria.ARRIVAL, m.criterion())).stream()
                        .mapToLong(taken)
                        .min();
                if (best.isPresent()) {
                    compared++;
                    assertThat(fromStart(t, bounds, 0, 1, m.number()))
                            .as("network " + seed + " " + m.criterion())
                            .isLessThanOrEqualTo(best.getAsLong());
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void fromEveryCallOfAJourneyTheBoundHolds() {
        int calls = 0;
        for (int seed = 0; seed < 80; seed++) {
            var t = Timetable.of(RandomNetworks.of(seed), RandomNetworks.START, RandomNetworks.DAYS);
            var bounds = new Bounds(t, Bounds.MINUTES);
            bounds.to(0, 1);
            var found = new EarliestArrival(t).find(0, 1, 600);
            if (found.isEmpty()) {
                continue;
            }
            for (var leg : found.orElseThrow().legs()) {
                if (!leg.line().isEmpty()) {
                    int place = t.findPlace(leg.to()).orElseThrow();
                    long left = Duration.between(
                                    leg.ready(), found.orElseThrow().arrives())
                            .toMinutes();
                    assertThat((long) bounds.place(place)).as("network " + seed).isLessThanOrEqualTo(Math.max(0, left));
                    calls++;
                }
            }
        }
        assertThat(calls).isGreaterThan(30);
    }

    @Test
    void whereAChangeOfGaugeIsCheaperThanHandlingTheBoundIsNotAboveItAndNoneIsQuicker() {
        int less = 0;
        for (int seed = 0; seed < 80; seed++) {
            var t = Timetable.of(RandomNetworks.of(seed), RandomNetworks.START, RandomNetworks.DAYS);
            var minutes = new Bounds(t, Bounds.MINUTES);
            minutes.to(0, 1);
            var costs = new Bounds(t, Bounds.COST);
            costs.to(0, 1);
            for (int n = 0; n < t.nodes(); n++) {
                int place = t.nodePlace[n];
                if (t.transload[place] >= 0 && minutes.node(n) < Bounds.FAR) {
                    assertThat(t.transload[place]).isGreaterThanOrEqualTo(t.handling[place]);
                    assertThat(minutes.place(place)).isLessThanOrEqualTo(minutes.node(n));
                    int cheaper = t.handlingCost[place] - t.transloadCost[place];
                    assertThat(costs.place(place)).isLessThanOrEqualTo(costs.node(n) - Math.max(0, cheaper));
                    less += cheaper > 0 ? 1 : 0;
                }
            }
        }
        assertThat(less).isGreaterThan(30);
    }

    @Test
    void aTargetThatNothingReachesIsFarFromEverywhere() {
        var network = RandomNetworks.of(1);
        var alone = new Network(network.stations(), List.of(network.lines().get(0)), List.of());
        var t = Timetable.of(alone, RandomNetworks.START, RandomNetworks.DAYS);
        int away = 0;
        while (t.placeStop[away] < t.placeStop[away + 1]) {
            away++;
        }
        var bounds = new Bounds(t, Bounds.COST);
        int origin = away == 0 ? 1 : 0;
        bounds.to(origin, away);
        for (int n = t.placeNode[origin]; n < t.placeNode[origin + 1]; n++) {
            assertThat(bounds.node(n)).isGreaterThanOrEqualTo(Bounds.FAR);
        }
    }
}
