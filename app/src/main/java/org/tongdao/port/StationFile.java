package org.tongdao.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tongdao.yard.StationTable;

/** The shipped stations, {@code data/corridor/stations.csv}, from the class path. */
public final class StationFile {

    private static final String PATH = "/data/corridor/stations.csv";

    private StationFile() {}

    public static StationTable shipped() {
        return StationTable.parse("stations.csv", lines());
    }

    private static List<String> lines() {
        try (var in = StationFile.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException(PATH + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + PATH, e);
        }
    }
}
