package org.tongdao.editions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.tongdao.editions.Difference.Kind;

/** Two editions of a list row by row. */
final class Comparison {

    private final List<String> key;
    private final ListTable before;
    private final ListTable after;

    Comparison(List<String> key, ListTable before, ListTable after) {
        this.key = key;
        this.before = before;
        this.after = after;
    }

    List<Difference> list() {
        var old = byKey(before);
        var fresh = byKey(after);
        var found = new ArrayList<Difference>();
        fresh.forEach((k, row) -> {
            var was = old.get(k);
            if (was == null) {
                found.add(new Difference(Kind.ADDED, name(k), after.cell(row, EditableList.FROM), cells(null, row)));
            } else {
                var changed = cells(was, row);
                if (!changed.isEmpty()) {
                    found.add(changed(name(k), row, changed));
                }
            }
        });
        old.forEach((k, row) -> {
            if (!fresh.containsKey(k)) {
                found.add(new Difference(Kind.GONE, name(k), "", cells(row, null)));
            }
        });
        return List.copyOf(found);
    }

    private Difference changed(String name, ListTable.Row row, List<Difference.Cell> cells) {
        var end = after.cell(row, EditableList.TO);
        boolean ended =
                !end.isEmpty() && cells.stream().allMatch(c -> c.column().equals(EditableList.TO));
        return ended
                ? new Difference(Kind.ENDED, name, end, cells)
                : new Difference(Kind.CHANGED, name, after.cell(row, EditableList.FROM), cells);
    }

    private Map<List<String>, ListTable.Row> byKey(ListTable table) {
        var rows = new LinkedHashMap<List<String>, ListTable.Row>();
        table.rows().stream().filter(table::isWhole).forEach(row -> rows.putIfAbsent(table.key(row, key), row));
        return rows;
    }

    private static String name(List<String> key) {
        return String.join(" · ", key.stream().filter(k -> !k.isEmpty()).toList());
    }

    /** The cells that differ, without the key and without those that are empty on both sides. */
    private List<Difference.Cell> cells(
            ListTable.@org.jspecify.annotations.Nullable Row was, ListTable.@org.jspecify.annotations.Nullable Row is) {
        var columns = new LinkedHashSet<>(before.header());
        columns.addAll(after.header());
        columns.removeAll(key);
        return columns.stream()
                .map(c -> new Difference.Cell(
                        c, was == null ? "" : before.cell(was, c), is == null ? "" : after.cell(is, c)))
                .filter(c -> !c.before().equals(c.after()))
                .toList();
    }
}
