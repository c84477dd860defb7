package org.tongdao.console.upkeep;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a signature: nothing unsigned is kept, so it is what people want declared and is not. */
@Component
class SigningReader {

    /**
     * @param files files somebody wants declared, not yet through
     * @param parcels their parcels without a declaration, those kept back by our own rules left out
     * @param since when the first of the files was asked for
     * @param signed messages sealed in the last 24 hours
     */
    record Queue(long files, long parcels, @Nullable OffsetDateTime since, long signed) {}

    private static final String QUEUE = """
            SELECT count(DISTINCT r.batch_id) AS files, count(p.id) AS parcels, min(r.asked_at) AS since,
                   (SELECT count(*) FROM customs_message m WHERE m.tenant_id = current_tenant() AND m.created_at > :since) AS signed
            FROM declaration_request r
            JOIN parcel p ON p.tenant_id = r.tenant_id AND p.batch_id = r.batch_id
              AND NOT EXISTS (SELECT FROM declaration d WHERE d.tenant_id = p.tenant_id AND d.parcel_id = p.id)
              AND NOT EXISTS (SELECT FROM declaration_finding f WHERE f.tenant_id = p.tenant_id AND f.parcel_id = p.id AND f.severity = 'ERROR')
            WHERE r.tenant_id = current_tenant() AND r.done_at IS NULL
            """;

    private final JdbcClient jdbc;

    SigningReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param dayAgo the work clock less 24 hours */
    @Transactional(readOnly = true)
    public Queue queue(OffsetDateTime dayAgo) {
        return jdbc.sql(QUEUE).param("since", dayAgo).query(Queue.class).single();
    }
}
