package org.tongdao.intake.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a file as a person corrected them; what nobody corrected comes as it is. */
public final class FixedRows implements RowStream {

    /** Corrections of one file: by line and column, and by column and value in every row. Made once, then read only. */
    public static final class Fixes {

        private final Map<Long, Map<Integer, String>> byLine = new HashMap<>();
        private final Map<Integer, Map<String, String>> everywhere = new HashMap<>();

        /** @param line 0 for every row that has {@code was} in this column */
        public void add(long line, int column, String was, String becomes) {
            if (line == 0) {
                everywhere.computeIfAbsent(column, c -> new HashMap<>()).put(was.strip(), becomes);
            } else {
                byLine.computeIfAbsent(line, l -> new HashMap<>()).put(column, becomes);
            }
        }

        public boolean isEmpty() {
            return byLine.isEmpty() && everywhere.isEmpty();
        }

        /** Equal corrections give equal text; none give none. */
        @Override
        public String toString() {
            return isEmpty() ? "" : sorted(byLine) + " " + sorted(everywhere);
        }

        private static <K extends Comparable<K>, J extends Comparable<J>> String sorted(Map<K, Map<J, String>> all) {
            var sorted = new TreeMap<K, Map<J, String>>();
            all.forEach((key, inner) -> sorted.put(key, new TreeMap<>(inner)));
            return sorted.toString();
        }

        RawRow apply(RawRow row) {
            var own = byLine.getOrDefault(row.line(), Map.of());
            var changed = new HashMap<Integer, String>();
            everywhere.forEach((column, values) -> {
                String becomes = values.get(row.cell(column).strip());
                if (becomes != null) {
                    changed.put(column, becomes);
                }
            });
            changed.putAll(own);
            return changed.isEmpty() ? row : with(row, changed);
        }

        private static RawRow with(RawRow row, Map<Integer, String> changed) {
            var cells = new ArrayList<>(row.cells());
            changed.forEach((column, text) -> {
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, text);
            });
            return new RawRow(row.line(), cells, without(row.numbers(), changed), without(row.formulas(), changed));
        }

        /** A corrected cell is text, whatever the sheet held there. */
        private static BitSet without(BitSet marks, Map<Integer, String> changed) {
            if (marks.isEmpty()) {
                return marks;
            }
            var left = (BitSet) marks.clone();
            changed.keySet().forEach(left::clear);
            return left;
        }
    }

    private final RowStream rows;
    private final Fixes fixes;

    public FixedRows(RowStream rows, Fixes fixes) {
        this.rows = rows;
        this.fixes = fixes;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public RawRow next() {
        return fixes.apply(rows.next());
    }

    @Override
    public void close() {
        rows.close();
    }
}
