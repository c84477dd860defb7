package org.tongdao.editions;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A column of a list and what fits into its cells.
 *
 * @param rule of the finding for a cell that does not fit
 * @param maybe what to write instead
 */
public record Column(String name, String rule, String maybe, Predicate<String> fits) {

    private static final int LONGEST = 4_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Any text, also none. */
    public static Column text(String name) {
        return new Column(name, "LIST-TEXT", "Shorten it to " + LONGEST + " characters.", c -> c.length() <= LONGEST);
    }

    public static Column filled(String name) {
        return new Column(
                name,
                "LIST-EMPTY",
                "Fill the cell.",
                c -> !c.isBlank() && c.length() <= LONGEST && c.equals(c.strip()));
    }

    public static Column day(String name) {
        return new Column(name, "LIST-DAY", "A day such as 2026-12-01.", Column::isDay);
    }

    /** The first day on which a row no longer counts, or nothing. */
    public static Column end(String name) {
        return new Column(name, "LIST-DAY", "A day such as 2026-12-01, or nothing.", c -> c.isEmpty() || isDay(c));
    }

    /** A decimal number above one limit and up to another. */
    public static Column number(String name, String above, String most) {
        var low = new BigDecimal(above);
        var high = new BigDecimal(most);
        return new Column(
                name, "LIST-NUMBER", "A number above " + above + ", at most " + most + ", with a point.", c -> {
                    if (!c.matches("-?\\d{1,12}(\\.\\d{1,12})?")) {
                        return false;
                    }
                    var number = new BigDecimal(c);
                    return number.compareTo(low) > 0 && number.compareTo(high) <= 0;
                });
    }

    public static Column whole(String name, int least, int most) {
        return new Column(
                name,
                "LIST-NUMBER",
                "A whole number from " + least + " to " + most + ".",
                c -> c.matches("\\d{1,6}") && Integer.parseInt(c) >= least && Integer.parseInt(c) <= most);
    }

    public static Column country(String name) {
        return new Column(name, "LIST-COUNTRY", "Two capitals such as KZ.", COUNTRIES::contains);
    }

    /** A country, or {@code *} for all others. */
    public static Column anyCountry(String name) {
        return new Column(
                name, "LIST-COUNTRY", "Two capitals such as KZ, or *.", c -> c.equals("*") || COUNTRIES.contains(c));
    }

    /** A regular expression that cells of orders are held against. */
    public static Column pattern(String name) {
        return new Column(name, "LIST-PATTERN", "A regular expression such as [0-9]{6}.", Column::isPattern);
    }

    public static Column oneOf(String name, String... words) {
        return new Column(
                name, "LIST-CHOICE", "One of " + String.join(", ", words) + ".", Arrays.asList(words)::contains);
    }

    /** @param example what a right cell looks like */
    public static Column shaped(String name, String shape, String example) {
        return new Column(
                name,
                "LIST-SHAPE",
                "Such as " + example + ".",
                Pattern.compile(shape).asMatchPredicate());
    }

    private static boolean isDay(String cell) {
        try {
            var day = LocalDate.parse(cell);
            return day.getYear() >= 1900 && day.getYear() <= 2200;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPattern(String cell) {
        try {
            return !cell.isBlank()
                    && cell.length() <= 200
                    && !Pattern.compile(cell).pattern().isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
