package org.tongdao.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.intake.reading.FixedRows;
import org.tongdao.intake.store.Staging;

/** Drafts, corrections and trials. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DraftStore {

    private static final String DRAFT = """
            SELECT d.id, d.merchant, d.file_name, d.actor, coalesce(t.id, 0) AS trial,
                   coalesce(t.last_fix, 0) < coalesce((SELECT max(f.id) FROM import_fix f WHERE f.tenant_id = d.tenant_id AND f.draft_id = d.id), 0) AS stale,
                   c.batch_id AS batch
            FROM import_draft d
            LEFT JOIN import_commit c ON c.tenant_id = d.tenant_id AND c.draft_id = d.id
            LEFT JOIN LATERAL (SELECT t.id, t.last_fix FROM import_trial t WHERE t.tenant_id = d.tenant_id AND t.draft_id = d.id ORDER BY t.id DESC LIMIT 1) t ON true
            WHERE d.tenant_id = current_tenant()
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    DraftStore(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    long open(String merchant, String fileName, byte[] content, String actor) {
        return jdbc.sql("""
                        INSERT INTO import_draft (tenant_id, merchant, file_name, content, actor, opened_at)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?) RETURNING id""")
                .params(merchant, fileName, content, actor, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    Optional<Draft> find(long id) {
        return jdbc.sql(DRAFT + "AND d.id = ?").param(id).query(Draft.class).optional();
    }

    List<Draft> open() {
        return jdbc.sql(DRAFT + "AND c.batch_id IS NULL ORDER BY d.id DESC LIMIT 20")
                .query(Draft.class)
                .list();
    }

    byte[] content(long id) {
        return jdbc.sql("SELECT content FROM import_draft WHERE tenant_id = current_tenant() AND id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    void map(long id, String mapping, String actor) {
        jdbc.sql(
                        "INSERT INTO import_draft_mapping (tenant_id, draft_id, mapping, actor) VALUES (current_tenant(), ?, ?, ?)")
                .params(id, mapping, actor)
                .update();
    }

    Optional<String> mapping(long id) {
        return jdbc.sql("""
                        SELECT mapping FROM import_draft_mapping WHERE tenant_id = current_tenant() AND draft_id = ? ORDER BY id DESC LIMIT 1""").param(id).query(String.class).optional();
    }

    void fix(long draft, long line, int column, String[] wasAndBecomes, String actor) {
        jdbc.sql("""
                        INSERT INTO import_fix (tenant_id, draft_id, line, column_no, was, becomes, actor) VALUES (current_tenant(), ?, ?, ?, ?, ?, ?)""")
                .params(draft, line, column, wasAndBecomes[0], wasAndBecomes[1], actor)
                .update();
    }

    FixedRows.Fixes fixes(long draft) {
        var fixes = new FixedRows.Fixes();
        jdbc.sql(
                        "SELECT line, column_no, was, becomes FROM import_fix WHERE tenant_id = current_tenant() AND draft_id = ? ORDER BY id")
                .param(draft)
                .query((ResultSet row) -> {
                    fixes.add(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4));
                });
        return fixes;
    }

    long lastFix(long draft) {
        return jdbc.sql(
                        "SELECT coalesce(max(id), 0) FROM import_fix WHERE tenant_id = current_tenant() AND draft_id = ?")
                .param(draft)
                .query(Long.class)
                .single();
    }

    void taken(long draft, long batchId, String actor) {
        jdbc.sql(
                        "INSERT INTO import_commit (tenant_id, draft_id, batch_id, actor, at) VALUES (current_tenant(), ?, ?, ?, ?)")
                .params(draft, batchId, actor, Timestamp.from(clock.instant()))
                .update();
    }

    /** Keeps a trial and forgets the rows of those before it. */
    long keep(long draft, Tried tried, long lastFix, long millis) {
        for (String table : List.of("import_trial_finding", "import_trial_row")) {
            jdbc.sql("DELETE FROM " + table
                            + " x USING import_trial t WHERE x.tenant_id = current_tenant() AND t.tenant_id = x.tenant_id"
                            + " AND t.id = x.trial_id AND t.draft_id = ?")
                    .param(draft)
                    .update();
        }
        var r = tried.report();
        long trial = jdbc.sql("""
                        INSERT INTO import_trial (tenant_id, draft_id, header, rows, accepted, rejected, duplicate, orders, refusals, last_fix, millis, tried_at)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(draft, tried.header().toArray(String[]::new), r.rows(), r.accepted(), r.rejected())
                .params(r.duplicate(), r.orders(), refusals(r), lastFix, millis, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        batch.batchUpdate(
                "INSERT INTO import_trial_row (tenant_id, trial_id, line, outcome, cells) VALUES (current_tenant(), ?, ?, ?, ?)",
                tried.rows().stream()
                        .map(row -> new Object[] {trial, row.line(), row.outcome(), row.cells()})
                        .toList());
        batch.batchUpdate(
                "INSERT INTO import_trial_finding (tenant_id, trial_id, line, seq, rule, severity, column_name, value, maybe)"
                        + " VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)",
                tried.findings().stream()
                        .map(f -> new Object[] {
                            trial, f.line(), f.seq(), f.rule(), f.severity(), f.column(), f.value(), f.maybe()
                        })
                        .toList());
        return trial;
    }

    private static String[] refusals(BatchReport report) {
        var texts = new ArrayList<String>();
        report.refusals().forEach(f -> texts.addAll(List.of(f.rule(), f.value(), f.maybe())));
        return texts.toArray(String[]::new);
    }

    Optional<Draft.Trial> trial(long id) {
        return jdbc.sql("""
                        SELECT id, header, rows, accepted, rejected, duplicate, orders, refusals, millis FROM import_trial
                        WHERE tenant_id = current_tenant() AND id = ?""")
                .param(id)
                .query((row, n) -> new Draft.Trial(
                        row.getLong(1),
                        texts(row, 2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        texts(row, 8),
                        row.getLong(9)))
                .optional();
    }

    List<RuleCount> rules(long trial) {
        return jdbc.sql("""
                        SELECT rule, min(severity) AS severity, count(DISTINCT line)::int AS count FROM import_trial_finding
                        WHERE tenant_id = current_tenant() AND trial_id = ? GROUP BY rule ORDER BY min(severity), count DESC, rule""").param(trial).query(RuleCount.class).list();
    }

    /** A page of rows that would not go in, with what is wrong in each. */
    List<Draft.Row> page(Draft.Trial trial, String rule, long after, int count) {
        record Line(long line, String outcome, String cells) {}
        var lines = jdbc.sql("""
                        SELECT r.line, r.outcome, r.cells FROM import_trial_row r
                        WHERE r.tenant_id = current_tenant() AND r.trial_id = :trial AND r.line > :after
                          AND (:rule = '' OR EXISTS (SELECT FROM import_trial_finding f WHERE f.tenant_id = r.tenant_id AND f.trial_id = r.trial_id
                                                       AND f.line = r.line AND f.rule = :rule))
                        ORDER BY r.line LIMIT :count""")
                .param("trial", trial.id())
                .param("after", after)
                .param("rule", rule)
                .param("count", count)
                .query(Line.class)
                .list();
        var faults = faults(trial, rule, lines.stream().map(Line::line).toList());
        return lines.stream()
                .map(l -> new Draft.Row(
                        l.line(),
                        l.outcome(),
                        Arrays.asList(l.cells().split(Staging.SEPARATOR, -1)),
                        faults.getOrDefault(l.line(), List.of())))
                .toList();
    }

    /** Of a chosen rule, else what stops, else what there is to say of a row that stays out all the same, such as a duplicate. */
    private Map<Long, List<Draft.Fault>> faults(Draft.Trial trial, String rule, List<Long> lines) {
        record Found(long line, String rule, String severity, String columnName, String value, String maybe) {}
        return jdbc
                .sql("""
                        SELECT line, rule, severity, column_name, value, maybe FROM import_trial_finding f
                        WHERE tenant_id = current_tenant() AND trial_id = :trial AND line = ANY (:lines)
                          AND CASE WHEN :rule <> '' THEN rule = :rule
                                   ELSE severity = 'ERROR' OR NOT EXISTS (SELECT FROM import_trial_finding e
                                       WHERE e.tenant_id = current_tenant() AND e.trial_id = :trial AND e.line = f.line AND e.severity = 'ERROR') END
                        ORDER BY line, seq""")
                .param("trial", trial.id())
                .param("lines", lines.toArray(Long[]::new))
                .param("rule", rule)
                .query(Found.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::line,
                        Collectors.mapping(
                                f -> new Draft.Fault(
                                        f.rule(),
                                        f.severity(),
                                        f.columnName(),
                                        trial.header().indexOf(f.columnName()),
                                        f.value(),
                                        f.maybe()),
                                Collectors.toList())));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
