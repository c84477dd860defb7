package org.tongdao.journey;

import org.springframework.stereotype.Component;
import org.tongdao.emulator.Emulation;
import org.tongdao.emulator.FarSide;
import org.tongdao.emulator.Scenario;
import org.tongdao.platform.FolderWire;

/** All far sides of the current tenant, emulated under one seed. */
@Component
class FarSides {

    private final FolderWire wire;

    FarSides(FolderWire wire) {
        this.wire = wire;
    }

    /** @param scenario docs/formats/emulator.md */
    FarSide of(String scenario) {
        return Emulation.of(wire.root(), Scenario.parse(scenario));
    }

    FarSide of(long seed) {
        return Emulation.asInLife(wire.root(), seed);
    }
}
