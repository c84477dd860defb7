package org.tongdao.yard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * A station file, {@code data/stations/*.csv}: one line for like units, a duration, a closure; each with its mark and source, no quoting.
 *
 * @param layout empty when a finding stops
 */
public record YardLayoutFile(Optional<YardLayout> layout, List<YardLayoutLine> lines, List<Finding> findings) {

    static final String HEADER = "what,id,count,gauge_mm,length_m,limit_kg,group,place,value,mark,source";
    static final List<String> MARKS = List.of("cited", "derived", "memory", "assumed");

    public YardLayoutFile {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /** Reads a file's lines, the header first; {@code name} is for the findings. */
    public static YardLayoutFile read(String name, List<String> text) {
        var findings = new ArrayList<Finding>();
        var lines = new ArrayList<YardLayoutLine>();
        if (text.isEmpty() || !text.get(0).replace("\uFEFF", "").strip().equals(HEADER)) {
            findings.add(Finding.error(
                    "LAYOUT-HEADER",
                    Place.row(name, 1),
                    text.isEmpty() ? "" : text.get(0),
                    "The first line must be: " + HEADER));
            return new YardLayoutFile(Optional.empty(), lines, findings);
        }
        for (int i = 1; i < text.size(); i++) {
            if (!text.get(i).isBlank()) {
                line(Place.row(name, i + 1L), text.get(i), lines, findings);
            }
        }
        var layout = new YardLayoutAssembly(name, lines, findings).layout();
        boolean sound = findings.stream().noneMatch(Finding::stops);
        return new YardLayoutFile(sound ? layout : Optional.empty(), lines, findings);
    }

    private static void line(Place place, String text, List<YardLayoutLine> lines, List<Finding> findings) {
        var cells = text.split(",", -1);
        if (cells.length != 11) {
            findings.add(Finding.error(
                    "LAYOUT-COLUMNS",
                    place,
                    text,
                    "The line has " + cells.length
                            + " columns; 11 are wanted. Maybe the source holds a comma: use a semicolon."));
            return;
        }
        if (!MARKS.contains(cells[9].strip()) || cells[10].isBlank()) {
            findings.add(Finding.error(
                    "LAYOUT-MARK",
                    place,
                    cells[9],
                    "Say where the figure comes from: one of " + String.join(", ", MARKS)
                            + ", and a source or reason."));
            return;
        }
        int[] numbers = new int[4];
        for (int i = 0; i < 4; i++) {
            numbers[i] = number(place, cells[2 + i].strip(), i, findings);
        }
        lines.add(new YardLayoutLine(
                place,
                cells[0].strip(),
                cells[1].strip(),
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                cells[6].strip(),
                cells[7].strip(),
                cells[8].strip(),
                cells[9].strip(),
                cells[10].strip()));
    }

    private static int number(Place place, String text, int column, List<Finding> findings) {
        int most = List.of(500, 1676, 3000, 100_000).get(column);
        try {
            int value = text.isEmpty() ? 0 : Integer.parseInt(text);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, with the value as it was written
        }
        findings.add(Finding.error(
                "LAYOUT-VALUE",
                Place.cell(place.source(), place.line(), HEADER.split(",")[2 + column]),
                text,
                "A whole number from 0 to " + most + " is wanted."));
        return 0;
    }
}
