package org.tongdao.yard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Stations read from a table with the columns {@code station,figure,value,mark,source}, one figure a line, no quoting.
 *
 * <p>A faulty line or an incomplete station becomes a finding and the station is left out; the others are there.
 */
public record StationTable(List<YardStation> stations, List<StationFigure> figures, List<Finding> findings) {

    static final String HEADER = "station,figure,value,mark,source";
    private static final Set<String> MARKS = Set.of("cited", "derived", "memory", "assumed");

    public StationTable {
        stations = List.copyOf(stations);
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }

    public Optional<YardStation> find(String id) {
        return stations.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The station at a place of the corridor network, e.g. {@code DST}. */
    public Optional<YardStation> findAtNode(String node) {
        return stations.stream().filter(s -> s.node().equals(node)).findFirst();
    }

    /**
     * Reads a table.
     *
     * @param source its name, for findings
     * @param lines with the header first
     */
    public static StationTable parse(String source, List<String> lines) {
        var findings = new ArrayList<Finding>();
        var byStation = new LinkedHashMap<String, Map<String, StationFigure>>();
        if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").strip().equals(HEADER)) {
            findings.add(Finding.error(
                    "STATION-HEADER",
                    Place.row(source, 1),
                    lines.isEmpty() ? "" : lines.get(0),
                    "The first line must be: " + HEADER));
            return new StationTable(List.of(), List.of(), findings);
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                readLine(Place.row(source, i + 1L), lines.get(i), byStation, findings);
            }
        }
        return assemble(source, byStation, findings);
    }

    private static void readLine(
            Place place, String line, Map<String, Map<String, StationFigure>> byStation, List<Finding> findings) {
        var cells = line.split(",", -1);
        if (cells.length != 5) {
            findings.add(Finding.error(
                    "STATION-COLUMNS",
                    place,
                    line,
                    "The line has " + cells.length
                            + " columns; 5 are wanted. Maybe the source holds a comma: use a semicolon."));
            return;
        }
        var figure = new StationFigure(
                cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), (int)
                        place.line());
        if (!MARKS.contains(figure.mark())) {
            findings.add(Finding.error(
                    "STATION-MARK",
                    place,
                    figure.mark(),
                    "Say where the figure comes from: cited, derived, memory or assumed."));
            return;
        }
        var before = byStation
                .computeIfAbsent(figure.station(), k -> new LinkedHashMap<>())
                .putIfAbsent(figure.name(), figure);
        if (before != null) {
            findings.add(Finding.error(
                    "STATION-TWICE",
                    place,
                    line,
                    "The figure is already given in line " + before.line() + "; remove one of them."));
        }
    }

    private static StationTable assemble(
            String source, Map<String, Map<String, StationFigure>> byStation, List<Finding> findings) {
        var stations = new ArrayList<YardStation>();
        byStation.forEach((id, figures) ->
                new StationAssembly(source, id, figures, findings).station().ifPresent(stations::add));
        var all = byStation.values().stream().flatMap(m -> m.values().stream()).toList();
        return new StationTable(stations, all, findings);
    }
}
