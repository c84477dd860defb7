package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** A sound plan is broken in one place at a time: the checker names the rule, the shipment or the departure, and nothing else. */
class PlanFaultsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");

    private final Network network = new Sketch()
            .places("Z", "A", "H", "B")
            .line("in", "13 08:00", "A, H 300 100", new Line.Capacity(2, 0, 40_000, 0), Triangle.NONE)
            .line("out", "24 08:00", "H, B 300 100", new Line.Capacity(0, 4, 0, 140), Triangle.NONE)
            .network();

    private final List<Shipment> two = List.of(shipment("one", 20_000, 70), shipment("two", 20_000, 70));

    private final Assignment plan = new AssignSolver(Timetable.of(network, MONDAY, 7), two)
            .solve(new AssignSolver.Effort(5, 1, 0, Long.MAX_VALUE));

    private static Shipment shipment(String id, int kg, int m3) {
        return new Shipment(id, "A", "B", MONDAY, MONDAY.plus(Duration.ofDays(2)), 100, kg, m3, 5);
    }

    private List<String> faults(List<Shipment> shipments, Map<String, Journey> ways, Map<String, String> out) {
        return AssignChecker.check(network, shipments, new Assignment(ways, out, 0, 0, 0)).stream()
                .map(f -> f.rule() + " " + f.place().source())
                .toList();
    }

    private Journey way(String id) {
        return Objects.requireNonNull(plan.ways().get(id));
    }

    /** The plan with a leg of the first shipment changed. */
    private List<String> withLeg(int number, UnaryOperator<Journey.Leg> change) {
        var old = way("one");
        var legs = new ArrayList<>(old.legs());
        legs.set(number, change.apply(legs.get(number)));
        var ways = new HashMap<>(plan.ways());
        ways.put("one", journey(old, legs));
        return faults(two, ways, Map.of());
    }

    private static Journey journey(Journey old, List<Journey.Leg> legs) {
        return new Journey(legs, old.ready(), old.departs(), old.arrives(), old.cost(), 0, old.co2(), old.risk(), 1);
    }

    private static Journey.Leg leg(Journey.Leg l, String from, String to, Duration later) {
        return new Journey.Leg(
                l.line(),
                l.mode(),
                l.gaugeMm(),
                from,
                to,
                l.departs().plus(later),
                l.arrives().plus(later),
                l.ready().plus(later),
                l.latest().plus(later),
                l.cost());
    }

    @Test
    void theSoundPlanHasNoFault() {
        assertThat(plan.ways()).containsOnlyKeys("one", "two");
        assertThat(faults(two, plan.ways(), plan.leftOut())).isEmpty();
    }

    @Test
    void whoIsInNeitherOrInBothIsLost() {
        assertThat(faults(two, Map.of("one", way("one")), Map.of())).containsExactly("ASSIGN-LOST two");
        assertThat(faults(two, plan.ways(), Map.of("two", "full"))).containsExactly("ASSIGN-LOST two");
        assertThat(faults(two, Map.of(), Map.of("one", "full", "two", "full"))).isEmpty();
    }

    @Test
    void aLegThatBeginsElsewhereIsTold() {
        assertThat(withLeg(1, l -> leg(l, "A", l.to(), Duration.ZERO))).contains("ASSIGN-CONNECTION one");
    }

    @Test
    void aLegThatBeginsBeforeTheGoodsAreThereIsTold() {
        assertThat(withLeg(1, l -> leg(l, l.from(), l.to(), Duration.ofDays(-1))))
                .containsExactly("ASSIGN-CONNECTION one");
        assertThat(withLeg(0, l -> leg(l, l.from(), l.to(), Duration.ofDays(-1))))
                .as("before the goods are ready at all")
                .contains("ASSIGN-CONNECTION one");
    }

    @Test
    void aWayThatEndsElsewhereOrLateIsTold() {
        assertThat(withLeg(1, l -> leg(l, l.from(), "C", Duration.ZERO))).contains("ASSIGN-DEADLINE one");
        assertThat(withLeg(1, l -> leg(l, l.from(), l.to(), Duration.ofDays(2))))
                .containsExactly("ASSIGN-DEADLINE one");
        var shortened = journey(way("one"), List.of(way("one").legs().get(0)));
        assertThat(faults(two, Map.of("one", shortened, "two", way("two")), Map.of()))
                .containsExactly("ASSIGN-DEADLINE one");
    }

    @Test
    void aThirdOnATrainForTwoIsToldWithTheStretch() {
        var three = new ArrayList<>(two);
        three.add(shipment("three", 0, 0));
        var ways = new HashMap<>(plan.ways());
        ways.put("three", way("one"));
        assertThat(faults(three, ways, Map.of()))
                .containsExactlyInAnyOrder(
                        "ASSIGN-CAPACITY in 2026-11-02T08:00:00Z 0", "ASSIGN-CAPACITY out 2026-11-03T08:00:00Z 0");
    }

    @Test
    void aKilogramAndACubicMetreTooMuchAreTold() {
        assertThat(faults(List.of(shipment("one", 20_001, 70), two.get(1)), plan.ways(), Map.of()))
                .containsExactly("ASSIGN-CAPACITY in 2026-11-02T08:00:00Z 0");
        assertThat(faults(List.of(shipment("one", 20_000, 71), two.get(1)), plan.ways(), Map.of()))
                .containsExactly("ASSIGN-CAPACITY out 2026-11-03T08:00:00Z 0");
    }

    @Test
    void everyFaultSaysWhatMayBeWrong() {
        var found = AssignChecker.check(network, two, new Assignment(Map.of(), Map.of(), 0, 0, 0));
        assertThat(found).hasSize(2).allSatisfy(f -> {
            assertThat(f.maybe()).startsWith("Maybe: ");
            assertThat(f.stops()).isTrue();
        });
        assertThat(found).extracting(Finding::value).containsOnly("neither");
    }
}
