package org.tongdao.journey;

import java.nio.file.Path;
import org.tongdao.emulator.Emulation;
import org.tongdao.emulator.FarSide;

/** All far sides of one tenant, emulated under one seed. */
final class FarSides {

    private FarSides() {}

    static FarSide of(Path wireRoot, long seed) {
        return Emulation.asInLife(wireRoot, seed);
    }
}
