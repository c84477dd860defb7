package org.tongdao.routing;

import java.time.Instant;
import java.util.List;

/** A way from start to end. */
public record Itinerary(List<Run> runs, long cost) {

    public Instant departs() {
        return runs.get(0).departs();
    }

    public Instant arrives() {
        return runs.get(runs.size() - 1).arrives();
    }

    public int gaugeChanges() {
        int changes = 0;
        for (int i = 1; i < runs.size(); i++) {
            changes += runs.get(i).gaugeMm() != runs.get(i - 1).gaugeMm() ? 1 : 0;
        }
        return changes;
    }
}
