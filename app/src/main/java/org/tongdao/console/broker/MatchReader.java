package org.tongdao.console.broker;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Batches of the three-document match, and what did not plainly fit in one of them. */
@Component
class MatchReader {

    /** Rows on one page. */
    static final int PAGE = 100;

    record Batch(
            long id,
            String title,
            String regime,
            String direction,
            String rules,
            String askedBy,
            OffsetDateTime createdAt,
            int orders,
            int matched,
            long near,
            long accepted,
            long missing,
            long conflicts,
            long unreadable) {

        public String tone() {
            return missing + conflicts > 0 ? "bad" : near > accepted ? "warn" : "ok";
        }
    }

    /** Documents that differ for the same reasons; {@code rules} joined by a comma. */
    record Reason(String verdict, String rules, long count, long open) {}

    record Row(
            int position,
            String key,
            String verdict,
            String rules,
            String zh,
            String en,
            String trace,
            @Nullable OffsetDateTime acceptedAt,
            @Nullable String acceptedBy) {}

    record Bad(String file, long rowNo, String field, String rule, String value, String maybe) {}

    private static final String BATCHES = """
            SELECT b.id, b.title, b.regime, b.direction, b.rules, b.asked_by, b.created_at, b.orders, b.matched,
                   r.near, r.accepted, r.missing, r.conflicts,
                   (SELECT count(*) FROM match_finding f WHERE f.tenant_id = b.tenant_id AND f.batch_id = b.id) AS unreadable
            FROM match_batch b
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE verdict = 'NEAR_MISS') AS near, count(accepted_at) AS accepted,
                       count(*) FILTER (WHERE verdict = 'MISSING') AS missing, count(*) FILTER (WHERE verdict = 'CONFLICT') AS conflicts
                FROM match_result m WHERE m.tenant_id = b.tenant_id AND m.batch_id = b.id) r
            WHERE b.tenant_id = current_tenant() %s
            """;
    private static final String REASONS = """
            SELECT verdict, array_to_string(rules, ',') AS rules, count(*) AS count, count(*) FILTER (WHERE accepted_at IS NULL) AS open
            FROM match_result WHERE tenant_id = current_tenant() AND batch_id = ?
            GROUP BY 1, 2 ORDER BY verdict <> 'NEAR_MISS', count(*) DESC, 2
            """;
    private static final String ROWS = """
            SELECT position, key, verdict, array_to_string(rules, ',') AS rules, array_to_string(reasons_zh, '；') AS zh,
                   array_to_string(reasons_en, '; ') AS en, array_to_string(trace, E'\\n') AS trace, accepted_at, accepted_by
            FROM match_result
            WHERE tenant_id = current_tenant() AND batch_id = :batch AND position > :after
              AND (:verdict = '' OR verdict = :verdict) AND (:rules = '' OR rules = string_to_array(:rules, ','))
            ORDER BY position LIMIT :limit
            """;

    private final JdbcClient jdbc;

    MatchReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest 50. */
    @Transactional(readOnly = true)
    public List<Batch> batches() {
        return jdbc.sql(BATCHES.formatted("ORDER BY b.id DESC LIMIT 50"))
                .query(Batch.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Batch> batch(long id) {
        return jdbc.sql(BATCHES.formatted("AND b.id = ?"))
                .param(id)
                .query(Batch.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Reason> reasons(long batch) {
        return jdbc.sql(REASONS).param(batch).query(Reason.class).list();
    }

    /** A page in the order of the documents; empty texts mean any. */
    @Transactional(readOnly = true)
    public List<Row> rows(long batch, String verdict, String rules, int after) {
        return jdbc.sql(ROWS)
                .param("batch", batch)
                .param("after", after)
                .param("verdict", verdict)
                .param("rules", rules)
                .param("limit", PAGE)
                .query(Row.class)
                .list();
    }

    /** The first 200 rows of the files that could not be used. */
    @Transactional(readOnly = true)
    public List<Bad> unreadable(long batch) {
        return jdbc.sql("""
                SELECT file, row_no, field, rule, value, maybe FROM match_finding
                WHERE tenant_id = current_tenant() AND batch_id = ? ORDER BY position LIMIT 200""").param(batch).query(Bad.class).list();
    }
}
