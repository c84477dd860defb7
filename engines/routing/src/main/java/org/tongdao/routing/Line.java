package org.tongdao.routing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * A scheduled freight service: always the same calls after the same running times, on the days of its calendar.
 *
 * @param id unique in the network
 * @param mode rail, road, ferry, sea or air
 * @param gaugeMm 0 where nothing runs on rails
 * @param calls at least two
 * @param days when it leaves its first call, on the local clock there
 */
public record Line(
        String id,
        String mode,
        int gaugeMm,
        List<Call> calls,
        List<Days> days,
        CutOff cutOff,
        Capacity capacity,
        Admission admission,
        Triangle delay,
        double risk,
        String source) {

    /**
     * One stop.
     *
     * @param arrives minutes after the departure from the first call; 0 at the first
     * @param departs minutes after the departure from the first call, not below {@code arrives}
     * @param cost from the call before to this one, minor units a forty-foot container
     * @param co2 from the call before to this one, kg a container
     */
    public record Call(String station, int arrives, int departs, int cost, int co2) {}

    /**
     * Departures of one period.
     *
     * @param from first local day
     * @param to last local day
     */
    public record Days(LocalDate from, LocalDate to, Set<DayOfWeek> weekdays, List<LocalTime> times) {

        public Days {
            weekdays = Set.copyOf(weekdays);
            times = List.copyOf(times);
        }
    }

    /**
     * How long before departure goods must be ready.
     *
     * @param minutes of general goods
     * @param dangerousMinutes of dangerous goods
     */
    public record CutOff(int minutes, int dangerousMinutes) {}

    /**
     * What one departure takes; 0 means that nothing is said.
     *
     * @param slots forty-foot equivalents
     */
    public record Capacity(int slots, int teu, int kg, int m3) {}

    /**
     * What it takes on.
     *
     * @param via countries that it runs through, ISO 3166-1 alpha-2
     * @param regimes customs supervision codes; empty: all
     * @param goods of {@code dangerous}, {@code reefer}, {@code oversize}; plain goods always
     * @param maxKg of one container, gross; 0: no limit
     */
    public record Admission(Set<String> via, Set<String> regimes, Set<String> goods, int maxKg) {

        /** Everything, through nowhere in particular. */
        public static final Admission ALL =
                new Admission(Set.of(), Set.of(), Set.of("dangerous", "reefer", "oversize"), 0);

        public Admission {
            via = Set.copyOf(via);
            regimes = Set.copyOf(regimes);
            goods = Set.copyOf(goods);
        }
    }

    public Line {
        calls = List.copyOf(calls);
        days = List.copyOf(days);
        if (calls.size() < 2) {
            throw new IllegalArgumentException(
                    "line " + id + " has " + calls.size() + " calls. Maybe calls.csv misses it.");
        }
    }

    /** The same on other days. */
    Line on(List<Days> other) {
        return new Line(id, mode, gaugeMm, calls, other, cutOff, capacity, admission, delay, risk, source);
    }

    Line with(CutOff other) {
        return new Line(id, mode, gaugeMm, calls, days, other, capacity, admission, delay, risk, source);
    }

    Line with(Capacity other) {
        return new Line(id, mode, gaugeMm, calls, days, cutOff, other, admission, delay, risk, source);
    }
}
