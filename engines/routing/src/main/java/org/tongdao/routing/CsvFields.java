package org.tongdao.routing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Reads the fields of one row; what cannot be read becomes a finding and a stand-in, and the row is known to be bad. */
final class CsvFields {

    private static final int MAX_MINUTES = 60 * 24 * 400;
    private static final int MAX_AMOUNT = 1_000_000;

    private final String file;
    private final CsvRows.Row row;
    private final List<Finding> findings;
    private boolean bad;

    CsvFields(String file, CsvRows.Row row, List<Finding> findings) {
        this.file = file;
        this.row = row;
        this.findings = findings;
        this.bad = !row.full();
    }

    /** Leaves the row out for what was told elsewhere. */
    void drop() {
        bad = true;
    }

    boolean bad() {
        return bad;
    }

    int line() {
        return row.line();
    }

    String text(String column) {
        return row.get(column);
    }

    String required(String column) {
        var value = row.get(column);
        if (value.isEmpty()) {
            fault("NET-MISSING", column, value, "fill in " + column);
        }
        return value;
    }

    /** {@code H:MM} or whole hours, in minutes; empty is {@code otherwise}. */
    int minutes(String column, int otherwise) {
        return read(column, otherwise, CsvFields::minutesOf);
    }

    /** {@code min/mode/max} of minutes as above; empty is no time at all. */
    Triangle triangle(String column) {
        return read(column, Triangle.NONE, value -> {
            var parts = value.split("/");
            if (parts.length != 3) {
                throw new IllegalArgumentException("three spans as 0:00/1:30/6:00");
            }
            return new Triangle(minutesOf(parts[0]), minutesOf(parts[1]), minutesOf(parts[2]));
        });
    }

    int whole(String column, int otherwise) {
        return read(
                column, otherwise, value -> within(Integer.parseInt(value), 0, 1_000_000_000, "0 to 1,000,000,000"));
    }

    /** An amount of CNY in minor units. */
    int amount(String column) {
        return (int) Math.round(decimal(column, 0, 0, MAX_AMOUNT) * 100);
    }

    double decimal(String column, double otherwise, double min, double max) {
        return read(column, otherwise, value -> {
            double number = Double.parseDouble(value);
            if (!(number >= min && number <= max)) {
                throw new IllegalArgumentException("a number from " + min + " to " + max);
            }
            return number;
        });
    }

    ZoneId zone(String column) {
        return read(column, java.time.ZoneOffset.UTC, ZoneId::of);
    }

    LocalDate date(String column, LocalDate otherwise) {
        return read(column, otherwise, LocalDate::parse);
    }

    OpeningHours hours(String column) {
        return read(column, OpeningHours.ALWAYS, OpeningHours::parse);
    }

    List<LocalTime> times(String column) {
        return read(
                column,
                List.of(),
                value -> Arrays.stream(value.split("\\|")).map(LocalTime::parse).toList());
    }

    Set<java.time.DayOfWeek> weekdays(String column) {
        return read(column, Set.of(), OpeningHours::days);
    }

    /** Words parted by {@code |}; one that is not {@code known} is a fault. */
    Set<String> words(String column, Predicate<String> known, String maybe) {
        var value = row.get(column);
        Set<String> words = value.isEmpty() ? Set.of() : new TreeSet<>(List.of(value.split("\\|")));
        words.stream().filter(known.negate()).forEach(word -> fault("NET-WORD", column, word, maybe));
        return words;
    }

    /** One word that must be there and be {@code known}. */
    String word(String rule, String column, Predicate<String> known, String maybe) {
        var value = required(column);
        if (!value.isEmpty() && !known.test(value)) {
            fault(rule, column, value, maybe);
        }
        return value;
    }

    void fault(String rule, String column, String value, String maybe) {
        bad = true;
        findings.add(Finding.error(rule, Place.cell(file, row.line(), column), value, "Maybe: " + maybe));
    }

    private <T> T read(String column, T otherwise, Function<String, T> parser) {
        var value = row.get(column);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            return parser.apply(value);
        } catch (NumberFormatException e) {
            fault("NET-NUMBER", column, value, "a number");
        } catch (DateTimeException | IllegalArgumentException e) {
            fault("NET-NUMBER", column, value, String.valueOf(e.getMessage()));
        }
        return otherwise;
    }

    private static int minutesOf(String value) {
        int colon = value.indexOf(':');
        int hours = Integer.parseInt(colon < 0 ? value : value.substring(0, colon));
        int rest = colon < 0 ? 0 : within(Integer.parseInt(value.substring(colon + 1)), 0, 59, "minutes from 00 to 59");
        return within(hours * 60 + rest, 0, MAX_MINUTES, "0:00 to 9600:00");
    }

    private static int within(int number, int min, int max, String maybe) {
        if (number < min || number > max) {
            throw new IllegalArgumentException(maybe);
        }
        return number;
    }

    static List<CsvFields> all(String file, CsvRows rows, List<Finding> findings) {
        var all = new ArrayList<CsvFields>();
        rows.rows().forEach(row -> all.add(new CsvFields(file, row, findings)));
        return all;
    }
}
