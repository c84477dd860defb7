package org.tongdao.benchmarks;

import com.google.ortools.Loader;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.tongdao.routing.AssignSolver;
import org.tongdao.routing.Network;
import org.tongdao.routing.Station;
import org.tongdao.routing.Timetable;

/**
 * The linear relaxation of an assignment of 15 hubs over 30 days: columns and prices of ours, and CLP (through OR-Tools, only here) on flows over places and
 * times; by CPU time of the one thread, the building of CLP's programme not counted, that of our timetable counted. The values must be equal.
 *
 * <p>Arguments: {@code [SHIPMENTS] [LINES] [SLOTS] [SEED]}; the first so many lines of the generated ones.
 */
public final class AssignAgainstClp {

    private static final int HUBS = 15;
    private static final int DAYS = 30;
    private static final int ROUNDS = 300;

    private AssignAgainstClp() {}

    private static int argument(String[] args, int at, int usual) {
        return args.length > at ? Integer.parseInt(args[at]) : usual;
    }

    private static Network network(int lines, int slots, long seed) {
        var made = AssignBenchmark.network(HUBS, slots, seed);
        var hubs = made.stations().stream()
                .limit(HUBS)
                .map(s -> new Station(
                        s.id(),
                        s.nameEn(),
                        s.nameZh(),
                        s.country(),
                        s.lat(),
                        s.lon(),
                        s.zone(),
                        s.hours(),
                        s.handling(),
                        new Station.Storage(0, 0),
                        s.check(),
                        s.source()))
                .toList();
        return new Network(hubs, made.lines().stream().limit(lines).toList(), List.of());
    }

    public static void main(String[] args) {
        Loader.loadNativeLibraries();
        long seed = argument(args, 3, 1);
        int slots = argument(args, 2, 2);
        var network = network(argument(args, 1, 60), slots, seed);
        var shipments = AssignBenchmark.shipments(HUBS, argument(args, 0, 60), seed);
        var cpu = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double own = 0;
        double least = Double.MAX_VALUE;
        for (int turn = 0; turn < 5; turn++) {
            long before = cpu.getCurrentThreadCpuTime();
            var t = Timetable.of(network, AssignBenchmark.start(), DAYS);
            own = new AssignSolver(t, shipments).relaxed(ROUNDS);
            double seconds = (cpu.getCurrentThreadCpuTime() - before) / 1e9;
            System.out.printf(Locale.ROOT, "own   %.3f s CPU, value %.0f%n", seconds, own);
            least = Math.min(least, seconds);
        }
        var flows = new ClpFlows(network, AssignBenchmark.start(), DAYS);
        shipments.forEach(flows::add);
        System.out.println(flows.size());
        long before = cpu.getCurrentThreadCpuTime();
        double clp = flows.solve();
        double seconds = (cpu.getCurrentThreadCpuTime() - before) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "CLP   %.3f s CPU, value %.0f; ratio %.1f; values apart by %.5f %%%n",
                seconds,
                clp,
                seconds / least,
                100 * (clp - own) / clp);
    }
}
