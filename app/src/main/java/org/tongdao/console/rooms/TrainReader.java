package org.tongdao.console.rooms;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Trains, their consist and what the railway told about them. */
@Component
class TrainReader {

    record Train(
            long id,
            String trainNo,
            int gaugeMm,
            String fromNode,
            String toNode,
            OffsetDateTime plannedDeparture,
            OffsetDateTime plannedArrival,
            int lengthMm,
            long grossG,
            String serviceCode,
            int capacityFfe,
            double bookedFfe,
            int wagons,
            int containers,
            String rules,
            String advice,
            @Nullable OffsetDateTime departedAt,
            @Nullable OffsetDateTime arrivedAt) {

        public String stage() {
            return departedAt == null ? "composed" : arrivedAt == null ? "moving" : "arrived";
        }

        public int fill() {
            return capacityFfe == 0 ? 0 : (int) Math.round(100 * bookedFfe / capacityFfe);
        }
    }

    /** One place on a wagon; no container when the wagon runs empty. */
    record Slot(
            int position,
            String wagonNo,
            String model,
            long tareG,
            @Nullable Long containerId,
            @Nullable String containerNo,
            @Nullable String typeCode,
            @Nullable String sealNo,
            @Nullable String hub,
            @Nullable Long grossG,
            @Nullable Integer parcels,
            @Nullable Integer cleared) {

        public boolean released() {
            return parcels != null && parcels.equals(cleared);
        }
    }

    record Fact(String milestone, String node, OffsetDateTime at) {}

    record Left(String rule, String subjectKind, int count, String detail, OffsetDateTime at) {}

    // the last milestone of a train: reached its end node, or all its containers were lifted off or received
    private static final String TRAINS = """
            SELECT t.id, t.train_no, t.gauge_mm, t.from_node, t.to_node, t.planned_departure, t.planned_arrival, t.length_mm, t.gross_g, t.rules, array_to_string(t.advice, ' · ') AS advice, s.service_code,
                   s.capacity_ffe, s.booked_ffe,
                   (SELECT count(*) FROM train_wagon w WHERE w.tenant_id = t.tenant_id AND w.train_id = t.id) AS wagons,
                   (SELECT count(*) FROM wagon_load l WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id) AS containers,
                   (SELECT min(f.at) FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T090') AS departed_at,
                   coalesce((SELECT min(f.at) FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id
                             AND f.milestone IN ('T100', 'T170', 'T180') AND f.node = t.to_node),
                            (SELECT min(x.at) FROM transload x WHERE x.tenant_id = t.tenant_id AND x.from_train = t.id),
                            (SELECT min(a.arrived_at) FROM wagon_load l JOIN warehouse_arrival a ON a.tenant_id = l.tenant_id AND a.container_id = l.container_id
                             WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id)) AS arrived_at
            FROM train t JOIN service_run s ON s.tenant_id = t.tenant_id AND s.id = t.service_run_id
            WHERE t.tenant_id = current_tenant() %s
            """;

    private final JdbcClient jdbc;

    TrainReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest 200 by planned departure. */
    @Transactional(readOnly = true)
    public List<Train> list() {
        return jdbc.sql(TRAINS.formatted("ORDER BY t.planned_departure DESC, t.train_no LIMIT 200"))
                .query(Train.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Train> find(String trainNo) {
        return jdbc.sql(TRAINS.formatted("AND t.train_no = ?"))
                .param(trainNo)
                .query(Train.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Slot> consist(long train) {
        return jdbc.sql("""
                SELECT w.position, w.wagon_no, w.model, w.tare_g, c.id AS container_id, c.container_no, c.type_code, c.seal_no, c.hub, c.gross_g, c.parcels,
                       (SELECT count(*) FROM container_bag cb
                        JOIN bag_parcel bp ON bp.tenant_id = cb.tenant_id AND bp.bag_id = cb.bag_id
                        JOIN clearance k ON k.tenant_id = bp.tenant_id AND k.parcel_id = bp.parcel_id
                        WHERE cb.tenant_id = c.tenant_id AND cb.container_id = c.id) AS cleared
                FROM train_wagon w
                LEFT JOIN wagon_load l ON l.tenant_id = w.tenant_id AND l.train_id = w.train_id AND l.position = w.position
                LEFT JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                WHERE w.tenant_id = current_tenant() AND w.train_id = ? ORDER BY w.position, l.slot""").param(train).query(Slot.class).list();
    }

    @Transactional(readOnly = true)
    public List<Fact> facts(long train) {
        return jdbc.sql("""
                SELECT milestone, node, at FROM train_fact
                WHERE tenant_id = current_tenant() AND train_id = ? ORDER BY at, milestone""").param(train).query(Fact.class).list();
    }

    @Transactional(readOnly = true)
    public List<Left> leftBehind() {
        return jdbc.sql("""
                SELECT rule, subject_kind, count(*) AS count, min(detail) AS detail, max(at) AS at
                FROM left_behind WHERE tenant_id = current_tenant() GROUP BY rule, subject_kind ORDER BY max(at) DESC, rule LIMIT 50""").query(Left.class).list();
    }
}
