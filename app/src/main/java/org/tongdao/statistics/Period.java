package org.tongdao.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A month, quarter or year in Beijing time, written as the published series write them: {@code 2026-03}, {@code 2026-Q1}, {@code 2026}.
 *
 * @param from its first day
 */
public record Period(Kind kind, LocalDate from) {

    /** How long. */
    public enum Kind {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?");

    public static Optional<Period> parse(String text) {
        var m = WRITTEN.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(m.group(1));
        if (m.group(2) != null) {
            return Optional.of(new Period(Kind.MONTH, LocalDate.of(year, Integer.parseInt(m.group(2)), 1)));
        }
        return Optional.of(
                m.group(3) == null
                        ? new Period(Kind.YEAR, LocalDate.of(year, 1, 1))
                        : new Period(Kind.QUARTER, LocalDate.of(year, 3 * Integer.parseInt(m.group(3)) - 2, 1)));
    }

    public String text() {
        return switch (kind) {
            case YEAR -> String.valueOf(from.getYear());
            case QUARTER -> from.getYear() + "-Q" + (from.getMonthValue() + 2) / 3;
            case MONTH -> from.toString().substring(0, 7);
        };
    }

    Period yearBefore() {
        return new Period(kind, from.minusYears(1));
    }

    public Instant begins() {
        return from.atStartOfDay(ZONE).toInstant();
    }

    public Instant ends() {
        return from.plusMonths(kind.months).atStartOfDay(ZONE).toInstant();
    }

    /** Whether more may still be counted in it; its growth says nothing yet. */
    public boolean isOpen(Instant now) {
        return now.isBefore(ends());
    }
}
