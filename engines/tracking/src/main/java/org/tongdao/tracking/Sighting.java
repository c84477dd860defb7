package org.tongdao.tracking;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * When and where something was seen, before it is said what: the common start of every event we write.
 *
 * @param eventId URI, equal for the same fact; {@link Epc#event} builds one
 * @param node node id of data/corridor/nodes.csv, empty when unknown
 */
public record Sighting(String eventId, When when, String node) {

    public static Sighting of(String eventId, Instant at, String node) {
        return new Sighting(eventId, new When(at, ZoneOffset.UTC), node);
    }
}
