package org.tongdao.routing;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds a journey again in another timetable, leg by leg. */
final class WayBack {

    private final Timetable t;

    WayBack(Timetable t) {
        this.t = t;
    }

    @Nullable
    Way of(Journey journey) {
        var trace = new JourneyTrace(t);
        var used = new int[0];
        for (int i = journey.legs().size() - 1; i >= 0; i--) {
            var leg = journey.legs().get(i);
            var connections = leg.line().isEmpty() ? link(leg, trace) : service(leg, trace);
            if (connections == null) {
                return null;
            }
            int from = used.length;
            used = Arrays.copyOf(used, from + connections.length);
            System.arraycopy(connections, 0, used, from, connections.length);
        }
        if (journey.legs().isEmpty()) {
            return null;
        }
        int start = t.findPlace(journey.legs().get(0).from()).orElse(-1);
        return start < 0 ? null : new Way(trace, start, t.minute(journey.ready()), used);
    }

    private int @Nullable [] link(Journey.Leg leg, JourneyTrace trace) {
        int minutes = (int) Duration.between(leg.departs(), leg.arrives()).toMinutes();
        int leaves = t.minute(leg.departs());
        for (int k = 0; k < t.linkTo.length; k++) {
            var source = t.network.links().get(t.linkSource[k]);
            if (source.from().equals(leg.from())
                    && source.to().equals(leg.to())
                    && t.linkMinutes[k] == minutes
                    && Timetable.open(t.linkOpenings[k], leaves) == leaves) {
                trace.addLink(k);
                return new int[0];
            }
        }
        return null;
    }

    private int @Nullable [] service(Journey.Leg leg, JourneyTrace trace) {
        int departs = t.minute(leg.departs());
        for (int i = 0; i < t.connections.length; i += Timetable.STRIDE) {
            int p = t.connections[i + 7];
            boolean same = t.connections[i] == departs
                    && t.network.lines().get(t.patternLine[p]).id().equals(leg.line())
                    && station(t.stopPlace[t.connections[i + 6]]).equals(leg.from());
            if (same) {
                return ride(i, p, leg, trace);
            }
        }
        return null;
    }

    private int @Nullable [] ride(int board, int p, Journey.Leg leg, JourneyTrace trace) {
        int trip = t.connections[board + 3];
        var used = new int[t.patternStop[p + 1] - t.patternStop[p]];
        int count = 0;
        for (int i = board; i < t.connections.length; i += Timetable.STRIDE) {
            if (t.connections[i + 3] == trip) {
                used[count++] = i / Timetable.STRIDE;
                if (station(t.connections[i + 5]).equals(leg.to())) {
                    trace.addService(t.connections[board + 6], t.connections[i + 6] + 1, trip - t.patternTrip[p]);
                    return Arrays.copyOf(used, count);
                }
            }
        }
        return null;
    }

    private String station(int place) {
        return t.network.stations().get(place).id();
    }
}
