package org.tongdao.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongdao.consolidation.BoxPlan;
import org.tongdao.declaration.Declarations;
import org.tongdao.emulator.FarSide;
import org.tongdao.fulfilment.Fulfilment;
import org.tongdao.keys.Keys;
import org.tongdao.planning.Planning;
import org.tongdao.platform.Tenancy;
import org.tongdao.port.Port;
import org.tongdao.wires.Wires;

/**
 * The standing work of one tenant at one instant: the same doors as a tick, but asked every time, because here people and far sides act between two pulses.
 */
@Component
class DayWork {

    /** Parcels gather at least this long before a hub's first cut-off, so that a train is worth its path. */
    private static final Duration GATHERING = Duration.ofHours(24);

    private static final List<String> WIRES = List.of("customs", "rail", "carrier");
    private static final int KNOWN_CUT_OFFS = 500;
    /** More rounds at a standing clock than any work needs; a far side that answers for ever must not hold the node. */
    private static final int ROUNDS = 200;

    static final List<String> JOBS = List.of(
            "key",
            "declare",
            "screening",
            "send",
            "fetch",
            "far-side",
            "receipts",
            "trains",
            "parcels",
            "hand-over",
            "cut-offs",
            "orders",
            "charges");

    private final Declarations declarations;
    private final Planning planning;
    private final Port port;
    private final Fulfilment fulfilment;
    private final Keys keys;
    private final Wires wires;
    private final JourneyStore store;
    private final Waiting waiting;
    private final SendOff sendOff;
    private final BoxPlan plan;
    private final Freight freight;
    private final Clock clock;
    private final Map<String, Instant> cutOffs = new LinkedHashMap<>();

    DayWork(
            Declarations declarations,
            Planning planning,
            Port port,
            Fulfilment fulfilment,
            Keys keys,
            Wires wires,
            JourneyStore store,
            Waiting waiting,
            SendOff sendOff,
            BoxPlan plan,
            Freight freight,
            Clock clock) {
        this.declarations = declarations;
        this.planning = planning;
        this.port = port;
        this.fulfilment = fulfilment;
        this.keys = keys;
        this.wires = wires;
        this.store = store;
        this.waiting = waiting;
        this.sendOff = sendOff;
        this.plan = plan;
        this.freight = freight;
        this.clock = clock;
    }

    /** Works off this instant; returns when more is due as far as is known. */
    Optional<Instant> work(FarSide far, Jobs jobs) {
        Optional<Instant> due;
        int moved;
        int round = 0;
        do {
            jobs.run("key", this::watchKeys, 0);
            moved = jobs.run("declare", declarations::declareRequested, 0);
            jobs.run("screening", declarations::screenAgain, 0);
            jobs.run("send", () -> wires.send(WIRES), 0);
            due = jobs.run("far-side", () -> far.deliver(clock.instant()), Optional.empty());
            moved += jobs.run("fetch", () -> wires.fetch(WIRES), 0);
            moved += takeIn(jobs);
            moved += jobs.run("cut-offs", this::passCutOffs, 0);
            moved += jobs.run("orders", () -> sendOff.orderTrains().ordered(), 0);
        } while (moved > 0 && ++round < ROUNDS);
        jobs.run("charges", freight::charge, 0);
        var next = jobs.run("cut-offs", this::nextCutOffs, List.<Instant>of());
        return Stream.concat(due.stream(), next.stream()).min(Instant::compareTo);
    }

    private int watchKeys() {
        keys.watch(clock.instant());
        return 0;
    }

    private int takeIn(Jobs jobs) {
        return jobs.run("receipts", declarations::collect, 0)
                + jobs.run("trains", port::collect, 0)
                + jobs.run("parcels", fulfilment::collect, 0)
                + jobs.run("hand-over", fulfilment::handOver, 0);
    }

    private int passCutOffs() {
        int passed = 0;
        for (var cutOff : cutOffsOfHubs().entrySet()) {
            if (!cutOff.getValue().isAfter(clock.instant())) {
                sendOff.pass(cutOff.getKey(), cutOff.getValue());
                passed++;
            }
        }
        return passed;
    }

    private List<Instant> nextCutOffs() {
        return List.copyOf(cutOffsOfHubs().values());
    }

    /** The next cut-off of each hub that something waits for; a container that a planner locked has one of its own. */
    private SortedMap<String, Instant> cutOffsOfHubs() {
        var next = new TreeMap<String, Instant>(plan.cutOffs());
        for (var hub : waiting.waitingHubs()) {
            next.merge(hub.hub(), nextCutOff(hub), (a, b) -> a.isBefore(b) ? a : b);
        }
        return next;
    }

    /** A hub that was idle does not make up for the cut-offs that nothing waited for. */
    private Instant nextCutOff(Waiting.Hub hub) {
        var since = hub.since().toInstant();
        var after = store.lastCutOff(hub.hub())
                .map(last -> last.isAfter(since) ? last : since)
                .orElse(since.plus(GATHERING));
        if (cutOffs.size() > KNOWN_CUT_OFFS) {
            cutOffs.clear();
        }
        return cutOffs.computeIfAbsent(
                Tenancy.current() + hub.hub() + after, key -> planning.nextCutOff(hub.hub(), after));
    }
}
