package org.tongdao.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes single departures out of the periods of a line, and puts single ones in. */
final class Calendar {

    private final ZoneId zone;
    private List<Line.Days> periods;

    Calendar(List<Line.Days> periods, ZoneId zone) {
        this.zone = zone;
        this.periods = List.copyOf(periods);
    }

    List<Line.Days> periods() {
        return periods;
    }

    void remove(Instant leaves) {
        var day = leaves.atZone(zone).toLocalDate();
        var rest = new ArrayList<Line.Days>();
        for (var period : periods) {
            var gone = runs(period, day)
                    ? period.times().stream()
                            .filter(time ->
                                    leaves.equals(day.atTime(time).atZone(zone).toInstant()))
                            .toList()
                    : List.<LocalTime>of();
            if (gone.isEmpty()) {
                rest.add(period);
            } else {
                split(period, day, gone, rest);
            }
        }
        periods = List.copyOf(rest);
    }

    void add(Instant leaves) {
        var at = leaves.atZone(zone);
        var more = new ArrayList<>(periods);
        more.add(new Line.Days(
                at.toLocalDate(), at.toLocalDate(), Set.of(at.getDayOfWeek()), List.of(at.toLocalTime())));
        periods = List.copyOf(more);
    }

    /** Departures from one moment to before another. */
    List<Instant> between(Instant from, Instant until) {
        var all = new ArrayList<Instant>();
        var last = until.atZone(zone).toLocalDate().plusDays(1);
        for (var day = from.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (var period : periods) {
                if (runs(period, day)) {
                    for (var time : period.times()) {
                        var at = day.atTime(time).atZone(zone).toInstant();
                        if (!at.isBefore(from) && at.isBefore(until)) {
                            all.add(at);
                        }
                    }
                }
            }
        }
        return all;
    }

    private static boolean runs(Line.Days period, LocalDate day) {
        return !day.isBefore(period.from())
                && !day.isAfter(period.to())
                && period.weekdays().contains(day.getDayOfWeek());
    }

    private static void split(Line.Days period, LocalDate day, List<LocalTime> gone, List<Line.Days> rest) {
        Set<DayOfWeek> days = period.weekdays();
        if (period.from().isBefore(day)) {
            rest.add(new Line.Days(period.from(), day.minusDays(1), days, period.times()));
        }
        var kept = period.times().stream().filter(t -> !gone.contains(t)).toList();
        if (!kept.isEmpty()) {
            rest.add(new Line.Days(day, day, Set.of(day.getDayOfWeek()), kept));
        }
        if (period.to().isAfter(day)) {
            rest.add(new Line.Days(day.plusDays(1), period.to(), days, period.times()));
        }
    }
}
