package org.tongdao.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongdao.emulator.carrier.CarrierConduct;
import org.tongdao.emulator.customs.Conduct;
import org.tongdao.emulator.rail.RailConduct;

/**
 * How all far sides behave, and the seed of all chance; docs/formats/emulator.md.
 *
 * @param seed the same seed and the same documents give the same answers
 */
public record Scenario(long seed, Conduct customs, RailConduct rail, CarrierConduct carrier) {

    /** Everybody behaves as in life. */
    public static Scenario asInLife(long seed) {
        return new Scenario(seed, Conduct.asInLife(), RailConduct.asInLife(), CarrierConduct.asInLife());
    }

    /**
     * Reads a scenario file.
     *
     * @throws IllegalArgumentException in words when the file is none: an unknown member, a share that is no share, a wrong time
     */
    public static Scenario read(Path file) throws IOException {
        return ScenarioFile.read(Files.readString(file));
    }

    /** The same from its text. */
    public static Scenario parse(String json) {
        return ScenarioFile.read(json);
    }

    public Scenario withSeed(long other) {
        return new Scenario(other, customs, rail, carrier);
    }
}
