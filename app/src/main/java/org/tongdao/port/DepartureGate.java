package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The gate before each departure, asked in the transaction that books the departure. Everything that blocks is listed, not the first only. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DepartureGate {

    private static final String LOADED = """
            SELECT 'NOTHING-ON-BOARD', t.train_no, 'No container stands on this train.'
            FROM train t WHERE t.tenant_id = current_tenant() AND t.id = :train
              AND NOT EXISTS (SELECT FROM wagon_load l WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id)
            """;

    /** I-08: a live declaration whose list was released before the train leaves. */
    private static final String RELEASED = """
            SELECT 'PARCEL-NOT-RELEASED', p.parcel_no,
                   'Parcel in container ' || c.container_no || ': no live declaration with a list released by ' || to_char(:at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC.'
            FROM wagon_load l
            JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            JOIN container_bag cb ON cb.tenant_id = l.tenant_id AND cb.container_id = l.container_id
            JOIN bag_parcel bp ON bp.tenant_id = l.tenant_id AND bp.bag_id = cb.bag_id
            JOIN parcel p ON p.tenant_id = l.tenant_id AND p.id = bp.parcel_id
            WHERE l.tenant_id = current_tenant() AND l.train_id = :train
              AND NOT EXISTS (SELECT FROM clearance k JOIN declaration d ON d.tenant_id = k.tenant_id AND d.id = k.declaration_id
                              WHERE k.tenant_id = p.tenant_id AND k.parcel_id = p.id AND d.live AND k.released_at <= :at)
            """;

    /** I-20: nobody saw another seal than the one we closed the doors with, and it was on before the train leaves. */
    private static final String SEALED = """
            SELECT 'SEAL-BROKEN', c.container_no,
                   CASE WHEN b.container_id IS NULL THEN 'Sealed only at ' || to_char(k.put_on_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC.'
                        ELSE 'Seal ' || k.seal_no || ' expected, ''' || b.seen || ''' seen at ' || b.node || '.' END
            FROM wagon_load l
            JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            JOIN active_seal k ON k.tenant_id = l.tenant_id AND k.container_id = l.container_id
            LEFT JOIN LATERAL (SELECT s.container_id, s.seen, s.node FROM seal_break s
                               WHERE s.tenant_id = c.tenant_id AND s.container_id = c.id ORDER BY s.at, s.event_id LIMIT 1) b ON true
            WHERE l.tenant_id = current_tenant() AND l.train_id = :train AND (b.container_id IS NOT NULL OR k.put_on_at > :at)
            """;

    /** I-22, first half: supervision let every bringing train go, where its containers were taken over. */
    private static final String SUPERVISED = """
            SELECT DISTINCT 'SUPERVISION-OPEN', f.train_no, 'Supervision at ' || t.from_node || ' has not released train ' || f.train_no || ' by then.'
            FROM wagon_load l
            JOIN train t ON t.tenant_id = l.tenant_id AND t.id = l.train_id
            JOIN container_train w ON w.tenant_id = l.tenant_id AND w.container_id = l.container_id AND w.train_id = l.train_id
            JOIN train f ON f.tenant_id = w.tenant_id AND f.id = w.previous_train
            WHERE l.tenant_id = current_tenant() AND l.train_id = :train
              AND NOT EXISTS (SELECT FROM train_fact x WHERE x.tenant_id = f.tenant_id AND x.train_id = f.id
                                AND x.milestone = 'T130' AND x.node = t.from_node AND x.at <= :at)
            """;

    /** I-22, second half, and I-06: each container that came by another train was lifted from that one on to this one. */
    private static final String LIFTED_ON = """
            SELECT 'NOT-LIFTED-ON', c.container_no, 'Came by train ' || f.train_no || '; no lift on to this train at ' || t.from_node || ' by then.'
            FROM wagon_load l
            JOIN train t ON t.tenant_id = l.tenant_id AND t.id = l.train_id
            JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            JOIN container_train w ON w.tenant_id = l.tenant_id AND w.container_id = l.container_id AND w.train_id = l.train_id
            JOIN train f ON f.tenant_id = w.tenant_id AND f.id = w.previous_train
            WHERE l.tenant_id = current_tenant() AND l.train_id = :train
              AND NOT EXISTS (SELECT FROM transload x WHERE x.tenant_id = l.tenant_id AND x.container_id = l.container_id
                                AND x.node = t.from_node AND x.from_train = f.id AND x.to_train = t.id AND x.at <= :at)
            """;

    /** I-16: the train weighs what its papers say, a container what is in it. */
    private static final String WEIGHED = """
            SELECT 'WEIGHT-MISMATCH', c.container_no, 'Papers say ' || c.gross_g || ' g; tare and bags weigh ' || c.tare_g + coalesce(sum(b.gross_g), 0) || ' g.'
            FROM wagon_load l
            JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            LEFT JOIN container_bag cb ON cb.tenant_id = l.tenant_id AND cb.container_id = l.container_id
            LEFT JOIN bag b ON b.tenant_id = l.tenant_id AND b.id = cb.bag_id
            WHERE l.tenant_id = current_tenant() AND l.train_id = :train
            GROUP BY c.container_no, c.gross_g, c.tare_g HAVING c.gross_g <> c.tare_g + coalesce(sum(b.gross_g), 0)
            UNION ALL
            SELECT 'WEIGHT-MISMATCH', t.train_no, 'Papers say ' || t.gross_g || ' g; wagons and containers weigh ' || x.gross_g || ' g.'
            FROM train t
            CROSS JOIN LATERAL (
                SELECT (SELECT coalesce(sum(w.tare_g), 0) FROM train_wagon w WHERE w.tenant_id = t.tenant_id AND w.train_id = t.id)
                     + (SELECT coalesce(sum(c.gross_g), 0) FROM wagon_load l JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                        WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id) AS gross_g) x
            WHERE t.tenant_id = current_tenant() AND t.id = :train AND t.gross_g <> x.gross_g
            """;

    /** A bag that is still open, or that stands apart for customs, does not travel. */
    private static final String BAGS = """
            SELECT CASE WHEN b.held_at IS NULL THEN 'BAG-OPEN' ELSE 'PARCEL-HELD' END, b.sscc, 'In container ' || c.container_no || '.'
            FROM wagon_load l
            JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            JOIN container_bag cb ON cb.tenant_id = l.tenant_id AND cb.container_id = l.container_id
            JOIN bag b ON b.tenant_id = l.tenant_id AND b.id = cb.bag_id
            WHERE l.tenant_id = current_tenant() AND l.train_id = :train AND (b.held_at IS NOT NULL OR b.closed_at IS NULL OR b.closed_at > :at)
            UNION ALL
            SELECT 'PARCEL-STOPPED', p.parcel_no, 'In container ' || c.container_no || ': ' || s.reason || '.'
            FROM wagon_load l
            JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            JOIN container_bag cb ON cb.tenant_id = l.tenant_id AND cb.container_id = l.container_id
            JOIN bag_parcel bp ON bp.tenant_id = l.tenant_id AND bp.bag_id = cb.bag_id
            JOIN stopped_parcel s ON s.tenant_id = l.tenant_id AND s.parcel_id = bp.parcel_id
            JOIN parcel p ON p.tenant_id = l.tenant_id AND p.id = bp.parcel_id
            WHERE l.tenant_id = current_tenant() AND l.train_id = :train
            """;

    /** A train that came and goes on with its wagons: supervision here let it go. */
    private static final String RELEASED_HERE = """
            SELECT 'SUPERVISION-OPEN', t.train_no, 'Supervision at ' || :node || ' has not released train ' || t.train_no || ' by then.'
            FROM train t WHERE t.tenant_id = current_tenant() AND t.id = :train
              AND NOT EXISTS (SELECT FROM train_fact x WHERE x.tenant_id = t.tenant_id AND x.train_id = t.id
                                AND x.milestone = 'T130' AND x.node = :node AND x.at <= :at)
            """;

    private static final List<String> BEFORE_ORDER = List.of(LOADED, RELEASED, SEALED, WEIGHED, BAGS);
    private static final List<String> BEFORE_DEPARTURE =
            List.of(LOADED, RELEASED, SEALED, WEIGHED, BAGS, SUPERVISED, LIFTED_ON);

    private static final List<String> BEFORE_HANDOVER = List.of(LOADED, RELEASED, SEALED, WEIGHED, BAGS, RELEASED_HERE);

    private final JdbcClient jdbc;
    private final RailwayRules railway;

    DepartureGate(JdbcClient jdbc, RailwayRules railway) {
        this.jdbc = jdbc;
        this.railway = railway;
    }

    /** What speaks against ordering the train now: supervision and lifts of a later train are still to come. */
    List<Blocker> beforeOrder(long trainId, Instant now) {
        return ask(BEFORE_ORDER, trainId, "", now);
    }

    /** What speaks against a departure at {@code at}. */
    List<Blocker> beforeDeparture(long trainId, Instant at) {
        return ask(BEFORE_DEPARTURE, trainId, "", at);
    }

    /** What speaks against handing a train that passes {@code node} over to the next railway. */
    List<Blocker> beforeHandover(long trainId, String node, Instant at) {
        return ask(BEFORE_HANDOVER, trainId, node, at);
    }

    void record(long trainId, List<Blocker> blockers, Instant now) {
        for (var blocker : blockers) {
            jdbc.sql("INSERT INTO port_blocker (tenant_id, train_id, rule, subject, detail, at)"
                            + " VALUES (current_tenant(), ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(trainId, blocker.rule(), blocker.subject(), blocker.detail(), Timestamp.from(now))
                    .update();
        }
    }

    private List<Blocker> ask(List<String> questions, long trainId, String node, Instant at) {
        var blockers = new ArrayList<Blocker>();
        for (var question : questions) {
            blockers.addAll(jdbc.sql(question + " ORDER BY 2")
                    .param("train", trainId)
                    .param("node", node)
                    .param("at", Timestamp.from(at))
                    .query((row, n) -> new Blocker(row.getString(1), row.getString(2), row.getString(3)))
                    .list());
        }
        blockers.addAll(railway.against(trainId));
        return List.copyOf(blockers);
    }
}
