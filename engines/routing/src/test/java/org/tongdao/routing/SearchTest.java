package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Search.Transfer TRANSFER = (place, gauge, next) -> Duration.ofHours(gauge == next ? 1 : 3);

    @Test
    void equalsTheEnumerationOfAllWaysOnThousandsOfRandomNetworks() {
        int answered = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            var random = new SplittableRandom(seed);
            var runs = network(random);
            var found = new TreeMap<Instant, Long>();
            Search.pareto("P0", "P4", ZERO, runs, TRANSFER).forEach(i -> found.put(i.arrives(), i.cost()));
            var all = new ArrayList<Itinerary>();
            enumerate(List.of(), runs, all);
            assertThat(found).as("seed %d", seed).isEqualTo(front(all));
            answered += found.isEmpty() ? 0 : 1;
        }
        assertThat(answered).isGreaterThan(1_000);
    }

    @Test
    void legsConnectInPlaceAndTimeAndCostsAddUp() {
        for (int seed = 0; seed < 500; seed++) {
            for (var way : Search.pareto("P0", "P4", ZERO, network(new SplittableRandom(seed)), TRANSFER)) {
                assertThat(way.runs().stream().mapToLong(Run::costPerFfe).sum()).isEqualTo(way.cost());
                for (int i = 1; i < way.runs().size(); i++) {
                    assertThat(connects(way.runs().get(i - 1), way.runs().get(i)))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void twoEqualEndsOnDifferentGaugesAreAnsweredOnce() {
        var runs = List.of(run(0, "P0", "P4", 0, 5, 10, 1435), run(1, "P0", "P4", 0, 5, 10, 1520));
        assertThat(Search.pareto("P0", "P4", ZERO, runs, TRANSFER)).hasSize(1);
    }

    @Test
    void theOrderOfTheRunsDoesNotMatter() {
        var runs = new ArrayList<>(network(new SplittableRandom(7)));
        var straight = Search.pareto("P0", "P4", ZERO, runs, TRANSFER);
        java.util.Collections.reverse(runs);
        assertThat(Search.pareto("P0", "P4", ZERO, runs, TRANSFER)).isEqualTo(straight);
    }

    @Test
    void aRunThatArrivesBeforeItDepartsIsRefused() {
        var runs = List.of(run(0, "P0", "P4", 5, 0, 10, 1435));
        assertThatThrownBy(() -> Search.pareto("P0", "P4", ZERO, runs, TRANSFER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gaugeChangesAreCountedAcrossARoadLeg() {
        var way = new Itinerary(
                List.of(
                        run(0, "A", "B", 0, 1, 1, 1435),
                        run(1, "B", "C", 2, 3, 1, 0),
                        run(2, "C", "D", 4, 5, 1, 1520),
                        run(3, "D", "E", 6, 7, 1, 1435)),
                4);
        assertThat(way.gaugeChanges()).isEqualTo(2);
    }

    private static List<Run> network(SplittableRandom random) {
        var runs = new ArrayList<Run>();
        int count = 4 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            int departs = random.nextInt(20);
            runs.add(run(
                    i,
                    "P" + random.nextInt(4),
                    "P" + (1 + random.nextInt(4)),
                    departs,
                    departs + 1 + random.nextInt(6),
                    random.nextInt(8),
                    random.nextBoolean() ? 1435 : 1520));
        }
        return runs;
    }

    private static Run run(int id, String from, String to, int departs, int arrives, long cost, int gauge) {
        return new Run(
                id,
                String.format("S%02d", id),
                "rail",
                gauge,
                from,
                to,
                ZERO.plus(Duration.ofHours(departs)),
                ZERO.plus(Duration.ofHours(arrives)),
                cost);
    }

    private static void enumerate(List<Run> way, List<Run> runs, List<Itinerary> into) {
        for (var next : runs) {
            boolean fits = way.isEmpty() ? next.from().equals("P0") : connects(way.get(way.size() - 1), next);
            if (fits) {
                var longer = new ArrayList<>(way);
                longer.add(next);
                if (next.to().equals("P4")) {
                    into.add(new Itinerary(
                            longer, longer.stream().mapToLong(Run::costPerFfe).sum()));
                }
                enumerate(longer, runs, into);
            }
        }
    }

    private static boolean connects(Run one, Run two) {
        var ready = one.arrives().plus(TRANSFER.at(one.to(), one.gaugeMm(), two.gaugeMm()));
        return one.to().equals(two.from()) && !ready.isAfter(two.departs());
    }

    private static TreeMap<Instant, Long> front(List<Itinerary> all) {
        var front = new TreeMap<Instant, Long>();
        for (var way : all) {
            boolean beaten = all.stream()
                    .anyMatch(o -> !o.arrives().isAfter(way.arrives())
                            && o.cost() <= way.cost()
                            && (o.arrives().isBefore(way.arrives()) || o.cost() < way.cost()));
            if (!beaten) {
                front.put(way.arrives(), way.cost());
            }
        }
        return front;
    }
}
