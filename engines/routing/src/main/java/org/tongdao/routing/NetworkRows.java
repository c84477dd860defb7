package org.tongdao.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Turns the rows of the five files into stations, lines and links; remembers the line of the file that each came from. */
final class NetworkRows {

    private static final Set<String> MODES = Set.of("rail", "road", "ferry", "sea", "air");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> GOODS = Set.of("dangerous", "reefer", "oversize");
    private static final String COUNTRY = "two letters of ISO 3166 such as KZ, or XX for none";
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private final Map<String, CsvRows> files;
    private final List<Finding> findings;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Map<String, Station> stations = new LinkedHashMap<>();

    NetworkRows(Map<String, CsvRows> files, List<Finding> findings) {
        this.files = files;
        this.findings = findings;
        for (var row : rows("places.csv")) {
            var station = station(row);
            if (first(row, "place", station.id()) && !row.bad()) {
                stations.put(station.id(), station);
            }
        }
    }

    List<Station> stations() {
        return List.copyOf(stations.values());
    }

    /** Where in the input a thing was said; the file alone when it was not said there. */
    Place place(String file, String key) {
        var row = rowOf.get(file + '|' + key);
        return row == null ? Place.of(file) : Place.row(file, row);
    }

    private List<CsvFields> rows(String file) {
        var rows = files.get(file);
        return rows == null ? List.of() : CsvFields.all(file, rows, findings);
    }

    private boolean first(CsvFields row, String column, String key) {
        var file = column.equals("place") ? "places.csv" : "lines.csv";
        if (rowOf.putIfAbsent(file + '|' + key, row.line()) != null) {
            row.fault("NET-TWICE", column, key, "the same " + column + " stands above; the first holds");
            return false;
        }
        return true;
    }

    private Station station(CsvFields row) {
        List.of("lat", "lon", "zone").forEach(row::required);
        return new Station(
                row.required("place"),
                row.text("name_en"),
                row.text("name_zh"),
                row.word("NET-WORD", "country", NetworkRows::country, COUNTRY),
                row.decimal("lat", 0, -90, 90),
                row.decimal("lon", 0, -180, 180),
                row.zone("zone"),
                row.hours("hours"),
                new Station.Handling(
                        row.minutes("handling", 0),
                        row.amount("handling_cost"),
                        row.minutes("transload", -1),
                        row.amount("transload_cost")),
                new Station.Storage(row.minutes("free", 0), row.amount("storage_day")),
                new Station.Check(
                        row.triangle("dwell"),
                        row.decimal("inspected", 0, 0, 1),
                        row.triangle("inspection"),
                        row.decimal("risk", 0, 0, 0.5)),
                row.text("source"));
    }

    List<Line> lines() {
        var calls = calls();
        var days = days();
        var lines = new ArrayList<Line>();
        for (var row : rows("lines.csv")) {
            var id = row.required("line");
            mode(row);
            int gauge = row.whole("gauge_mm", 0);
            if (gauge != 0 && gauge != 1435 && gauge != 1520) {
                row.fault("NET-NUMBER", "gauge_mm", row.text("gauge_mm"), "1435, 1520, or nothing");
            }
            var stops = calls.getOrDefault(id, List.of());
            if (empty("calls.csv") || empty("places.csv")) {
                row.drop();
            } else if (stops.size() < 2) {
                row.fault(
                        "NET-CALLS",
                        "line",
                        id,
                        "two calls or more in calls.csv that can be read; there are " + stops.size());
            }
            first(row, "line", id);
            if (stops.size() >= 2) {
                var line = line(row, stops, days.getOrDefault(id, List.of()));
                if (!row.bad()) {
                    lines.add(line);
                }
            }
        }
        orphans(calls.keySet(), "calls.csv");
        orphans(days.keySet(), "calendar.csv");
        return lines;
    }

    private static void mode(CsvFields row) {
        row.word("NET-MODE", "mode", MODES::contains, "one of " + String.join(", ", new TreeSet<>(MODES)));
    }

    /** A file without a row is told once, not again with each row that names something of it. */
    private boolean empty(String file) {
        var rows = files.get(file);
        return rows == null || rows.rows().isEmpty();
    }

    private void orphans(Set<String> named, String file) {
        if (empty("lines.csv")) {
            return;
        }
        named.stream()
                .filter(id -> !rowOf.containsKey("lines.csv|" + id))
                .forEach(id -> findings.add(
                        Finding.error("NET-LINE-UNKNOWN", place(file, id), id, "Maybe: lines.csv misses it")));
    }

    /** XX, which ISO leaves to its users, is the country of places that are in none, as on the high seas or in networks for trials. */
    private static boolean country(String code) {
        return code.equals("XX") || COUNTRIES.contains(code);
    }

    private static boolean regime(String code) {
        return code.matches("\\d{4}");
    }

    private static Line line(CsvFields row, List<Line.Call> calls, List<Line.Days> days) {
        int cutOff = row.minutes("cut_off", 0);
        return new Line(
                row.text("line"),
                row.text("mode"),
                row.whole("gauge_mm", 0),
                calls,
                days,
                new Line.CutOff(cutOff, row.minutes("cut_off_dangerous", cutOff)),
                new Line.Capacity(row.whole("slots", 0), row.whole("teu", 0), row.whole("kg", 0), row.whole("m3", 0)),
                new Line.Admission(
                        row.words("via", NetworkRows::country, COUNTRY),
                        row.words("regimes", NetworkRows::regime, "four digits of a customs regime such as 9610"),
                        row.words("goods", GOODS::contains, "of dangerous, reefer and oversize"),
                        row.whole("max_kg", 0)),
                row.triangle("delay"),
                row.decimal("risk", 0, 0, 0.5),
                row.text("source"));
    }

    private Map<String, List<Line.Call>> calls() {
        var calls = new LinkedHashMap<String, List<Line.Call>>();
        for (var row : rows("calls.csv")) {
            var id = row.required("line");
            rowOf.putIfAbsent("calls.csv|" + id, row.line());
            var list = calls.computeIfAbsent(id, k -> new ArrayList<>());
            var place = known(row, "place");
            int arrive = row.minutes("arrive", 0);
            int depart = row.minutes("depart", arrive);
            int before = list.isEmpty() ? -1 : list.get(list.size() - 1).departs();
            if (arrive <= before || depart < arrive) {
                row.fault(
                        "NET-ORDER",
                        "arrive",
                        row.text("arrive") + " " + row.text("depart"),
                        "times that rise from call to call");
            }
            if (!row.bad()) {
                rowOf.put("calls.csv|" + id + '|' + list.size(), row.line());
                list.add(new Line.Call(place, arrive, depart, row.amount("cost"), row.whole("co2_kg", 0)));
            }
        }
        return calls;
    }

    private Map<String, List<Line.Days>> days() {
        var days = new LinkedHashMap<String, List<Line.Days>>();
        for (var row : rows("calendar.csv")) {
            var id = row.required("line");
            rowOf.putIfAbsent("calendar.csv|" + id, row.line());
            row.required("times");
            row.required("days");
            var one = new Line.Days(
                    row.date("from", FIRST), row.date("to", LAST), row.weekdays("days"), row.times("times"));
            if (one.to().isBefore(one.from())) {
                row.fault("NET-CALENDAR", "to", row.text("to"), "a last day after the first");
            }
            if (!row.bad()) {
                var list = days.computeIfAbsent(id, k -> new ArrayList<>());
                rowOf.put("calendar.csv|" + id + '|' + list.size(), row.line());
                list.add(one);
            }
        }
        return days;
    }

    List<Link> links() {
        var links = new ArrayList<Link>();
        for (var row : rows("links.csv")) {
            var from = known(row, "from");
            var to = known(row, "to");
            int minutes = row.minutes("time", 0);
            mode(row);
            if (minutes < 1 || from.equals(to)) {
                row.fault("NET-ORDER", "time", row.text("time"), "at least 0:01, between two places");
            }
            var hours = row.hours("hours");
            var link = new Link(
                    from,
                    to,
                    row.text("mode"),
                    hours,
                    minutes,
                    row.amount("cost"),
                    row.whole("co2_kg", 0),
                    row.text("source"));
            if (!row.bad()) {
                rowOf.put("links.csv|" + links.size(), row.line());
                links.add(link);
            }
        }
        return links;
    }

    private String known(CsvFields row, String column) {
        var id = row.required(column);
        if (empty("places.csv")) {
            row.drop();
        } else if (!id.isEmpty() && !stations.containsKey(id)) {
            row.fault("NET-PLACE-UNKNOWN", column, id, "places.csv misses it, or its row there is bad");
        }
        return id;
    }
}
