package org.tongdao.planning;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.routing.Departure;
import org.tongdao.routing.Journey;
import org.tongdao.routing.Stretch;

/** Room on departures, stretch by stretch: taken by single-row conditional updates, given back once. Called inside the door's transaction. */
@Component
class DepartureRoom {

    private static final Duration LONGEST = Duration.ofDays(45);

    private final JdbcClient jdbc;

    DepartureRoom(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Departures on which a stretch has no room for this any more, or that do not run; the search leaves them out. */
    Set<Departure> full(Instant from, Need need) {
        return full(from, need, new Holder("", 0));
    }

    /** The same for one who already holds room, which counts as free: it may be kept. */
    Set<Departure> full(Instant from, Need need, Holder own) {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT s.line, s.leaves_at FROM departure_stretch s
                        LEFT JOIN room_hold h ON h.tenant_id = s.tenant_id AND h.line = s.line AND h.leaves_at = s.leaves_at
                          AND h.stretch_no = s.stretch_no AND h.holder = :kind AND h.holder_id = :id
                        WHERE s.tenant_id = current_tenant() AND s.leaves_at BETWEEN :first AND :last
                          AND (taken_slots - coalesce(h.slots, 0) + :slots > capacity_slots OR taken_teu - coalesce(h.teu, 0) + :teu > capacity_teu
                            OR taken_kg - coalesce(h.kg, 0) + :kg > capacity_kg OR taken_m3 - coalesce(h.m3, 0) + :m3 > capacity_m3)""")
                .param("first", Timestamp.from(from.minus(Duration.ofDays(15))))
                .param("last", Timestamp.from(from.plus(LONGEST)))
                .param("kind", own.kind())
                .param("id", own.id())
                .param("slots", need.slots())
                .param("teu", need.teu())
                .param("kg", need.kg())
                .param("m3", need.m3())
                .query((row, n) -> new Departure(
                        row.getString("line"), row.getTimestamp("leaves_at").toInstant()))
                .list());
    }

    /** Takes the room of a whole journey; the departure that is full when it cannot, and then the caller rolls back. */
    Optional<Stretch> take(Holder holder, Need need, Journey journey) {
        for (var leg : journey.legs()) {
            for (var stretch : Stretch.of(Corridor.NETWORK, leg)) {
                ensure(stretch);
                if (!take(stretch, need)) {
                    return Optional.of(stretch);
                }
                hold(holder, stretch, need);
            }
        }
        return Optional.empty();
    }

    /** Gives back all that a holder holds; false when it holds nothing, so a second time changes nothing. */
    boolean giveBack(Holder holder) {
        return jdbc.sql("""
                        WITH gone AS (DELETE FROM room_hold WHERE tenant_id = current_tenant() AND holder = ? AND holder_id = ? RETURNING *)
                        UPDATE departure_stretch s SET taken_slots = taken_slots - g.slots, taken_teu = taken_teu - g.teu,
                                                       taken_kg = taken_kg - g.kg, taken_m3 = taken_m3 - g.m3
                        FROM gone g
                        WHERE s.tenant_id = current_tenant() AND s.tenant_id = g.tenant_id AND s.line = g.line
                          AND s.leaves_at = g.leaves_at AND s.stretch_no = g.stretch_no""").params(holder.kind(), holder.id()).update() > 0;
    }

    /** A departure takes only so much from now on; never less than is on it. */
    void limit(Departure departure, int slots) {
        Stretch.of(Corridor.NETWORK, departure).forEach(this::ensure);
        jdbc.sql("""
                        UPDATE departure_stretch SET capacity_slots = greatest(taken_slots, ?), capacity_teu = greatest(taken_teu, ?)
                        WHERE tenant_id = current_tenant() AND line = ? AND leaves_at = ?""")
                .params(slots, 2 * slots, departure.line(), Timestamp.from(departure.leaves()))
                .update();
    }

    private void ensure(Stretch stretch) {
        var capacity = Corridor.NETWORK.line(stretch.departure().line()).capacity();
        jdbc.sql("""
                        INSERT INTO departure_stretch (tenant_id, line, leaves_at, stretch_no, from_node, to_node, departs_at, arrives_at,
                                                       capacity_slots, capacity_teu, capacity_kg, capacity_m3)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), nullif(?, 0), nullif(?, 0))
                        ON CONFLICT DO NOTHING""")
                .params(List.of(
                        stretch.departure().line(),
                        Timestamp.from(stretch.departure().leaves()),
                        stretch.number(),
                        stretch.from(),
                        stretch.to(),
                        Timestamp.from(stretch.departs()),
                        Timestamp.from(stretch.arrives()),
                        100 * capacity.slots(),
                        100 * capacity.teu(),
                        capacity.kg(),
                        capacity.m3()))
                .update();
    }

    private boolean take(Stretch stretch, Need need) {
        return jdbc.sql("""
                        UPDATE departure_stretch SET taken_slots = taken_slots + :slots, taken_teu = taken_teu + :teu,
                                                     taken_kg = taken_kg + :kg, taken_m3 = taken_m3 + :m3
                        WHERE tenant_id = current_tenant() AND line = :line AND leaves_at = :leaves AND stretch_no = :no
                          AND taken_slots + :slots <= coalesce(capacity_slots, taken_slots + :slots)
                          AND taken_teu + :teu <= coalesce(capacity_teu, taken_teu + :teu)
                          AND taken_kg + :kg <= coalesce(capacity_kg, taken_kg + :kg)
                          AND taken_m3 + :m3 <= coalesce(capacity_m3, taken_m3 + :m3)""")
                        .param("slots", need.slots())
                        .param("teu", need.teu())
                        .param("kg", need.kg())
                        .param("m3", need.m3())
                        .param("line", stretch.departure().line())
                        .param("leaves", Timestamp.from(stretch.departure().leaves()))
                        .param("no", stretch.number())
                        .update()
                == 1;
    }

    private void hold(Holder holder, Stretch stretch, Need need) {
        jdbc.sql("""
                        INSERT INTO room_hold (tenant_id, holder, holder_id, line, leaves_at, stretch_no, slots, teu, kg, m3)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        holder.kind(),
                        holder.id(),
                        stretch.departure().line(),
                        Timestamp.from(stretch.departure().leaves()),
                        stretch.number(),
                        need.slots(),
                        need.teu(),
                        need.kg(),
                        need.m3())
                .update();
    }
}
