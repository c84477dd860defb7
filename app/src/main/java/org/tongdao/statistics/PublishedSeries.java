package org.tongdao.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Figures of the corridor as press and customs published them, {@code data/corridor/stats_series.csv}, with growth recomputed where the year before is there
 * for the same kind of period. They are never mixed with own figures.
 */
public record PublishedSeries(List<PublishedFigure> figures, List<Finding> findings) {

    private static final String HEADER = "series,period,value,unit,yoy_pct_as_quoted,source";
    private static final Pattern YEAR_AND_PART = Pattern.compile("(\\d{4})(.*)");

    private record Row(
            String series, String period, double value, String unit, Optional<Double> quoted, String source) {}

    /** The shipped file. */
    public static PublishedSeries shipped() {
        try (var in = PublishedSeries.class.getResourceAsStream("/data/corridor/stats_series.csv")) {
            if (in == null) {
                throw new IllegalStateException("stats_series.csv is not on the class path");
            }
            return read(
                    "stats_series.csv",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read stats_series.csv", e);
        }
    }

    /** Reads lines, the header first; a faulty line is a finding, the others are there. */
    static PublishedSeries read(String name, List<String> lines) {
        var findings = new ArrayList<Finding>();
        if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").strip().equals(HEADER)) {
            findings.add(Finding.error(
                    "SERIES-HEADER",
                    Place.row(name, 1),
                    lines.isEmpty() ? "" : lines.get(0),
                    "The first line must be: " + HEADER));
            return new PublishedSeries(List.of(), findings);
        }
        var rows = new ArrayList<Row>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                row(Place.row(name, i + 1L), lines.get(i), findings).ifPresent(rows::add);
            }
        }
        Map<String, Double> values = new HashMap<>();
        rows.forEach(r -> values.put(r.series() + " " + r.period(), r.value()));
        return new PublishedSeries(rows.stream().map(r -> figure(r, values)).toList(), List.copyOf(findings));
    }

    private static Optional<Row> row(Place place, String line, List<Finding> findings) {
        var cells = line.split(",", 6);
        try {
            if (cells.length == 6) {
                double value = Double.parseDouble(cells[2].strip());
                Optional<Double> quoted =
                        cells[4].isBlank() ? Optional.empty() : Optional.of(Double.parseDouble(cells[4].strip()));
                if (value >= 0 && Double.isFinite(value)) {
                    return Optional.of(new Row(
                            cells[0].strip(), cells[1].strip(), value, cells[3].strip(), quoted, cells[5].strip()));
                }
            }
        } catch (NumberFormatException e) {
            // told below, with the line as it was written
        }
        findings.add(Finding.error(
                "SERIES-LINE",
                place,
                line,
                "Six columns are wanted, value and growth as numbers. The line is left out."));
        return Optional.empty();
    }

    private static PublishedFigure figure(Row row, Map<String, Double> values) {
        var base = before(row.period())
                .map(p -> values.get(row.series() + " " + p))
                .filter(v -> v > 0);
        var recomputed = base.map(b -> Math.round(1_000 * (row.value() / b - 1)) / 10.0);
        return new PublishedFigure(
                row.series(), row.period(), row.value(), row.unit(), row.quoted(), base, recomputed, row.source());
    }

    /** The same period of the year before: 2021 for 2022, 2020-H1 for 2021-H1; a period that names other years inside has none. */
    private static Optional<String> before(String period) {
        var m = YEAR_AND_PART.matcher(period);
        return m.matches() && !m.group(2).matches(".*\\d{4}.*")
                ? Optional.of((Integer.parseInt(m.group(1)) - 1) + m.group(2))
                : Optional.empty();
    }
}
