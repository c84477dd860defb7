package org.tongdao.tracking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An event store in memory, for small questions and tests; the first event of an id counts, later ones are the same fact told again. */
public final class EventLog implements EventStore {

    private final Map<String, EpcisEvent> byId = new LinkedHashMap<>();
    private final Map<String, List<EpcisEvent>> byUri = new HashMap<>();

    public static EventLog of(Collection<EpcisEvent> events) {
        var log = new EventLog();
        events.forEach(log::add);
        return log;
    }

    /** Returns whether the event was new. */
    public boolean add(EpcisEvent event) {
        if (byId.putIfAbsent(event.context().eventId(), event) != null) {
            return false;
        }
        event.epcs()
                .forEach(epc ->
                        byUri.computeIfAbsent(epc, e -> new ArrayList<>()).add(event));
        if (!event.parent().isEmpty()) {
            byUri.computeIfAbsent(event.parent(), e -> new ArrayList<>()).add(event);
        }
        return true;
    }

    @Override
    public List<EpcisEvent> list(Set<String> uris) {
        return uris.stream()
                .flatMap(uri -> byUri.getOrDefault(uri, List.of()).stream())
                .toList();
    }

    /** Sorted by {@link EpcisEvent#IN_TIME}, each id once. */
    static List<EpcisEvent> inTime(Collection<EpcisEvent> events) {
        Map<String, EpcisEvent> distinct = new HashMap<>();
        events.forEach(e -> distinct.merge(e.context().eventId(), e, EventLog::fuller));
        return distinct.values().stream().sorted(EpcisEvent.IN_TIME).toList();
    }

    /** Two answers about the same event may name different objects: both are kept. */
    private static EpcisEvent fuller(EpcisEvent a, EpcisEvent b) {
        var both = new TreeSet<>(a.epcs());
        return both.addAll(b.epcs()) ? a.withEpcs(List.copyOf(both)) : a;
    }
}
