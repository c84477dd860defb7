package org.tongdao.tracking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds all that happened to a parcel: to itself and to whatever it lay in at the time.
 *
 * <p>A pure function of the events: what arrives late, twice or out of order gives the same delivery. Climbs from the parcel to its train in at most
 * {@link AggregationTree#DEPTH} questions to the store.
 */
public final class Tracker {

    private Tracker() {}

    public static Delivery track(String parcel, EventStore store, Outlook outlook) {
        List<EpcisEvent> events = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        Set<String> next = Set.of(parcel);
        AggregationTree tree = AggregationTree.fold(events);
        for (int i = 0; i <= AggregationTree.DEPTH && !next.isEmpty(); i++) {
            events.addAll(store.list(next));
            asked.addAll(next);
            tree = AggregationTree.fold(events);
            next = new HashSet<>();
            for (Stay stay : tree.custody(parcel)) {
                if (!asked.contains(stay.parent())) {
                    next.add(stay.parent());
                }
            }
        }
        return new History(parcel, tree, events).delivery(outlook);
    }
}
