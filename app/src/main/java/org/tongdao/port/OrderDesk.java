package org.tongdao.port;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.Outbox;

/** Writes the order of a train for the railway, once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderDesk {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    OrderDesk(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Head(
            String trainNo,
            int gauge,
            String from,
            String to,
            Instant departure,
            Instant arrival,
            String service,
            String rules,
            List<String> advice) {}

    private record Row(
            int position,
            String wagonNo,
            String model,
            String box,
            String type,
            long grossKg,
            String seal,
            String hub,
            int slot,
            String previous,
            String next) {}

    /** Whether this train was ordered before. */
    boolean isOrdered(long trainId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM train_order WHERE tenant_id = current_tenant() AND train_id = ?)")
                .param(trainId)
                .query(Boolean.class)
                .single();
    }

    void order(long trainId) {
        var now = clock.instant();
        var document = document(trainId);
        var key = TIME.format(now) + "_TRAIN_" + document.trainNo() + ".json";
        jdbc.sql(
                        "INSERT INTO train_order (tenant_id, train_id, message_key, ordered_at) VALUES (current_tenant(), ?, ?, ?)")
                .params(trainId, key, Timestamp.from(now))
                .update();
        outbox.put(Port.WIRE, key, document.bytes());
    }

    TrainOrderDocument document(long trainId) {
        var head = head(trainId);
        var rows = rows(trainId);
        return new TrainOrderDocument(
                head.trainNo(),
                head.gauge(),
                head.from(),
                head.to(),
                via(trainId, head),
                head.departure().toString(),
                head.arrival().toString(),
                head.service(),
                head.rules(),
                head.advice(),
                wagons(rows),
                byBox(rows, Row::previous),
                byBox(rows, Row::next));
    }

    private Head head(long trainId) {
        return jdbc.sql("""
                        SELECT t.*, r.service_code FROM train t
                        JOIN service_run r ON r.tenant_id = t.tenant_id AND r.id = t.service_run_id
                        WHERE t.tenant_id = current_tenant() AND t.id = ?""")
                .param(trainId)
                .query((row, n) -> new Head(
                        row.getString("train_no"),
                        row.getInt("gauge_mm"),
                        row.getString("from_node"),
                        row.getString("to_node"),
                        row.getTimestamp("planned_departure").toInstant(),
                        row.getTimestamp("planned_arrival").toInstant(),
                        row.getString("service_code"),
                        row.getString("rules"),
                        List.of((String[]) row.getArray("advice").getArray())))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no train with id " + trainId));
    }

    /** Nodes between the legs of this train, where its containers' plan names them. */
    private List<String> via(long trainId, Head head) {
        return jdbc.sql("""
                        SELECT l.from_node FROM container_leg l
                        WHERE l.tenant_id = current_tenant() AND l.train_id = :train AND l.from_node NOT IN (:from, :to)
                        GROUP BY l.from_node ORDER BY min(l.leg_no), l.from_node""")
                .param("train", trainId)
                .param("from", head.from())
                .param("to", head.to())
                .query(String.class)
                .list();
    }

    /** Empty wagons come too, with an empty container number. What goes on without a composed train yet names its service. */
    private List<Row> rows(long trainId) {
        return jdbc.sql("""
                        SELECT w.position, w.wagon_no, w.model, coalesce(c.container_no, '') AS box, c.type_code, round(c.gross_g / 1000.0) AS gross_kg,
                               c.seal_no, c.hub, l.slot, coalesce(p.train_no, '') AS previous,
                               coalesce(x.train_no, 'service-' || later.service_code, c.hub) AS next
                        FROM train_wagon w
                        LEFT JOIN wagon_load l ON l.tenant_id = w.tenant_id AND l.train_id = w.train_id AND l.position = w.position
                        LEFT JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                        LEFT JOIN container_train y ON y.tenant_id = l.tenant_id AND y.container_id = l.container_id AND y.train_id = l.train_id
                        LEFT JOIN train p ON p.tenant_id = y.tenant_id AND p.id = y.previous_train
                        LEFT JOIN train x ON x.tenant_id = y.tenant_id AND x.id = y.next_train
                        LEFT JOIN LATERAL (
                            SELECT coalesce(r.service_code, g.to_node) AS service_code FROM container_leg g
                            LEFT JOIN service_run r ON r.tenant_id = g.tenant_id AND r.id = g.service_run_id
                            WHERE g.tenant_id = y.tenant_id AND g.container_id = y.container_id AND g.leg_no > y.last_leg AND g.mode = 'rail'
                            ORDER BY g.leg_no LIMIT 1) later ON true
                        WHERE w.tenant_id = current_tenant() AND w.train_id = ?
                        ORDER BY w.position, l.slot""").param(trainId).query((row, n) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("position"),
                row.getString("wagon_no"),
                row.getString("model"),
                row.getString("box"),
                text(row, "type_code"),
                row.getLong("gross_kg"),
                text(row, "seal_no"),
                text(row, "hub"),
                row.getInt("slot"),
                row.getString("previous"),
                text(row, "next"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }

    private static List<TrainOrderDocument.Wagon> wagons(List<Row> rows) {
        var wagons = new TreeMap<Integer, TrainOrderDocument.Wagon>();
        for (var row : rows) {
            var wagon = wagons.computeIfAbsent(
                    row.position(),
                    p -> new TrainOrderDocument.Wagon(p, row.wagonNo(), row.model(), new ArrayList<>()));
            if (!row.box().isEmpty()) {
                wagon.containers()
                        .add(new TrainOrderDocument.Box(
                                row.box(), row.type(), row.grossKg(), row.seal(), row.hub(), row.slot()));
            }
        }
        return List.copyOf(wagons.values());
    }

    private static SortedMap<String, String> byBox(List<Row> rows, Function<Row, String> value) {
        var map = new TreeMap<String, String>();
        rows.stream()
                .filter(r -> !r.box().isEmpty() && !value.apply(r).isEmpty())
                .forEach(r -> map.put(r.box(), value.apply(r)));
        return map;
    }
}
