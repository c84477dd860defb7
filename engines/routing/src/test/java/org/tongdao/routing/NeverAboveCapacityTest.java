package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/**
 * Plans for random goods on random scarce trains, counted here by hand: for every stretch of every departure what is on board, in slots, TEU, kilograms and
 * cubic metres. Shares nothing with the solver or its checker.
 */
class NeverAboveCapacityTest {

    private static final Instant START =
            NetworkGenerator.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final List<String> IDS = List.of("A", "B", "C", "D", "E");
    private static final AssignSolver.Effort SHORT = new AssignSolver.Effort(20, 3, 0.001, 20_000_000L);

    private static Network network(SplittableRandom random) {
        var sketch = new Sketch().places("Z", IDS.toArray(String[]::new));
        for (int i = 0; i < 5; i++) {
            var stops = new ArrayList<>(IDS);
            while (stops.size() > 3) {
                stops.remove(random.nextInt(stops.size()));
            }
            if (random.nextBoolean()) {
                java.util.Collections.reverse(stops);
            }
            var text = new StringBuilder();
            for (int k = 0; k < stops.size(); k++) {
                text.append(k == 0 ? "" : ", ")
                        .append(stops.get(k))
                        .append(' ')
                        .append(500 * k)
                        .append(' ')
                        .append(1000 * (1 + random.nextInt(9)));
            }
            sketch.line("L" + i, "1357 0" + i + ":00", text.toString(), capacity(random), Triangle.NONE);
        }
        return sketch.network();
    }

    private static Line.Capacity capacity(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Line.Capacity(3, 0, 0, 0);
            case 1 -> new Line.Capacity(0, 5, 0, 0);
            case 2 -> new Line.Capacity(6, 0, 50_000, 0);
            default -> new Line.Capacity(6, 10, 80_000, 200);
        };
    }

    private static List<Shipment> shipments(SplittableRandom random) {
        var all = new ArrayList<Shipment>();
        for (int i = 0; i < 45; i++) {
            int from = random.nextInt(5);
            all.add(new Shipment(
                    "s" + i,
                    IDS.get(from),
                    IDS.get((from + 1 + random.nextInt(4)) % 5),
                    START.plusSeconds(3600L * random.nextInt(48)),
                    START.plusSeconds(86_400L * (4 + random.nextInt(4))),
                    50 * (1 + random.nextInt(4)),
                    random.nextInt(28_000),
                    random.nextInt(70),
                    1 + random.nextInt(9)));
        }
        return all;
    }

    /** What is on board of a departure between two of its calls. */
    private record Aboard(String line, Instant first, int after) {}

    private static HashMap<Aboard, long[]> count(Network network, List<Shipment> shipments, Assignment plan) {
        var aboard = new HashMap<Aboard, long[]>();
        for (var s : shipments) {
            var way = plan.ways().get(s.id());
            if (way == null) {
                continue;
            }
            for (var leg : way.legs()) {
                var line = network.line(leg.line());
                var stops = line.calls().stream().map(Line.Call::station).toList();
                var first = leg.departs()
                        .minusSeconds(60L
                                * line.calls().get(stops.indexOf(leg.from())).departs());
                for (int i = stops.indexOf(leg.from()); i < stops.indexOf(leg.to()); i++) {
                    var sum = aboard.computeIfAbsent(new Aboard(line.id(), first, i), k -> new long[3]);
                    sum[0] += s.slots();
                    sum[1] += s.kg();
                    sum[2] += s.m3();
                }
            }
        }
        return aboard;
    }

    private static boolean holds(Line.Capacity c, long[] sum) {
        return (c.slots() == 0 || sum[0] <= 100L * c.slots())
                && (c.teu() == 0 || 2 * sum[0] <= 100L * c.teu())
                && (c.kg() == 0 || sum[1] <= c.kg())
                && (c.m3() == 0 || sum[2] <= c.m3());
    }

    @Test
    void whateverIsAskedForNothingIsEverLoadedAboveWhatADepartureTakes() {
        int full = 0;
        int out = 0;
        for (int seed = 0; seed < 25; seed++) {
            var random = Dice.of(seed, "capacity");
            var network = network(random);
            var shipments = shipments(random);
            var plan = new AssignSolver(Timetable.of(network, START, 9), shipments).solve(SHORT);
            for (var entry : count(network, shipments, plan).entrySet()) {
                var capacity = network.line(entry.getKey().line()).capacity();
                assertThat(holds(capacity, entry.getValue()))
                        .as(seed + ": " + entry.getKey() + " " + Arrays.toString(entry.getValue()) + " on " + capacity)
                        .isTrue();
                var more = entry.getValue().clone();
                more[0] += 100;
                full += holds(capacity, more) ? 0 : 1;
            }
            out += plan.leftOut().size();
        }
        assertThat(full).as("the trains were scarce").isGreaterThan(100);
        assertThat(out).as("and some goods had to stay").isGreaterThan(25);
    }

    @Test
    void everyoneGoesByTheDeadlineOrStaysWithAReason() {
        for (int seed = 0; seed < 10; seed++) {
            var random = Dice.of(seed, "deadlines");
            var network = network(random);
            var shipments = shipments(random);
            var plan = new AssignSolver(Timetable.of(network, START, 9), shipments).solve(SHORT);
            var ids = new TreeSet<String>();
            for (var s : shipments) {
                var way = plan.ways().get(s.id());
                if (way == null) {
                    assertThat(plan.leftOut().get(s.id())).as(s.id()).isNotBlank();
                } else {
                    assertThat(way.arrives()).isBeforeOrEqualTo(s.deadline());
                    assertThat(way.departs()).isAfterOrEqualTo(s.ready());
                    assertThat(way.legs().get(0).from()).isEqualTo(s.from());
                    assertThat(way.legs().get(way.legs().size() - 1).to()).isEqualTo(s.to());
                    ids.add(s.id());
                }
            }
            assertThat(ids.size() + plan.leftOut().size()).isEqualTo(shipments.size());
            assertThat(plan.rated()).isGreaterThanOrEqualTo(plan.bound());
        }
    }

    @Test
    void withRoomForAllEachHasTheWayThatHeWouldHaveAlone() {
        var random = Dice.of(4, "room");
        var narrow = network(random);
        var network = new Network(
                narrow.stations(),
                narrow.lines().stream()
                        .map(l -> l.with(new Line.Capacity(0, 0, 0, 0)))
                        .toList(),
                List.of());
        var shipments = shipments(random);
        var t = Timetable.of(network, START, 9);
        var plan = new AssignSolver(t, shipments).solve(SHORT);
        for (var s : shipments) {
            var alone = new AssignSolver(t, List.of(s)).solve(SHORT);
            assertThat(plan.ways().containsKey(s.id())).isEqualTo(alone.ways().containsKey(s.id()));
            if (plan.ways().containsKey(s.id())) {
                assertThat(cost(plan, s)).isEqualTo(cost(alone, s));
            }
        }
        assertThat(plan.gap()).isLessThan(1e-6);
    }

    private static int cost(Assignment plan, Shipment s) {
        return java.util.Objects.requireNonNull(plan.ways().get(s.id())).cost();
    }

    @Test
    void ofFortyOneForFortySlotsTheLeastUrgentStays() {
        var network = new Sketch()
                .places("Z", "A", "B")
                .line("T", "3 12:00", "A, B 600 1000", new Line.Capacity(40, 0, 0, 0), Triangle.NONE)
                .network();
        var shipments = new ArrayList<Shipment>();
        for (int i = 0; i < 41; i++) {
            shipments.add(
                    new Shipment("s" + i, "A", "B", START, START.plusSeconds(6 * 86_400), 100, 0, 0, i == 17 ? 1 : 2));
        }
        var plan = new AssignSolver(Timetable.of(network, START, 6), shipments).solve(SHORT);
        assertThat(plan.ways()).hasSize(40);
        assertThat(plan.leftOut()).containsOnlyKeys("s17");
        assertThat(START.atZone(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }
}
