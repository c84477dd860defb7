package org.tongdao.wires;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tongdao.platform.WorkStopped;

/** Reads {@code wires.csv} in the home folder: which wires do not go by folder. See docs/formats/wires.md. */
final class WireFile {

    private static final Set<String> KINDS = Set.of("folder", "http", "amqp");

    private final Path file;

    WireFile(Path home) {
        this.file = home.resolve("wires.csv");
    }

    /** One wire of one tenant. */
    record Wire(int tenant, String name) {}

    /** Where it goes; {@code secretFile} is empty where none is needed. */
    record Way(String kind, String address, String secretFile) {}

    Path path() {
        return file;
    }

    Map<Wire, Way> read() {
        var ways = new HashMap<Wire, Way>();
        if (!Files.exists(file)) {
            return ways;
        }
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> ways.put(wire(row), way(row)));
            return ways;
        } catch (IOException | IllegalArgumentException | java.util.NoSuchElementException e) {
            throw new WorkStopped("WIRE-CONFIG", file + ": " + e.getMessage(), "see docs/formats/wires.md", e);
        }
    }

    Carrier carrier(Wire wire, Way way) throws IOException {
        return way.kind().equals("http")
                ? new HttpCarrier(URI.create(way.address()), () -> secret(way.secretFile()))
                : new AmqpCarrier(
                        URI.create(way.address().replace("SECRET", secret(way.secretFile()))),
                        "tongdao." + wire.tenant() + "." + wire.name());
    }

    private String secret(String name) {
        try {
            return name.isBlank()
                    ? ""
                    : Files.readString(file.resolveSibling(name), StandardCharsets.UTF_8)
                            .strip();
        } catch (IOException e) {
            throw new WorkStopped("WIRE-CONFIG", name, "the secret file cannot be read; see docs/formats/wires.md", e);
        }
    }

    private static Wire wire(NamedCsvRecord row) {
        return new Wire(Integer.parseInt(row.getField("tenant")), row.getField("wire"));
    }

    private static Way way(NamedCsvRecord row) {
        var kind = row.getField("kind");
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind is '" + kind + "'. Maybe folder, http or amqp.");
        }
        return new Way(kind, row.getField("address"), row.getField("secret_file"));
    }
}
