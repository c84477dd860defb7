package org.tongdao.yard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Puts the figures of one station together and says what is missing, unreadable or impossible. */
final class StationAssembly {

    private static final Map<YardResource, String> UNIT_FIGURES = new EnumMap<>(Map.ofEntries(
            Map.entry(YardResource.RECEIVING_TRACK, "receiving_tracks"),
            Map.entry(YardResource.CHECK_CREW, "check_crews"),
            Map.entry(YardResource.CUSTOMS_LANE, "customs_lanes"),
            Map.entry(YardResource.INSPECTION_BAY, "inspection_bays"),
            Map.entry(YardResource.TRANSLOAD_TRACK, "transload_tracks"),
            Map.entry(YardResource.LOCOMOTIVE, "locomotives"),
            Map.entry(YardResource.CRANE, "cranes"),
            Map.entry(YardResource.DEPARTURE_TRACK, "departure_tracks"),
            Map.entry(YardResource.WAYBILL_DESK, "waybill_desks"),
            Map.entry(YardResource.MARSHALLING_CREW, "marshalling_crews"),
            Map.entry(YardResource.PATH, "paths")));

    private final String source;
    private final String id;
    private final Map<String, StationFigure> figures;
    private final List<Finding> findings;
    private final TreeSet<String> used = new TreeSet<>();
    private boolean whole = true;

    StationAssembly(String source, String id, Map<String, StationFigure> figures, List<Finding> findings) {
        this.source = source;
        this.id = id;
        this.figures = figures;
        this.findings = findings;
    }

    Optional<YardStation> station() {
        var units = new EnumMap<YardResource, Integer>(YardResource.class);
        UNIT_FIGURES.forEach((resource, name) -> units.put(resource, count(name)));
        int cranesPerTrain = count("cranes_per_train");
        if (whole && cranesPerTrain > units.getOrDefault(YardResource.CRANE, 0)) {
            wrong("cranes_per_train", "A train cannot have more cranes than the station has.");
        }
        var crane = crane();
        var times = times();
        var usual = new Background(number("trains_per_day", 0, 200), (int) number("containers_per_train", 0, 200));
        String nameZh = text("name_zh");
        String nameEn = text("name_en");
        String node = text("node");
        tellUnknown();
        return whole
                ? Optional.of(new YardStation(id, nameZh, nameEn, node, units, cranesPerTrain, crane, times, usual))
                : Optional.empty();
    }

    private CraneRate crane() {
        return new CraneRate(
                number("crane_setup_min", 0, 600), number("seconds_per_lift", 1, 3600), count("lifts_per_container"));
    }

    private StageTimes times() {
        return new StageTimes(
                spread("arrival_check_min"),
                spread("customs_min"),
                spread("inspection_min"),
                number("inspection_share", 0, 1),
                spread("placing_min"),
                spread("pull_out_min"),
                spread("waybilling_min"),
                spread("marshalling_min"),
                number("headway_min", 0, 1440));
    }

    private int count(String name) {
        return Math.max(1, (int) number(name, 1, 1000));
    }

    private double number(String name, double least, double most) {
        String text = text(name);
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
            wrong(name, "The figure must be from " + least + " to " + most + ".");
        } catch (NumberFormatException e) {
            if (!text.isEmpty()) {
                wrong(name, "The figure must be a number with a decimal point.");
            }
        }
        return least;
    }

    private Spread spread(String name) {
        var parts = text(name).split("/", -1);
        try {
            if (parts.length == 3) {
                return new Spread(
                        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // told below, with the value as it was written
        }
        if (figures.containsKey(name)) {
            wrong(name, "The figure must be minutes as least/usual/most, e.g. 30/40/60.");
        }
        return Spread.fixed(0);
    }

    private String text(String name) {
        used.add(name);
        var figure = figures.get(name);
        if (figure == null) {
            whole = false;
            findings.add(Finding.error(
                    "STATION-MISSING",
                    Place.of(source),
                    id + "." + name,
                    "Add a line for this figure; the station is left out."));
            return "";
        }
        return figure.value();
    }

    private void wrong(String name, String maybe) {
        whole = false;
        var figure = figures.get(name);
        long line = figure == null ? 0 : figure.line();
        String value = figure == null ? "" : figure.value();
        findings.add(Finding.error(
                "STATION-VALUE", Place.cell(source, line, name), value, maybe + " Station " + id + " is left out."));
    }

    private void tellUnknown() {
        for (var figure : figures.values()) {
            if (!used.contains(figure.name())) {
                findings.add(Finding.warning(
                        "STATION-UNKNOWN",
                        Place.cell(source, figure.line(), figure.name()),
                        figure.name(),
                        "No such figure is used; maybe it is misspelt."));
            }
        }
    }
}
