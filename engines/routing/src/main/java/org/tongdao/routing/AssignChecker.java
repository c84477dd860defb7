package org.tongdao.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Judges a plan by the network's own records and shares nothing with the solver: deadlines, connections, capacities on every stretch, nobody forgotten. */
public final class AssignChecker {

    private final Map<String, Line> lines;
    private final List<Shipment> shipments;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, long[]> loads = new HashMap<>();

    private AssignChecker(Network network, List<Shipment> shipments) {
        this.lines = network.lines().stream().collect(Collectors.toMap(Line::id, Function.identity()));
        this.shipments = shipments;
    }

    /** What is wrong; empty when in order. */
    public static List<Finding> check(Network network, List<Shipment> shipments, Assignment plan) {
        var checker = new AssignChecker(network, shipments);
        shipments.forEach(s -> checker.shipment(s, plan));
        checker.loads.forEach(checker::capacity);
        return List.copyOf(checker.findings);
    }

    private void fault(String rule, String place, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(place), value, "Maybe: " + maybe));
    }

    private void shipment(Shipment s, Assignment plan) {
        var way = plan.ways().get(s.id());
        boolean out = plan.leftOut().containsKey(s.id());
        if ((way == null) != out) {
            fault(
                    "ASSIGN-LOST",
                    s.id(),
                    way == null ? "neither" : "both",
                    "each shipment goes or is left out with a reason");
        }
        if (way == null) {
            return;
        }
        Instant at = s.ready();
        String place = s.from();
        for (var leg : way.legs()) {
            if (!leg.from().equals(place)
                    || leg.latest().isBefore(at)
                    || leg.arrives().isBefore(leg.departs())) {
                fault(
                        "ASSIGN-CONNECTION",
                        s.id(),
                        leg.line() + " " + leg.from(),
                        "the leg begins elsewhere, or before the goods are there");
            }
            at = leg.ready();
            place = leg.to();
            load(s, leg);
        }
        if (!place.equals(s.to()) || at.isAfter(s.deadline())) {
            fault("ASSIGN-DEADLINE", s.id(), place + " " + at, "it ends elsewhere or late");
        }
    }

    private void load(Shipment s, Journey.Leg leg) {
        var line = lines.get(leg.line());
        if (line == null) {
            return;
        }
        int from = call(line, leg.from(), 0);
        int to = call(line, leg.to(), from + 1);
        var first = leg.departs().minusSeconds(60L * line.calls().get(from).departs());
        for (int i = from; i < to; i++) {
            var load = loads.computeIfAbsent(line.id() + " " + first + " " + i, k -> new long[3]);
            load[0] += s.slots();
            load[1] += s.kg();
            load[2] += s.m3();
        }
    }

    private static int call(Line line, String station, int from) {
        for (int i = from; i < line.calls().size(); i++) {
            if (line.calls().get(i).station().equals(station)) {
                return i;
            }
        }
        return line.calls().size() - 1;
    }

    private void capacity(String departure, long[] load) {
        var line = lines.get(departure.substring(0, departure.indexOf(' ')));
        if (line == null) {
            return;
        }
        var c = line.capacity();
        boolean over = c.slots() > 0 && load[0] > 100L * c.slots()
                || c.teu() > 0 && load[0] > 50L * c.teu()
                || c.kg() > 0 && load[1] > c.kg()
                || c.m3() > 0 && load[2] > c.m3();
        if (over) {
            fault(
                    "ASSIGN-CAPACITY",
                    departure,
                    load[0] / 100.0 + " slots, " + load[1] + " kg, " + load[2] + " m3",
                    "more than " + c);
        }
    }
}
