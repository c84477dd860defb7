package org.tongdao.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The cells of one row of a rate sheet; a cell that cannot be read is told and gives a harmless value, and the row is no longer sound. */
final class RateCells {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private final String source;
    private final RateSheet.Row row;
    private final List<Finding> findings;
    private boolean sound = true;

    RateCells(String source, RateSheet.Row row, List<Finding> findings) {
        this.source = source;
        this.row = row;
        this.findings = findings;
    }

    boolean sound() {
        return sound;
    }

    Place place(String column) {
        return Place.cell(source, row.line(), column);
    }

    void fault(String rule, String column, String maybe) {
        sound = false;
        findings.add(Finding.error(rule, place(column), raw(column), "Maybe: " + maybe));
    }

    String raw(String column) {
        return row.cells().getOrDefault(column, "").strip();
    }

    String text(String column, int longest) {
        String text = raw(column);
        if (text.isEmpty() || text.length() > longest) {
            fault("RATE-TEXT", column, "from 1 to " + longest + " characters");
        }
        return text;
    }

    /** {@code usual} counts for an empty cell; an empty one has none. */
    BigDecimal number(String column, String usual, double least, double most, int digits) {
        String text = raw(column).isEmpty() ? usual : raw(column);
        try {
            if (text.length() <= 20) {
                var value = new BigDecimal(text).stripTrailingZeros();
                boolean within = value.doubleValue() >= least && value.doubleValue() <= most;
                if (within && value.scale() <= digits) {
                    return value;
                }
            }
        } catch (NumberFormatException e) {
            // told below, with the bounds
        }
        fault(
                "RATE-VALUE",
                column,
                "a number from " + plain(least) + " to " + plain(most) + ", at most " + digits + " decimals");
        return BigDecimal.ONE;
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    /** {@code usual} counts for an empty cell. */
    LocalDate day(String column, LocalDate usual) {
        return raw(column).isEmpty() ? usual : day(column);
    }

    LocalDate day(String column) {
        try {
            var day = LocalDate.parse(raw(column));
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below, as what lies outside the years
        }
        fault("RATE-DAY", column, "a day such as 2026-12-01, from " + FIRST + " to " + LAST);
        return LocalDate.EPOCH;
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(wanted))
                .findFirst();
    }
}
