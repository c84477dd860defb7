package org.tongdao.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Station files: one on disk, or a shipped one by its name, {@code data/stations/NAME.csv}. */
final class LayoutPresets {

    static final List<String> NAMES =
            List.of("alashankou", "khorgos", "altynkol", "dostyk", "malaszewicze", "fenyeslitke", "urumqi");

    private LayoutPresets() {}

    /** Lines of a file or of a preset; empty when there is neither. */
    static Optional<List<String>> find(String station) throws IOException {
        var name = station.toLowerCase(Locale.ROOT);
        if (NAMES.contains(name)) {
            try (var in = LayoutPresets.class.getResourceAsStream("/data/stations/" + name + ".csv")) {
                if (in == null) {
                    throw new IllegalStateException(name + ".csv is not on the class path");
                }
                return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            }
        }
        var file = Path.of(station);
        return Files.isRegularFile(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList())
                : Optional.empty();
    }
}
