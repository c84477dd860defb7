package org.tongdao.journey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the parcels of a batch gate by gate, from the recorded facts. */
@Component
class StandingQuery {

    private static final String SQL = """
            SELECT count(*) AS parcels,
                   count(*) FILTER (WHERE EXISTS (SELECT FROM declaration d
                                     WHERE d.tenant_id = p.tenant_id AND d.parcel_id = p.id)) AS declared,
                   count(c.parcel_id) AS cleared,
                   count(cb.bag_id) AS sealed,
                   count(*) FILTER (WHERE EXISTS (SELECT FROM container_leg l JOIN train_fact f
                                       ON f.tenant_id = l.tenant_id AND f.train_id = l.train_id AND f.milestone = 'T090'
                                     WHERE l.tenant_id = p.tenant_id AND l.container_id = cb.container_id)) AS railed,
                   count(w.container_id) AS arrived,
                   count(*) FILTER (WHERE f.milestone = 'T250') AS delivered,
                   count(*) FILTER (WHERE f.milestone = 'T900') AS returned
            FROM parcel p
            LEFT JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
            LEFT JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
            LEFT JOIN container_bag cb ON cb.tenant_id = p.tenant_id AND cb.bag_id = bp.bag_id
            LEFT JOIN warehouse_arrival w ON w.tenant_id = p.tenant_id AND w.container_id = cb.container_id
            LEFT JOIN parcel_fact f ON f.tenant_id = p.tenant_id AND f.parcel_id = p.id AND f.milestone IN ('T250', 'T900')
            WHERE p.tenant_id = current_tenant() AND p.batch_id = :batch
            """;

    private final JdbcClient jdbc;

    StandingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Standing of(long batchId) {
        return jdbc.sql(SQL).param("batch", batchId).query(Standing.class).single();
    }
}
