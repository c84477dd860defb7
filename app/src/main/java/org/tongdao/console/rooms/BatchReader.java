package org.tongdao.console.rooms;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Order files that were taken in. */
@Component
class BatchReader {

    record Batch(
            long id,
            String fileName,
            String merchant,
            OffsetDateTime receivedAt,
            int totalRows,
            int accepted,
            int rejected,
            int duplicate,
            int orders) {}

    record Rule(String rule, String severity, long count) {}

    record Found(
            long line, String rule, String severity, String columnName, String value, String maybe, String orderNo) {

        public String tone() {
            return severity.equals("ERROR") ? "bad" : severity.equals("WARNING") ? "warn" : "";
        }
    }

    private static final String BATCHES = """
            SELECT id, file_name, merchant, received_at, total_rows, accepted, rejected, duplicate, orders
            FROM order_batch WHERE tenant_id = current_tenant() %s
            """;

    private final JdbcClient jdbc;

    BatchReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest 200. */
    @Transactional(readOnly = true)
    public List<Batch> list() {
        return jdbc.sql(BATCHES.formatted("ORDER BY id DESC LIMIT 200"))
                .query(Batch.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Batch> latest() {
        return list().stream().limit(6).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Batch> find(long id) {
        return jdbc.sql(BATCHES.formatted("AND id = ?"))
                .param(id)
                .query(Batch.class)
                .optional();
    }

    /** How often each rule spoke, most frequent first. */
    @Transactional(readOnly = true)
    public List<Rule> rules(long batch) {
        return jdbc.sql("""
                SELECT rule, min(severity) AS severity, count(*) AS count FROM intake_finding
                WHERE tenant_id = current_tenant() AND batch_id = ? GROUP BY rule ORDER BY count(*) DESC, rule""").param(batch).query(Rule.class).list();
    }

    /** The first 500 findings of one rule, or of all when it is empty, by line. */
    @Transactional(readOnly = true)
    public List<Found> findings(long batch, String rule) {
        return jdbc.sql("""
                SELECT f.line, f.rule, f.severity, f.column_name, f.value, f.maybe, coalesce(r.order_no, '') AS order_no
                FROM intake_finding f
                LEFT JOIN intake_row r ON r.tenant_id = f.tenant_id AND r.batch_id = f.batch_id AND r.line = f.line
                WHERE f.tenant_id = current_tenant() AND f.batch_id = :batch AND (:rule = '' OR f.rule = :rule)
                ORDER BY f.line, f.seq LIMIT 500""")
                .param("batch", batch)
                .param("rule", rule)
                .query(Found.class)
                .list();
    }
}
