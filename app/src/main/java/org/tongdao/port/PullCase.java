package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds where a parcel, its container and its train are, and locks the container so that one act at a time changes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PullCase {

    private static final String ON_TRAIN = """
            SELECT t.id AS train_id, c.id AS container_id, c.type_code, c.parcels, c.hub, c.regime, c.gross_g, t.from_node, y.next_train IS NOT NULL AND EXISTS (
                     SELECT FROM train_fact n WHERE n.tenant_id = t.tenant_id AND n.train_id = y.next_train AND n.milestone = 'T090') AS gone_on,
                   EXISTS (SELECT FROM warehouse_arrival a WHERE a.tenant_id = c.tenant_id AND a.container_id = c.id) AS received,
                   coalesce(f.milestone, '') AS last, coalesce(f.node, t.from_node) AS node
            FROM train t
            JOIN wagon_load l ON l.tenant_id = t.tenant_id AND l.train_id = t.id
            JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            LEFT JOIN container_train y ON y.tenant_id = t.tenant_id AND y.train_id = t.id AND y.container_id = c.id
            LEFT JOIN LATERAL (SELECT milestone, node FROM train_fact x WHERE x.tenant_id = t.tenant_id AND x.train_id = t.id
                                 AND x.at <= :now AND x.milestone IN ('T090', 'T100', 'T170', 'T180')
                               ORDER BY x.at DESC, x.milestone DESC LIMIT 1) f ON true
            WHERE t.tenant_id = current_tenant() AND t.train_no = :train AND c.container_no = :container
            FOR UPDATE OF c
            """;

    private static final String IN_BAG = """
            SELECT p.id AS parcel_id, p.gross_g AS parcel_g, b.id AS bag_id, b.sscc, b.parcels, b.gross_g AS bag_g
            FROM parcel p
            JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
            JOIN bag b ON b.tenant_id = bp.tenant_id AND b.id = bp.bag_id
            JOIN container_bag cb ON cb.tenant_id = b.tenant_id AND cb.bag_id = b.id
            WHERE p.tenant_id = current_tenant() AND p.parcel_no = ? AND cb.container_id = ?
            """;

    private final JdbcClient jdbc;

    PullCase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param last milestone of the train, empty before it left */
    record OnTrain(
            long trainId,
            long containerId,
            String typeCode,
            int parcels,
            String hub,
            String regime,
            long grossG,
            String fromNode,
            boolean goneOn,
            boolean received,
            String last,
            String node) {

        boolean isUnderWay() {
            return last.equals("T090") || last.equals("T170");
        }
    }

    /** @param parcels in the bag */
    record InBag(long parcelId, long parcelG, long bagId, String sscc, int parcels, long bagG) {

        boolean isAlone() {
            return parcels == 1;
        }
    }

    Optional<OnTrain> findOnTrain(String trainNo, String containerNo, Instant now) {
        return jdbc.sql(ON_TRAIN)
                .param("train", trainNo)
                .param("container", containerNo)
                .param("now", Timestamp.from(now))
                .query(OnTrain.class)
                .optional();
    }

    Optional<InBag> findInBag(String parcelNo, long containerId) {
        return jdbc.sql(IN_BAG).params(parcelNo, containerId).query(InBag.class).optional();
    }

    boolean isSealKnown(String sealNo) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM container WHERE tenant_id = current_tenant() AND seal_no = :seal)"
                                + " OR EXISTS (SELECT FROM container_seal WHERE tenant_id = current_tenant() AND seal_no = :seal)")
                .param("seal", sealNo)
                .query(Boolean.class)
                .single();
    }
}
