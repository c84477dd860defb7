package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** A plan that is mended after a train was cancelled, was late, or the last slots went: as little as possible changes, and nothing is overbooked. */
class MendTest {

    private static final Instant START =
            NetworkGenerator.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final int DAYS = 21;
    private static final int SEEDS = 6;

    private record Story(Network network, List<Shipment> shipments, Assignment plan) {

        static Story of(int seed, int slots) {
            var made = NetworkGenerator.of(NetworkGenerator.Kind.FREIGHT, 100, seed);
            var lines = made.lines().stream()
                    .map(l -> l.with(new Line.Capacity(slots, 0, 0, 0)))
                    .toList();
            var network = new Network(made.stations(), lines, List.of());
            var random = Dice.of(seed, "mend");
            var shipments = IntStream.range(0, 60)
                    .mapToObj(i -> shipment(i, random))
                    .filter(s -> !s.from().equals(s.to()))
                    .toList();
            var plan = new AssignSolver(Timetable.of(network, START, DAYS), shipments)
                    .solve(new AssignSolver.Effort(15, 1, 0.01, Long.MAX_VALUE));
            assertThat(AssignChecker.check(network, shipments, plan)).isEmpty();
            return new Story(network, shipments, plan);
        }

        private static Shipment shipment(int i, SplittableRandom random) {
            var ready = START.plusSeconds(86_400L * random.nextInt(4));
            return new Shipment(
                    "S" + i,
                    "P" + random.nextInt(3),
                    "P" + random.nextInt(3),
                    ready,
                    ready.plusSeconds(12 * 86_400),
                    100,
                    0,
                    0,
                    1 + random.nextInt(3));
        }

        /** Departures by how many shipments ride them, the fullest first. */
        List<Departure> departures() {
            Map<Departure, Integer> riders = new HashMap<>();
            plan.ways().values().forEach(way -> ridden(way).forEach(d -> riders.merge(d, 1, Integer::sum)));
            var all = new ArrayList<>(riders.keySet());
            all.sort((a, b) -> riders.getOrDefault(b, 0) - riders.getOrDefault(a, 0));
            return all;
        }

        Set<Departure> ridden(Journey way) {
            var all = new LinkedHashSet<Departure>();
            way.legs().forEach(l -> Stretch.of(network, l).forEach(s -> all.add(s.departure())));
            return all;
        }

        Assignment mended(Network now) {
            return new AssignSolver(Timetable.of(now, START, DAYS), shipments).mend(plan);
        }
    }

    @Test
    void onlyThoseOnTheCancelledTrainChangeAsLongAsThereIsRoom() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            var story = Story.of(seed, 40);
            var gone = story.departures().get(0);
            var now = Disruption.cancelled(gone).on(story.network());
            var after = story.mended(now);
            assertThat(AssignChecker.check(now, story.shipments(), after)).isEmpty();
            int moved = 0;
            for (var way : story.plan().ways().entrySet()) {
                if (story.ridden(way.getValue()).contains(gone)) {
                    moved++;
                } else {
                    assertThat(after.ways().get(way.getKey()))
                            .as("seed " + seed + " " + way.getKey())
                            .isEqualTo(way.getValue());
                }
            }
            assertThat(moved).isPositive();
            assertThat(after.ways().keySet()).containsAll(story.plan().ways().keySet());
        }
    }

    @Test
    void onScarceTrainsAtMostOneOtherMovesForEachThatLostItsWay() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            var story = Story.of(seed, 2);
            var gone = story.departures().get(0);
            var now = Disruption.cancelled(gone).on(story.network());
            var after = story.mended(now);
            assertThat(AssignChecker.check(now, story.shipments(), after)).isEmpty();
            long lost = story.plan().ways().values().stream()
                    .filter(w -> story.ridden(w).contains(gone))
                    .count();
            long outBefore = story.plan().leftOut().size();
            long changed = story.plan().ways().entrySet().stream()
                    .filter(w -> !w.getValue().equals(after.ways().get(w.getKey())))
                    .count();
            assertThat(changed).as("seed " + seed).isBetween(lost, 2 * (lost + outBefore));
            after.leftOut().values().forEach(why -> assertThat(why).isNotBlank());
        }
    }

    @Test
    void aLateTrainKeepsThoseWhoStillArriveInTime() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            var story = Story.of(seed, 40);
            var late = story.departures().get(0);
            var now = Disruption.delayed(late, Duration.ofHours(5)).on(story.network());
            var after = story.mended(now);
            assertThat(AssignChecker.check(now, story.shipments(), after)).isEmpty();
            story.plan().ways().forEach((id, way) -> {
                if (!story.ridden(way).contains(late)) {
                    assertThat(after.ways().get(id)).isEqualTo(way);
                }
            });
        }
    }

    @Test
    void nothingChangesWhereNothingHappened() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            var story = Story.of(seed, 3);
            var after = story.mended(story.network());
            assertThat(after.ways()).containsAllEntriesOf(story.plan().ways());
        }
    }
}
