package org.tongdao.yard;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Puts the lines of a station file together and says what is missing, twice, unreadable or impossible. */
final class YardLayoutAssembly {

    private static final Map<String, YardResource> UNITS = Map.ofEntries(
            entry("receiving_track", YardResource.RECEIVING_TRACK),
            entry("check_crew", YardResource.CHECK_CREW),
            entry("customs_lane", YardResource.CUSTOMS_LANE),
            entry("inspection_bay", YardResource.INSPECTION_BAY),
            entry("warehouse_door", YardResource.INSPECTION_BAY),
            entry("transload_track", YardResource.TRANSLOAD_TRACK),
            entry("locomotive", YardResource.LOCOMOTIVE),
            entry("crane_set", YardResource.CRANE),
            entry("reach_stacker", YardResource.CRANE),
            entry("departure_track", YardResource.DEPARTURE_TRACK),
            entry("waybill_desk", YardResource.WAYBILL_DESK),
            entry("marshalling_crew", YardResource.MARSHALLING_CREW),
            entry("path", YardResource.PATH));

    private static final Set<String> FIGURES = Set.of(
            "arrival_check_min",
            "customs_min",
            "inspection_min",
            "inspection_share",
            "placing_min",
            "pull_out_min",
            "waybilling_min",
            "marshalling_min",
            "headway_min",
            "crane_setup_min",
            "seconds_per_lift",
            "lifts_per_container");

    private final String name;
    private final List<YardLayoutLine> lines;
    private final List<Finding> findings;
    private final List<YardUnit> units = new ArrayList<>();
    private final List<YardClosure> closures = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();

    YardLayoutAssembly(String name, List<YardLayoutLine> lines, List<Finding> findings) {
        this.name = name;
        this.lines = lines;
        this.findings = findings;
    }

    Optional<YardLayout> layout() {
        var seen = new HashSet<String>();
        for (var line : lines) {
            boolean single = FIGURES.contains(line.what()) || line.what().equals("station");
            if (single && !seen.add(line.what())) {
                wrong("LAYOUT-TWICE", line, line.what(), "It is given once already; remove one of the lines.");
            }
            read(line, single);
        }
        lines.stream().filter(l -> l.what().equals("closed")).forEach(this::closed);
        overlaps();
        officers();
        for (var resource : YardResource.values()) {
            if (units.stream().noneMatch(u -> u.resource() == resource)) {
                missing(resource.name());
            }
        }
        var words = text("station").split("/", -1);
        if (words.length != 3) {
            missing("station, with value name_zh/name_en/node");
        }
        var times = times();
        var crane = crane();
        return findings.stream().anyMatch(Finding::stops)
                ? Optional.empty()
                : Optional.of(new YardLayout(
                        id(),
                        words[0],
                        words[1],
                        words[2],
                        units,
                        times,
                        crane,
                        closures,
                        slots.stream().sorted().distinct().toList()));
    }

    private void read(YardLayoutLine line, boolean single) {
        var resource = UNITS.get(line.what());
        if (resource != null) {
            units(line, resource);
        } else if (line.what().equals("slot")) {
            for (var time : line.value().split(";")) {
                slot(line, time.strip());
            }
        } else if (!single && !line.what().equals("closed") && !line.what().equals("officer")) {
            wrong("LAYOUT-WHAT", line, line.what(), "No such line is known; maybe it is misspelt.");
        }
    }

    private void units(YardLayoutLine line, YardResource resource) {
        if (line.count() < 1 || line.id().isEmpty()) {
            wrong("LAYOUT-VALUE", line, "" + line.count(), "Units need an id and a count of 1 or more.");
        }
        boolean crane = resource == YardResource.CRANE && !line.value().isEmpty();
        double seconds = crane ? number(line, 1, 3_600) : 0;
        for (int i = 1; i <= line.count(); i++) {
            String id = line.count() == 1 ? line.id() : line.id() + i;
            if (units.stream().anyMatch(u -> u.id().equals(id))) {
                wrong("LAYOUT-TWICE", line, id, "Another unit is called so already.");
            }
            units.add(new YardUnit(
                    resource,
                    id,
                    line.gaugeMm(),
                    line.lengthM(),
                    line.limitKg(),
                    seconds,
                    line.group(),
                    line.place().equals("outdoor")));
        }
    }

    private void slot(YardLayoutLine line, String time) {
        try {
            slots.add(LocalTime.parse(time).toSecondOfDay());
        } catch (DateTimeParseException e) {
            wrong("LAYOUT-SLOT", line, time, "Times of the day in UTC are wanted: 00:20;00:40.");
        }
    }

    /** A closure of one unit, of all units of a kind, or of everything outdoors. */
    private void closed(YardLayoutLine line) {
        var span = line.value().split("/", -1);
        try {
            var from = Instant.parse(span[0]);
            var until = Instant.parse(span[span.length - 1]);
            if (span.length != 2 || !from.isBefore(until)) {
                wrong(
                        "LAYOUT-CLOSED",
                        line,
                        line.value(),
                        "A closure begins before it ends. Maybe the two are swapped.");
                return;
            }
            var hit = units.stream()
                    .filter(u -> u.id().equals(line.id())
                            || u.resource() == UNITS.get(line.id())
                            || line.id().equals("outdoor") && u.outdoor())
                    .toList();
            if (hit.isEmpty()) {
                wrong("LAYOUT-CLOSED", line, line.id(), "No unit is called so, is of this kind, or stands outdoors.");
            }
            hit.forEach(u -> closures.add(YardClosure.of(u.resource(), u.id(), from, until, line.source())));
        } catch (DateTimeParseException e) {
            wrong(
                    "LAYOUT-CLOSED",
                    line,
                    line.value(),
                    "Two moments in UTC are wanted: 2026-03-02T08:00:00Z/2026-03-02T12:00:00Z.");
        }
    }

    private void overlaps() {
        for (int i = 0; i < closures.size(); i++) {
            for (int j = i + 1; j < closures.size(); j++) {
                var a = closures.get(i);
                var b = closures.get(j);
                if (a.resource() == b.resource()
                        && a.unit().equals(b.unit())
                        && a.from().isBefore(b.until())
                        && b.from().isBefore(a.until())) {
                    findings.add(Finding.warning(
                            "LAYOUT-OVERLAP",
                            Place.of(name),
                            a.unit() + " " + a.from() + " " + b.from(),
                            "Two closures of one unit overlap; it stays closed for both."));
                }
            }
        }
    }

    /** Lanes without officers do not open: a lane needs as many as the value says. */
    private void officers() {
        var line = lines.stream().filter(l -> l.what().equals("officer")).findFirst();
        if (line.isEmpty()) {
            return;
        }
        int manned = (int) (line.get().count() / number(line.get(), 1, 100));
        var lanes = units.stream()
                .filter(u -> u.resource() == YardResource.CUSTOMS_LANE)
                .toList();
        if (manned < lanes.size()) {
            findings.add(Finding.warning(
                    "LAYOUT-OFFICERS",
                    line.get().where(),
                    "" + line.get().count(),
                    "The officers can man " + manned + " of " + lanes.size() + " lanes; the others stay closed."));
            units.removeAll(lanes.subList(Math.max(0, manned), lanes.size()));
        }
    }

    private StageTimes times() {
        return new StageTimes(
                spread("arrival_check_min"),
                spread("customs_min"),
                spread("inspection_min"),
                figure("inspection_share", 0, 1),
                spread("placing_min"),
                spread("pull_out_min"),
                spread("waybilling_min"),
                spread("marshalling_min"),
                figure("headway_min", 0, 1_440));
    }

    private CraneRate crane() {
        return new CraneRate(figure("crane_setup_min", 0, 600), figure("seconds_per_lift", 1, 3_600), (int)
                figure("lifts_per_container", 1, 10));
    }

    private String id() {
        return lines.stream()
                .filter(l -> l.what().equals("station"))
                .map(YardLayoutLine::id)
                .findFirst()
                .orElse("");
    }

    private Optional<YardLayoutLine> find(String what) {
        return lines.stream().filter(l -> l.what().equals(what)).findFirst();
    }

    private String text(String what) {
        return find(what).map(YardLayoutLine::value).orElse("");
    }

    private double figure(String what, double least, double most) {
        var line = find(what);
        if (line.isEmpty()) {
            missing(what);
            return least;
        }
        return number(line.get(), least, most);
    }

    private double number(YardLayoutLine line, double least, double most) {
        try {
            double value = Double.parseDouble(line.value());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, with the value as it was written
        }
        wrong("LAYOUT-VALUE", line, line.value(), "A number from " + least + " to " + most + " is wanted.");
        return least;
    }

    private Spread spread(String what) {
        var line = find(what);
        if (line.isEmpty()) {
            missing(what);
            return Spread.fixed(0);
        }
        var parts = line.get().value().split("/", -1);
        try {
            if (parts.length == 3) {
                return new Spread(
                        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // told below, with the value as it was written
        }
        wrong("LAYOUT-VALUE", line.get(), line.get().value(), "Minutes as least/usual/most are wanted, e.g. 30/40/60.");
        return Spread.fixed(0);
    }

    private void missing(String what) {
        findings.add(Finding.error("LAYOUT-MISSING", Place.of(name), what, "Add a line for it."));
    }

    private void wrong(String rule, YardLayoutLine line, String value, String maybe) {
        findings.add(Finding.error(rule, line.where(), value, maybe));
    }
}
