package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Batches that somebody wants declared. */
@Component
class Requests {

    private static final String ASK = """
            INSERT INTO declaration_request (tenant_id, batch_id, asked_by, asked_at) VALUES (current_tenant(), ?, ?, ?)
            ON CONFLICT (tenant_id, batch_id) DO""";
    private static final String TERMS = """
            INSERT INTO declaration_terms AS t (tenant_id, batch_id, regime, pilot_zone, ems_no, zone_code, zone_name, cny_rate)
            VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, batch_id) DO UPDATE
            SET regime = EXCLUDED.regime, pilot_zone = EXCLUDED.pilot_zone, ems_no = EXCLUDED.ems_no, zone_code = EXCLUDED.zone_code,
                zone_name = EXCLUDED.zone_name, cny_rate = EXCLUDED.cny_rate
            WHERE (t.regime, t.pilot_zone, t.ems_no, t.zone_code, t.zone_name, t.cny_rate) IS DISTINCT FROM
                  (EXCLUDED.regime, EXCLUDED.pilot_zone, EXCLUDED.ems_no, EXCLUDED.zone_code, EXCLUDED.zone_name, EXCLUDED.cny_rate)
            """;
    private static final String OPEN = """
             WHERE p.tenant_id = current_tenant() AND p.batch_id = ?
              AND NOT EXISTS (SELECT FROM declaration d WHERE d.tenant_id = p.tenant_id AND d.parcel_id = p.id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks for a batch under the terms it has, or those of retail; asking again changes nothing. */
    @Transactional
    public boolean ask(long batchId, String who) {
        if (isKnown(batchId)) {
            put(ASK + " NOTHING", batchId, who);
            return true;
        }
        return false;
    }

    /** Asks for a batch under these terms; what was declared before keeps its own, what only our rules kept back is tried again. */
    @Transactional
    public boolean ask(long batchId, String who, DeclareAs as) {
        if (!isKnown(batchId)) {
            return false;
        }
        if (terms(batchId, as) > 0) {
            put(
                    ASK + " UPDATE SET asked_by = EXCLUDED.asked_by, asked_at = EXCLUDED.asked_at, done_at = NULL",
                    batchId,
                    who);
            var regime = as.regime().code();
            jdbc.sql("UPDATE parcel p SET regime = ?" + OPEN + " AND p.regime <> ?")
                    .params(regime, batchId, regime)
                    .update();
            jdbc.sql("UPDATE customer_order o SET regime = ? FROM parcel p" + OPEN
                            + " AND o.tenant_id = p.tenant_id AND o.id = p.order_id AND o.regime <> ?")
                    .params(regime, batchId, regime)
                    .update();
            jdbc.sql("DELETE FROM declaration_finding f USING parcel p" + OPEN
                            + " AND f.tenant_id = p.tenant_id AND f.parcel_id = p.id")
                    .param(batchId)
                    .update();
        }
        return true;
    }

    private boolean isKnown(long batchId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM order_batch WHERE tenant_id = current_tenant() AND id = ?)")
                .param(batchId)
                .query(Boolean.class)
                .single();
    }

    private void put(String sql, long batchId, String who) {
        jdbc.sql(sql).params(batchId, who, Timestamp.from(clock.instant())).update();
    }

    private int terms(long batchId, DeclareAs as) {
        return jdbc.sql(TERMS)
                .params(
                        batchId,
                        as.regime().code(),
                        as.pilotZone(),
                        as.ledger().emsNo(),
                        as.ledger().companyCode(),
                        as.ledger().companyName(),
                        as.cnyRate())
                .update();
    }

    @Transactional(readOnly = true)
    public List<Long> open() {
        return jdbc.sql(
                        "SELECT batch_id FROM declaration_request WHERE tenant_id = current_tenant() AND done_at IS NULL ORDER BY asked_at, batch_id")
                .query(Long.class)
                .list();
    }

    @Transactional
    public void done(long batchId) {
        jdbc.sql(
                        "UPDATE declaration_request SET done_at = ? WHERE tenant_id = current_tenant() AND batch_id = ? AND done_at IS NULL")
                .params(Timestamp.from(clock.instant()), batchId)
                .update();
    }
}
