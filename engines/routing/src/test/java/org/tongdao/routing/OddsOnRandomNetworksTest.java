package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Late trains, queues, inspections and missed connections on small networks with opening hours, two gauges and a clock change: the folded shares are those drawn. */
class OddsOnRandomNetworksTest {

    private static final int NETWORKS = System.getProperty("slow") == null ? 60 : 600;

    private static final int DAYS = 20;
    private static final int DRAWS = 4_000;

    /** The simulation's own error: four standard deviations of a share of a half, and a little for what is spread within a minute. */
    private static final double APART = 4 * 0.5 / Math.sqrt(DRAWS) + 0.005;

    private static Triangle spread(SplittableRandom random, int most) {
        int max = 30 * (1 + random.nextInt(most));
        return new Triangle(0, random.nextInt(max + 1), max);
    }

    /** The same network where everything may take longer. */
    static Network unsure(Network plain, SplittableRandom random) {
        var stations = new ArrayList<Station>();
        for (var s : plain.stations()) {
            var check = new Station.Check(
                    spread(random, 20),
                    random.nextInt(3) * 0.2,
                    spread(random, 30),
                    s.check().risk());
            stations.add(new Station(
                    s.id(),
                    s.nameEn(),
                    s.nameZh(),
                    s.country(),
                    s.lat(),
                    s.lon(),
                    s.zone(),
                    s.hours(),
                    s.handling(),
                    s.storage(),
                    check,
                    s.source()));
        }
        var lines = plain.lines().stream()
                .map(l -> new Line(
                        l.id(),
                        l.mode(),
                        l.gaugeMm(),
                        l.calls(),
                        l.days(),
                        l.cutOff(),
                        l.capacity(),
                        l.admission(),
                        spread(random, 25),
                        l.risk(),
                        l.source()))
                .toList();
        return new Network(stations, lines, plain.links());
    }

    private static double share(double[] days, double limit) {
        return Arrays.stream(days).filter(d -> d <= limit).count() / (double) days.length;
    }

    @Test
    void theSharesAreThoseThatAreDrawn() {
        int compared = 0;
        int missed = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            var random = Dice.of(seed, "unsure");
            var network = unsure(RandomNetworks.of(seed), random);
            var t = Timetable.of(network, RandomNetworks.START, DAYS);
            int at = 1440 + random.nextInt(1440);
            var ways = new ParetoSearch(t, new ParetoSearch.Question(Set.of(Criteria.ARRIVAL, Criteria.COST), -1, 3))
                    .find(0, 1, at);
            for (var way : ways.subList(0, Math.min(2, ways.size()))) {
                var odds = new OddsSearch(t).of(way);
                var drawn = new Simulation(t, Dice.of(seed, "draws")).days(way, DRAWS);
                compared++;
                for (double quantile : new double[] {0.02, 0.1, 0.5, 0.9}) {
                    double limit = Math.ceil(drawn[(int) (quantile * DRAWS)] * 48) / 48;
                    if (limit <= DAYS / 2.0) { // the end of the timetable cuts the folded shares off
                        assertThat(odds.within(limit))
                                .as("network %d within %s days %s", seed, limit, way)
                                .isCloseTo(share(drawn, limit), within(APART));
                    }
                }
                double planned = Duration.between(way.ready(), way.arrives()).toMinutes() / 1440.0;
                missed += odds.days(0.9) > planned + 0.9 ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(NETWORKS / 2);
        assertThat(missed)
                .as("ways on which a connection is missed now and then")
                .isGreaterThan(NETWORKS / 15);
    }

    @Test
    void moreTimeNeverMakesItLessLikely() {
        for (int seed = 0; seed < NETWORKS; seed++) {
            var random = Dice.of(seed, "unsure");
            var t = Timetable.of(unsure(RandomNetworks.of(seed), random), RandomNetworks.START, DAYS);
            for (var way : new RoundSearch(t, 3).find(0, 1, 1440 + random.nextInt(1440))) {
                var odds = new OddsSearch(t).of(way);
                double before = 0;
                for (double days = 0; days < DAYS; days += 0.5) {
                    assertThat(odds.within(days)).as("network %d", seed).isBetween(before, 1.0);
                    before = odds.within(days);
                }
                assertThat(odds.days(0.5)).isLessThanOrEqualTo(odds.days(0.9));
                assertThat(Arrays.stream(odds.shares()).sum()).isLessThanOrEqualTo(1 + 1e-9);
            }
        }
    }
}
