package org.tongdao.intake.reading;

import java.util.BitSet;
import java.util.List;

/**
 * One row of a file as it was read, whatever the file's format.
 *
 * @param line line of a text editor, or row of the sheet, from 1
 * @param cells texts, at most as many as a sheet may have columns
 * @param numbers cells that the sheet holds as numbers; empty for CSV
 * @param formulas cells that the sheet computes; empty for CSV
 */
public record RawRow(long line, List<String> cells, BitSet numbers, BitSet formulas) {

    private static final BitSet NONE = new BitSet(0);

    static RawRow ofText(long line, List<String> cells) {
        return new RawRow(line, cells, NONE, NONE);
    }

    /** Sheets leave out empty cells at the end of a row, text files do not. */
    @SuppressWarnings("ReferenceEquality") // the one empty set stands for "not a sheet"
    public boolean ofSheet() {
        return numbers != NONE;
    }

    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
