package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** The way by an earlier deadline, found on a later scan, costs what a scan of its own deadline says. */
class TimelyWaysTest {

    @Test
    void aDeadlineOfItsOwnGivesTheWayOfAScanOfItsOwn() {
        int found = 0;
        int later = 0;
        for (int seed = 0; seed < 150; seed++) {
            var t = Timetable.of(RandomNetworks.of(seed), RandomNetworks.START, RandomNetworks.DAYS);
            var dice = Dice.of(seed, "timely");
            var wide = new PricedWays(t);
            var own = new PricedWays(t);
            for (int c = 0; c < wide.price.length; c++) {
                wide.price[c] = dice.nextInt(3) == 0 ? dice.nextInt(20_000) : 0;
                own.price[c] = wide.price[c];
            }
            int ready = dice.nextInt(2 * 1440);
            int deadline = ready + 300 + dice.nextInt(2 * 1440);
            own.to(1, ready, deadline, null, null);
            double expected = own.from(0, ready);
            wide.to(1, ready, deadline + 2 * 1440, null, null);
            later += wide.from(0, ready) < expected ? 1 : 0;
            double cost = new TimelyWays(t, wide).find(0, ready, deadline, PricedWays.CLOSED);
            if (expected >= PricedWays.CLOSED / 2) {
                assertThat(cost).as("network " + seed).isEqualTo(PricedWays.CLOSED);
                continue;
            }
            found++;
            assertThat(cost).as("network " + seed).isCloseTo(expected, within(5.0));
            var way = wide.way(0, ready);
            assertThat(t.minute(way.journey.arrives())).as("network " + seed).isLessThanOrEqualTo(deadline);
            double paid = way.journey.cost();
            for (int c : way.connections) {
                paid += wide.price[c];
            }
            assertThat(paid).as("network " + seed).isCloseTo(cost, within(5.0));
        }
        assertThat(found).isGreaterThan(20);
        assertThat(later).isGreaterThan(10);
    }

    @Test
    void nothingIsFoundThatIsNotBelowTheLimit() {
        for (int seed = 0; seed < 60; seed++) {
            var t = Timetable.of(RandomNetworks.of(seed), RandomNetworks.START, RandomNetworks.DAYS);
            var ways = new PricedWays(t);
            ways.to(1, 0, 5 * 1440, null, null);
            double least = ways.from(0, 0);
            if (least < PricedWays.CLOSED / 2) {
                int deadline = ways.arrival(0);
                var timely = new TimelyWays(t, ways);
                assertThat(timely.find(0, 0, deadline, least))
                        .as("network " + seed)
                        .isEqualTo(PricedWays.CLOSED);
                assertThat(timely.find(0, 0, deadline, least + 10))
                        .as("network " + seed)
                        .isCloseTo(least, within(5.0));
            }
        }
    }
}
