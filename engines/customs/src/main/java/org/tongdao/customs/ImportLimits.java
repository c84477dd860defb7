package org.tongdao.customs;

import java.io.Reader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Limits of retail import by day: per order, per person and year, and the share of VAT and consumption tax; from {@code data/import-limits.csv}.
 *
 * <p>The year is the calendar year in Asia/Shanghai. Days before the first row are wrong use.
 */
public final class ImportLimits {

    /**
     * The limits of one day.
     *
     * @param orderFen most for one order
     * @param yearFen most for one person in one year
     * @param share of VAT and consumption tax that is paid within the limits
     * @param from since when, part of the version
     * @param mark source and certainty
     */
    public record Limits(long orderFen, long yearFen, BigDecimal share, LocalDate from, String mark) {}

    private final List<Limits> limits;

    private ImportLimits(List<Limits> limits) {
        this.limits = limits;
    }

    public static ImportLimits read(Reader table) {
        return new ImportLimits(CsvTable.read(table).stream()
                .map(row -> new Limits(
                        fen(row.get("per_order_cny")),
                        fen(row.get("per_year_cny")),
                        new BigDecimal(row.get("tax_share")),
                        LocalDate.parse(row.get("valid_from")),
                        row.get("mark")))
                .toList());
    }

    /** What holds at an instant. */
    public Limits at(Instant at) {
        var day = at.atZone(ChinaTime.ZONE).toLocalDate();
        return limits.stream()
                .filter(l -> !l.from().isAfter(day))
                .reduce((a, b) -> b.from().isAfter(a.from()) ? b : a)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no limits of retail import on " + day + ". Maybe the day is before 2016-04-08."));
    }

    /** The calendar year that a purchase counts to. */
    public static int year(Instant at) {
        return at.atZone(ChinaTime.ZONE).getYear();
    }

    private static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
