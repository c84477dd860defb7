package org.tongdao.routing;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Reads a network from a folder of five CSV files; docs/formats/network.md.
 *
 * <p>What cannot be read is a finding with file, line and value, and stays out; good rows go on. Nothing is mended in silence.
 */
public final class NetworkFolder {

    /** The files, in the order in which they are read. */
    public static final List<String> FILES =
            List.of("places.csv", "lines.csv", "calls.csv", "calendar.csv", "links.csv");

    private static final Map<String, List<String>> NEEDED = Map.of(
            "places.csv", List.of("place", "country", "lat", "lon", "zone"),
            "lines.csv", List.of("line", "mode"),
            "calls.csv", List.of("line", "place", "arrive", "depart"),
            "calendar.csv", List.of("line", "days", "times"),
            "links.csv", List.of("from", "to", "mode", "time"));

    private static final Map<String, List<String>> MORE = Map.of(
            "places.csv",
            List.of(
                    "name_en",
                    "name_zh",
                    "hours",
                    "handling",
                    "handling_cost",
                    "transload",
                    "transload_cost",
                    "free",
                    "storage_day",
                    "dwell",
                    "inspected",
                    "inspection",
                    "risk",
                    "source"),
            "lines.csv",
            List.of(
                    "gauge_mm",
                    "cut_off",
                    "cut_off_dangerous",
                    "slots",
                    "teu",
                    "kg",
                    "m3",
                    "via",
                    "regimes",
                    "goods",
                    "max_kg",
                    "delay",
                    "risk",
                    "source"),
            "calls.csv",
            List.of("cost", "co2_kg"),
            "calendar.csv",
            List.of("from", "to"),
            "links.csv",
            List.of("hours", "cost", "co2_kg", "source"));

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();

    private NetworkFolder() {}

    /** What was read, and what was wrong with it. */
    public record Read(Network network, List<Finding> findings) {

        /** Whether nothing stops it. */
        public boolean sound() {
            return findings.stream().noneMatch(Finding::stops);
        }
    }

    /** A file's text by its name; empty when there is none. */
    @FunctionalInterface
    public interface Source {
        Optional<String> text(String file);
    }

    /** The folder of this path. */
    public static Read read(Path folder) {
        var reader = new NetworkFolder();
        return reader.all(file -> reader.text(folder.resolve(file)));
    }

    /** From anywhere, such as the class path. */
    public static Read read(Source source) {
        return new NetworkFolder().all(source);
    }

    private Read all(Source source) {
        var texts = new HashMap<String, CsvRows>();
        for (var file : FILES) {
            texts.put(file, rows(file, source.text(file)));
        }
        var rows = new NetworkRows(texts, findings);
        var network = new Network(rows.stations(), rows.lines(), rows.links());
        findings.addAll(new NetworkCheck(network, rows).findings());
        return new Read(network, List.copyOf(findings));
    }

    private CsvRows rows(String file, Optional<String> text) {
        boolean optional = file.equals("links.csv");
        if (text.isEmpty()) {
            if (!optional && !unread.contains(file)) {
                findings.add(Finding.error("NET-FILE", Place.of(file), "", "Maybe: the folder misses this file"));
            }
            return CsvRows.of("");
        }
        var rows = CsvRows.of(text.get());
        boolean cut = rows.header().isEmpty();
        if (cut || (rows.rows().isEmpty() && !optional)) {
            findings.add(Finding.error("NET-EMPTY", Place.of(file), "", "Maybe: the file was cut off; it has no rows"));
        }
        if (cut || !header(file, rows.header())) {
            return CsvRows.of("");
        }
        rows.rows().stream()
                .filter(r -> !r.full())
                .forEach(r -> findings.add(Finding.error(
                        "NET-ROW",
                        Place.row(file, r.line()),
                        r.fields() + " fields, " + rows.header().size() + " columns",
                        "Maybe: a comma too many or too few; the row has not as many fields as the header")));
        return rows;
    }

    /** Whether all that is needed is there; without it no row can be read. */
    private boolean header(String file, List<String> names) {
        var needed = NEEDED.getOrDefault(file, List.of());
        var missing = needed.stream().filter(c -> !names.contains(c)).toList();
        missing.forEach(c -> findings.add(Finding.error(
                "NET-COLUMN",
                Place.cell(file, 1, c),
                first(names),
                "Maybe: the header misses " + c + separator(names))));
        for (var name : new TreeSet<>(names)) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                findings.add(Finding.error(
                        "NET-COLUMN",
                        Place.cell(file, 1, name),
                        name,
                        "Maybe: the header says it twice; the first counts"));
            } else if (missing.isEmpty()
                    && !needed.contains(name)
                    && !MORE.getOrDefault(file, List.of()).contains(name)) {
                findings.add(Finding.warning(
                        "NET-EXTRA", Place.cell(file, 1, name), name, "Maybe: mistyped; nothing reads this column"));
            }
        }
        return missing.isEmpty();
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? "" : names.get(0);
    }

    private static String separator(List<String> names) {
        return names.size() == 1 && names.get(0).matches(".*[;\t].*") ? "; fields are parted by commas" : "";
    }

    /** What is there and cannot be read is told, and counts as not there. */
    private Optional<String> text(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            unreadable(file, "Maybe: save it as UTF-8");
        } catch (IOException e) {
            unreadable(file, "Maybe: it is no file, or may not be read");
        }
        return Optional.empty();
    }

    private void unreadable(Path file, String maybe) {
        String name = file.getFileName().toString();
        findings.add(Finding.error("NET-FILE", Place.of(name), name, maybe));
        unread.add(name);
    }
}
