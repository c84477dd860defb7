package org.tongdao.intake.rules;

import java.util.regex.Pattern;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.RowCells;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** What may not be in any cell: computed values, damage by spreadsheets, hidden characters, texts without end. */
final class CellRules {

    private static final int MAX_CELL = 2_000;
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d(?:[.,]\\d+)?[eE]\\+?\\d+");
    private static final Pattern FORMULA = Pattern.compile("[=@＝＠].*|[+\\-].*[(!|].*", Pattern.DOTALL);

    private static final String FORMULA_STARTS = "=@＝＠+-";

    private CellRules() {}

    static void check(RowCells row, RowFindings findings) {
        checkShape(row, findings);
        var cells = row.raw().cells();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (!cell.isEmpty()) {
                checkCell(row, i, cell, findings);
            }
        }
    }

    private static void checkShape(RowCells row, RowFindings findings) {
        var cells = row.raw().cells();
        int width = row.layout().width();
        if (cells.size() < width && !row.raw().ofSheet()) {
            findings.add(
                    Finding.error(
                            "ROW-TRUNCATED",
                            row.place(),
                            cells.size() + " of " + width + " cells",
                            "the row ends early; maybe the export was cut off or a line break stands outside of quotation marks"));
        }
        for (int i = width; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                findings.add(
                        Finding.error(
                                "ROW-TOO-WIDE",
                                row.place(),
                                cells.get(i),
                                "there are more cells than headers; maybe a separator stands inside a text without quotation marks"));
                return;
            }
        }
    }

    private static void checkCell(RowCells row, int at, String cell, RowFindings findings) {
        var column = row.layout().columnAt(at);
        if (cell.length() > MAX_CELL) {
            findings.add(Finding.error(
                    "CELL-TOO-LONG",
                    place(row, at),
                    cell,
                    cell.length() + " characters; at most " + MAX_CELL + " fit, shorten it"));
            return;
        }
        if (isOdd(cell)) {
            hidden(cell, place(row, at), findings);
        }
        boolean computed = row.raw().formulas().get(at);
        if (computed || (column.isPresent() && isFormula(cell.strip()))) {
            findings.add(Finding.error(
                    "CELL-FORMULA",
                    place(row, at),
                    cell,
                    "a cell must hold a value, not a formula; paste it as a value"));
        }
        column.filter(c -> c.kind() == Column.Kind.IDENTIFIER).ifPresent(c -> identifier(row, c, cell, findings));
    }

    private static Place place(RowCells row, int at) {
        return Place.cell(
                row.place().source(),
                row.line(),
                at < row.layout().width() ? row.layout().header().get(at) : "");
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && FORMULA.matcher(text).matches();
    }

    private static void identifier(RowCells row, Column column, String cell, RowFindings findings) {
        boolean exponent = cell.indexOf('e') >= 0 || cell.indexOf('E') >= 0;
        if (exponent && SCIENTIFIC.matcher(cell.strip()).matches()) {
            findings.error(
                    "ID-DAMAGED",
                    column,
                    cell,
                    "a spreadsheet turned the number into an approximation and lost digits; export it again with this column as text");
        } else if (row.isNumber(column) && column != Column.SKU) {
            findings.warning(
                    "ID-AS-NUMBER",
                    column,
                    cell,
                    "the sheet holds it as a number, leading zeros may be lost; format the column as text");
        }
    }

    /** Whether a character is there that might be hidden; most cells have none. */
    private static boolean isOdd(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (!isPlain(cell.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t' || (c >= 0x4E00 && c < 0xA000);
    }

    private static void hidden(String cell, Place place, RowFindings findings) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t' || (c >= 0xA0 && c < 0x200B)) {
                continue;
            }
            if (c == '\uFFFD') {
                findings.add(Finding.error(
                        "CELL-ENCODING", place, cell, "a letter could not be read; save the file as \"CSV UTF-8\""));
                return;
            }
            if (isBidi(c)) {
                findings.add(Finding.error(
                        "CELL-BIDI",
                        place,
                        cell,
                        "it holds a character that turns the writing direction; type the text again"));
                return;
            }
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                findings.add(Finding.error(
                        "CELL-CONTROL", place, cell, "it holds an invisible control character; type the text again"));
                return;
            }
        }
    }

    private static boolean isBidi(char c) {
        return c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
