package org.tongdao.routing;

import java.time.Instant;
import java.util.List;

/**
 * A way from start to end: departures that connect in place and in time.
 *
 * @param runs at least one, in order of travel
 * @param cost of one forty-foot container, minor units
 */
public record Itinerary(List<Run> runs, long cost) {

    public Itinerary {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("an itinerary without a run. Maybe start and end are the same place.");
        }
    }

    public Instant departs() {
        return runs.get(0).departs();
    }

    public Instant arrives() {
        return runs.get(runs.size() - 1).arrives();
    }

    /** Changes between rail gauges; a change to or from the road (gauge 0) is a transfer, not a gauge change. */
    public int gaugeChanges() {
        int changes = 0;
        int last = 0;
        for (var run : runs) {
            changes += last != 0 && run.gaugeMm() != 0 && run.gaugeMm() != last ? 1 : 0;
            last = run.gaugeMm() == 0 ? last : run.gaugeMm();
        }
        return changes;
    }
}
