package org.tongdao.yard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * A train made up on the other gauge as CSV, one line for each box, wagons from the front; a wagon without a box has a line without one. A faulty line is a finding,
 * the others are there.
 */
public record OnwardTrainFile(OnwardTrain train, List<Finding> findings) {

    public static final String HEADER =
            "wagon,gauge_mm,axles,tare_kg,payload_kg,length_mm,braked_kg,container,gross_kg,waybill";
    private static final int[][] SPANS = {
        {600, 1_676}, {2, 32}, {1_000, 100_000}, {1_000, 300_000}, {3_000, 60_000}, {0, 300_000}
    };
    private static final int HEAVIEST_KG = 100_000;

    public OnwardTrainFile {
        findings = List.copyOf(findings);
    }

    /** Reads a file's lines, the header first; {@code id} names the train. */
    public static OnwardTrainFile read(String id, String name, List<String> lines) {
        var findings = new ArrayList<Finding>();
        Map<String, OnwardWagon> wagons = new LinkedHashMap<>();
        if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").strip().equals(HEADER)) {
            findings.add(Finding.error(
                    "ONWARD-HEADER",
                    Place.row(name, 1),
                    lines.isEmpty() ? "" : lines.get(0),
                    "The first line must be: " + HEADER));
        } else {
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    line(Place.row(name, i + 1L), lines.get(i).split(",", -1), wagons, findings);
                }
            }
        }
        return new OnwardTrainFile(new OnwardTrain(id, List.copyOf(wagons.values())), findings);
    }

    private static void line(Place place, String[] cells, Map<String, OnwardWagon> wagons, List<Finding> findings) {
        if (cells.length != 10 || cells[0].isBlank()) {
            findings.add(Finding.error(
                    "ONWARD-COLUMNS",
                    place,
                    "" + cells.length,
                    "Ten columns are wanted, the wagon's number first. The line is left out."));
            return;
        }
        int before = findings.size();
        var figures = new int[SPANS.length];
        for (int i = 0; i < SPANS.length; i++) {
            figures[i] = number(place, i + 1, cells, SPANS[i], findings);
        }
        boolean empty = cells[7].isBlank();
        int gross = empty ? 0 : number(place, 8, cells, new int[] {1, HEAVIEST_KG}, findings);
        if (findings.size() > before) {
            return;
        }
        var fresh = new OnwardWagon(
                cells[0].strip(), figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], List.of());
        var known = wagons.getOrDefault(fresh.no(), fresh);
        var boxes = new ArrayList<>(known.boxes());
        if (!empty) {
            boxes.add(new OnwardWagon.OnwardBox(cells[7].strip(), gross, cells[9].strip()));
        }
        if (!with(known, List.of()).equals(fresh)) {
            findings.add(Finding.error(
                    "ONWARD-DIFFERS",
                    place,
                    fresh.no(),
                    "The lines of one wagon give it different figures. The line is left out."));
            return;
        }
        wagons.put(fresh.no(), with(known, boxes));
    }

    private static OnwardWagon with(OnwardWagon wagon, List<OnwardWagon.OnwardBox> boxes) {
        return new OnwardWagon(
                wagon.no(),
                wagon.gaugeMm(),
                wagon.axles(),
                wagon.tareKg(),
                wagon.payloadKg(),
                wagon.lengthMm(),
                wagon.brakedKg(),
                boxes);
    }

    private static int number(Place place, int column, String[] cells, int[] span, List<Finding> findings) {
        try {
            int value = Integer.parseInt(cells[column].strip());
            if (value >= span[0] && value <= span[1]) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, with the value as it was written
        }
        findings.add(Finding.error(
                "ONWARD-VALUE",
                Place.cell(place.source(), place.line(), HEADER.split(",")[column]),
                cells[column],
                "A whole number from " + span[0] + " to " + span[1] + " is wanted. The line is left out."));
        return span[0];
    }
}
