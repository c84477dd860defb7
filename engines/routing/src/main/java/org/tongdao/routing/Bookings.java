package org.tongdao.routing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bookings as they come, each answered at once: the cheapest way by the deadline on which there is still room, or the reason why there is none.
 *
 * <p>Never above the capacity of a departure on any stretch, whatever the order of bookings and cancellations. What is booked stays as it is; a later plan
 * of all by {@link AssignSolver} may be cheaper. One thread; where bookings must survive and exclude each other across machines, a database has to say the
 * last word.
 */
public final class Bookings {

    private final Timetable t;
    private final PricedWays paths;
    private final Loads loads;
    private final Map<String, Held> held = new LinkedHashMap<>();

    private record Held(Shipment shipment, Way way) {}

    /**
     * What a booking is told.
     *
     * @param way that it goes, or empty
     * @param reason why it does not; empty when it does
     */
    public record Answer(Optional<Journey> way, String reason) {}

    public Bookings(Timetable timetable) {
        this.t = timetable;
        paths = new PricedWays(t);
        loads = new Loads(t);
    }

    /** Books a shipment of known places; the same id again gets the same way and takes no more room. */
    public Answer book(Shipment shipment) {
        var before = held.get(shipment.id());
        if (before != null) {
            return new Answer(Optional.of(before.way().journey), "");
        }
        var way = find(shipment, loads);
        if (way == null) {
            return new Answer(Optional.empty(), reason(shipment));
        }
        loads.add(shipment, way.connections, 1);
        held.put(shipment.id(), new Held(shipment, way));
        return new Answer(Optional.of(way.journey), "");
    }

    /** Gives the room of a booking back; false when there is none of that id. */
    public boolean cancel(String id) {
        var gone = held.remove(id);
        if (gone == null) {
            return false;
        }
        loads.add(gone.shipment(), gone.way().connections, -1);
        return true;
    }

    /** The ways that are booked, by shipment, in the order of booking. */
    public Map<String, Journey> ways() {
        var all = new LinkedHashMap<String, Journey>();
        held.forEach((id, one) -> all.put(id, one.way().journey));
        return all;
    }

    private @Nullable Way find(Shipment s, @Nullable Loads within) {
        Arrays.fill(paths.price, 0);
        int from = AssignSolver.place(t, s.from());
        int ready = t.minute(s.ready());
        paths.to(AssignSolver.place(t, s.to()), ready, AssignSolver.deadline(t, s), s, within);
        return paths.from(from, ready) < PricedWays.CLOSED / 2 ? paths.way(from, ready) : null;
    }

    private String reason(Shipment s) {
        var anyway = find(s, null);
        return anyway == null
                ? "no way is there by the deadline, even with all capacity free"
                : "full: " + String.join(", ", loads.full(s, anyway.connections));
    }
}
