package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What does not run as the timetable says: departures that are gone, and departures that run instead.
 *
 * <p>A closed border takes away every departure that calls there while it is closed; trucks on call ({@link Link}) are not dated and stay.
 */
public record Disruption(Set<Departure> gone, Set<Departure> added) {

    public Disruption {
        gone = Set.copyOf(gone);
        added = Set.copyOf(added);
    }

    /** A departure that does not run. */
    public static Disruption cancelled(Departure departure) {
        return new Disruption(Set.of(departure), Set.of());
    }

    /** A departure that runs later, with all its calls. */
    public static Disruption delayed(Departure departure, Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw new IllegalArgumentException("a delay of " + by + ". Maybe minutes above 0.");
        }
        return new Disruption(
                Set.of(departure),
                Set.of(new Departure(departure.line(), departure.leaves().plus(by))));
    }

    /** Every departure that is at a place between two moments, the first included. */
    public static Disruption closed(Network network, String place, Instant from, Instant until) {
        var gone = new HashSet<Departure>();
        for (var line : network.lines()) {
            for (var call : line.calls()) {
                if (call.station().equals(place)) {
                    var earliest = from.minusSeconds(60L * call.departs());
                    var latest = until.minusSeconds(60L * call.arrives());
                    new Calendar(line.days(), network.zone(line))
                            .between(earliest, latest)
                            .forEach(at -> gone.add(new Departure(line.id(), at)));
                }
            }
        }
        return new Disruption(gone, Set.of());
    }

    /** The timetable as it runs now. */
    public Network on(Network network) {
        return network.without(gone).with(added);
    }

    /** Whether a journey rides what is gone. */
    public boolean hits(Network network, Journey journey) {
        return journey.legs().stream()
                .flatMap(leg -> Stretch.of(network, leg).stream())
                .anyMatch(stretch -> gone.contains(stretch.departure()));
    }
}
