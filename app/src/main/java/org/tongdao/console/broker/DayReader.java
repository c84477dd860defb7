package org.tongdao.console.broker;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The same-day clock: how far the declarations of each order file are, and whether they ended on the day they began. */
@Component
class DayReader {

    /** An order file by regime; times are the first declaration and the last release. */
    record Batch(
            long id,
            String fileName,
            String regime,
            long declared,
            long answered,
            long inspecting,
            long held,
            long released,
            OffsetDateTime begun,
            @Nullable OffsetDateTime lastReleased,
            long sameDay) {

        public boolean isDone() {
            return released >= declared;
        }

        public long open() {
            return declared - released;
        }

        public long share() {
            return declared == 0 ? 0 : 100 * released / declared;
        }
    }

    private static final String BATCHES = """
            WITH latest AS (
                SELECT b.id, b.file_name FROM order_batch b WHERE b.tenant_id = current_tenant()
                  AND EXISTS (SELECT FROM declaration d JOIN parcel p ON p.tenant_id = d.tenant_id AND p.id = d.parcel_id
                              WHERE p.tenant_id = b.tenant_id AND p.batch_id = b.id)
                ORDER BY b.id DESC LIMIT 12),
            parcels AS (
                SELECT l.id, l.file_name, p.id AS parcel_id, d.regime, min(d.created_at) AS begun, max(d.id) AS declaration_id
                FROM latest l
                JOIN parcel p ON p.tenant_id = current_tenant() AND p.batch_id = l.id
                JOIN declaration d ON d.tenant_id = p.tenant_id AND d.parcel_id = p.id
                GROUP BY 1, 2, 3, 4)
            SELECT x.id, x.file_name, x.regime, count(*) AS declared, count(s.outcome) AS answered,
                   count(*) FILTER (WHERE c.parcel_id IS NULL AND s.outcome = 'INSPECTION') AS inspecting,
                   count(*) FILTER (WHERE c.parcel_id IS NULL AND s.needs_broker AND s.outcome <> 'INSPECTION') AS held,
                   count(c.parcel_id) AS released, min(x.begun) AS begun, max(c.released_at) AS last_released,
                   count(*) FILTER (WHERE (c.released_at AT TIME ZONE 'Asia/Shanghai')::date = (x.begun AT TIME ZONE 'Asia/Shanghai')::date) AS same_day
            FROM parcels x
            LEFT JOIN customs_document t ON t.tenant_id = current_tenant() AND t.declaration_id = x.declaration_id AND t.type = 'CEB603'
            LEFT JOIN customs_state s ON s.tenant_id = t.tenant_id AND s.document_id = t.id
            LEFT JOIN clearance c ON c.tenant_id = current_tenant() AND c.parcel_id = x.parcel_id
            GROUP BY x.id, x.file_name, x.regime ORDER BY x.id DESC, x.regime
            """;

    private final JdbcClient jdbc;

    DayReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest twelve files that were declared. */
    @Transactional(readOnly = true)
    public List<Batch> batches() {
        return jdbc.sql(BATCHES).query(Batch.class).list();
    }
}
