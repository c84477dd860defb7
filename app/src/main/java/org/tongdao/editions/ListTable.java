package org.tongdao.editions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A list as header and rows, each with its line. */
record ListTable(List<String> header, List<ListTable.Row> rows) {

    /** @param line counted from 1 as a text editor counts */
    record Row(long line, List<String> cells) {}

    /** Throws what the CSV reader throws on broken quotes. */
    static ListTable of(String text) {
        try (var csv = CsvReader.builder()
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            var all = csv.stream().toList();
            var header = all.isEmpty() ? List.<String>of() : all.get(0).getFields();
            return new ListTable(
                    header, all.stream().skip(1).map(ListTable::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(CsvRecord cells) {
        return new Row(cells.getStartingLineNumber(), cells.getFields());
    }

    String cell(Row row, String column) {
        int at = header.indexOf(column);
        return at < 0 || at >= row.cells().size() ? "" : row.cells().get(at);
    }

    List<String> key(Row row, List<String> columns) {
        return columns.stream().map(c -> cell(row, c)).toList();
    }

    boolean isWhole(Row row) {
        return row.cells().size() == header.size();
    }

    /** The same header with some of the rows, as text. */
    String text(List<Row> some) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(out)) {
            csv.writeRecord(header);
            some.forEach(row -> csv.writeRecord(row.cells()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
