package org.tongdao.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongdao.declaration.Declarations;
import org.tongdao.emulator.FarSide;
import org.tongdao.fulfilment.Fulfilment;
import org.tongdao.planning.Planning;
import org.tongdao.platform.FolderWire;
import org.tongdao.port.Port;

/** What happens at one instant: everything that is due, until nothing changes any more. */
@Component
class Ticks {

    /** Parcels gather at least this long before a hub's first cut-off, so that a train is worth its path. */
    private static final Duration GATHERING = Duration.ofHours(24);

    private static final List<String> WIRES = List.of("customs", "rail", "carrier");

    private final Declarations declarations;
    private final Planning planning;
    private final Port port;
    private final Fulfilment fulfilment;
    private final FolderWire wire;
    private final JourneyStore store;
    private final Waiting waiting;
    private final SendOff sendOff;
    private final Clock clock;
    private final Map<String, Instant> cutOffs = new HashMap<>();
    private List<String> hubs = List.of();
    /** A process that begins cannot know what the one before it left undone, so at first everything is asked. */
    private boolean trainsWait = true;

    private boolean arrivalsWait = true;
    private boolean hubsUnknown = true;

    Ticks(
            Declarations declarations,
            Planning planning,
            Port port,
            Fulfilment fulfilment,
            FolderWire wire,
            JourneyStore store,
            Waiting waiting,
            SendOff sendOff,
            Clock clock) {
        this.declarations = declarations;
        this.planning = planning;
        this.port = port;
        this.fulfilment = fulfilment;
        this.wire = wire;
        this.store = store;
        this.waiting = waiting;
        this.sendOff = sendOff;
        this.clock = clock;
    }

    /** Works off this instant; returns the next one at which something is due, or nothing when the journey is over. */
    Optional<Instant> work(FarSide far, Instant startedAt) {
        Optional<Instant> due;
        do {
            wire.send(WIRES);
            due = far.deliver(clock.instant());
        } while (takeIn() + sendOff(startedAt) > 0);
        return Stream.concat(due.stream(), cutOffs(startedAt)).min(Instant::compareTo);
    }

    private int takeIn() {
        int receipts = declarations.collect();
        if (hubsUnknown || (receipts > 0 && hubs.size() < Planning.HUBS.size())) {
            hubs = waiting.hubs();
            hubsUnknown = false;
        }
        int trains = port.collect();
        int parcels = fulfilment.collect();
        int arrivals = trains > 0 || arrivalsWait ? fulfilment.handOver() : 0;
        arrivalsWait = false;
        return receipts + trains + parcels + arrivals;
    }

    private int sendOff(Instant startedAt) {
        int sent = 0;
        for (var hub : hubs) {
            var cutOff = nextCutOff(hub, startedAt);
            if (!cutOff.isAfter(clock.instant())) {
                sendOff.pass(hub, cutOff);
                sent++;
            }
        }
        if (sent > 0) {
            hubs = waiting.hubs();
        }
        return sent > 0 || trainsWait ? sent + order() : 0;
    }

    private int order() {
        var orders = sendOff.orderTrains();
        trainsWait = orders.blocked() > 0;
        return orders.ordered();
    }

    private Stream<Instant> cutOffs(Instant startedAt) {
        return hubs.stream().map(hub -> nextCutOff(hub, startedAt));
    }

    /** Asked at every tick, answered anew only when the hub's last cut-off has changed. */
    private Instant nextCutOff(String hub, Instant startedAt) {
        var after = store.lastCutOff(hub).orElse(startedAt.plus(GATHERING));
        return cutOffs.computeIfAbsent(hub + after, key -> planning.nextCutOff(hub, after));
    }
}
