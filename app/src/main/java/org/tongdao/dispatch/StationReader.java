package org.tongdao.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/** Reads from facts which trains are at a station or come to it, and what was told of each. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StationReader {

    static final Duration HORIZON = Duration.ofHours(96);

    private static final String TRAINS = """
            SELECT * FROM (
                SELECT t.id, t.train_no, t.from_node, t.to_node = :node AS ends_here,
                       coalesce(a.at, late.from_at, d.at + (coalesce(v.at, t.planned_arrival) - t.planned_departure), v.at, t.planned_arrival) AS arrival, a.at AS arrived_at,
                       c.at AS checked_at, r.at AS released_at, i.at AS inspected_at, h.at AS handed_at, x.id IS NOT NULL AS to_inspect,
                       y.containers, y.slot, y.first_off, y.off, y.last_on, y.put_on, y.next_trains, y.waybilled, y.last_waybill, y.departed, y.last_departed
                FROM train t
                LEFT JOIN train_fact d ON d.tenant_id = t.tenant_id AND d.train_id = t.id AND d.milestone = 'T090' AND d.node = t.from_node AND d.at <= :now
                LEFT JOIN train_fact a ON a.tenant_id = t.tenant_id AND a.train_id = t.id AND a.node = :node
                     AND a.milestone = CASE WHEN t.to_node = :node THEN 'T180' ELSE 'T100' END AND a.at <= :now
                LEFT JOIN train_fact c ON c.tenant_id = t.tenant_id AND c.train_id = t.id AND c.milestone = 'T110' AND c.node = :node AND c.at <= :now
                LEFT JOIN train_fact r ON r.tenant_id = t.tenant_id AND r.train_id = t.id AND r.milestone = 'T130' AND r.node = :node AND r.at <= :now
                LEFT JOIN train_fact i ON i.tenant_id = t.tenant_id AND i.train_id = t.id AND i.milestone = 'T120' AND i.node = :node AND i.at <= :now
                LEFT JOIN train_fact h ON h.tenant_id = t.tenant_id AND h.train_id = t.id AND h.milestone = 'T170' AND h.node = :node AND h.at <= :now
                LEFT JOIN LATERAL (SELECT z.from_at FROM yard_trouble z WHERE z.tenant_id = t.tenant_id AND z.station = :station AND z.kind = 'LATE'
                                     AND z.train_id = t.id ORDER BY z.id DESC LIMIT 1) late ON true
                LEFT JOIN LATERAL (SELECT z.id FROM yard_trouble z WHERE z.tenant_id = t.tenant_id AND z.station = :station AND z.kind = 'INSPECTION'
                                     AND z.train_id = t.id LIMIT 1) x ON true
                CROSS JOIN LATERAL (SELECT min(l.planned_arrive) AS at FROM container_leg l
                                    WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id AND l.to_node = :node AND t.to_node <> :node) v
                CROSS JOIN LATERAL (
                    SELECT count(*) AS containers, min(n.planned_departure) AS slot, min(o.at) AS first_off, count(o.at) AS off, max(u.at) AS last_on,
                           count(u.at) AS put_on, count(DISTINCT k.next_train) AS next_trains, count(DISTINCT p.train_id) AS waybilled, max(p.at) AS last_waybill,
                           count(DISTINCT q.train_id) AS departed, max(q.at) AS last_departed
                    FROM container_train k
                    JOIN train n ON n.tenant_id = k.tenant_id AND n.id = k.next_train
                    LEFT JOIN lift_off o ON o.tenant_id = k.tenant_id AND o.container_id = k.container_id AND o.node = :node AND o.train_id = t.id AND o.at <= :now
                    LEFT JOIN transload u ON u.tenant_id = k.tenant_id AND u.container_id = k.container_id AND u.node = :node AND u.from_train = t.id AND u.at <= :now
                    LEFT JOIN train_fact p ON p.tenant_id = k.tenant_id AND p.train_id = k.next_train AND p.milestone = 'T160' AND p.node = :node AND p.at <= :now
                    LEFT JOIN train_fact q ON q.tenant_id = k.tenant_id AND q.train_id = k.next_train AND q.milestone = 'T090' AND q.node = :node AND q.at <= :now
                    WHERE k.tenant_id = t.tenant_id AND k.train_id = t.id AND k.next_train IS NOT NULL AND t.to_node = :node) y
                WHERE t.tenant_id = current_tenant() AND (a.at IS NOT NULL OR v.at IS NOT NULL OR t.to_node = :node AND y.containers > 0)
                  AND (t.to_node = :node OR h.at IS NOT NULL OR NOT EXISTS (SELECT FROM train_fact e WHERE e.tenant_id = t.tenant_id
                           AND e.train_id = t.id AND e.milestone = 'T180' AND e.node = t.to_node AND e.at <= :now))) here
            WHERE arrival BETWEEN :from AND :until
            ORDER BY arrival, train_no
            """;

    private static final String LAST = """
            SELECT max(at) FROM (
                SELECT max(at) AS at FROM train_fact WHERE tenant_id = current_tenant() AND node = :node
                UNION ALL SELECT max(at) FROM transload WHERE tenant_id = current_tenant() AND node = :node
                UNION ALL SELECT max(at) FROM yard_actual WHERE tenant_id = current_tenant() AND node = :node) f
            """;

    private record Typed(long trainId, YardStage stage, String mark, Instant at) {}

    private final JdbcClient jdbc;

    StationReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Trains whose arrival is within {@link #HORIZON} of {@code now}, with what had happened by then. */
    List<TrainHere> trains(String station, String node, Instant now) {
        var typed = typed(node, now);
        return jdbc.sql(TRAINS)
                .param("node", node)
                .param("station", station)
                .param("now", Timestamp.from(now))
                .param("from", Timestamp.from(now.minus(HORIZON)))
                .param("until", Timestamp.from(now.plus(HORIZON)))
                .query((row, n) -> train(row, typed))
                .list();
    }

    private List<Typed> typed(String node, Instant now) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (train_id, stage, mark) train_id, stage, mark, at FROM yard_actual
                        WHERE tenant_id = current_tenant() AND node = ? AND at <= ? ORDER BY train_id, stage, mark, telling DESC""")
                .params(node, Timestamp.from(now))
                .query((row, n) -> new Typed(
                        row.getLong(1),
                        YardStage.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    private static TrainHere train(ResultSet row, List<Typed> typed) throws SQLException {
        int containers = row.getInt("containers");
        var facts = facts(row, containers);
        long id = row.getLong("id");
        for (var t : typed) {
            if (t.trainId() == id) {
                boolean begin = t.mark().equals("BEGIN");
                put(facts, t.stage(), begin ? t.at() : null, begin ? null : t.at());
            }
        }
        return new TrainHere(
                id,
                row.getString("train_no"),
                row.getString("from_node"),
                row.getTimestamp("arrival").toInstant(),
                containers,
                row.getBoolean("to_inspect") || facts.containsKey(YardStage.INSPECTION),
                Optional.ofNullable(instant(row, "slot")),
                facts);
    }

    private static Map<YardStage, TrainHere.StepFact> facts(ResultSet row, int containers) throws SQLException {
        var facts = new EnumMap<YardStage, TrainHere.StepFact>(YardStage.class);
        var checked = instant(row, "checked_at");
        var inspected = instant(row, "inspected_at");
        put(facts, YardStage.ARRIVAL_CHECK, instant(row, "arrived_at"), checked);
        put(facts, YardStage.INSPECTION, null, inspected);
        put(facts, YardStage.CUSTOMS, checked, inspected == null ? instant(row, "released_at") : null);
        if (containers == 0) {
            put(facts, YardStage.DEPARTURE, null, instant(row, "handed_at"));
            return facts;
        }
        boolean allOn = row.getInt("put_on") == containers;
        put(facts, YardStage.TRANSLOADING, instant(row, "first_off"), allOn ? instant(row, "last_on") : null);
        boolean allPapers = row.getInt("waybilled") == row.getInt("next_trains");
        put(facts, YardStage.WAYBILLING, null, allPapers ? instant(row, "last_waybill") : null);
        boolean allLeft = row.getInt("departed") == row.getInt("next_trains");
        put(facts, YardStage.DEPARTURE, null, allLeft ? instant(row, "last_departed") : null);
        return facts;
    }

    /** What was told first stands. */
    private static void put(
            Map<YardStage, TrainHere.StepFact> facts, YardStage stage, @Nullable Instant begin, @Nullable Instant end) {
        if (begin == null && end == null) {
            return;
        }
        var known = Optional.ofNullable(facts.get(stage));
        facts.put(
                stage,
                new TrainHere.StepFact(
                        known.flatMap(TrainHere.StepFact::begin).or(() -> Optional.ofNullable(begin)),
                        known.flatMap(TrainHere.StepFact::end).or(() -> Optional.ofNullable(end))));
    }

    List<Closure> closures(String station, Instant now) {
        return jdbc.sql("""
                        SELECT resource, unit, from_at, until_at, reason FROM yard_trouble
                        WHERE tenant_id = current_tenant() AND station = ? AND kind = 'CLOSED' AND until_at >= ? ORDER BY id""")
                .params(station, Timestamp.from(now.minus(HORIZON)))
                .query((row, n) -> new Closure(
                        YardResource.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .list();
    }

    Optional<Instant> lastFact(String node) {
        return jdbc.sql(LAST)
                .param("node", node)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
