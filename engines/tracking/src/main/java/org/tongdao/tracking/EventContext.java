package org.tongdao.tracking;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every event has beside its objects: identity, time, place, business meaning, extensions.
 *
 * @param eventId URI that makes the event recognisable when it is told twice; the same fact has the same id
 * @param extensions members outside the standard, by prefixed name ({@code tongdao:milestone}), texts only, in name order
 */
public record EventContext(String eventId, When when, Where where, Why why, SortedMap<String, String> extensions) {

    public EventContext {
        if (eventId.isBlank()) {
            throw new IllegalArgumentException("an event without id cannot be recognised when it is told twice");
        }
        extensions = Collections.unmodifiableSortedMap(new TreeMap<>(extensions));
    }

    public EventContext with(String extension, String value) {
        var more = new TreeMap<>(extensions);
        more.put(extension, value);
        return new EventContext(eventId, when, where, why, more);
    }

    public EventContext withWhy(Why changed) {
        return new EventContext(eventId, when, where, changed, extensions);
    }

    public static EventContext of(Sighting sighting, Why why) {
        var place = sighting.node().isEmpty() ? "" : Epc.node(sighting.node());
        return new EventContext(
                sighting.eventId(), sighting.when(), new Where(place, place), why, new TreeMap<>(Map.of()));
    }
}
