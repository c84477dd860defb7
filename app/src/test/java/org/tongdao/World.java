package org.tongdao;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongdao.declaration.Declarations;
import org.tongdao.emulator.Emulation;
import org.tongdao.emulator.FarSide;
import org.tongdao.emulator.Scenario;
import org.tongdao.fulfilment.Fulfilment;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.WorldClock;
import org.tongdao.port.Port;

/** The world around a story: time passes, messages go out, customs, railways and carriers answer, and what they say is taken in. */
@Component
class World {

    private final FolderWire wire;
    private final WorldClock clock;
    private final Declarations declarations;
    private final Port port;
    private final Fulfilment fulfilment;

    World(FolderWire wire, WorldClock clock, Declarations declarations, Port port, Fulfilment fulfilment) {
        this.wire = wire;
        this.clock = clock;
        this.declarations = declarations;
        this.port = port;
        this.fulfilment = fulfilment;
    }

    void beginsAt(Instant instant) {
        clock.set(instant);
    }

    void ends() {
        clock.release();
    }

    /** Lets time pass until then; everybody on the far side behaves as the scenario says. */
    void passes(Scenario scenario, Instant until) {
        var far = Emulation.of(wire.root(), scenario);
        Optional<Instant> due = exchange(far);
        while (due.isPresent() && !due.get().isAfter(until)) {
            clock.set(due.get());
            due = exchange(far);
        }
        clock.set(until);
    }

    private Optional<Instant> exchange(FarSide far) {
        Optional<Instant> due;
        do {
            List.of("customs", "rail", "carrier").forEach(wire::send);
            due = far.deliver(clock.instant());
        } while (declarations.collect() + port.collect() + fulfilment.collect() + fulfilment.handOver() > 0);
        return due;
    }
}
