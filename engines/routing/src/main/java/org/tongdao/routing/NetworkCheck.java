package org.tongdao.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Judges a network that could be read: speeds, gauges that meet, calendars that overlap, places that nothing touches. */
final class NetworkCheck {

    /** The fastest that is believed, km/h over the great circle: high-speed freight, trucks, ferries, ships, freighters. */
    private static final Map<String, Integer> MAX_KMH =
            Map.of("rail", 160, "road", 110, "ferry", 60, "sea", 50, "air", 950);

    private static final double EARTH_KM = 6371.0;

    private final Network network;
    private final NetworkRows rows;
    private final Map<String, Station> stations;
    private final List<Finding> findings = new ArrayList<>();

    NetworkCheck(Network network, NetworkRows rows) {
        this.network = network;
        this.rows = rows;
        this.stations = network.stations().stream().collect(Collectors.toMap(Station::id, Function.identity()));
    }

    List<Finding> findings() {
        network.lines().forEach(this::speeds);
        network.lines().forEach(this::calendar);
        for (int i = 0; i < network.links().size(); i++) {
            var link = network.links().get(i);
            speed(link.from(), link.to(), link.minutes(), "road", rows.place("links.csv", String.valueOf(i)));
        }
        gauges();
        network.stations().forEach(this::handling);
        untouched();
        return findings;
    }

    private void speeds(Line line) {
        for (int i = 1; i < line.calls().size(); i++) {
            var a = line.calls().get(i - 1);
            var b = line.calls().get(i);
            speed(
                    a.station(),
                    b.station(),
                    b.arrives() - a.departs(),
                    line.mode(),
                    rows.place("calls.csv", line.id() + '|' + i));
        }
    }

    private void speed(String from, String to, int minutes, String mode, Place place) {
        double km = km(station(from), station(to));
        int limit = MAX_KMH.getOrDefault(mode, 110);
        double kmh = km * 60 / minutes;
        if (kmh > limit && km > 5) {
            findings.add(Finding.error(
                    "NET-SPEED",
                    place,
                    from + "-" + to,
                    String.format(
                            Locale.ROOT,
                            "Maybe: %.0f km in %d:%02d are %.0f km/h; %s runs at most %d",
                            km,
                            minutes / 60,
                            minutes % 60,
                            kmh,
                            mode,
                            limit)));
        }
    }

    static double km(Station a, Station b) {
        double p = Math.toRadians(a.lat());
        double q = Math.toRadians(b.lat());
        double h = Math.pow(Math.sin((q - p) / 2), 2)
                + Math.cos(p) * Math.cos(q) * Math.pow(Math.sin(Math.toRadians(b.lon() - a.lon()) / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
    }

    private void calendar(Line line) {
        if (line.days().isEmpty()) {
            findings.add(Finding.warning(
                    "NET-NEVER",
                    rows.place("lines.csv", line.id()),
                    line.id(),
                    "Maybe: calendar.csv misses it; the line never runs"));
        }
        for (int i = 0; i < line.days().size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(line.days().get(i), line.days().get(j))) {
                    findings.add(Finding.error(
                            "NET-CALENDAR",
                            rows.place("calendar.csv", line.id() + '|' + i),
                            line.id(),
                            "Maybe: two periods name the same departure; cut one where the other begins"));
                }
            }
        }
    }

    private static boolean overlap(Line.Days a, Line.Days b) {
        boolean period = !a.from().isAfter(b.to()) && !b.from().isAfter(a.to());
        return period
                && a.weekdays().stream().anyMatch(b.weekdays()::contains)
                && a.times().stream().anyMatch(b.times()::contains);
    }

    /** A place where trains of two gauges meet and nothing lifts boxes from one to the other. */
    private void gauges() {
        Map<String, Set<Integer>> gauges = network.lines().stream()
                .filter(l -> l.gaugeMm() != 0)
                .flatMap(l -> l.calls().stream().map(c -> Map.entry(c.station(), l.gaugeMm())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
        gauges.forEach((id, met) -> {
            if (met.size() > 1 && !station(id).handling().transloads()) {
                findings.add(Finding.error(
                        "NET-GAUGE",
                        rows.place("places.csv", id),
                        id,
                        "Maybe: gauges " + met + " meet here; say how long the change takes in transload"));
            }
        });
    }

    private void handling(Station s) {
        if (s.handling().transloads()
                && s.handling().transloadMinutes() < s.handling().minutes()) {
            findings.add(Finding.error(
                    "NET-TRANSLOAD",
                    rows.place("places.csv", s.id()),
                    s.id(),
                    "Maybe: a change of gauge is no quicker than plain handling"));
        }
    }

    private void untouched() {
        var touched = new HashSet<String>();
        network.lines().forEach(l -> l.calls().forEach(c -> touched.add(c.station())));
        network.links().forEach(l -> {
            touched.add(l.from());
            touched.add(l.to());
        });
        network.stations().stream()
                .filter(s -> !touched.contains(s.id()))
                .forEach(s -> findings.add(Finding.warning(
                        "NET-ALONE",
                        rows.place("places.csv", s.id()),
                        s.id(),
                        "Maybe: no line and no link touches it")));
    }

    private Station station(String id) {
        return java.util.Objects.requireNonNull(stations.get(id), id);
    }
}
