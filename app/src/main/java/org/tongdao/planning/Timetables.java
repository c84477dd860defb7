package org.tongdao.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.routing.Closure;
import org.tongdao.routing.Departure;
import org.tongdao.routing.Disruption;
import org.tongdao.routing.DoorSearch;

/** The network as a tenant can use it now: what was disrupted taken out or put in, what is full left out. Called inside the door's transaction. */
@Component
class Timetables {

    private final JdbcClient jdbc;
    private final DepartureRoom room;

    Timetables(JdbcClient jdbc, DepartureRoom room) {
        this.jdbc = jdbc;
        this.room = room;
    }

    /** What a search depends on besides the shipped network. */
    record State(Disruption disruption, Set<Departure> full) {

        DoorSearch search() {
            return new DoorSearch(disruption.on(Corridor.NETWORK).without(full), Corridor.DAYS);
        }
    }

    State at(Instant from, Need need) {
        return new State(disruption(), room.full(from, need));
    }

    Disruption disruption() {
        var gone = new HashSet<Departure>();
        var added = new HashSet<Departure>();
        jdbc.sql("SELECT line, leaves_at, runs FROM departure_change WHERE tenant_id = current_tenant()")
                .query(row -> {
                    (row.getBoolean("runs") ? added : gone).add(departure(row));
                });
        var closures = jdbc.sql("SELECT place, from_at, until_at FROM place_closure WHERE tenant_id = current_tenant()")
                .query((row, n) -> new Closure(
                        row.getString("place"),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("until_at").toInstant()))
                .list();
        return new Disruption(gone, added, closures);
    }

    static Departure departure(ResultSet row) throws SQLException {
        return new Departure(
                row.getString("line"), row.getTimestamp("leaves_at").toInstant());
    }

    void change(Disruption disruption, String reason, String who, Instant now) {
        disruption.gone().forEach(d -> write(d, false, reason, who, now));
        disruption.added().forEach(d -> write(d, true, reason, who, now));
        disruption.closures().forEach(c -> write(c, reason, who, now));
    }

    private void write(Closure c, String reason, String who, Instant now) {
        jdbc.sql("""
                        INSERT INTO place_closure (tenant_id, place, from_at, until_at, reason, told_by, at)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        c.place(),
                        Timestamp.from(c.from()),
                        Timestamp.from(c.until()),
                        reason,
                        who,
                        Timestamp.from(now))
                .update();
    }

    private void write(Departure d, boolean runs, String reason, String who, Instant now) {
        jdbc.sql("""
                        INSERT INTO departure_change (tenant_id, line, leaves_at, runs, reason, told_by, at) VALUES (current_tenant(), ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (tenant_id, line, leaves_at) DO UPDATE SET runs = excluded.runs, reason = excluded.reason,
                          told_by = excluded.told_by, at = excluded.at""")
                .params(d.line(), Timestamp.from(d.leaves()), runs, reason, who, Timestamp.from(now))
                .update();
    }
}
