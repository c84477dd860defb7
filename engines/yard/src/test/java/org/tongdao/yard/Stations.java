package org.tongdao.yard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The shipped stations, read from the repository's data folder. */
final class Stations {

    private Stations() {}

    static List<String> lines() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("data/corridor/stations.csv"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("data/corridor/stations.csv is not above the working directory");
            }
        }
        try {
            return Files.readAllLines(folder.resolve("data/corridor/stations.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static YardStation of(String id) {
        return StationTable.parse("stations.csv", lines()).find(id).orElseThrow();
    }
}
