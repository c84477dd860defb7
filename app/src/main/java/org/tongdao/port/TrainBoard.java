package org.tongdao.port;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Questions of the console about trains, answered from facts; totals are counted in SQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TrainBoard {

    private static final Set<String> LEAVING = Set.of("T090", "T170");

    private final JdbcClient jdbc;

    TrainBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TrainProgress> trains(Instant now) {
        var blocked = blocked();
        return jdbc.sql(
                        "SELECT * FROM train_board WHERE tenant_id = current_tenant() ORDER BY departed_at IS NOT NULL, planned_departure, train_no")
                .query((row, n) -> progress(row, blocked))
                .list();
    }

    private static TrainProgress progress(ResultSet row, Map<Long, List<Blocker>> blocked) throws SQLException {
        long id = row.getLong("id");
        var departed = instant(row, "departed_at");
        return new TrainProgress(
                id,
                row.getString("train_no"),
                row.getInt("gauge_mm"),
                row.getString("from_node"),
                row.getString("to_node"),
                row.getTimestamp("planned_departure").toInstant(),
                row.getTimestamp("planned_arrival").toInstant(),
                row.getBoolean("ordered"),
                departed,
                instant(row, "arrived_at"),
                instant(row, "released_at"),
                row.getInt("wagons"),
                row.getInt("containers"),
                row.getLong("parcels"),
                row.getLong("gross_g") / 1000,
                departed.isPresent() ? List.of() : blocked.getOrDefault(id, List.of()),
                FivePriorities.of(row));
    }

    private Map<Long, List<Blocker>> blocked() {
        var byTrain = new HashMap<Long, List<Blocker>>();
        jdbc.sql(
                        "SELECT train_id, rule, subject, detail FROM port_blocker WHERE tenant_id = current_tenant() ORDER BY train_id, rule, subject")
                .query(row -> {
                    byTrain.computeIfAbsent(row.getLong(1), k -> new ArrayList<>())
                            .add(new Blocker(row.getString(2), row.getString(3), row.getString(4)));
                });
        return byTrain;
    }

    /** Trains that left and have not reached the end of their run, and those standing at its end until their containers went on. */
    List<TrainPosition> positions(Instant now) {
        return jdbc.sql("""
                        SELECT t.id, t.train_no, t.gauge_mm, t.to_node, last.node, last.milestone, last.at,
                               d.at + (t.planned_arrival - t.planned_departure) AS expected
                        FROM train t
                        JOIN train_fact d ON d.tenant_id = t.tenant_id AND d.train_id = t.id AND d.milestone = 'T090'
                        CROSS JOIN LATERAL (
                            SELECT f.node, f.milestone, f.at FROM train_fact f
                            WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.at <= :now
                              AND f.milestone IN ('T090', 'T100', 'T110', 'T130', 'T170', 'T180')
                            ORDER BY f.at DESC, f.milestone DESC LIMIT 1) last
                        WHERE t.tenant_id = current_tenant() AND d.at <= :now
                        ORDER BY t.train_no""")
                .param("now", java.sql.Timestamp.from(now))
                .query((row, n) -> position(row, now))
                .list();
    }

    private static TrainPosition position(ResultSet row, Instant now) throws SQLException {
        var lastAt = row.getTimestamp("at").toInstant();
        var expected = row.getTimestamp("expected").toInstant();
        boolean moving = LEAVING.contains(row.getString("milestone"));
        return new TrainPosition(
                row.getLong("id"),
                row.getString("train_no"),
                row.getInt("gauge_mm"),
                row.getString("node"),
                row.getString("milestone"),
                lastAt,
                row.getString("to_node"),
                moving,
                moving ? share(lastAt, expected, now) : 0,
                expected);
    }

    /** A late train stays just short of its end until its arrival is told. */
    private static double share(Instant from, Instant to, Instant now) {
        long whole = Duration.between(from, to).toSeconds();
        long made = Duration.between(from, now).toSeconds();
        return whole <= 0 ? 0.98 : Math.max(0, Math.min(0.98, (double) made / whole));
    }

    Conservation conservation(long fromTrain) {
        return jdbc.sql("""
                        SELECT count(*) AS carried, count(o.container_id) AS off, count(x.container_id) AS moved,
                               coalesce(sum(c.parcels), 0) AS parcels, coalesce(sum(c.parcels) FILTER (WHERE x.container_id IS NOT NULL), 0) AS parcels_on,
                               coalesce(array_agg(c.container_no ORDER BY c.container_no) FILTER (WHERE x.container_id IS NULL), '{}') AS open
                        FROM container_train y
                        JOIN train t ON t.tenant_id = y.tenant_id AND t.id = y.train_id
                        JOIN container c ON c.tenant_id = y.tenant_id AND c.id = y.container_id
                        LEFT JOIN lift_off o ON o.tenant_id = y.tenant_id AND o.container_id = y.container_id AND o.node = t.to_node AND o.train_id = t.id
                        LEFT JOIN transload x ON x.tenant_id = y.tenant_id AND x.container_id = y.container_id AND x.node = t.to_node AND x.from_train = t.id
                        WHERE y.tenant_id = current_tenant() AND y.train_id = ? AND y.next_train IS NOT NULL""")
                .param(fromTrain)
                .query((row, n) -> new Conservation(
                        row.getInt("carried"),
                        row.getInt("off"),
                        row.getInt("moved"),
                        row.getLong("parcels"),
                        row.getLong("parcels_on"),
                        List.of((String[]) row.getArray("open").getArray())))
                .single();
    }

    List<RailFinding> findings() {
        return jdbc.sql("""
                        SELECT document, place, rule, value, maybe, at, false AS parked FROM rail_finding WHERE tenant_id = current_tenant()
                        UNION ALL
                        SELECT document, event_id, rule, subject, '', parked_at, true FROM rail_parked
                        WHERE tenant_id = current_tenant() AND settled_at IS NULL
                        ORDER BY 6 DESC, 1, 2""")
                .query((row, n) -> new RailFinding(
                        row.getString("document"),
                        row.getString("place"),
                        row.getString("rule"),
                        row.getString("value"),
                        row.getString("maybe"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("parked")))
                .list();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(java.sql.Timestamp::toInstant);
    }
}
