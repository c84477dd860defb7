package org.tongdao.routing;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The freight network as it is written down: places, scheduled lines, unscheduled links, and what is closed for a time. {@link Timetable} is what a search reads.
 *
 * <p>Lines and links name only places that are there; {@link NetworkFolder} sees to that with findings, the constructor refuses the rest.
 */
public record Network(List<Station> stations, List<Line> lines, List<Link> links, List<Closure> closures) {

    private static final int LONGEST_LEAD = 60;

    /** Nothing closed. */
    public Network(List<Station> stations, List<Line> lines, List<Link> links) {
        this(stations, lines, links, List.of());
    }

    public Network {
        closures = List.copyOf(closures);
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

    /** The line of this id; another is a wrong call. */
    public Line line(String id) {
        return lines.stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line '" + id + "'. Maybe lines.csv changed."));
    }

    /**
     * So many days before goods are ready a service may have left its first call that they can still board on its way; a timetable has to begin as early.
     * One day more than the longest such ride, for the clocks of the zones; at most {@value #LONGEST_LEAD}.
     */
    public int leadDays() {
        int minutes = lines.stream()
                .mapToInt(l -> l.calls().get(l.calls().size() - 2).departs())
                .max()
                .orElse(0);
        return Math.min(LONGEST_LEAD, (minutes + 1439) / 1440 + 1);
    }

    /** The clock by which a line departs: that of its first call. */
    ZoneId zone(Line line) {
        var first = line.calls().get(0).station();
        return stations.stream()
                .filter(s -> s.id().equals(first))
                .findFirst()
                .orElseThrow()
                .zone();
    }

    /** The same without these departures; one that never runs changes nothing. */
    public Network without(Collection<Departure> gone) {
        if (gone.isEmpty()) {
            return this;
        }
        var some = lines.stream()
                .map(line -> {
                    var calendar = new Calendar(line.days(), zone(line));
                    gone.stream().filter(d -> d.line().equals(line.id())).forEach(d -> calendar.remove(d.leaves()));
                    return calendar.periods().equals(line.days()) ? line : line.on(calendar.periods());
                })
                .toList();
        return new Network(stations, some, links, closures);
    }

    /** The same with these closures, and no others. */
    Network closed(Collection<Closure> those) {
        return new Network(stations, lines, links, List.copyOf(those));
    }

    /** The same with departures that no period has. */
    Network with(Collection<Departure> added) {
        if (added.isEmpty()) {
            return this;
        }
        var some = lines.stream()
                .map(line -> {
                    var calendar = new Calendar(line.days(), zone(line));
                    added.stream().filter(d -> d.line().equals(line.id())).forEach(d -> calendar.add(d.leaves()));
                    return line.on(calendar.periods());
                })
                .toList();
        return new Network(stations, some, links, closures);
    }
}
