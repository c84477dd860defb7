package org.tongdao.planning;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongdao.routing.Cargo;
import org.tongdao.routing.DoorSearch;
import org.tongdao.routing.Line;
import org.tongdao.routing.Network;

/** The one network that planning and the desks search: data/network as shipped; {@link Timetables} takes out what is full or does not run. */
final class Corridor {

    /** Departures are looked for so many days ahead. */
    static final int DAYS = 28;

    static final Network NETWORK = ShippedNetwork.read();

    private static final Set<String> NOT_RAIL = NETWORK.lines().stream()
            .filter(line -> !line.mode().equals("rail"))
            .map(Line::id)
            .collect(Collectors.toUnmodifiableSet());

    private Corridor() {}

    /** A whole container of plain goods, over rail only: what we book for our own trains. */
    static DoorSearch.Question byRail(String from, String to, Instant ready) {
        return new DoorSearch.Question(from, to, ready, Cargo.PLAIN, "", NOT_RAIL);
    }
}
