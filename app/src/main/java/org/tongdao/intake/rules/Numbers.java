package org.tongdao.intake.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.RowCells;

/** Reads numbers without guessing: a comma counts as a decimal sign only where the file or the mapping says so. */
final class Numbers {

    private static final Pattern POINT = Pattern.compile("[+-]?(?:\\d{1,12}|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d{1,9})?");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d{1,12}(?:[.,]\\d{1,9})?");

    private static final int WHOLE = 12;
    private static final int DECIMALS = 9;

    private Numbers() {}

    /** The number of a required cell, or nothing with a finding. */
    static Optional<BigDecimal> read(RowCells row, Column column, RowFindings findings) {
        var text = findings.required(column);
        if (text.isEmpty() || findings.stopAt(column)) {
            return Optional.empty();
        }
        boolean comma = row.layout().hasDecimalComma() && !row.isNumber(column);
        if (!isPlain(text) && !(comma ? COMMA : POINT).matcher(text).matches()) {
            findings.error(
                    "NUMBER-FORMAT",
                    column,
                    text,
                    comma
                            ? "write a plain number such as 1234,5"
                            : "write a plain number such as 1234.5, or set \"decimal\" in the mapping");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(comma ? text.replace(',', '.') : text.replace(",", "")));
    }

    /** Digits with at most one point between them, as nearly all numbers are: fits either pattern. */
    private static boolean isPlain(String text) {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        if (whole < 1
                || whole > WHOLE
                || (point >= 0 && (text.length() == whole + 1 || text.length() > whole + 1 + DECIMALS))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** A number above zero, or nothing with a finding. */
    static Optional<BigDecimal> positive(RowCells row, Column column, RowFindings findings, String what) {
        var number = read(row, column, findings);
        if (number.isPresent() && number.get().signum() <= 0) {
            boolean zero = number.get().signum() == 0;
            findings.error(
                    what + (zero ? "-ZERO" : "-NEGATIVE"),
                    column,
                    row.get(column),
                    zero
                            ? "it must be above zero; fill in the real figure"
                            : "it must be above zero; returns and cancellations are not orders");
            return Optional.empty();
        }
        return number;
    }
}
