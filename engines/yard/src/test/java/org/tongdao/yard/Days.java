package org.tongdao.yard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Stations and days for tests of the planner. */
final class Days {

    static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");

    private Days() {}

    static YardLayout layout(String id) {
        return YardLayoutFile.read(id, lines(id)).layout().orElseThrow();
    }

    static List<String> lines(String id) {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("data/stations"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("data/stations is not above the working directory");
        }
        try {
            return Files.readAllLines(folder.resolve("data/stations/" + id + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A day as busy as Khorgos in 2025. */
    static DayQuestion khorgos(long seed) {
        return day("khorgos", 26, seed);
    }

    static DayQuestion day(String station, int trains, long seed) {
        var layout = layout(station);
        int gauge = layout.units(YardResource.RECEIVING_TRACK).get(0).gaugeMm();
        int onward = layout.units(YardResource.DEPARTURE_TRACK).get(0).gaugeMm();
        var wish = new DayExample.Wish(FROM, trains, 55, 0.02, gauge, onward);
        return DayQuestion.of(layout, DayExample.of(wish, seed), FROM);
    }

    static Instant at(int hour, int minute) {
        return FROM.plusSeconds(3_600L * hour + 60L * minute);
    }

    static DayStep step(DayPlan plan, String train, YardStage stage) {
        return plan.steps().stream()
                .filter(s -> s.is(train, stage, 0))
                .findFirst()
                .orElseThrow();
    }
}
