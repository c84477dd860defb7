package org.tongdao.journey;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the next cut-off, and which trains nobody has been told of. */
@Component
class Waiting {

    /** Containers that found no slot are tried again at every cut-off for so long; after that a person must decide. */
    private static final Duration PATIENCE = Duration.ofDays(60);

    /**
     * A hub waits while something for it could go at the next cut-off: what no limit keeps back, and containers that only lack a slot. A lane that a person
     * keeps back waits for that person.
     */
    private static final String HUBS = """
            SELECT hub, min(since) AS since FROM (
            SELECT p.hub, c.released_at AS since FROM clearance c JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
            WHERE c.tenant_id = current_tenant()
              AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = c.tenant_id AND b.parcel_id = c.parcel_id)
              AND NOT EXISTS (SELECT FROM stopped_parcel s WHERE s.tenant_id = c.tenant_id AND s.parcel_id = c.parcel_id)
              AND NOT EXISTS (SELECT FROM left_behind x
                              WHERE x.tenant_id = c.tenant_id AND x.subject_kind = 'parcel' AND x.subject_id = c.parcel_id)
            UNION ALL
            SELECT b.hub, b.closed_at FROM bag b
            WHERE b.tenant_id = current_tenant() AND b.held_at IS NULL AND b.closed_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM container_bag k WHERE k.tenant_id = b.tenant_id AND k.bag_id = b.id)
              AND NOT EXISTS (SELECT FROM left_behind x
                              WHERE x.tenant_id = b.tenant_id AND x.subject_kind = 'bag' AND x.subject_id = b.id)
            UNION ALL
            SELECT k.hub, k.sealed_at FROM container k
            WHERE k.tenant_id = current_tenant() AND k.sealed_at > ?
              AND NOT EXISTS (SELECT FROM container_leg l WHERE l.tenant_id = k.tenant_id AND l.container_id = k.id)
              AND NOT EXISTS (SELECT FROM left_behind x WHERE x.tenant_id = k.tenant_id AND x.subject_kind = 'container'
                              AND x.subject_id = k.id AND x.rule <> 'NO-SLOT')) w
            WHERE NOT EXISTS (SELECT FROM lane_hold h WHERE h.tenant_id = current_tenant() AND h.hub = w.hub)
            GROUP BY hub ORDER BY hub
            """;

    private static final String TRAINS = """
            SELECT t.id FROM train t
            WHERE t.tenant_id = current_tenant()
              AND NOT EXISTS (SELECT FROM outbox o WHERE o.tenant_id = t.tenant_id AND o.wire = 'rail'
                              AND o.message_key LIKE '%\\_TRAIN\\_' || t.train_no || '.json')
            ORDER BY t.train_no
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Waiting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A hub that something waits for, and since when the first of it. */
    record Hub(String hub, OffsetDateTime since) {}

    @Transactional(readOnly = true)
    public List<String> hubs() {
        return waitingHubs().stream().map(Hub::hub).toList();
    }

    @Transactional(readOnly = true)
    public List<Hub> waitingHubs() {
        var oldest = Timestamp.from(clock.instant().minus(PATIENCE));
        return jdbc.sql(HUBS).param(oldest).query(Hub.class).list();
    }

    @Transactional(readOnly = true)
    public List<Long> trains() {
        return jdbc.sql(TRAINS).query(Long.class).list();
    }
}
