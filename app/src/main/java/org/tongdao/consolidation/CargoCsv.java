package org.tongdao.consolidation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongdao.loading.Cargo;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a CSV file as cargo; the header is judged once and each row for itself. */
final class CargoCsv {

    private static final List<String> NEEDED = List.of("length_mm", "width_mm", "height_mm");

    private final String name;
    private final List<Finding> findings;
    private final List<Cargo> cargo = new ArrayList<>();

    CargoCsv(String name, List<Finding> findings) {
        this.name = name;
        this.findings = findings;
    }

    List<Cargo> read(String text) {
        try (var records = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            var rows = records.iterator();
            var header = rows.hasNext() ? rows.next() : null;
            if (header == null || !rows.hasNext()) {
                say(
                        "PACK-SHORT",
                        Place.of(name),
                        "0 rows of cargo",
                        "The first row names the columns, such as id,length_mm,width_mm,height_mm; each other row is a cargo.");
            } else {
                var columns = columns(header);
                if (isSound(header, columns)) {
                    rows.forEachRemaining(row -> row(columns, row));
                }
            }
        } catch (CsvParseException e) {
            say(
                    "PACK-LINE",
                    Place.of(name),
                    "" + e.getMessage(),
                    "The file is no CSV from there on; maybe a quote is not closed.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cargo;
    }

    /** Names of the columns; empty ones at the end, as a spreadsheet leaves them, are none. */
    private static List<String> columns(CsvRecord header) {
        return header.getFields().subList(0, used(header)).stream()
                .map(String::strip)
                .toList();
    }

    private static int used(CsvRecord row) {
        return IntStream.range(0, row.getFieldCount())
                .filter(i -> !row.getField(i).isBlank())
                .map(i -> i + 1)
                .max()
                .orElse(0);
    }

    private boolean isSound(CsvRecord header, List<String> columns) {
        var place = Place.row(name, header.getStartingLineNumber());
        var text = String.join(",", columns);
        var missing = NEEDED.stream().filter(c -> !columns.contains(c)).toList();
        if (!missing.isEmpty()) {
            say(
                    "PACK-LINE",
                    place,
                    text,
                    "The header lacks " + String.join(", ", missing) + ". " + separator(text) + advice(columns)
                            + " No row is read.");
            return false;
        }
        var seen = new HashSet<String>();
        var twice = columns.stream().filter(c -> !seen.add(c)).toList();
        if (!twice.isEmpty()) {
            say("PACK-LINE", place, twice.get(0), "The header names this column twice; keep one. No row is read.");
            return false;
        }
        warnOfUnknown(place, columns);
        return true;
    }

    private static String separator(String header) {
        for (var other : List.of(";", "\t", "，", "|")) {
            if (header.contains(other)) {
                return "Its columns are separated by " + (other.equals("\t") ? "tabs" : "\"" + other + "\"")
                        + "; write commas instead. ";
            }
        }
        return "";
    }

    private void warnOfUnknown(Place place, List<String> columns) {
        var unknown = columns.stream().filter(c -> !CargoReader.NAMES.has(c)).toList();
        if (!unknown.isEmpty()) {
            findings.add(Finding.warning(
                    "PACK-FIELD",
                    place,
                    String.join(", ", unknown),
                    "No such columns are known; they are not regarded. " + advice(unknown)));
        }
    }

    private static String advice(List<String> columns) {
        var slips = columns.stream()
                .filter(c -> !CargoReader.NAMES.has(c))
                .flatMap(c -> CargoReader.NAMES.nearest(c).stream().map(n -> c + " is maybe " + n + ". "));
        return slips.collect(Collectors.joining()) + CargoReader.NAMES.known();
    }

    private void row(List<String> columns, CsvRecord row) {
        var place = Place.row(name, row.getStartingLineNumber());
        int used = used(row);
        if (used > columns.size()) {
            say(
                    "PACK-LINE",
                    place,
                    String.join(",", row.getFields()),
                    "The row has " + used + " fields, the header " + columns.size()
                            + "; a field with a comma in it stands in quotes. The row is left out.");
            return;
        }
        var fields = JsonMapper.shared().createObjectNode();
        for (int i = 0; i < used; i++) {
            if (CargoReader.NAMES.has(columns.get(i)) && !row.getField(i).isBlank()) {
                fields.put(columns.get(i), row.getField(i).strip());
            }
        }
        if (used > 0) {
            new CargoReader(fields, Set.of(), place, findings)
                    .read("" + (cargo.size() + 1))
                    .ifPresent(cargo::add);
        }
    }

    private void say(String rule, Place place, String value, String maybe) {
        findings.add(Finding.error(rule, place, value, maybe));
    }
}
