package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** The surest way under a budget against the odds of every way there is, on small random networks. */
class SurestSearchTest {

    private static final int NETWORKS = System.getProperty("slow") == null ? 60 : 600;
    private static final int DAYS = 5;
    private static final int BOARDINGS = 2;

    /** Every chain of links and departures, by the rules as they are written down; nothing is left out because it looks bad. */
    private static final class AllWays {

        private final Timetable t;
        private final int readyAt;
        private final List<int[]> steps = new ArrayList<>();
        private final List<Journey> found = new ArrayList<>();

        AllWays(Timetable t, int readyAt) {
            this.t = t;
            this.readyAt = readyAt;
        }

        List<Journey> to(int target) {
            from(0, target, -1, readyAt, 0);
            return found;
        }

        private void take(int target, int place) {
            if (place == target) {
                var trace = new JourneyTrace(t);
                for (int i = steps.size() - 1; i >= 0; i--) {
                    var s = steps.get(i);
                    if (s.length == 1) {
                        trace.addLink(s[0]);
                    } else {
                        trace.addService(s[0], s[1], s[2]);
                    }
                }
                found.add(trace.journey(0, readyAt));
            }
        }

        /** {@code came}: the pattern that brought the goods, −1 at the start, −2 after a link. */
        private void from(int place, int target, int came, int ready, int boarded) {
            for (int k = t.linkOut[place]; came != -2 && k < t.linkOut[place + 1]; k++) {
                int there = Timetable.open(t.linkOpenings[k], ready) + t.linkMinutes[k];
                steps.add(new int[] {k});
                take(target, t.linkTo[k]);
                from(t.linkTo[k], target, -2, there, boarded);
                steps.remove(steps.size() - 1);
            }
            for (int n = t.placeNode[place]; boarded < BOARDINGS && n < t.placeNode[place + 1]; n++) {
                int at = came >= 0 ? t.readyAt(came, n, ready) : Timetable.open(t.openings[place], ready);
                for (int b = t.nodeStop[n]; at < Timetable.NEVER && b < t.nodeStop[n + 1]; b++) {
                    ride(target, t.boardPattern[b], t.boardIndex[b], at, boarded);
                }
            }
        }

        private void ride(int target, int p, int i, int at, int boarded) {
            for (int k = 0; k < t.trips[p]; k++) {
                for (int j = i + 1; j < t.patternStop[p + 1] - t.patternStop[p]; j++) {
                    if (t.deadline[t.timeAt(p, i, k)] >= at) {
                        int place = t.stopPlace[t.patternStop[p] + j];
                        steps.add(new int[] {t.patternStop[p] + i, t.patternStop[p] + j, k});
                        take(target, place);
                        from(place, target, p, t.ready[t.timeAt(p, j, k)], boarded + 1);
                        steps.remove(steps.size() - 1);
                    }
                }
            }
        }
    }

    @Test
    void noWayUnderTheBudgetIsSurer() {
        int asked = 0;
        int notTheEarliest = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            var random = Dice.of(seed, "unsure");
            var t = Timetable.of(
                    OddsOnRandomNetworksTest.unsure(RandomNetworks.of(seed), random),
                    RandomNetworks.START,
                    RandomNetworks.DAYS);
            int at = random.nextInt(1440);
            var odds = new OddsSearch(t);
            var all = new AllWays(t, at).to(1);
            for (double part : new double[] {0.3, 0.7}) {
                if (all.isEmpty()) {
                    continue;
                }
                var costs = all.stream().mapToInt(Journey::cost).sorted().toArray();
                int budget = costs[(int) (part * costs.length)];
                double best = 0;
                for (var way : all) {
                    best = way.cost() <= budget ? Math.max(best, odds.of(way).within(DAYS)) : best;
                }
                var wish = new SurestSearch.Wish(DAYS * 1440, Timetable.NEVER, budget);
                var found = new SurestSearch(t, -1, BOARDINGS).find(0, 1, at, wish);
                double share = found.map(j -> odds.of(j).within(DAYS)).orElse(0.0);
                assertThat(share)
                        .as("network %d budget %d %s", seed, budget, found)
                        .isCloseTo(best, within(1e-6));
                found.ifPresent(j -> assertThat(j.cost()).isLessThanOrEqualTo(budget));
                asked++;
                notTheEarliest += found.filter(j -> all.stream()
                                        .anyMatch(w -> w.arrives().isBefore(j.arrives()) && w.cost() <= budget))
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        assertThat(asked).isGreaterThan(NETWORKS / 2);
        assertThat(notTheEarliest).as("the surest is not simply the earliest").isPositive();
    }
}
