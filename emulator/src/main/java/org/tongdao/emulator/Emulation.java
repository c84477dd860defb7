package org.tongdao.emulator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.emulator.carrier.Carrier;
import org.tongdao.emulator.carrier.CarrierConduct;
import org.tongdao.emulator.customs.Conduct;
import org.tongdao.emulator.customs.CustomsOffice;
import org.tongdao.emulator.rail.RailConduct;
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
        return new Emulation(List.of(
                new CustomsOffice(tenantFolder, seed, Conduct.asInLife()),
                new Railway(tenantFolder, seed, RailConduct.asInLife()),
                new Carrier(tenantFolder, seed, CarrierConduct.asInLife())));
    }

    @Override
    public Optional<Instant> deliver(Instant now) {
        return sides.stream().flatMap(side -> side.deliver(now).stream()).min(Instant::compareTo);
    }
}
