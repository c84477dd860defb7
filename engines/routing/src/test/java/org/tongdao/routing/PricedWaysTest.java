package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** The cheapest way by a deadline against the trial of every way, and what prices and full departures do to it. */
class PricedWaysTest {

    private static final int BOARDINGS = 5;
    /** Storage is rounded to the goods' favour, less than one minor unit a wait. */
    private static final int ROUNDED = BOARDINGS;

    private interface Body {
        void with(Network network, Timetable t, PricedWays ways, int seed);
    }

    private static void each(Body body) {
        for (int seed = 0; seed < 60; seed++) {
            var network = RandomNetworks.of(seed);
            var t = Timetable.of(network, RandomNetworks.START, RandomNetworks.DAYS);
            body.with(network, t, new PricedWays(t), seed);
        }
    }

    private static long best(Network network, int ready, int deadline) {
        return new Oracle(network, RandomNetworks.START, RandomNetworks.DAYS, BOARDINGS)
                .front("P0", "P1", ready, EnumSet.of(Criteria.ARRIVAL, Criteria.COST)).stream()
                        .filter(v -> v.get(0) <= deadline)
                        .mapToLong(v -> v.get(2))
                        .min()
                        .orElse(Long.MAX_VALUE);
    }

    @Test
    void theCheapestWayByADeadlineIsTheCheapestOfAllWays() {
        int[] ways = {0};
        each((network, t, priced, seed) -> {
            var random = Dice.of(seed, "deadlines");
            int ready = random.nextInt(2 * 1440);
            int deadline = ready + 600 + random.nextInt(4 * 1440);
            priced.to(1, ready, deadline, null, null);
            double found = priced.from(0, ready);
            long best = best(network, ready, deadline);
            assertThat(found).as("network " + seed).isLessThanOrEqualTo(best == Long.MAX_VALUE ? found : best + 1e-6);
            if (found < PricedWays.CLOSED / 2) {
                var way = priced.way(0, ready);
                ways[0]++;
                assertThat(priced.arrival(ready)).as("network " + seed).isLessThanOrEqualTo(deadline);
                assertThat(t.minute(way.journey.arrives())).isEqualTo(priced.arrival(ready));
                assertThat((long) way.journey.cost()).as("network " + seed).isBetween(best, best + ROUNDED);
                assertThat(found).as("network " + seed).isBetween(best - (double) ROUNDED, (double) best);
            } else {
                assertThat(best).as("network " + seed).isEqualTo(Long.MAX_VALUE);
            }
        });
        assertThat(ways[0]).isGreaterThan(15);
    }

    @Test
    void aPriceIsPaidAndAClosedConnectionIsNotUsed() {
        each((network, t, priced, seed) -> {
            priced.to(1, 0, 5 * 1440, null, null);
            double free = priced.from(0, 0);
            if (free >= PricedWays.CLOSED / 2 || priced.connections().length == 0) {
                return;
            }
            var used = priced.connections();
            Arrays.fill(priced.price, 7);
            priced.to(1, 0, 5 * 1440, null, null);
            assertThat(priced.from(0, 0)).as("network " + seed).isBetween(free + 7, free + 7.0 * used.length + 1e-6);
            Arrays.fill(priced.price, 0);
            priced.price[used[0]] = PricedWays.CLOSED;
            priced.to(1, 0, 5 * 1440, null, null);
            double without = priced.from(0, 0);
            assertThat(without).as("network " + seed).isGreaterThanOrEqualTo(free);
            if (without < PricedWays.CLOSED / 2) {
                assertThat(priced.connections()).as("network " + seed).doesNotContain(used[0]);
            }
        });
    }

    @Test
    void theConnectionsOfAWayAreThoseOfItsLegs() {
        each((network, t, priced, seed) -> {
            priced.to(1, 0, 5 * 1440, null, null);
            if (priced.from(0, 0) < PricedWays.CLOSED / 2) {
                var way = priced.way(0, 0);
                var again = new WayBack(t).of(way.journey);
                assertThat(again).as("network " + seed).isNotNull();
                assertThat(java.util.Objects.requireNonNull(again).journey).isEqualTo(way.journey);
                assertThat(Arrays.stream(again.connections).sorted().toArray())
                        .as("network " + seed)
                        .isEqualTo(way.connections);
            }
        });
    }

    @Test
    void aScanOverTheSameTimetableCanBeRepeated() {
        each((network, t, priced, seed) -> {
            priced.to(1, 0, 5 * 1440, null, null);
            double first = priced.from(0, 60);
            priced.to(2, 100, 2 * 1440, null, null);
            priced.from(0, 120);
            priced.to(1, 0, 5 * 1440, null, null);
            assertThat(priced.from(0, 60)).as("network " + seed).isEqualTo(first);
        });
    }
}
