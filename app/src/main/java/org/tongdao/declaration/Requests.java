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

    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public boolean ask(long batchId, String who) {
        boolean known = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM order_batch WHERE tenant_id = current_tenant() AND id = ?)")
                .param(batchId)
                .query(Boolean.class)
                .single();
        if (known) {
            jdbc.sql(
                            "INSERT INTO declaration_request (tenant_id, batch_id, asked_by, asked_at) VALUES (current_tenant(), ?, ?, ?)"
                                    + " ON CONFLICT DO NOTHING")
                    .params(batchId, who, Timestamp.from(clock.instant()))
                    .update();
        }
        return known;
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
