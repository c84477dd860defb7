package org.tongdao.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.routing.Run;

/** The departures of the coming weeks with what is booked on them. Called inside the door's transaction. */
@Component
class ServiceRuns {

    static final Duration HORIZON = Duration.ofDays(28);
    static final long MAX_BOXES_G = 1_300_000_000L;

    private final JdbcClient jdbc;

    ServiceRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the departures that are not there yet, in one statement. */
    void ensure(Instant from) {
        var runs = TimetableFile.SHIPPED.stream()
                .flatMap(s -> s.runs(from, (int) HORIZON.toDays()).stream())
                .toList();
        jdbc.sql("""
                        INSERT INTO service_run (tenant_id, service_code, mode, gauge_mm, from_node, to_node, departs_at, arrives_at, capacity_ffe)
                        SELECT current_tenant(), service, mode, nullif(gauge, 0), from_node, to_node, to_timestamp(departs), to_timestamp(arrives), capacity
                        FROM unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::int[])
                             AS r (service, mode, gauge, from_node, to_node, departs, arrives, capacity)
                        ON CONFLICT DO NOTHING""")
                .param(runs.stream().map(Run::service).toArray(String[]::new))
                .param(runs.stream().map(Run::mode).toArray(String[]::new))
                .param(runs.stream().mapToInt(Run::gaugeMm).toArray())
                .param(runs.stream().map(Run::from).toArray(String[]::new))
                .param(runs.stream().map(Run::to).toArray(String[]::new))
                .param(runs.stream()
                        .mapToLong(r -> r.departs().getEpochSecond())
                        .toArray())
                .param(runs.stream()
                        .mapToLong(r -> r.arrives().getEpochSecond())
                        .toArray())
                .param(runs.stream()
                        .mapToInt(r -> TimetableFile.service(r.service()).capacityFfe())
                        .toArray())
                .update();
    }

    /** Departures that still have a slot and, on rail, the weight for one more box of this gross weight. */
    List<Run> open(Instant from, long grossG) {
        return jdbc.sql("""
                        SELECT r.id, r.service_code, r.mode, coalesce(r.gauge_mm, 0) AS gauge_mm, r.from_node, r.to_node, r.departs_at, r.arrives_at
                        FROM service_run r
                        LEFT JOIN (SELECT l.service_run_id, sum(c.gross_g) AS gross_g
                                   FROM container_leg l JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                                   WHERE l.tenant_id = current_tenant() GROUP BY 1) b ON b.service_run_id = r.id
                        WHERE r.tenant_id = current_tenant() AND r.departs_at >= ? AND r.departs_at < ?
                          AND r.booked_ffe + 1 <= r.capacity_ffe AND (r.mode <> 'rail' OR coalesce(b.gross_g, 0) + ? <= ?)
                        ORDER BY r.departs_at, r.service_code""")
                .params(Timestamp.from(from), Timestamp.from(from.plus(HORIZON)), grossG, MAX_BOXES_G)
                .query((row, n) -> run(row))
                .list();
    }

    /** Takes one slot; false when the departure is full or the train would be too heavy. The row lock makes it exclusive. */
    boolean take(Run run, long grossG) {
        int taken = jdbc.sql("""
                        UPDATE service_run SET booked_ffe = booked_ffe + 1
                        WHERE tenant_id = current_tenant() AND id = ? AND booked_ffe + 1 <= capacity_ffe""").param(run.id()).update();
        return taken == 1 && (!run.mode().equals("rail") || booked(run) + grossG <= MAX_BOXES_G);
    }

    private long booked(Run run) {
        return jdbc.sql("""
                        SELECT coalesce(sum(c.gross_g), 0)::bigint FROM container_leg l
                        JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                        WHERE l.tenant_id = current_tenant() AND l.service_run_id = ?""").param(run.id()).query(Long.class).single();
    }

    static Run run(ResultSet row) throws SQLException {
        var service = row.getString("service_code");
        return new Run(
                row.getLong("id"),
                service,
                row.getString("mode"),
                row.getInt("gauge_mm"),
                row.getString("from_node"),
                row.getString("to_node"),
                row.getTimestamp("departs_at").toInstant(),
                row.getTimestamp("arrives_at").toInstant(),
                TimetableFile.service(service).costPerFfe());
    }
}
