package org.tongdao.emulator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.emulator.carrier.Carrier;
import org.tongdao.emulator.customs.CustomsOffice;
import org.tongdao.emulator.rail.Railway;

/** All far sides of one tenant as one: customs, railways, warehouses and carriers. */
public record Emulation(List<FarSide> sides) implements FarSide {

    public Emulation {
        sides = List.copyOf(sides);
    }

    /**
     * Everybody behaves as in life.
     *
     * @param tenantFolder {@code wire/<tenant>}
     * @param seed of all chance
     */
    public static Emulation asInLife(Path tenantFolder, long seed) {
        return of(tenantFolder, Scenario.asInLife(seed));
    }

    /** Everybody behaves as the scenario says. */
    public static Emulation of(Path tenantFolder, Scenario scenario) {
        long seed = scenario.seed();
        return new Emulation(List.of(
                new CustomsOffice(tenantFolder, seed, scenario.customs()),
                new Railway(tenantFolder, seed, scenario.rail()),
                new Carrier(tenantFolder, seed, scenario.carrier())));
    }

    @Override
    public Optional<Instant> deliver(Instant now) {
        return sides.stream().flatMap(side -> side.deliver(now).stream()).min(Instant::compareTo);
    }
}
