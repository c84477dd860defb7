package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The facts of trains and containers at the border, each booked once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RailFacts {

    private final JdbcClient jdbc;

    RailFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of booking a fact. */
    enum Booked {
        NEW,
        KNOWN,
        CONTRADICTED
    }

    /**
     * A container on a train of its plan.
     *
     * @param previousTrain that brings it; 0 when it was loaded there
     */
    record OnTrain(long containerId, String sealNo, long previousTrain, String wagonNo) {}

    Optional<Long> findTrain(String trainNo) {
        return jdbc.sql("SELECT id FROM train WHERE tenant_id = current_tenant() AND train_no = ?")
                .param(trainNo)
                .query(Long.class)
                .optional();
    }

    Optional<OnTrain> findOnTrain(long trainId, String containerNo) {
        return jdbc.sql("""
                        SELECT c.id, s.seal_no, coalesce(y.previous_train, 0) AS previous_train, w.wagon_no FROM wagon_load l
                        JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                        JOIN active_seal s ON s.tenant_id = l.tenant_id AND s.container_id = l.container_id
                        JOIN train_wagon w ON w.tenant_id = l.tenant_id AND w.train_id = l.train_id AND w.position = l.position
                        LEFT JOIN container_train y ON y.tenant_id = l.tenant_id AND y.container_id = l.container_id AND y.train_id = l.train_id
                        WHERE l.tenant_id = current_tenant() AND l.train_id = ? AND c.container_no = ?""")
                .params(trainId, containerNo)
                .query((row, n) -> new OnTrain(
                        row.getLong("id"),
                        row.getString("seal_no"),
                        row.getLong("previous_train"),
                        row.getString("wagon_no")))
                .optional();
    }

    Booked train(long trainId, String milestone, String node, Instant at) {
        int added = jdbc.sql("INSERT INTO train_fact (tenant_id, train_id, milestone, node, at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(trainId, milestone, node, Timestamp.from(at))
                .update();
        return added == 1
                ? Booked.NEW
                : known(
                        "SELECT at FROM train_fact WHERE tenant_id = current_tenant() AND train_id = ? AND milestone = ? AND node = ?",
                        at,
                        trainId,
                        milestone,
                        node);
    }

    Booked liftedOff(OnTrain box, long trainId, String node, Instant at) {
        int added = jdbc.sql("INSERT INTO lift_off (tenant_id, container_id, node, train_id, at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(box.containerId(), node, trainId, Timestamp.from(at))
                .update();
        return added == 1
                ? Booked.NEW
                : known(
                        "SELECT at FROM lift_off WHERE tenant_id = current_tenant() AND container_id = ? AND node = ? AND train_id = ?",
                        at,
                        box.containerId(),
                        node,
                        trainId);
    }

    boolean isOffItsTrain(OnTrain box, String node, Instant at) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM lift_off WHERE tenant_id = current_tenant() AND container_id = ?"
                        + " AND node = ? AND train_id = ? AND at <= ?)")
                .params(box.containerId(), node, box.previousTrain(), Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    Booked liftedOn(OnTrain box, long trainId, String node, Instant at) {
        int added = jdbc.sql("INSERT INTO transload (tenant_id, container_id, node, from_train, to_train, at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(box.containerId(), node, box.previousTrain(), trainId, Timestamp.from(at))
                .update();
        return added == 1
                ? Booked.NEW
                : known(
                        "SELECT at FROM transload WHERE tenant_id = current_tenant() AND container_id = ? AND node = ? AND to_train = ?",
                        at,
                        box.containerId(),
                        node,
                        trainId);
    }

    void inspected(OnTrain box, long trainId, String node, Instant at) {
        jdbc.sql("INSERT INTO border_inspection (tenant_id, container_id, node, train_id, at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(box.containerId(), node, trainId, Timestamp.from(at))
                .update();
    }

    /** A seal of ours that was on these doors before the present one. */
    boolean isFormerSeal(OnTrain box, String seen) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM container_seal WHERE tenant_id = current_tenant() AND container_id = :box)"
                                + " AND (EXISTS (SELECT FROM container WHERE tenant_id = current_tenant() AND id = :box AND seal_no = :seal)"
                                + " OR EXISTS (SELECT FROM container_seal WHERE tenant_id = current_tenant() AND container_id = :box AND seal_no = :seal))")
                .param("box", box.containerId())
                .param("seal", seen)
                .query(Boolean.class)
                .single();
    }

    void sealBroken(OnTrain box, String seen, String eventId, String node, Instant at) {
        jdbc.sql("INSERT INTO seal_break (tenant_id, container_id, seen, event_id, node, at)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(box.containerId(), seen, eventId, node, Timestamp.from(at))
                .update();
    }

    private Booked known(String sql, Instant at, Object... key) {
        boolean same = jdbc.sql(sql)
                .params(key)
                .query((row, n) -> row.getTimestamp(1).toInstant().equals(at))
                .optional()
                .orElse(false);
        return same ? Booked.KNOWN : Booked.CONTRADICTED;
    }
}
