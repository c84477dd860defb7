package org.tongdao.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.intake.store.Staging;
import org.tongdao.terms.Finding;

/** What is told about a batch after it was stored: figures, and the error file. */
@Component
class BatchReports {

    /** The columns that the error file has beside those of the input; an import passes them over. */
    static final List<String> EXTRA = List.of(
            "tongdao_line", "tongdao_outcome", "tongdao_rule", "tongdao_column", "tongdao_value", "tongdao_what_to_do");

    private static final int PAGE = 5_000;

    private record BadRow(long line, String outcome, String cells) {}

    private record Found(long line, String rule, String column, String value, String maybe) {}

    private final JdbcClient jdbc;

    BatchReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BatchReport get(long batchId, boolean alreadyKnown) {
        var rules = jdbc.sql("""
                SELECT rule, severity, count(*)::int AS count FROM intake_finding
                WHERE tenant_id = current_tenant() AND batch_id = :batch GROUP BY rule, severity ORDER BY rule, severity""")
                .param("batch", batchId)
                .query((rs, n) -> new RuleCount(rs.getString(1), rs.getString(2), rs.getInt(3)))
                .list();
        return jdbc.sql("""
                SELECT total_rows, accepted, rejected, duplicate, orders FROM order_batch
                WHERE tenant_id = current_tenant() AND id = :batch""")
                .param("batch", batchId)
                .query((rs, n) -> new BatchReport(
                        batchId,
                        alreadyKnown,
                        rs.getInt(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rules,
                        List.of()))
                .single();
    }

    private static final int TRIAL_ROWS = 5_000;

    /** What a trial leaves to read: the first rows that would not go in, and what is wrong in them. */
    Tried tried(BatchReport report, List<String> header) {
        if (report.refused() || report.alreadyKnown()) {
            return new Tried(report, header, List.of(), List.of());
        }
        var rows = jdbc.sql("""
                SELECT line, outcome, cells FROM intake_row WHERE tenant_id = current_tenant() AND batch_id = :batch
                ORDER BY outcome DESC, line LIMIT :most""")
                .param("batch", report.batchId())
                .param("most", TRIAL_ROWS)
                .query(Tried.Row.class)
                .list();
        var found = jdbc.sql("""
                SELECT line, seq, rule, severity, column_name AS column, value, maybe FROM intake_finding
                WHERE tenant_id = current_tenant() AND batch_id = :batch AND line = ANY (:lines)""")
                .param("batch", report.batchId())
                .param("lines", rows.stream().map(Tried.Row::line).toArray(Long[]::new))
                .query(Tried.Found.class)
                .list();
        return new Tried(report, header, rows, found);
    }

    void write(long batchId, Path csv) {
        // a batch of single orders has no file, and so no header of its own
        var header = jdbc.sql("SELECT header FROM intake_file WHERE tenant_id = current_tenant() AND batch_id = :batch")
                .param("batch", batchId)
                .query((rs, n) -> Arrays.asList((String[]) rs.getArray(1).getArray()))
                .optional()
                .orElse(List.of());
        var own = header.stream().filter(h -> !EXTRA.contains(h)).toList();
        try (var out = CsvWriter.builder().build(Files.newBufferedWriter(csv))) {
            out.writeRecord(joined(own, EXTRA));
            long after = -1;
            for (var page = page(batchId, after); !page.isEmpty(); page = page(batchId, after)) {
                var found = found(batchId, page);
                page.forEach(row -> out.writeRecord(record(row, found.getOrDefault(row.line(), List.of()), header)));
                after = page.get(page.size() - 1).line();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + csv, e);
        }
    }

    void writeRefusal(List<Finding> why, Path csv) {
        try (var out = CsvWriter.builder().build(Files.newBufferedWriter(csv))) {
            out.writeRecord(EXTRA);
            for (var f : why) {
                out.writeRecord(
                        "" + f.place().line(), "refused", f.rule(), f.place().column(), f.value(), f.maybe());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + csv, e);
        }
    }

    private List<BadRow> page(long batchId, long after) {
        return jdbc.sql("""
                SELECT line, outcome, cells FROM intake_row
                WHERE tenant_id = current_tenant() AND batch_id = :batch AND line > :after ORDER BY line LIMIT :page""")
                .param("batch", batchId)
                .param("after", after)
                .param("page", PAGE)
                .query((rs, n) -> new BadRow(rs.getLong(1), rs.getString(2), rs.getString(3)))
                .list();
    }

    private static List<String> record(BadRow row, List<Found> found, List<String> header) {
        var told = row.cells().split(Staging.SEPARATOR, -1);
        var cells = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            if (!EXTRA.contains(header.get(i))) {
                cells.add(i < told.length ? told[i] : "");
            }
        }
        cells.add("" + row.line());
        cells.add(row.outcome());
        cells.add(String.join(" | ", found.stream().map(Found::rule).toList()));
        cells.add(String.join(" | ", found.stream().map(Found::column).toList()));
        cells.add(String.join(" | ", found.stream().map(Found::value).toList()));
        cells.add(String.join(" | ", found.stream().map(Found::maybe).toList()));
        return cells;
    }

    /** The findings of one page of rows, by line. */
    private Map<Long, List<Found>> found(long batchId, List<BadRow> page) {
        return jdbc
                .sql("""
                SELECT line, rule, column_name, value, maybe FROM intake_finding
                WHERE tenant_id = current_tenant() AND batch_id = :batch AND line BETWEEN :first AND :last ORDER BY line, seq""")
                .param("batch", batchId)
                .param("first", page.get(0).line())
                .param("last", page.get(page.size() - 1).line())
                .query((rs, n) ->
                        new Found(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Found::line));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
