package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What does not run as the timetable says: departures that are gone, departures that run instead, and places that are closed.
 *
 * <p>A closed border takes away every departure that is there while it is closed, and keeps trucks on call ({@link Link}) from leaving or reaching it; they
 * wait for its opening.
 */
public record Disruption(Set<Departure> gone, Set<Departure> added, List<Closure> closures) {

    /** Nothing closed. */
    public Disruption(Set<Departure> gone, Set<Departure> added) {
        this(gone, added, List.of());
    }

    public Disruption {
        closures = List.copyOf(closures);
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

    /** A place that is closed between two moments, the first included; {@link #gone} are the departures that are there then. */
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
        return new Disruption(gone, Set.of(), List.of(new Closure(place, from, until)));
    }

    /** Both together. */
    public Disruption and(Disruption other) {
        var allGone = new HashSet<>(gone);
        allGone.addAll(other.gone);
        var allAdded = new HashSet<>(added);
        allAdded.addAll(other.added);
        var allClosed = new LinkedHashSet<>(closures);
        allClosed.addAll(other.closures);
        return new Disruption(allGone, allAdded, List.copyOf(allClosed));
    }

    /** The timetable as it runs now. */
    public Network on(Network network) {
        var apart = gone.stream()
                .filter(d -> network.lines().stream()
                        .filter(line -> line.id().equals(d.line()))
                        .noneMatch(line -> closures.stream().anyMatch(c -> c.stops(line, d.leaves()))))
                .toList();
        return network.without(apart).with(added).closed(closures);
    }

    /** Whether a journey rides what is gone. */
    public boolean hits(Network network, Journey journey) {
        return journey.legs().stream().anyMatch(leg -> hits(network, leg));
    }

    /** Whether a leg rides what is gone, or is a truck that finds an end closed. */
    public boolean hits(Network network, Journey.Leg leg) {
        return leg.line().isEmpty()
                ? closures.stream().anyMatch(c -> c.stops(leg))
                : Stretch.of(network, leg).stream().anyMatch(stretch -> gone.contains(stretch.departure()));
    }
}
