package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.Dice;

/** Who stays in a bag, against all pairs compared: one beats another only if it is as good in everything even after waiting for it, and paying for that. */
class FrontsTest {

    private record Goods(int time, int cost, int co2, int risk, byte border) {

        boolean beats(Goods other, int perDay, boolean stretched) {
            boolean asGood = time <= other.time
                    && cost <= other.cost
                    && co2 <= other.co2
                    && risk <= other.risk
                    && border >= other.border;
            if (!asGood || perDay == 0 || time == other.time) {
                return asGood;
            }
            double waiting = perDay * (other.time - time) / 1440.0;
            return !stretched && cost + Math.ceil(waiting) <= other.cost;
        }
    }

    private final Labels labels = new Labels();
    private final Fronts fronts = new Fronts(labels, false);
    private final Bag bag = new Bag();

    private boolean keep(Goods g, int perDay, boolean stretched) {
        var c = fronts.candidate;
        c.at(g.time(), g.cost());
        c.co2 = g.co2();
        c.risk = g.risk();
        c.border = g.border();
        return fronts.keep(bag, perDay, stretched);
    }

    private Set<Goods> kept() {
        var all = new HashSet<Goods>();
        for (int i = 0; i < bag.size; i++) {
            int l = bag.labels[i];
            assertThat(bag.time[i]).isEqualTo(labels.time[l]);
            assertThat(bag.cost[i]).isEqualTo(labels.cost[l]);
            assertThat(all.add(
                            new Goods(labels.time[l], labels.cost[l], labels.co2[l], labels.risk[l], labels.border[l])))
                    .as("twice in the bag")
                    .isTrue();
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "144, false", "1440, false", "50000, false", "144, true"})
    void theBagHoldsWhatNoOtherBeatsWhateverTheOrder(int perDay, boolean stretched) {
        for (int seed = 0; seed < 60; seed++) {
            var random = Dice.of(seed, "bags");
            bag.size = 0;
            var all = new ArrayList<Goods>();
            for (int i = 0; i < 60; i++) {
                var goods = new Goods(
                        60 * random.nextInt(40), 10 * random.nextInt(30), random.nextInt(3), random.nextInt(2), (byte)
                                random.nextInt(2));
                all.add(goods);
                keep(goods, perDay, stretched);
            }
            var best = new HashSet<Goods>();
            for (var a : all) {
                if (all.stream().noneMatch(b -> !b.equals(a) && b.beats(a, perDay, stretched))) {
                    best.add(a);
                }
            }
            assertThat(kept()).as("bag " + seed).isEqualTo(best);
        }
    }

    @Test
    void theSameAgainIsNotKept() {
        var goods = new Goods(100, 50, 1, 1, (byte) 1);
        assertThat(keep(goods, 144, false)).isTrue();
        assertThat(keep(goods, 144, false)).isFalse();
        assertThat(kept()).containsExactly(goods);
    }

    @Test
    void theEarlierAndCheaperStaysBesideTheLaterUntilItsWaitingIsPaid() {
        var early = new Goods(0, 100, 0, 0, (byte) 1);
        assertThat(keep(early, 1440, false)).isTrue();
        // an hour of waiting is 60: 160 would be as good, 159 is better
        assertThat(keep(new Goods(60, 160, 0, 0, (byte) 1), 1440, false)).isFalse();
        assertThat(keep(new Goods(60, 159, 0, 0, (byte) 1), 1440, false)).isTrue();
        assertThat(bag.size).isEqualTo(2);
    }

    @Test
    void inARangeAWayOfMoreServicesDoesNotDriveOutOneOfFewer() {
        fronts.ranging = true;
        fronts.epoch = 5;
        fronts.round = 1;
        assertThat(keep(new Goods(100, 50, 0, 0, (byte) 1), 0, false)).isTrue();
        fronts.round = 2;
        assertThat(keep(new Goods(90, 40, 0, 0, (byte) 1), 0, false)).isTrue();
        assertThat(bag.size).as("the first boards less often").isEqualTo(2);
        fronts.epoch = 4;
        fronts.round = 1;
        assertThat(keep(new Goods(100, 50, 0, 0, (byte) 1), 0, false))
                .as("an earlier departure that is there no earlier")
                .isFalse();
        assertThat(keep(new Goods(95, 45, 0, 0, (byte) 1), 0, false))
                .as("the better one boards more often")
                .isTrue();
    }

    @Test
    void atTheEndOfARangeOnlyTheNumberOfServicesMayNotSaveAWay() {
        for (boolean transfers : List.of(true, false)) {
            var ends = new Fronts(labels, transfers);
            end(ends, 5, 2, 90, 40);
            end(ends, 4, 1, 95, 45);
            end(ends, 3, 1, 80, 99);
            assertThat(ends.ends.size).isEqualTo(3);
            ends.settle();
            assertThat(ends.ends.size).isEqualTo(transfers ? 3 : 2);
            ends.settle();
            assertThat(ends.ends.size).as("settled is settled").isEqualTo(transfers ? 3 : 2);
        }
    }

    private static void end(Fronts fronts, int epoch, int round, int time, int cost) {
        fronts.epoch = epoch;
        fronts.round = round;
        fronts.candidate.border = 1;
        fronts.candidate.at(time, cost);
        fronts.arrive();
    }
}
