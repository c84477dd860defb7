package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** On small random networks, what is found after a disruption is the front of all ways that are left. */
class DisruptedNetworksTest {

    private static final EnumSet<Criteria> TWO = EnumSet.of(Criteria.ARRIVAL, Criteria.COST);

    private static Set<List<Long>> front(Timetable t, int at) {
        var search = new ParetoSearch(t, new ParetoSearch.Question(TWO, -1, 3));
        var all = new HashSet<List<Long>>();
        for (var way : search.find(0, 1, at)) {
            long arrival = Duration.between(t.start(), way.arrives()).toMinutes();
            all.add(Oracle.vector(new long[] {arrival, way.transfers(), way.cost(), way.co2(), 0}, TWO));
        }
        return all;
    }

    private static Disruption some(Network network, long seed) {
        var random = Dice.of(seed, "disrupted");
        var line = network.lines().get(random.nextInt(network.lines().size()));
        var departures = new Calendar(line.days(), network.zone(line))
                .between(RandomNetworks.START, RandomNetworks.START.plus(Duration.ofDays(RandomNetworks.DAYS)));
        if (departures.isEmpty() || random.nextInt(3) == 0) {
            var from = RandomNetworks.START.plus(Duration.ofHours(random.nextInt(60)));
            return Disruption.closed(
                    network, "P" + random.nextInt(4), from, from.plus(Duration.ofHours(1 + random.nextInt(70))));
        }
        var one = new Departure(line.id(), departures.get(random.nextInt(departures.size())));
        return random.nextBoolean()
                ? Disruption.cancelled(one)
                : Disruption.delayed(one, Duration.ofMinutes(1 + random.nextInt(2_000)));
    }

    @Test
    void theFrontAfterADisruptionIsThatOfAllWaysLeft() {
        int changed = 0;
        for (int seed = 0; seed < 300; seed++) {
            var network = RandomNetworks.of(seed);
            var disrupted = some(network, seed).on(network);
            int at = Dice.of(seed, "ready").nextInt(2 * 1440);
            var found = front(Timetable.of(disrupted, RandomNetworks.START, RandomNetworks.DAYS), at);
            var best = new Oracle(disrupted, RandomNetworks.START, RandomNetworks.DAYS, 3).front("P0", "P1", at, TWO);
            assertThat(found).as("seed %d", seed).isEqualTo(best);
            changed +=
                    found.equals(front(Timetable.of(network, RandomNetworks.START, RandomNetworks.DAYS), at)) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(20);
    }

    @Test
    void aClosedPlaceKeepsTrucksOffAsWellAndTheFrontIsThatOfAllWaysLeft() {
        int changed = 0;
        for (int seed = 0; seed < 300; seed++) {
            var network = RandomNetworks.of(seed);
            var random = Dice.of(seed, "closed");
            var from = RandomNetworks.START.plus(Duration.ofMinutes(random.nextInt(3_000)));
            var until = from.plus(Duration.ofMinutes(1 + random.nextInt(4_000)));
            var closed = Disruption.closed(network, "P" + random.nextInt(4), from, until);
            var also = Disruption.closed(
                    network, "P" + random.nextInt(4), from.plusSeconds(7_200), until.plusSeconds(9_000));
            var disrupted = (seed % 2 == 0 ? closed : closed.and(also)).on(network);
            int at = random.nextInt(2 * 1440);
            var t = Timetable.of(disrupted, RandomNetworks.START, RandomNetworks.DAYS);
            var found = front(t, at);
            assertThat(found)
                    .as("seed %d", seed)
                    .isEqualTo(new Oracle(disrupted, RandomNetworks.START, RandomNetworks.DAYS, 3)
                            .front("P0", "P1", at, TWO));
            var trucksOnly = network.without(closed.gone()).without(also.gone());
            changed += found.equals(front(Timetable.of(trucksOnly, RandomNetworks.START, RandomNetworks.DAYS), at))
                    ? 0
                    : 1;
            var all = new ParetoSearch(t, new ParetoSearch.Question(TWO, -1, 3)).find(0, 1, at);
            assertThat(all).noneMatch(way -> closed.hits(disrupted, way));
        }
        assertThat(changed)
                .as("networks where a truck had to wait or was no way")
                .isGreaterThan(5);
    }

    @Test
    void whoIsNotHitKeepsTheSameWay() {
        int hit = 0;
        for (int seed = 0; seed < 200; seed++) {
            var network = RandomNetworks.of(seed);
            var t = Timetable.of(network, RandomNetworks.START, RandomNetworks.DAYS);
            var way = new EarliestArrival(t).find(0, 1, 600);
            var disruption = some(network, seed);
            if (way.isEmpty()) {
                continue;
            }
            var after = Timetable.of(disruption.on(network), RandomNetworks.START, RandomNetworks.DAYS);
            var again = new WayBack(after).of(way.get());
            if (disruption.hits(network, way.get())) {
                hit++;
                assertThat(again).as("seed %d", seed).isNull();
            } else {
                assertThat(again).as("seed %d", seed).isNotNull();
                assertThat(java.util.Objects.requireNonNull(again).journey.arrives())
                        .isEqualTo(way.get().arrives());
            }
        }
        assertThat(hit).isGreaterThan(5);
    }

    @Test
    void aPlanThatMayLookAtLittleIsStillSoundAndProvesNoMoreThanItKnows() {
        for (int seed = 0; seed < 12; seed++) {
            var network = new Network(
                    RandomNetworks.of(seed).stations(),
                    RandomNetworks.of(seed).lines().stream()
                            .map(l -> l.with(new Line.Capacity(1, 0, 0, 0)))
                            .toList(),
                    RandomNetworks.of(seed).links());
            var t = Timetable.of(network, RandomNetworks.START, RandomNetworks.DAYS);
            var shipments = new java.util.ArrayList<Shipment>();
            var random = Dice.of(seed, "little");
            for (int i = 0; i < 25; i++) {
                var ready = RandomNetworks.START.plusSeconds(60L * random.nextInt(2_000));
                shipments.add(new Shipment(
                        "S" + i,
                        "P" + i % 3,
                        "P" + (i + 1) % 3,
                        ready,
                        ready.plus(Duration.ofDays(4)),
                        50 + random.nextInt(50),
                        0,
                        0,
                        1 + i % 3));
            }
            var little = new AssignSolver(t, shipments).solve(new AssignSolver.Effort(60, 6, 0, 1));
            var much = new AssignSolver(t, shipments).solve(new AssignSolver.Effort(60, 6, 0, Long.MAX_VALUE));
            assertThat(AssignChecker.check(network, shipments, little)).isEmpty();
            assertThat(AssignChecker.check(network, shipments, much)).isEmpty();
            assertThat(little.bound()).isLessThanOrEqualTo(much.rated() + 1);
            assertThat(much.rated()).isLessThanOrEqualTo(little.rated());
        }
    }
}
