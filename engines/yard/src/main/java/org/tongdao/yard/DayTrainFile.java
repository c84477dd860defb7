package org.tongdao.yard;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * The trains of a day as CSV: {@code train,arrival,gauge_mm,onward_mm,length_m,containers,heaviest_kg,inspect,pull,due,weight}; {@code inspect} and
 * {@code pull} are numbers of boxes parted by semicolons, 0 for the whole train. A faulty line is a finding, the others are there.
 */
public record DayTrainFile(List<DayTrain> trains, List<Finding> findings) {

    public static final String HEADER =
            "train,arrival,gauge_mm,onward_mm,length_m,containers,heaviest_kg,inspect,pull,due,weight";

    private static final int MOST_BOXES = 200;

    /** Reads a file's lines, the header first; {@code name} is for the findings. */
    public static DayTrainFile read(String name, List<String> lines) {
        var findings = new ArrayList<Finding>();
        var trains = new ArrayList<DayTrain>();
        if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").strip().equals(HEADER)) {
            findings.add(Finding.error(
                    "TRAIN-HEADER",
                    Place.row(name, 1),
                    lines.isEmpty() ? "" : lines.get(0),
                    "The first line must be: " + HEADER));
            return new DayTrainFile(List.of(), findings);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                new Row(Place.row(name, i + 1L), lines.get(i), findings).train().ifPresent(trains::add);
            }
        }
        for (var train : List.copyOf(trains)) {
            if (!seen.add(train.id())) {
                findings.add(
                        Finding.error("TRAIN-TWICE", Place.of(name), train.id(), "Give the second one another name."));
                trains.remove(trains.lastIndexOf(train));
            }
        }
        return new DayTrainFile(List.copyOf(trains), List.copyOf(findings));
    }

    /** The line of a train, as {@link #read} takes it. */
    public static String line(DayTrain train) {
        return String.join(
                ",",
                train.id(),
                train.arrival().toString(),
                "" + train.gaugeMm(),
                "" + train.onwardMm(),
                "" + train.lengthM(),
                "" + train.containers(),
                "" + train.heaviestKg(),
                boxes(train, false),
                boxes(train, true),
                train.due().map(Instant::toString).orElse(""),
                "" + train.weight());
    }

    private static String boxes(DayTrain train, boolean pulled) {
        return String.join(
                ";",
                train.inspections().stream()
                        .filter(i -> i.pulled() == pulled)
                        .map(i -> "" + i.container())
                        .toList());
    }

    private static final class Row {

        private final Place place;
        private final String[] cells;
        private final List<Finding> findings;
        private boolean whole = true;

        Row(Place place, String line, List<Finding> findings) {
            this.place = place;
            this.cells = line.split(",", -1);
            this.findings = findings;
        }

        Optional<DayTrain> train() {
            if (cells.length != 11) {
                say("TRAIN-COLUMNS", 0, "The line has " + cells.length + " columns; 11 are wanted.");
                return Optional.empty();
            }
            if (cells[0].isBlank()) {
                say("TRAIN-VALUE", 0, "A train has a number.");
            }
            int containers = number(5, 0, MOST_BOXES);
            var inspections = new ArrayList<DayTrain.Inspection>();
            inspections(7, false, containers, inspections);
            inspections(8, true, containers, inspections);
            var arrival = moment(1);
            var due = cells[9].isBlank() ? Optional.<Instant>empty() : Optional.of(moment(9));
            if (whole && due.filter(d -> d.isBefore(arrival)).isPresent()) {
                say("TRAIN-DUE", 9, "It is due to leave before it arrives.");
            }
            var train = new DayTrain(
                    cells[0].strip(),
                    arrival,
                    number(2, 0, 1_676),
                    number(3, 0, 1_676),
                    number(4, 0, 3_000),
                    containers,
                    number(6, 0, 100_000),
                    inspections,
                    due,
                    cells[10].isBlank() ? 1 : Math.max(1, number(10, 1, 1_000)));
            return whole ? Optional.of(train) : Optional.empty();
        }

        private void inspections(int column, boolean pulled, int containers, List<DayTrain.Inspection> all) {
            if (cells[column].isBlank()) {
                return;
            }
            for (var text : cells[column].split(";")) {
                try {
                    int box = Integer.parseInt(text.strip());
                    if (box < 0 || box > containers || all.stream().anyMatch(i -> i.container() == box)) {
                        say("TRAIN-BOX", column, "Boxes of this train are 1 to " + containers + ", each named once.");
                    }
                    all.add(new DayTrain.Inspection(box, pulled));
                } catch (NumberFormatException e) {
                    say("TRAIN-BOX", column, "Numbers of boxes are wanted: 3;17.");
                }
            }
        }

        private int number(int column, int least, int most) {
            try {
                int value = cells[column].isBlank() ? 0 : Integer.parseInt(cells[column].strip());
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // told below, with the value as it was written
            }
            say("TRAIN-VALUE", column, "A whole number from " + least + " to " + most + " is wanted.");
            return least;
        }

        private Instant moment(int column) {
            try {
                return Instant.parse(cells[column].strip());
            } catch (DateTimeParseException e) {
                say("TRAIN-TIME", column, "A moment in UTC is wanted: 2026-03-02T08:30:00Z.");
                return Instant.EPOCH;
            }
        }

        private void say(String rule, int column, String maybe) {
            whole = false;
            findings.add(Finding.error(
                    rule,
                    Place.cell(place.source(), place.line(), HEADER.split(",")[column]),
                    cells[column],
                    maybe + " The train is left out."));
        }
    }
}
