package org.tongdao.editions;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Holds a content against its columns, cell by cell, and then gives it to the reader that the work uses. */
final class ListCheck {

    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_FINDINGS = 200;
    /** The reader tells one fault at a time; this many are asked for. */
    private static final int ASKED = 10;

    private final EditableList list;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> faulty = new HashSet<>();
    private ListTable table = new ListTable(List.of(), List.of());

    ListCheck(EditableList list, String text) {
        this.list = list;
        if (text.length() > MOST_BYTES) {
            file("LIST-LARGE", text.length() + "", "At most " + MOST_BYTES + " characters.");
        } else if (text.indexOf('\uFFFD') >= 0) {
            file("LIST-ENCODING", "", "Save it as CSV UTF-8 and bring it again.");
        } else {
            read(text);
        }
    }

    ListTable table() {
        return table;
    }

    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparingLong(f -> f.place().line()))
                .limit(MOST_FINDINGS)
                .toList();
    }

    private void read(String text) {
        try {
            table = ListTable.of(text);
        } catch (CsvParseException e) {
            file("LIST-QUOTES", String.valueOf(e.getMessage()), "Close every quote; double those inside a cell.");
            return;
        }
        if (!header()) {
            table = new ListTable(table.header(), List.of());
            return;
        }
        if (table.rows().isEmpty()) {
            file("LIST-NO-ROWS", "", "Bring the whole list, not only its head.");
            return;
        }
        rows();
        if (findings.stream().filter(Finding::stops).count() < MOST_FINDINGS) {
            ask();
        }
    }

    private boolean header() {
        boolean whole = true;
        for (var column : list.columns()) {
            if (!table.header().contains(column.name())) {
                findings.add(Finding.error(
                        "LIST-COLUMN",
                        Place.cell(list.name(), 1, column.name()),
                        String.join(",", table.header()),
                        "Add the column " + column.name() + "; download the edition in force to see all."));
                whole = false;
            }
        }
        var known = list.columns().stream().map(Column::name).toList();
        for (var name : table.header()) {
            if (!known.contains(name)
                    || table.header().indexOf(name) != table.header().lastIndexOf(name)) {
                findings.add(Finding.error(
                        "LIST-COLUMN-UNKNOWN",
                        Place.cell(list.name(), 1, name),
                        name,
                        "Take the column out or correct its name."));
                whole = false;
            }
        }
        return whole;
    }

    private void rows() {
        Map<List<String>, Long> lines = new HashMap<>();
        for (var row : table.rows()) {
            if (!table.isWhole(row)) {
                row(
                        "LIST-CELLS",
                        row,
                        "",
                        row.cells().size() + "",
                        "A row has " + table.header().size() + " cells.");
                continue;
            }
            for (var column : list.columns()) {
                var cell = table.cell(row, column.name());
                if (!column.fits().test(cell)) {
                    row(column.rule(), row, column.name(), cell, column.maybe());
                }
            }
            span(row);
            var key = table.key(row, list.key());
            var before = lines.putIfAbsent(key, row.line());
            if (before != null) {
                row(
                        "LIST-TWICE",
                        row,
                        String.join("+", list.key()),
                        String.join(" · ", key),
                        "It stands in line " + before + " already; keep one of them.");
            }
        }
    }

    private void span(ListTable.Row row) {
        var from = table.cell(row, EditableList.FROM);
        var to = table.cell(row, EditableList.TO);
        if (!faulty.contains(row.line())
                && !from.isEmpty()
                && !to.isEmpty()
                && !LocalDate.parse(from).isBefore(LocalDate.parse(to))) {
            row("LIST-SPAN", row, EditableList.TO, to, "The end is later than " + from + ".");
        }
    }

    /** Gives the sound rows to the reader; a row it refuses is told and left out, then it is asked again. */
    private void ask() {
        var sound = new ArrayList<>(
                table.rows().stream().filter(r -> !faulty.contains(r.line())).toList());
        for (int i = 0; i < ASKED; i++) {
            var why = refusal(sound);
            if (why.isEmpty()) {
                return;
            }
            if (refusal(List.of()).isPresent()) {
                if (faulty.isEmpty()) {
                    file("LIST-READER", "", why.get());
                }
                return;
            }
            int first = firstRefused(sound);
            var row = sound.remove(first);
            row("LIST-READER", row, "", String.join(",", row.cells()), why.get());
        }
    }

    /** The row without which the rows before it are read: found by halves. */
    private int firstRefused(List<ListTable.Row> rows) {
        int good = 0;
        int bad = rows.size();
        while (bad - good > 1) {
            int middle = (good + bad) / 2;
            if (refusal(rows.subList(0, middle)).isPresent()) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        return bad - 1;
    }

    private Optional<String> refusal(List<ListTable.Row> rows) {
        return list.refusal(new Edition(list.name(), 0, table.text(rows)));
    }

    private void row(String rule, ListTable.Row row, String column, String value, String maybe) {
        faulty.add(row.line());
        findings.add(Finding.error(rule, Place.cell(list.name(), row.line(), column), value, maybe));
    }

    private void file(String rule, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(list.name()), value, maybe));
    }
}
