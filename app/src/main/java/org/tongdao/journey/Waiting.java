package org.tongdao.journey;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the next cut-off, and which trains nobody has been told of. */
@Component
class Waiting {

    /** A hub waits while it has cleared parcels without a bag or sealed containers without a leg, unless its last cut-off moved nothing and nothing came since. */
    private static final String HUBS = """
            WITH waiting AS (
                SELECT p.hub, c.released_at AS since
                FROM clearance c JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
                WHERE c.tenant_id = current_tenant()
                  AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = c.tenant_id AND b.parcel_id = c.parcel_id)
                UNION ALL
                SELECT k.hub, k.sealed_at FROM container k
                WHERE k.tenant_id = current_tenant()
                  AND NOT EXISTS (SELECT FROM container_leg l WHERE l.tenant_id = k.tenant_id AND l.container_id = k.id)),
            last AS (
                SELECT DISTINCT ON (hub) hub, at, containers FROM journey_cut_off
                WHERE tenant_id = current_tenant() ORDER BY hub, at DESC)
            SELECT w.hub FROM waiting w LEFT JOIN last l ON l.hub = w.hub
            GROUP BY w.hub, l.at, l.containers
            HAVING l.at IS NULL OR l.containers > 0 OR max(w.since) > l.at
            ORDER BY w.hub
            """;

    private static final String TRAINS = """
            SELECT t.id FROM train t
            WHERE t.tenant_id = current_tenant()
              AND NOT EXISTS (SELECT FROM outbox o WHERE o.tenant_id = t.tenant_id AND o.wire = 'rail'
                              AND o.message_key LIKE '%\\_TRAIN\\_' || t.train_no || '.json')
            ORDER BY t.train_no
            """;

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<String> hubs() {
        return jdbc.sql(HUBS).query(String.class).list();
    }

    @Transactional(readOnly = true)
    public List<Long> trains() {
        return jdbc.sql(TRAINS).query(Long.class).list();
    }
}
