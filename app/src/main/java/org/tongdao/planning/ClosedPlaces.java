package org.tongdao.planning;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongdao.routing.Disruption;
import org.tongdao.routing.Network;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What {@code --closed} says: places and lines that are closed all the time, and places that are so from one moment to another, as in
 * {@code DST=2026-11-23T00:00Z/2026-12-01T00:00Z}.
 */
record ClosedPlaces(Set<String> always, Disruption dated) {

    static ClosedPlaces of(List<String> texts, Network network, List<Finding> findings) {
        var always = new TreeSet<String>();
        var dated = new ArrayList<Disruption>();
        for (var text : texts) {
            int cut = text.indexOf('=');
            String id = cut < 0 ? text : text.substring(0, cut);
            boolean place = network.stations().stream().anyMatch(s -> s.id().equals(id));
            boolean line = network.lines().stream().anyMatch(l -> l.id().equals(id));
            if (cut < 0 && (place || line)) {
                always.add(id);
            } else if (cut > 0 && place && span(id, text.substring(cut + 1), network, dated)) {
                continue;
            } else {
                findings.add(Finding.error(
                        "ROUTE-CLOSED",
                        Place.of("--closed"),
                        text,
                        "Maybe: a place or a line of data/network, or DST=2026-11-23T00:00Z/2026-12-01T00:00Z"));
            }
        }
        return new ClosedPlaces(
                always, dated.stream().reduce(Disruption::and).orElse(new Disruption(Set.of(), Set.of())));
    }

    private static boolean span(String place, String text, Network network, List<Disruption> dated) {
        var ends = text.split("/", -1);
        if (ends.length != 2) {
            return false;
        }
        var from = time(ends[0]);
        var until = time(ends[1]);
        if (from.isEmpty() || until.isEmpty() || !from.get().isBefore(until.get())) {
            return false;
        }
        dated.add(Disruption.closed(
                network, place, from.get().toInstant(), until.get().toInstant()));
        return true;
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
