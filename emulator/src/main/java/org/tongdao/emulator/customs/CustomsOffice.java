package org.tongdao.emulator.customs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.tongdao.emulator.FarSide;
import org.tongdao.emulator.Office;
import org.tongdao.emulator.WireFolder;

/** The e-port and the customs office behind the wire {@code customs}; see docs/formats/emulator.md. */
public final class CustomsOffice implements FarSide {

    private final Office office;

    /**
     * @param tenantFolder {@code wire/<tenant>}
     * @param seed of all chance
     */
    public CustomsOffice(Path tenantFolder, long seed, Conduct conduct) {
        office = new Office(new WireFolder(tenantFolder, "customs"), new Officer(seed, conduct));
    }

    @Override
    public Optional<Instant> deliver(Instant now) {
        return office.deliver(now);
    }
}
