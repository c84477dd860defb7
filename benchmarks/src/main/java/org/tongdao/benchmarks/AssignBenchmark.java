package org.tongdao.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongdao.routing.AssignChecker;
import org.tongdao.routing.AssignSolver;
import org.tongdao.routing.Line;
import org.tongdao.routing.Network;
import org.tongdao.routing.NetworkGenerator;
import org.tongdao.routing.Shipment;
import org.tongdao.routing.Timetable;
import org.tongdao.terms.Dice;

/**
 * Thousands of shipments between hubs over a month onto departures of few slots, by CPU time of the one thread, checked apart from the solver.
 *
 * <p>Arguments: {@code HUBS SHIPMENTS SLOTS [SEEDS]}. A shipment is one to two and a half containers, ready in the first eighteen days, due in ten.
 */
public final class AssignBenchmark {

    private static final int DAYS = 30;
    private static final int READY_DAYS = 18;

    private AssignBenchmark() {}

    static Network network(int hubs, int slots, long seed) {
        var made = NetworkGenerator.of(NetworkGenerator.Kind.FREIGHT, hubs * 100 / 3 + 1, seed);
        var lines = made.lines().stream()
                .map(l -> new Line(
                        l.id(),
                        l.mode(),
                        l.gaugeMm(),
                        l.calls(),
                        l.days(),
                        l.cutOff(),
                        new Line.Capacity(slots, 0, 0, 0),
                        l.admission(),
                        l.delay(),
                        l.risk(),
                        l.source()))
                .toList();
        return new Network(made.stations(), lines, List.of());
    }

    static Instant start() {
        return NetworkGenerator.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static List<Shipment> shipments(int hubs, int count, long seed) {
        var random = Dice.of(seed, "shipments");
        var all = new ArrayList<Shipment>();
        while (all.size() < count) {
            int from = random.nextInt(hubs);
            int to = (from + 1 + random.nextInt(hubs - 1)) % hubs;
            var ready = start().plusSeconds(3_600L * random.nextInt(24 * READY_DAYS));
            all.add(new Shipment(
                    "S" + all.size(),
                    "P" + from,
                    "P" + to,
                    ready,
                    ready.plusSeconds(10 * 86_400),
                    100 + 50 * random.nextInt(4),
                    0,
                    0,
                    1 + random.nextInt(3)));
        }
        return all;
    }

    public static void main(String[] args) {
        int hubs = Integer.parseInt(args[0]);
        int count = Integer.parseInt(args[1]);
        int slots = Integer.parseInt(args[2]);
        int seeds = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        var cpu = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int seed = 1; seed <= seeds; seed++) {
            var network = network(hubs, slots, seed);
            var shipments = shipments(hubs, count, seed);
            long before = cpu.getCurrentThreadCpuTime();
            var t = Timetable.of(network, start(), DAYS);
            var plan = new AssignSolver(t, shipments).solve(AssignSolver.Effort.USUAL);
            double seconds = (cpu.getCurrentThreadCpuTime() - before) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d hubs, %d shipments, %d slots, seed %d: %.2f s CPU, gap %.3f %%, %d stay, %d faults%n",
                    hubs,
                    count,
                    slots,
                    seed,
                    seconds,
                    100 * plan.gap(),
                    plan.leftOut().size(),
                    AssignChecker.check(network, shipments, plan).size());
        }
    }
}
