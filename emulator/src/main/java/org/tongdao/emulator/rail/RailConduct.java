package org.tongdao.emulator.rail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tongdao.yard.Spread;
import org.tongdao.yard.StationTable;
import org.tongdao.yard.YardMode;

/**
 * How the railways behave.
 *
 * @param stations border stations with their usual traffic
 * @param legs running times
 * @param mode how the border stations work
 * @param late minutes by which a train leaves after its planned time; assumed
 * @param lost what every train loses on its way, beyond the usual
 * @param step documents appear on multiples of this
 */
public record RailConduct(StationTable stations, Legs legs, YardMode mode, Spread late, Duration lost, Duration step) {

    /** The shipped corridor ({@code /data/corridor} on the class path), stations working in parallel, up to 90 minutes late. */
    public static RailConduct asInLife() {
        return new RailConduct(
                StationTable.parse("stations.csv", text("stations.csv").lines().toList()),
                Legs.read(new java.io.StringReader(text("legs.csv"))),
                YardMode.PARALLEL,
                new Spread(0, 10, 90),
                Duration.ZERO,
                Duration.ofMinutes(15));
    }

    public RailConduct withMode(YardMode other) {
        return new RailConduct(stations, legs, other, late, lost, step);
    }

    public RailConduct withLost(Duration other) {
        return new RailConduct(stations, legs, mode, late, other, step);
    }

    private static String text(String file) {
        var in = RailConduct.class.getResourceAsStream("/data/corridor/" + file);
        if (in == null) {
            throw new IllegalStateException("/data/corridor/" + file + " is not on the class path");
        }
        try (Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var text = new java.io.StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
