package org.tongdao.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated text with a header line and quotes as in RFC 4180; fields are read by name, a quoted field may hold commas but no line ends. */
final class CsvRows {

    private final Map<String, Integer> columns = new HashMap<>();
    private List<String> header = List.of();
    private final List<String[]> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final List<Row> all = new ArrayList<>();

    private CsvRows() {}

    /** One row: its line in the file and its fields. */
    final class Row {
        private final int index;

        private Row(int index) {
            this.index = index;
        }

        int line() {
            return lines.get(index);
        }

        /** The field, trimmed; empty when the row is too short or the column is not there. */
        String get(String column) {
            var at = columns.get(column);
            var row = rows.get(index);
            return at == null || at >= row.length ? "" : row[at];
        }

        boolean full() {
            return fields() == header.size();
        }

        int fields() {
            return rows.get(index).length;
        }
    }

    static CsvRows of(String text) {
        var csv = new CsvRows();
        int line = 0;
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            line++;
            csv.take(text.substring(from, end), line);
            from = end + 1;
        }
        return csv;
    }

    private void take(String raw, int line) {
        var text = line == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        if (text.isBlank()) {
            return;
        }
        var fields = split(text);
        if (columns.isEmpty()) {
            header = List.of(fields);
            for (int i = 0; i < fields.length; i++) {
                columns.putIfAbsent(fields[i], i);
            }
        } else {
            rows.add(fields);
            lines.add(line);
            all.add(new Row(rows.size() - 1));
        }
    }

    private static String[] split(String text) {
        return text.indexOf('"') < 0 ? plain(text) : quoted(text);
    }

    private static String[] plain(String text) {
        int count = 1;
        for (int at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
            count++;
        }
        var fields = new String[count];
        int from = 0;
        for (int k = 0; k < count; k++) {
            int end = text.indexOf(',', from);
            fields[k] = text.substring(from, end < 0 ? text.length() : end).trim();
            from = end + 1;
        }
        return fields;
    }

    private static String[] quoted(String text) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().trim());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().trim());
        return fields.toArray(String[]::new);
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The names of the first line in their order; empty when there is no line. */
    List<String> header() {
        return header;
    }

    List<Row> rows() {
        return all;
    }
}
