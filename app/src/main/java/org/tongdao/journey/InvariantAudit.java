package org.tongdao.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database what must never be: audit/invariants.sql, each question headed by its number and what it holds, each answered by no row. */
@Component
public class InvariantAudit {

    private static final ClassPathResource FILE = new ClassPathResource("audit/invariants.sql");

    private final JdbcClient jdbc;
    private final Map<String, String> questions;

    InvariantAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.questions = questions();
    }

    /** Violations by invariant, all of them, in the order of the file. */
    @Transactional(readOnly = true)
    public AuditReport report() {
        var found = new LinkedHashMap<String, Long>();
        questions.forEach((name, sql) -> found.put(
                name,
                jdbc.sql("SELECT count(*) FROM (" + sql + ") v")
                        .query(Long.class)
                        .single()));
        return new AuditReport(found);
    }

    private static Map<String, String> questions() {
        var all = new LinkedHashMap<String, String>();
        for (var block : text().split("(?m)^-- (?=I-\\d\\d )")) {
            if (!block.isBlank()) {
                int end = block.indexOf('\n');
                var sql = block.substring(end).strip();
                all.put(block.substring(0, end).strip(), sql.substring(0, sql.length() - 1));
            }
        }
        return all;
    }

    private static String text() {
        try {
            return FILE.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + FILE, e);
        }
    }
}
