package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
        private final List<Set<Integer>> passed = new ArrayList<>();

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
                passed.add(passed());
            }
        }

        /** Every place at which the goods are or are run through. */
        private Set<Integer> passed() {
            var all = new HashSet<>(Set.of(0));
            for (var s : steps) {
                if (s.length == 1) {
                    all.add(t.linkTo[s[0]]);
                } else {
                    for (int stop = s[0]; stop <= s[1]; stop++) {
                        all.add(t.stopPlace[stop]);
                    }
                }
            }
            return all;
        }

        /** Those that pass a place, or all, and are there by a minute. */
        List<Journey> kept(int mustUse, int by) {
            return IntStream.range(0, found.size())
                    .filter(i -> mustUse < 0 || passed.get(i).contains(mustUse))
                    .mapToObj(found::get)
                    .filter(j -> t.minute(j.arrives()) <= by)
                    .toList();
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

    /** One question on one network: everything there is, and what is asked of it. */
    private record Case(Timetable t, AllWays ways, int at, OddsSearch odds) {

        static Case of(int seed) {
            var random = Dice.of(seed, "unsure");
            var t = Timetable.of(
                    OddsOnRandomNetworksTest.unsure(RandomNetworks.of(seed), random),
                    RandomNetworks.START,
                    RandomNetworks.DAYS);
            int at = random.nextInt(1440);
            var ways = new AllWays(t, at);
            ways.to(1);
            return new Case(t, ways, at, new OddsSearch(t));
        }

        Optional<Journey> surest(List<Journey> all, int mustUse, int by, int budget) {
            double best = 0;
            for (var way : all) {
                best = way.cost() <= budget ? Math.max(best, odds.of(way).within(DAYS)) : best;
            }
            var wish = new SurestSearch.Wish(DAYS * 1440, by, budget);
            var found = new SurestSearch(t, mustUse, BOARDINGS).find(0, 1, at, wish);
            assertThat(found.map(j -> odds.of(j).within(DAYS)).orElse(0.0))
                    .as("ready at %d, budget %d, through %d by %d: %s", at, budget, mustUse, by, found)
                    .isCloseTo(best, within(1e-6));
            found.ifPresent(j -> assertThat(j.cost()).isLessThanOrEqualTo(budget));
            return found;
        }
    }

    private static int cost(List<Journey> all, double part) {
        var costs = all.stream().mapToInt(Journey::cost).sorted().toArray();
        return costs[(int) (part * costs.length)];
    }

    @Test
    void noWayUnderTheBudgetIsSurer() {
        int asked = 0;
        int notTheEarliest = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            var one = Case.of(seed);
            var all = one.ways.kept(-1, Timetable.NEVER);
            for (double part : all.isEmpty() ? new double[0] : new double[] {0.3, 0.7}) {
                int budget = cost(all, part);
                var found = one.surest(all, -1, Timetable.NEVER, budget);
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

    @Test
    void amongWaysThroughABorderByADeadlineNoneUnderTheBudgetIsSurer() {
        int asked = 0;
        int detours = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            var one = Case.of(seed);
            var arrivals = one.ways.kept(-1, Timetable.NEVER).stream()
                    .mapToInt(j -> one.t.minute(j.arrives()))
                    .sorted()
                    .toArray();
            for (int via = -1; via < one.t.stations() && arrivals.length > 0; via++) {
                int by = arrivals[arrivals.length * 2 / 3];
                var all = one.ways.kept(via, by);
                if (!all.isEmpty()) {
                    var found = one.surest(all, via, by, cost(all, 0.6));
                    found.ifPresent(j -> assertThat(one.t.minute(j.arrives())).isLessThanOrEqualTo(by));
                    asked++;
                    detours += via > 1 && found.isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(asked).isGreaterThan(NETWORKS);
        assertThat(detours).as("some had to pass a place in between").isGreaterThan(10);
    }
}
