package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** The journeys found so far, against the definition of "beaten" on random candidates. */
class EndsTest {

    private record Point(int time, int cost, int round) {

        boolean beats(Point other) {
            return time <= other.time && cost <= other.cost && round <= other.round && !equals(other);
        }
    }

    private static Fronts.Candidate candidate(int time, int cost) {
        var c = new Fronts.Candidate();
        c.at(time, cost);
        return c;
    }

    @Test
    void whatIsLeftIsTheFrontWhateverTheOrder() {
        for (int seed = 0; seed < 40; seed++) {
            var random = Dice.of(seed, "ends");
            var ends = new Ends();
            var all = new HashSet<Point>();
            for (int round = 1; round <= 3; round++) {
                for (int i = 0; i < 30; i++) {
                    var c = candidate(random.nextInt(20), random.nextInt(20));
                    var point = new Point(c.time, c.cost, round);
                    if (!ends.beat(c, 0, 0, 0, 0, round, 0)) {
                        ends.add(c, point.time() * 10_000 + point.cost() * 100 + round, round, 0, true);
                    }
                    all.add(point);
                }
            }
            var left = new HashSet<Integer>();
            for (int i = 0; i < ends.size; i++) {
                left.add(ends.label(i));
            }
            Set<Integer> front = new HashSet<>();
            all.stream()
                    .filter(p -> all.stream().noneMatch(q -> q.beats(p)))
                    .forEach(p -> front.add(p.time() * 10_000 + p.cost() * 100 + p.round()));
            assertThat(left).as("seed " + seed).isEqualTo(front);
        }
    }

    @Test
    void whatIsStillToComeCountsBeforeItIsCompared() {
        var ends = new Ends();
        ends.add(candidate(100, 500), 7, 2, 0, true);
        assertThat(ends.beat(candidate(60, 480), 39, 20, 0, 0, 2, 0)).isFalse();
        assertThat(ends.beat(candidate(60, 480), 40, 20, 0, 0, 2, 0)).isTrue();
    }

    @Test
    void aJourneyOfALaterDepartureBeatsOnlyOneThatBoardsNoFewerServices() {
        var ends = new Ends();
        ends.add(candidate(100, 500), 7, 2, 1, true);
        assertThat(ends.beat(candidate(120, 600), 0, 0, 0, 0, 1, 0)).isFalse();
        assertThat(ends.beat(candidate(120, 600), 0, 0, 0, 0, 2, 0)).isTrue();
    }
}
