package org.tongdao.keys;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tongdao.platform.WorkStopped;

/**
 * Keeps {@code keys/out-of-service.csv}: keys that somebody put aside. It stands beside the list of keys and outlives a restart; the list itself is never
 * written by the program. A change on disk counts at once.
 */
final class OutOfServiceFile {

    private static final String[] COLUMNS = {"key", "since", "actor", "reason"};
    private static final long NO_FILE = -1;

    private final Path file;
    private Map<String, OutOfService> known = Map.of();
    private long readFrom = NO_FILE;

    OutOfServiceFile(Path folder) {
        this.file = folder.resolve("out-of-service.csv");
    }

    synchronized Optional<OutOfService> find(String key) {
        return Optional.ofNullable(all().get(key));
    }

    /** False when the key is out of service already. */
    synchronized boolean add(OutOfService out) {
        var all = new LinkedHashMap<>(all());
        if (all.putIfAbsent(out.key(), out) != null) {
            return false;
        }
        write(all);
        return true;
    }

    /** False when the key is in service already. */
    synchronized boolean remove(String key) {
        var all = new LinkedHashMap<>(all());
        if (all.remove(key) == null) {
            return false;
        }
        write(all);
        return true;
    }

    private Map<String, OutOfService> all() {
        try {
            long changed = Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : NO_FILE;
            if (changed != readFrom) {
                known = changed == NO_FILE ? Map.of() : read();
                readFrom = changed;
            }
            return known;
        } catch (IOException | RuntimeException e) {
            throw new WorkStopped(
                    "KEY-CONFIG",
                    file + ": " + e.getMessage(),
                    "correct the file, or remove it: all keys serve then",
                    e);
        }
    }

    private Map<String, OutOfService> read() throws IOException {
        var all = new LinkedHashMap<String, OutOfService>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var row : rows) {
                var out = new OutOfService(
                        row.getField("key"),
                        Instant.parse(row.getField("since")),
                        row.getField("actor"),
                        row.getField("reason"));
                all.put(out.key(), out);
            }
        }
        return all;
    }

    private void write(Map<String, OutOfService> all) {
        try {
            var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".out-of-service", ".part");
            try (var rows = CsvWriter.builder().build(fresh)) {
                rows.writeRecord(COLUMNS);
                all.values()
                        .forEach(out -> rows.writeRecord(out.key(), out.since().toString(), out.actor(), out.reason()));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            known = Map.copyOf(all);
            readFrom = Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
