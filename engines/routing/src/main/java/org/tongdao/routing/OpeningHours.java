package org.tongdao.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weekly opening hours on the local clock, such as {@code 12345 09:00-13:00 14:00-18:00; 6 09:00-12:00}; nothing means always.
 *
 * <p>Digits are weekdays, Monday is 1. {@code 24:00} ends a day. On the day of a clock change the opening follows the clock on the wall.
 */
public final class OpeningHours {

    /** Day and night. */
    public static final OpeningHours ALWAYS = new OpeningHours("", List.of());

    private final String text;
    private final List<Span> spans;

    private record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {}

    private OpeningHours(String text, List<Span> spans) {
        this.text = text;
        this.spans = List.copyOf(spans);
    }

    /** Reads the form above; throws {@link IllegalArgumentException} that says what is wrong. */
    public static OpeningHours parse(String text) {
        var trimmed = text.trim();
        if (trimmed.isEmpty()) {
            return ALWAYS;
        }
        var spans = new ArrayList<Span>();
        for (var part : trimmed.split(";")) {
            var words = part.trim().split("\\s+");
            var days = days(words[0]);
            for (int i = 1; i < words.length; i++) {
                spans.add(span(days, words[i]));
            }
            if (words.length == 1) {
                spans.add(new Span(days, LocalTime.MIN, LocalTime.MAX));
            }
        }
        return new OpeningHours(trimmed, spans);
    }

    static Set<DayOfWeek> days(String digits) {
        var days = new TreeSet<DayOfWeek>();
        for (char c : digits.toCharArray()) {
            if (c < '1' || c > '7' || !days.add(DayOfWeek.of(c - '0'))) {
                throw new IllegalArgumentException("weekdays '" + digits + "'. Maybe 12345 for Monday to Friday.");
            }
        }
        return days;
    }

    private static Span span(Set<DayOfWeek> days, String text) {
        var ends = text.split("-");
        try {
            var from = LocalTime.parse(ends[0]);
            var to = ends[1].equals("24:00") ? LocalTime.MAX : LocalTime.parse(ends[1]);
            if (!to.isAfter(from)) {
                throw new IllegalArgumentException("hours '" + text + "' end before they begin. Maybe cut at 24:00.");
            }
            return new Span(days, from, to);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("hours '" + text + "'. Maybe 09:00-18:00.", e);
        }
    }

    boolean always() {
        return spans.isEmpty();
    }

    /**
     * Openings as rising pairs of minutes from {@code start}, from first to before second; those that touch are one. Empty means always.
     *
     * @param days how far to look, from the local day of {@code start} less one
     */
    int[] openings(Instant start, int days, ZoneId zone) {
        var pairs = new ArrayList<int[]>();
        var first = start.atZone(zone).toLocalDate().minusDays(1);
        for (int i = 0; i <= days + 1; i++) {
            add(pairs, first.plusDays(i), start, zone);
        }
        pairs.sort((a, b) -> Integer.compare(a[0], b[0]));
        var merged = new ArrayList<int[]>();
        for (var pair : pairs) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && pair[0] <= last[1]) {
                last[1] = Math.max(last[1], pair[1]);
            } else if (pair[1] > pair[0]) {
                merged.add(pair);
            }
        }
        return merged.stream().flatMapToInt(p -> java.util.Arrays.stream(p)).toArray();
    }

    private void add(List<int[]> pairs, LocalDate day, Instant start, ZoneId zone) {
        for (var span : spans) {
            if (span.days().contains(day.getDayOfWeek())) {
                var from = day.atTime(span.from()).atZone(zone).toInstant();
                var to = span.to().equals(LocalTime.MAX)
                        ? day.plusDays(1).atStartOfDay(zone).toInstant()
                        : day.atTime(span.to()).atZone(zone).toInstant();
                pairs.add(new int[] {minutes(start, from), minutes(start, to)});
            }
        }
    }

    private static int minutes(Instant start, Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond() - start.getEpochSecond(), 60L);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningHours o && o.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
