package org.tongdao.customs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of our own reference tables: comma separated, quotes doubled, UTF-8, a header line. Not meant for files of strangers. */
final class CsvTable {

    /** One line of the table, its cells asked for by column name. */
    record Row(Map<String, Integer> columns, List<String> cells) {
        String get(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException("no column '" + column + "' among " + columns.keySet());
            }
            return index < cells.size() ? cells.get(index) : "";
        }

        /** The parts of a cell that holds several, separated by {@code |}. */
        List<String> list(String column) {
            var cell = get(column);
            return cell.isBlank() ? List.of() : List.of(cell.split("\\|"));
        }
    }

    private CsvTable() {}

    /** Reads a table that is packed with the engine. */
    static List<Row> resource(String name) {
        try (InputStream in = CsvTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the engine's jar");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + name, e);
        }
    }

    static List<Row> read(Reader reader) {
        try (var in = new BufferedReader(reader)) {
            var header = record(in);
            var columns = new HashMap<String, Integer>();
            for (int i = 0; i < header.size(); i++) {
                columns.put(header.get(i).replace("\uFEFF", ""), i);
            }
            var rows = new ArrayList<Row>();
            for (var cells = record(in); !cells.isEmpty(); cells = record(in)) {
                rows.add(new Row(Map.copyOf(columns), List.copyOf(cells)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read a reference table", e);
        }
    }

    /** The cells of the next line; empty at the end of the text. */
    private static List<String> record(BufferedReader in) throws IOException {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int c = in.read();
        if (c < 0) {
            return cells;
        }
        for (int before = -1; c >= 0 && (quoted || c != '\n'); before = c, c = in.read()) {
            if (c == '"') {
                quoted = !quoted;
                if (quoted && before == '"') {
                    cell.append('"');
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c != '\r') {
                cell.append((char) c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
