package org.tongdao.routing;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final List<Finding> findings = new ArrayList<>();

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
        return read(file -> text(folder.resolve(file)));
    }

    /** From anywhere, such as the class path. */
    public static Read read(Source source) {
        var reader = new NetworkFolder();
        var texts = new HashMap<String, CsvRows>();
        for (var file : FILES) {
            texts.put(file, reader.rows(file, source.text(file)));
        }
        var rows = new NetworkRows(texts, reader.findings);
        var network = new Network(rows.stations(), rows.lines(), rows.links());
        reader.findings.addAll(new NetworkCheck(network, rows).findings());
        return new Read(network, List.copyOf(reader.findings));
    }

    private CsvRows rows(String file, Optional<String> text) {
        boolean optional = file.equals("links.csv");
        if (text.isEmpty() && !optional) {
            findings.add(Finding.error(
                    "NET-FILE", Place.of(file), "", "Maybe: the folder misses this file, or it is not UTF-8"));
        }
        var rows = CsvRows.of(text.orElse(""));
        if (text.isPresent()) {
            if (rows.rows().isEmpty() && !optional) {
                findings.add(
                        Finding.error("NET-EMPTY", Place.of(file), "", "Maybe: the file was cut off; it has no rows"));
            }
            for (var column : NEEDED.getOrDefault(file, List.of())) {
                if (!rows.has(column)) {
                    findings.add(Finding.error(
                            "NET-COLUMN", Place.cell(file, 1, column), "", "Maybe: the header misses " + column));
                }
            }
            rows.rows().stream()
                    .filter(r -> !r.full())
                    .forEach(r -> findings.add(Finding.error(
                            "NET-ROW",
                            Place.row(file, r.line()),
                            "",
                            "Maybe: a comma too many or too few; the row has not as many fields as the header")));
        }
        return rows;
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (MalformedInputException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
