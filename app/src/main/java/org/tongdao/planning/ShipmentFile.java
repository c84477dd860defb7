package org.tongdao.planning;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongdao.routing.Shipment;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Shipments to assign, a row each: id,from,to,ready,deadline,containers,kg,m3,priority; docs/formats/network.md. A bad row is told, the others go on. */
final class ShipmentFile {

    private static final String RULE = "ASSIGN-SHIPMENT";
    private static final String HEADER = "id,from,to,ready,deadline,containers,kg,m3,priority";
    private static final List<String> NEEDED = List.of("id", "from", "to", "ready", "deadline");

    /** What is ready further from the middle one than this is no part of one plan: it would move the days that are searched away from all others. */
    private static final Duration APART = Duration.ofDays(180);

    private final String name;
    private final Set<String> places;
    private final List<Shipment> shipments = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();
    private int faults;

    private ShipmentFile(String name, Set<String> places) {
        this.name = name;
        this.places = places;
    }

    /** @param places ids of the network */
    static ShipmentFile read(Path file, Set<String> places) throws IOException {
        var read = new ShipmentFile(file.getFileName().toString(), places);
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            read.fault(1, "", "", "save the file as UTF-8");
            return read;
        }
        try (var rows = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            read.all(rows);
        } catch (CsvParseException e) {
            read.fault(1, "", "", "not readable as CSV: " + e.getMessage());
        }
        if (read.shipments.isEmpty() && read.findings.isEmpty()) {
            read.fault(1, "id", "", "no shipment; the header is " + HEADER);
        }
        read.apart();
        return read;
    }

    private void all(Iterable<NamedCsvRecord> rows) {
        for (var row : rows) {
            var header = row.getHeader();
            var missing = NEEDED.stream().filter(c -> !header.contains(c)).toList();
            if (!missing.isEmpty()) {
                missing.forEach(c -> fault(1, c, "", "the header misses it; it is " + HEADER));
                return;
            }
            row(row);
        }
    }

    private void apart() {
        if (shipments.isEmpty()) {
            return;
        }
        var moments = shipments.stream().map(Shipment::ready).sorted().toList();
        var middle = moments.get(moments.size() / 2);
        var alien = shipments.stream()
                .filter(s -> Duration.between(s.ready(), middle).abs().compareTo(APART) > 0)
                .toList();
        alien.forEach(s -> fault(
                lines.getOrDefault(s.id(), 0L),
                "ready",
                s.ready().toString(),
                "within " + APART.toDays() + " days of the others, whose middle is " + middle
                        + "; assign it in a file of its own"));
        shipments.removeAll(alien);
    }

    List<Shipment> shipments() {
        return shipments;
    }

    List<Finding> findings() {
        return findings;
    }

    private void row(NamedCsvRecord row) {
        int before = faults;
        long line = row.getStartingLineNumber();
        var id = row.findField("id").orElse("");
        var first = lines.putIfAbsent(id, line);
        if (id.isBlank() || first != null) {
            fault(line, "id", id, first == null ? "an id" : "an id of its own; line " + first + " has it already");
        }
        var from = place(row, "from");
        var to = place(row, "to");
        if (before == faults && from.equals(to)) {
            fault(line, "to", to, "another place than from");
        }
        var ready = moment(row, "ready");
        var deadline = moment(row, "deadline");
        if (before == faults && !deadline.isAfter(ready)) {
            fault(line, "deadline", deadline.toString(), "a moment after ready");
        }
        int slots = (int) Math.ceil(number(row, "containers", 1, 0.01, 100) * 100 - 1e-9);
        int kg = (int) Math.ceil(number(row, "kg", 0, 0, 3_000_000));
        int m3 = (int) Math.ceil(number(row, "m3", 0, 0, 10_000));
        double priority = number(row, "priority", 1, 1, 9);
        if (priority != Math.rint(priority)) {
            fault(line, "priority", row.findField("priority").orElse(""), "a whole number from 1 to 9");
        }
        if (before == faults) {
            shipments.add(new Shipment(id, from, to, ready, deadline, slots, kg, m3, (int) priority));
        }
    }

    private String place(NamedCsvRecord row, String column) {
        var id = row.findField(column).orElse("");
        if (!places.contains(id)) {
            fault(row.getStartingLineNumber(), column, id, "an id of places.csv");
        }
        return id;
    }

    private Instant moment(NamedCsvRecord row, String column) {
        var value = row.findField(column).orElse("");
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            fault(row.getStartingLineNumber(), column, value, "an instant such as 2026-11-23T08:00:00Z");
            return Instant.EPOCH;
        }
    }

    private double number(NamedCsvRecord row, String column, double otherwise, double least, double most) {
        var value = row.findField(column).orElse("");
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as what is out of range
        }
        fault(row.getStartingLineNumber(), column, value, "a number from " + least + " to " + most);
        return otherwise;
    }

    private void fault(long line, String column, String value, String maybe) {
        faults++;
        findings.add(Finding.error(RULE, Place.cell(name, line, column), value, "Maybe: " + maybe));
    }
}
