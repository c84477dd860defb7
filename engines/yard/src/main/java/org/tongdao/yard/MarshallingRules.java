package org.tongdao.yard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What the next railway lets run: the wagon and axle rules of the other gauge, as data with mark and source ({@code data/stations/marshalling.csv}).
 *
 * @param id e.g. {@code kz_1520}
 * @param gaugeMm of its wagons
 * @param maxAxleKg heaviest axle
 * @param maxTrainKg heaviest train without locomotive
 * @param maxLengthM longest train without locomotive
 * @param maxWagons most wagons
 * @param minBrakedPercent brake weight as a share of the train's weight
 * @param mark cited, derived, memory or assumed
 */
public record MarshallingRules(
        String id,
        int gaugeMm,
        int maxAxleKg,
        int maxTrainKg,
        int maxLengthM,
        int maxWagons,
        int minBrakedPercent,
        String mark,
        String source) {

    static final String HEADER =
            "rules,gauge_mm,max_axle_kg,max_train_kg,max_length_m,max_wagons,min_braked_percent,mark,source";
    private static final int[][] SPANS = {
        {600, 1_676}, {5_000, 40_000}, {100_000, 20_000_000}, {50, 3_000}, {1, 500}, {1, 200}
    };

    /** Rules of a file; a faulty line is a finding, the others are there. */
    public record Table(List<MarshallingRules> rules, List<Finding> findings) {

        public Table {
            rules = List.copyOf(rules);
            findings = List.copyOf(findings);
        }

        public Optional<MarshallingRules> find(String id) {
            return rules.stream().filter(r -> r.id().equals(id)).findFirst();
        }
    }

    /** Reads a file's lines, the header first; {@code name} is for the findings. */
    public static Table read(String name, List<String> lines) {
        var findings = new ArrayList<Finding>();
        var rules = new ArrayList<MarshallingRules>();
        if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").strip().equals(HEADER)) {
            findings.add(Finding.error(
                    "RULES-HEADER",
                    Place.row(name, 1),
                    lines.isEmpty() ? "" : lines.get(0),
                    "The first line must be: " + HEADER));
            return new Table(rules, findings);
        }
        var seen = new HashSet<String>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                var place = Place.row(name, i + 1L);
                var cells = lines.get(i).split(",", 9);
                if (cells.length != 9 || !seen.add(cells[0])) {
                    findings.add(Finding.error(
                            cells.length == 9 ? "RULES-TWICE" : "RULES-COLUMNS",
                            place,
                            cells[0],
                            "Nine columns are wanted, each set of rules once. The line is left out."));
                } else {
                    row(place, cells, findings).ifPresent(rules::add);
                }
            }
        }
        return new Table(rules, findings);
    }

    private static Optional<MarshallingRules> row(Place place, String[] cells, List<Finding> findings) {
        var figures = new int[SPANS.length];
        boolean whole = YardLayoutFile.MARKS.contains(cells[7]) && !cells[8].isBlank();
        if (!whole) {
            findings.add(Finding.error(
                    "RULES-MARK", place, cells[7], "A mark of " + YardLayoutFile.MARKS + " and a source are wanted."));
        }
        for (int i = 0; i < SPANS.length; i++) {
            try {
                figures[i] = Integer.parseInt(cells[i + 1].strip());
            } catch (NumberFormatException e) {
                figures[i] = -1;
            }
            if (figures[i] < SPANS[i][0] || figures[i] > SPANS[i][1]) {
                whole = false;
                findings.add(Finding.error(
                        "RULES-VALUE",
                        Place.cell(place.source(), place.line(), HEADER.split(",")[i + 1]),
                        cells[i + 1],
                        "A whole number from " + SPANS[i][0] + " to " + SPANS[i][1]
                                + " is wanted. The line is left out."));
            }
        }
        return whole
                ? Optional.of(new MarshallingRules(
                        cells[0],
                        figures[0],
                        figures[1],
                        figures[2],
                        figures[3],
                        figures[4],
                        figures[5],
                        cells[7],
                        cells[8]))
                : Optional.empty();
    }
}
