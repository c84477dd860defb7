package org.tongdao.customs;

import java.io.Reader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Turns published reference rates of the euro, saved as CSV, into our dated table: euro for one unit of each currency.
 *
 * <p>The layout is that of the central bank's history: a column {@code Date} and one column a currency with its units for one euro, {@code N/A} where there
 * is none (mark memory: verify with the file at hand). Customs of the EU counts a whole month by the rate of the last Wednesday but one of the month
 * before (mark memory: Implementing Regulation (EU) 2015/2447, article 146); {@link Rhythm#DAY} takes each day's own rate instead.
 */
public final class EuroRateImport {

    private static final BigDecimal MOST = new BigDecimal("10000000");

    /** When a rate begins to hold. */
    public enum Rhythm {
        MONTH,
        DAY
    }

    /** The table that came out, with a heading line, and what could not be taken. */
    public record Imported(String table, int rows, List<Finding> findings) {}

    private final String source;
    private final List<Finding> findings = new ArrayList<>();
    private final TreeMap<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();

    private EuroRateImport(String source) {
        this.source = source;
    }

    /**
     * Reads a table of published rates; rows and cells that cannot be used are findings, the others go on.
     *
     * @param source what to call it in findings and in the mark of each rate
     */
    public static Imported read(String source, Reader table, Rhythm rhythm) {
        var rates = new EuroRateImport(source);
        var rows = CsvTable.read(table);
        if (rows.isEmpty() || !rows.get(0).columns().containsKey("Date")) {
            rates.wrong("EURO-COLUMN", 1, "Date", "", "The table has a column Date and one column a currency.");
        } else {
            for (int i = 0; i < rows.size(); i++) {
                rates.row(i + 2L, rows.get(i));
            }
        }
        return rates.table(rhythm);
    }

    private void row(long line, CsvTable.Row row) {
        if (row.cells().stream().allMatch(String::isBlank)) {
            return;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(row.get("Date").strip());
        } catch (DateTimeParseException e) {
            wrong("EURO-DAY", line, "Date", row.get("Date"), "A day such as 2026-11-18.");
            return;
        }
        if (days.containsKey(day)) {
            wrong("EURO-TWICE", line, "Date", day.toString(), "The day stands in the table already.");
            return;
        }
        var rates = new TreeMap<String, BigDecimal>();
        for (var heading : row.columns().keySet()) {
            var text = row.get(heading).strip();
            if (heading.strip().matches("[A-Z]{3}") && !text.isEmpty() && !text.equals("N/A")) {
                rate(line, heading, text, rates);
            }
        }
        days.put(day, rates);
    }

    private void rate(long line, String heading, String text, Map<String, BigDecimal> rates) {
        var units = text.matches("\\d{1,9}(\\.\\d{1,10})?") ? new BigDecimal(text) : BigDecimal.ZERO;
        if (units.signum() <= 0 || units.compareTo(MOST) > 0) {
            wrong("EURO-NUMBER", line, heading, text, "Units of the currency for one euro, above 0, such as 7.8123.");
        } else {
            rates.put(heading.strip(), BigDecimal.ONE.divide(units, MathContext.DECIMAL32));
        }
    }

    private Imported table(Rhythm rhythm) {
        var out = new StringBuilder("currency,valid_from,eur,mark\n");
        int rows = 0;
        for (var entry : (rhythm == Rhythm.DAY ? days : months()).entrySet()) {
            for (var rate : entry.getValue().entrySet()) {
                out.append(rate.getKey())
                        .append(',')
                        .append(entry.getKey())
                        .append(',')
                        .append(rate.getValue().toPlainString())
                        .append(",[S] ")
                        .append(source.replaceAll("[,\"\r\n]", " "))
                        .append('\n');
                rows++;
            }
        }
        if (rows == 0 && !days.isEmpty() && rhythm == Rhythm.MONTH) {
            noMonth();
        }
        return new Imported(out.toString(), rows, List.copyOf(findings));
    }

    private void noMonth() {
        var wanted = fixing(YearMonth.from(days.lastKey()));
        wrong(
                "EURO-NO-MONTH",
                1,
                "Date",
                days.firstKey() + " to " + days.lastKey(),
                "A month counts by the rate of the last Wednesday"
                        + " but one of the month before, for instance " + wanted
                        + ", or the latest before it in that month; the table must reach"
                        + " that day. Or let each day count by its own rate (--daily).");
    }

    private static LocalDate fixing(YearMonth month) {
        return month.atEndOfMonth()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.WEDNESDAY))
                .minusWeeks(1);
    }

    /** Each month by the rate of the last Wednesday but one of the month before, or the latest before it in that month. */
    private TreeMap<LocalDate, Map<String, BigDecimal>> months() {
        var held = new TreeMap<LocalDate, Map<String, BigDecimal>>();
        for (var month :
                new TreeSet<>(days.keySet().stream().map(YearMonth::from).toList())) {
            var wednesday = fixing(month);
            var fixed = days.floorEntry(wednesday);
            boolean known = !days.lastKey().isBefore(wednesday);
            if (known && fixed != null && YearMonth.from(fixed.getKey()).equals(month)) {
                held.put(month.plusMonths(1).atDay(1), fixed.getValue());
            }
        }
        return held;
    }

    private void wrong(String rule, long line, String column, String value, String maybe) {
        findings.add(Finding.error(rule, Place.cell(source, line, column), value, maybe));
    }
}
