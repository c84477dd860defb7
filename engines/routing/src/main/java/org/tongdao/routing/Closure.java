package org.tongdao.routing;

import java.time.Instant;

/**
 * A place that nothing reaches or leaves for a time: neither a line nor a truck on call. What lies there stays there.
 *
 * @param from the first moment of it
 * @param until the first moment after it
 */
public record Closure(String place, Instant from, Instant until) {

    public Closure {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "closed from " + from + " until " + until + ". Maybe they are the wrong way round.");
        }
    }

    boolean at(Instant when) {
        return !when.isBefore(from) && when.isBefore(until);
    }

    /** Whether a departure is there, be it for a part of its stay, while it is closed. */
    boolean stops(Line line, Instant leaves) {
        return line.calls().stream()
                .anyMatch(call -> call.station().equals(place)
                        && !leaves.plusSeconds(60L * call.departs()).isBefore(from)
                        && leaves.plusSeconds(60L * call.arrives()).isBefore(until));
    }

    /** Whether a truck leaves or reaches the place then. */
    boolean stops(Journey.Leg truck) {
        return truck.from().equals(place) && at(truck.departs()) || truck.to().equals(place) && at(truck.arrives());
    }
}
