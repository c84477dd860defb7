package org.tongdao.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.routing.Departure;
import org.tongdao.routing.Journey;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who holds room on departures, with the way they have. Called inside the door's transaction. */
@Component
class HeldWays {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    HeldWays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A way as it is held; {@code fields} is the question of a booking, empty for a container. */
    record Held(
            Holder holder,
            String name,
            String from,
            String to,
            Need need,
            Journey journey,
            Map<String, String> fields,
            boolean fixed) {}

    /** Holders of these departures, in the order in which they came. */
    List<Holder> holders(Set<Departure> departures) {
        var lines = departures.stream().map(Departure::line).toArray(String[]::new);
        var leaves =
                departures.stream().mapToLong(d -> d.leaves().getEpochSecond()).toArray();
        return jdbc.sql("""
                        SELECT DISTINCT h.holder, h.holder_id FROM room_hold h
                        JOIN unnest(?::text[], ?::bigint[]) AS d (line, leaves) ON d.line = h.line AND to_timestamp(d.leaves) = h.leaves_at
                        WHERE h.tenant_id = current_tenant() ORDER BY h.holder DESC, h.holder_id""")
                .param(lines)
                .param(leaves)
                .query((row, n) -> new Holder(row.getString("holder"), row.getLong("holder_id")))
                .list();
    }

    /** Bookings that are to use a truck from or to a place after a moment. */
    List<Holder> trucks(String place, Instant after) {
        return jdbc.sql("""
                        SELECT b.id FROM route_booking b WHERE b.tenant_id = current_tenant() AND b.cancelled_at IS NULL AND NOT b.stranded
                          AND b.arrives_at > :after AND EXISTS (SELECT FROM jsonb_array_elements(b.journey -> 'legs') l
                            WHERE l ->> 'line' = '' AND :place IN (l ->> 'from', l ->> 'to')) ORDER BY b.id""")
                .param("after", Timestamp.from(after))
                .param("place", place)
                .query((row, n) -> new Holder("booking", row.getLong("id")))
                .list();
    }

    /** Those that came last on a departure, until what the others hold fits into so many slots on every stretch. */
    List<Holder> last(Departure departure, int slots) {
        return jdbc.sql("""
                        SELECT DISTINCT holder, holder_id FROM (
                          SELECT h.holder, h.holder_id, sum(h.slots) OVER (PARTITION BY h.stretch_no ORDER BY h.holder DESC, h.holder_id) AS upto
                          FROM room_hold h WHERE h.tenant_id = current_tenant() AND h.line = ? AND h.leaves_at = ?) x
                        WHERE upto > ? ORDER BY holder DESC, holder_id""")
                .params(departure.line(), Timestamp.from(departure.leaves()), slots)
                .query((row, n) -> new Holder(row.getString("holder"), row.getLong("holder_id")))
                .list();
    }

    Held get(Holder holder) {
        return holder.kind().equals("booking") ? booking(holder) : container(holder);
    }

    private Held booking(Holder holder) {
        return jdbc.sql("SELECT * FROM route_booking WHERE tenant_id = current_tenant() AND id = ?")
                .param(holder.id())
                .query((row, n) -> {
                    var fields = JSON.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {});
                    var journey = JSON.readValue(row.getString("journey"), JourneyDocument.class)
                            .journey();
                    return new Held(
                            holder,
                            String.valueOf(holder.id()),
                            fields.getOrDefault("from", ""),
                            fields.getOrDefault("to", ""),
                            new Need(row.getInt("slots"), row.getInt("kg"), row.getInt("m3")),
                            journey,
                            fields,
                            false);
                })
                .single();
    }

    private Held container(Holder holder) {
        var legs = new ArrayList<Journey.Leg>();
        var trains = new TreeSet<Long>();
        jdbc.sql("""
                        SELECT l.*, r.service_code FROM container_leg l JOIN service_run r ON r.tenant_id = l.tenant_id AND r.id = l.service_run_id
                        WHERE l.tenant_id = current_tenant() AND l.container_id = ? ORDER BY l.leg_no""").param(holder.id()).query(row -> {
            legs.add(leg(row));
            if (row.getObject("train_id") != null) {
                trains.add(row.getLong("train_id"));
            }
        });
        var journey = new Journey(
                legs,
                legs.get(0).departs(),
                legs.get(0).departs(),
                legs.get(legs.size() - 1).arrives(),
                0,
                0,
                0,
                0,
                legs.size() - 1);
        return jdbc.sql(
                        "SELECT container_no, hub, gross_g FROM container WHERE tenant_id = current_tenant() AND id = ?")
                .param(holder.id())
                .query((row, n) -> new Held(
                        holder,
                        row.getString("container_no"),
                        Planning.START,
                        row.getString("hub"),
                        Need.container(row.getLong("gross_g")),
                        journey,
                        Map.of(),
                        !trains.isEmpty()))
                .single();
    }

    private static Journey.Leg leg(ResultSet row) throws SQLException {
        var departs = row.getTimestamp("planned_depart").toInstant();
        Instant arrives = row.getTimestamp("planned_arrive").toInstant();
        return new Journey.Leg(
                row.getString("service_code"),
                row.getString("mode"),
                row.getInt("gauge_mm"),
                row.getString("from_node"),
                row.getString("to_node"),
                departs,
                arrives,
                arrives,
                departs,
                0);
    }
}
