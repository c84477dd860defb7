package org.tongdao.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;

/**
 * Where a parcel stands, derived from events and plan; a value, the same for the same facts.
 *
 * @param epc URI of the parcel
 * @param node where it was last seen, empty when nowhere yet
 * @param since when it was last seen, empty when never
 * @param eta when it is expected at the door; empty once it ended, while it is held, or without a plan
 * @param hold why it is kept, empty when it is not
 * @param custody in and on what it was, parents before their parents
 * @param timeline facts in time order, then what is still to come
 * @param findings what contradicts itself in the events
 */
public record Delivery(
        String epc,
        DeliveryStatus status,
        String node,
        Optional<Instant> since,
        Optional<Instant> eta,
        Optional<Hold> hold,
        List<Stay> custody,
        List<TimelineEntry> timeline,
        List<Finding> findings) {

    public Delivery {
        custody = List.copyOf(custody);
        timeline = List.copyOf(timeline);
        findings = List.copyOf(findings);
    }

    /** What it is in now, innermost first: bag, container, wagon, train. */
    public List<String> inside() {
        return custody.stream().filter(Stay::lasts).map(Stay::parent).toList();
    }
}
