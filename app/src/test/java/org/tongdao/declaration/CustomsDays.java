package org.tongdao.declaration;

import java.nio.file.Path;
import java.time.Duration;
import org.tongdao.emulator.customs.Conduct;
import org.tongdao.emulator.customs.CustomsOffice;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.WorldClock;

/** Lets the emulated customs office answer until it has nothing left to say. */
final class CustomsDays {

    private final FolderWire wire;
    private final WorldClock clock;
    private final Declarations declarations;

    CustomsDays(FolderWire wire, WorldClock clock, Declarations declarations) {
        this.wire = wire;
        this.clock = clock;
        this.declarations = declarations;
    }

    /** Works through at most this many days of the work clock; an office keeps what it knows in the folder of the wire. */
    void pass(int days) {
        pass(days, () -> {});
    }

    /** The same, looking after each of customs' answers was taken in. */
    void pass(int days, Runnable look) {
        var office = office(wire.root());
        var end = clock.instant().plus(Duration.ofDays(days));
        while (clock.instant().isBefore(end)) {
            wire.send("customs");
            var due = office.deliver(clock.instant());
            declarations.collect();
            look.run();
            if (due.isEmpty() || due.get().isAfter(end)) {
                return;
            }
            clock.set(due.get());
        }
    }

    private static CustomsOffice office(Path root) {
        return new CustomsOffice(root, 42, Conduct.calm());
    }
}
