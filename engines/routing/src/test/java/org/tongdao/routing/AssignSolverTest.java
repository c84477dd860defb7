package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;

class AssignSolverTest {

    private static final Instant START =
            NetworkGenerator.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

    private static Station station(String id) {
        return new Station(
                id,
                "",
                "",
                "XX",
                0,
                0,
                ZoneOffset.UTC,
                OpeningHours.ALWAYS,
                new Station.Handling(60, 0, -1, 0),
                new Station.Storage(0, 0),
                Station.Check.NONE,
                "");
    }

    private static Line line(String id, Line.Capacity capacity, int cost, String... calls) {
        var all = new ArrayList<Line.Call>();
        for (int i = 0; i < calls.length; i++) {
            all.add(new Line.Call(calls[i], 600 * i, 600 * i, i == 0 ? 0 : cost, 1));
        }
        var days = new Line.Days(
                LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), Set.of(DayOfWeek.MONDAY), List.of(LocalTime.NOON));
        return new Line(
                id,
                "rail",
                0,
                all,
                List.of(days),
                new Line.CutOff(0, 0),
                capacity,
                Line.Admission.ALL,
                Triangle.NONE,
                0,
                "");
    }

    private static Network network(Line... lines) {
        return new Network(List.of(station("A"), station("B"), station("C")), List.of(lines), List.of());
    }

    private static List<Shipment> shipments(int count, String from, String to, int kg) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Shipment(
                        from + to + i, from, to, START, START.plusSeconds(6 * 86_400), 100, kg, 60, 1 + i % 3))
                .toList();
    }

    private static Assignment solve(Network network, List<Shipment> shipments) {
        var plan = new AssignSolver(Timetable.of(network, START, 7), shipments)
                .solve(new AssignSolver.Effort(60, 3, 0, Long.MAX_VALUE));
        assertThat(AssignChecker.check(network, shipments, plan)).isEmpty();
        assertThat(plan.rated()).isGreaterThanOrEqualTo(plan.bound() - 1);
        return plan;
    }

    @Test
    void fortyOneForFortySlotsGiveFortyAndOneReason() {
        var plan =
                solve(network(line("L", new Line.Capacity(40, 0, 0, 0), 1000, "A", "B")), shipments(41, "A", "B", 0));
        assertThat(plan.ways()).hasSize(40);
        assertThat(plan.leftOut()).hasSize(1);
        assertThat(plan.leftOut().values().iterator().next()).startsWith("full: L 2026-11-02T12:00:00Z");
    }

    @Test
    void theLessUrgentStaysAtHome() {
        var plan =
                solve(network(line("L", new Line.Capacity(20, 0, 0, 0), 1000, "A", "B")), shipments(30, "A", "B", 0));
        assertThat(plan.leftOut()).hasSize(10);
        assertThat(plan.leftOut().keySet()).allMatch(id -> Integer.parseInt(id.substring(2)) % 3 == 0);
    }

    @Test
    void theDearerLineTakesWhatTheCheaperCannot() {
        var plan = solve(
                network(
                        line("L", new Line.Capacity(10, 0, 0, 0), 1000, "A", "B"),
                        line("M", new Line.Capacity(10, 0, 0, 0), 1500, "A", "B")),
                shipments(15, "A", "B", 0));
        assertThat(plan.cost()).isEqualTo(10 * 1000 + 5 * 1500);
        assertThat(plan.leftOut()).isEmpty();
        assertThat(plan.gap()).isLessThan(0.01);
    }

    @Test
    void theRelaxationIsWhatTheBestPlanCostsWhereNothingNeedBeSplit() {
        var network = network(
                line("L", new Line.Capacity(10, 0, 0, 0), 1000, "A", "B"),
                line("M", new Line.Capacity(10, 0, 0, 0), 1500, "A", "B"));
        var t = Timetable.of(network, START, 7);
        assertThat(new AssignSolver(t, shipments(15, "A", "B", 0)).relaxed(100)).isBetween(17_490.0, 17_500.0);
        double over = new AssignSolver(t, shipments(22, "A", "B", 0)).relaxed(100);
        assertThat(over).isBetween(25_000.0 + 2 * 49_999_000.0, 25_000.0 + 2 * 50_000_000.0);
    }

    @Test
    void aPlanIsMadeEvenWhenTheWorkIsSpentAtOnce() {
        var network = network(line("L", new Line.Capacity(10, 0, 0, 0), 1000, "A", "B"));
        var shipments = shipments(15, "A", "B", 0);
        var plan = new AssignSolver(Timetable.of(network, START, 7), shipments)
                .solve(new AssignSolver.Effort(60, 6, 0, 1));
        assertThat(AssignChecker.check(network, shipments, plan)).isEmpty();
        assertThat(plan.ways()).hasSize(10);
    }

    @Test
    void everyStretchCountsForItself() {
        var shipments = new ArrayList<>(shipments(10, "A", "B", 0));
        shipments.addAll(shipments(10, "B", "C", 0));
        var plan = solve(network(line("L", new Line.Capacity(10, 0, 0, 0), 1000, "A", "B", "C")), shipments);
        assertThat(plan.leftOut()).isEmpty();
        shipments.addAll(shipments(1, "A", "C", 0));
        assertThat(solve(network(line("L", new Line.Capacity(10, 0, 0, 0), 1000, "A", "B", "C")), shipments)
                        .ways())
                .hasSize(20);
    }

    @Test
    void weightAndVolumeAndTeuLimitAsSlotsDo() {
        assertThat(solve(
                                network(line("L", new Line.Capacity(40, 0, 100_000, 0), 1000, "A", "B")),
                                shipments(9, "A", "B", 20_000))
                        .ways())
                .hasSize(5);
        assertThat(solve(
                                network(line("L", new Line.Capacity(40, 0, 0, 200), 1000, "A", "B")),
                                shipments(9, "A", "B", 0))
                        .ways())
                .hasSize(3);
        assertThat(solve(network(line("L", new Line.Capacity(0, 8, 0, 0), 1000, "A", "B")), shipments(9, "A", "B", 0))
                        .ways())
                .hasSize(4);
    }

    @Test
    void aDeadlineThatNoTrainKeepsIsSaid() {
        var late = new Shipment("S", "A", "B", START.plusSeconds(86_400), START.plusSeconds(2 * 86_400), 100, 0, 0, 9);
        var plan = solve(network(line("L", new Line.Capacity(40, 0, 0, 0), 1000, "A", "B")), List.of(late));
        assertThat(plan.leftOut()).containsEntry("S", "no way is there by the deadline, even with all capacity free");
    }

    @Test
    void aCancelledTrainMovesOnlyThoseThatWereOnIt() {
        var l = line("L", new Line.Capacity(10, 0, 0, 0), 1000, "A", "B");
        var m = line("M", new Line.Capacity(15, 0, 0, 0), 1500, "A", "B");
        var shipments = shipments(15, "A", "B", 0);
        var before = solve(network(l, m), shipments);
        var without = network(m);
        var after = new AssignSolver(Timetable.of(without, START, 7), shipments).mend(before);
        assertThat(AssignChecker.check(without, shipments, after)).isEmpty();
        assertThat(after.ways()).hasSize(15);
        before.ways().forEach((id, way) -> {
            if (way.legs().get(0).line().equals("M")) {
                assertThat(after.ways().get(id)).isEqualTo(way);
            }
        });
    }

    @Test
    void onSmallNetworksThePlanLeavesOutWhatMustBeAndIsMostlyTheBestOfAllCombinations() {
        int exact = 0;
        for (int seed = 0; seed < 25; seed++) {
            var random = Dice.of(seed, "assign");
            var lines = new ArrayList<Line>();
            for (int i = 0; i < 4; i++) {
                var calls = random.nextBoolean()
                        ? new String[] {"A", "B", "C"}
                        : random.nextBoolean() ? new String[] {"A", "C"} : new String[] {"B", "C"};
                lines.add(line(
                        "L" + i,
                        new Line.Capacity(1 + random.nextInt(2), 0, 0, 0),
                        1000 * (1 + random.nextInt(9)),
                        calls));
            }
            var network = network(lines.toArray(Line[]::new));
            var shipments = new ArrayList<>(shipments(3, "A", "C", 0));
            shipments.addAll(shipments(2, "B", "C", 0));
            var plan = solve(network, shipments);
            long best = best(lines, shipments, 0, new HashMap<>());
            assertThat(plan.rated()).as("network " + seed).isBetween(best, best + 20_000);
            exact += plan.rated() == best ? 1 : 0;
        }
        assertThat(exact).isGreaterThanOrEqualTo(22);
    }

    /** Tries every line for every shipment; all leave at the same hour, so nothing connects. */
    private static long best(List<Line> lines, List<Shipment> shipments, int at, Map<String, Integer> used) {
        if (at == shipments.size()) {
            return 0;
        }
        var s = shipments.get(at);
        long best = s.leftOut() + best(lines, shipments, at + 1, used);
        for (var line : lines) {
            var calls = line.calls().stream().map(Line.Call::station).toList();
            int from = calls.indexOf(s.from());
            int to = calls.indexOf(s.to());
            if (from < 0 || to <= from) {
                continue;
            }
            var keys = IntStream.range(from, to).mapToObj(i -> line.id() + i).toList();
            if (keys.stream()
                    .allMatch(k -> used.getOrDefault(k, 0) < line.capacity().slots())) {
                keys.forEach(k -> used.merge(k, 1, Integer::sum));
                long cost = line.calls().subList(from + 1, to + 1).stream()
                        .mapToLong(Line.Call::cost)
                        .sum();
                best = Math.min(best, cost + best(lines, shipments, at + 1, used));
                keys.forEach(k -> used.merge(k, -1, Integer::sum));
            }
        }
        return best;
    }

    /** Two hundred places, each departure with so many slots. */
    private static Network hubs(int slots) {
        var generated = NetworkGenerator.of(NetworkGenerator.Kind.FREIGHT, 200, 4);
        return new Network(
                generated.stations(),
                generated.lines().stream()
                        .map(l -> new Line(
                                l.id(),
                                l.mode(),
                                0,
                                l.calls(),
                                l.days(),
                                l.cutOff(),
                                new Line.Capacity(slots, 0, 0, 0),
                                l.admission(),
                                l.delay(),
                                0,
                                ""))
                        .toList(),
                List.of());
    }

    private static List<Shipment> hubShipments(int count) {
        var random = Dice.of(9, "shipments");
        return IntStream.range(0, count)
                .mapToObj(i -> hubShipment(i, random))
                .filter(s -> !s.from().equals(s.to()))
                .toList();
    }

    @Test
    void aNetworkOfHubsIsPlannedWithAProvedGap() {
        var tight = hubs(4);
        var shipments = hubShipments(150);
        var plan = new AssignSolver(Timetable.of(tight, START, 21), shipments)
                .solve(new AssignSolver.Effort(40, 2, 0, Long.MAX_VALUE));
        assertThat(AssignChecker.check(tight, shipments, plan)).isEmpty();
        assertThat(plan.gap()).isBetween(-1e-6, 0.01);
        assertThat(plan.ways()).hasSizeGreaterThan(100);
    }

    @Test
    void whereverTheWorkEndsAPlanIsKeptThatNothingIsWrongWith() {
        var tight = hubs(1);
        var shipments = hubShipments(150);
        var t = Timetable.of(tight, START, 21);
        double bound = 0;
        for (long work : new long[] {1, 100_000, 400_000, 1_500_000, 6_000_000}) {
            var effort = new AssignSolver.Effort(40, 2, 0, work);
            var plan = new AssignSolver(t, shipments).solve(effort);
            assertThat(AssignChecker.check(tight, shipments, plan))
                    .as("work %d", work)
                    .isEmpty();
            assertThat(plan.ways().size() + plan.leftOut().size()).isEqualTo(shipments.size());
            assertThat(plan.bound()).as("work %d", work).isLessThanOrEqualTo(plan.rated() + 1);
            assertThat(plan.bound()).as("more work proves no less").isGreaterThanOrEqualTo((long) bound);
            bound = plan.bound();
            assertThat(new AssignSolver(t, shipments).solve(effort))
                    .as("deterministic")
                    .isEqualTo(plan);
        }
    }

    private static Shipment hubShipment(int i, SplittableRandom random) {
        var ready = START.plusSeconds(86_400L * random.nextInt(5));
        return new Shipment(
                "S" + i,
                "P" + random.nextInt(6),
                "P" + random.nextInt(6),
                ready,
                ready.plusSeconds(10 * 86_400),
                100 + random.nextInt(150),
                0,
                0,
                1 + random.nextInt(3));
    }

    @Test
    void theCheckerSeesWhatIsWrong() {
        var network = network(line("L", new Line.Capacity(2, 0, 0, 0), 1000, "A", "B"));
        var shipments = shipments(3, "A", "B", 0);
        var wide = network(line("L", new Line.Capacity(9, 0, 0, 0), 1000, "A", "B"));
        var over = new AssignSolver(Timetable.of(wide, START, 7), shipments)
                .solve(new AssignSolver.Effort(3, 1, 0, Long.MAX_VALUE));
        assertThat(rules(AssignChecker.check(network, shipments, over))).containsExactly("ASSIGN-CAPACITY");
        var strangers = shipments.stream()
                .map(s -> new Shipment(s.id(), "A", "C", s.ready().plusSeconds(3 * 86_400), s.deadline(), 100, 0, 0, 1))
                .toList();
        assertThat(rules(AssignChecker.check(wide, strangers, over)))
                .containsExactly("ASSIGN-CONNECTION", "ASSIGN-DEADLINE");
        assertThat(rules(AssignChecker.check(wide, shipments(4, "A", "B", 0), over)))
                .containsExactly("ASSIGN-LOST");
    }

    private static Set<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
