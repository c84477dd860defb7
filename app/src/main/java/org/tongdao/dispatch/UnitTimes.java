package org.tongdao.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongdao.yard.YardResource;

/** When each unit of a station is taken. */
final class UnitTimes {

    private record Taken(Instant from, Instant until) {

        boolean meets(Instant begin, Instant end) {
            return from.isBefore(end) && begin.isBefore(until);
        }
    }

    private final Map<YardResource, List<List<Taken>>> taken = new EnumMap<>(YardResource.class);

    UnitTimes(PlanQuestion question) {
        for (var resource : YardResource.values()) {
            var units = new ArrayList<List<Taken>>();
            for (int unit = 1; unit <= question.units(resource); unit++) {
                int u = unit;
                units.add(new ArrayList<>(question.closures().stream()
                        .filter(c -> c.covers(resource, u))
                        .map(c -> new Taken(c.from(), c.until()))
                        .toList()));
            }
            taken.put(resource, units);
        }
    }

    int count(YardResource resource) {
        return taken.getOrDefault(resource, List.of()).size();
    }

    /** The first moment from {@code ready} at which the unit is free for so long; {@link Instant#MAX} when a train keeps it and nobody knows until when. */
    Instant earliest(YardResource resource, int unit, Instant ready, Duration length) {
        var begin = ready;
        boolean moved = true;
        while (moved && begin.isBefore(Instant.MAX)) {
            moved = false;
            for (var t : of(resource, unit)) {
                if (t.meets(begin, plus(begin, length))) {
                    begin = t.until();
                    moved = true;
                }
            }
        }
        return begin;
    }

    boolean isFree(YardResource resource, int unit, Instant begin, Instant end) {
        return of(resource, unit).stream().noneMatch(t -> t.meets(begin, end));
    }

    void take(YardResource resource, int unit, Instant begin, Instant end) {
        of(resource, unit).add(new Taken(begin, end));
    }

    /** The train that keeps the unit leaves it. */
    void free(YardResource resource, int unit, Instant end) {
        var all = of(resource, unit);
        all.replaceAll(t -> t.until().equals(Instant.MAX) ? new Taken(t.from(), end) : t);
    }

    static Instant plus(Instant begin, Duration length) {
        return begin.equals(Instant.MAX) || length.compareTo(Duration.ofDays(3650)) > 0
                ? Instant.MAX
                : begin.plus(length);
    }

    private List<Taken> of(YardResource resource, int unit) {
        return taken.getOrDefault(resource, List.of()).get(unit - 1);
    }
}
