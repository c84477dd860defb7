package org.tongdao.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The freight network as it is written down: places, scheduled lines, unscheduled links. {@link Timetable} is what a search reads.
 *
 * <p>Lines and links name only places that are there; {@link NetworkFolder} sees to that with findings, the constructor refuses the rest.
 */
public record Network(List<Station> stations, List<Line> lines, List<Link> links) {

    public Network {
        stations = List.copyOf(stations);
        lines = List.copyOf(lines);
        links = List.copyOf(links);
        var known = index(stations);
        for (var line : lines) {
            line.calls().forEach(c -> require(known, c.station(), "line " + line.id()));
        }
        for (var link : links) {
            require(known, link.from(), "link to " + link.to());
            require(known, link.to(), "link from " + link.from());
        }
    }

    private static void require(Map<String, Integer> known, String station, String who) {
        if (!known.containsKey(station)) {
            throw new IllegalArgumentException(who + " names '" + station + "'. Maybe places.csv misses it.");
        }
    }

    private static Map<String, Integer> index(List<Station> stations) {
        var index = new LinkedHashMap<String, Integer>();
        for (var station : stations) {
            if (index.put(station.id(), index.size()) != null) {
                throw new IllegalArgumentException("place '" + station.id() + "' stands twice.");
            }
        }
        return index;
    }

    /** Place id to its position in {@link #stations()}. */
    Map<String, Integer> stationIndex() {
        return index(stations);
    }
}
