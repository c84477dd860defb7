package org.tongdao.emulator.rail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.WagonNo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The order to run a train, as it comes over the wire; docs/formats/train.md.
 *
 * @param via nodes in between; may be empty, the railway knows its way
 * @param previous container to the train that brings it; a container that is not there is loaded at {@code from}
 * @param next container to the train that carries it on, or to its hub
 */
record TrainOrder(
        String trainNo,
        int gauge,
        String from,
        String to,
        List<String> via,
        Instant plannedDeparture,
        Instant plannedArrival,
        List<Wagon> wagons,
        Map<String, String> previous,
        Map<String, String> next) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    record Wagon(int position, String wagonNo, String model, List<Box> containers) {}

    /** A container on its wagon. */
    record Box(String no, String type, String seal, String hub, int slot) {}

    /** A container with the wagon it stands on. */
    record Placed(Box box, Wagon wagon) {}

    /** The document cannot be worked with, and why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static TrainOrder read(byte[] content) throws Unreadable {
        try {
            var order = JSON.readValue(new String(content, StandardCharsets.UTF_8), TrainOrder.class);
            order.check();
            return order;
        } catch (JacksonException e) {
            throw new Unreadable(e.getOriginalMessage());
        }
    }

    /** All containers in the order in which cranes lift them: wagon by wagon from the locomotive, slot by slot. */
    List<Placed> placed() {
        var placed = new ArrayList<Placed>();
        wagons.stream()
                .sorted(java.util.Comparator.comparingInt(Wagon::position))
                .forEach(wagon -> wagon.containers().stream()
                        .sorted(java.util.Comparator.comparingInt(Box::slot))
                        .forEach(box -> placed.add(new Placed(box, wagon))));
        return List.copyOf(placed);
    }

    /** The trains that bring containers of this one, each once, sorted. */
    Collection<String> feeders() {
        return new TreeSet<>(previous.values());
    }

    /** The containers that go on by rail from the end of this run, in lifting order; {@code next} names a hub for the others. */
    List<Placed> carriedOn() {
        return placed().stream()
                .filter(p -> !next.getOrDefault(p.box().no(), p.box().hub())
                        .equals(p.box().hub()))
                .toList();
    }

    private void check() throws Unreadable {
        if (!trainNo.matches("[A-Za-z0-9-]+")) {
            throw new Unreadable("train number '" + trainNo + "'");
        }
        if (!plannedArrival.isAfter(plannedDeparture)) {
            throw new Unreadable("planned arrival " + plannedArrival + " is not after departure " + plannedDeparture);
        }
        var seen = new TreeSet<String>();
        for (var placed : placed()) {
            check(placed, seen);
        }
        if (seen.isEmpty()) {
            throw new Unreadable("the train carries nothing");
        }
    }

    private static void check(Placed placed, TreeSet<String> seen) throws Unreadable {
        if (!WagonNo.isValid(placed.wagon().wagonNo())) {
            throw new Unreadable("wagon number " + placed.wagon().wagonNo());
        }
        if (!ContainerNo.isValid(placed.box().no())) {
            throw new Unreadable("container number " + placed.box().no());
        }
        if (!seen.add(placed.box().no())) {
            throw new Unreadable("container " + placed.box().no() + " stands on two wagons");
        }
    }
}
