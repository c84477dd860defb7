package org.tongdao.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongdao.intake.reading.OpenedFile;
import org.tongdao.intake.reading.OrderFile;
import org.tongdao.intake.reading.RefusedException;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * A small table of another feature, CSV or XLSX, read with the same care as an order file: encodings, separators, archives within bounds.
 *
 * @param findings why nothing of it, or not all of it, could be read
 */
public record Sheet(List<Row> rows, List<Finding> findings) {

    /** Rows that a small table may have. */
    public static final int MAX_ROWS = 10_000;

    /** One row; column names in lower case, blanks as underscores. */
    public record Row(long line, Map<String, String> cells) {}

    public static Sheet read(Path file) {
        var opened = OrderFile.open(file);
        return opened instanceof OpenedFile.Readable readable
                ? read(readable, file.getFileName().toString())
                : new Sheet(List.of(), List.of(((OpenedFile.Refused) opened).why()));
    }

    /** What was uploaded or pasted; {@code name} stands in findings. */
    public static Sheet read(String name, byte[] content) throws IOException {
        var folder = Files.createTempDirectory("sheet");
        var file = folder.resolve(name);
        try {
            return read(Files.write(file, content));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static Sheet read(OpenedFile.Readable opened, String name) {
        var columns = opened.header().stream()
                .map(c -> c.strip().toLowerCase(Locale.ROOT).replace(' ', '_'))
                .toList();
        var rows = new ArrayList<Row>();
        var findings = new ArrayList<>(opened.notes());
        try (var all = opened.rows()) {
            while (all.hasNext()) {
                var raw = all.next();
                if (rows.size() == MAX_ROWS) {
                    findings.add(Finding.error(
                            "FILE-TOO-LONG",
                            Place.row(name, raw.line()),
                            "",
                            "Maybe: " + MAX_ROWS + " rows are read at most; split the table"));
                    break;
                }
                var cells = new LinkedHashMap<String, String>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.putIfAbsent(columns.get(i), raw.cell(i));
                }
                if (cells.values().stream().anyMatch(c -> !c.isBlank())) {
                    rows.add(new Row(raw.line(), cells));
                }
            }
        } catch (RefusedException e) {
            findings.add(e.why());
        }
        return new Sheet(rows, findings);
    }
}
