package org.tongdao.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import org.tongdao.loading.BrFile;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadRules;
import org.tongdao.loading.Loading;
import org.tongdao.loading.PackChecker;
import org.tongdao.loading.PackLimits;
import org.tongdao.loading.PackProblem;
import org.tongdao.loading.PackSolver;
import org.tongdao.terms.Size;

/**
 * The bars of the loading engine that need a peer or both cores, in one run: {@code [FOLDER N]} with the first N problems of BR1–BR7 in FOLDER, else problems
 * of the same family made here. First answer, peers with their own defaults and the ratio, 30 to 100 box types, both cores.
 */
public final class LoadingBars {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int CLASSES = 7;
    /** Seconds for the search, so that search and check stay within 100 ms. */
    private static final double FIRST = 0.085;

    private static final int[] TYPES = {3, 5, 8, 10, 12, 15, 20};

    private LoadingBars() {}

    public static void main(String[] args) throws Exception {
        var problems = args.length > 1 ? read(Path.of(args[0]), Integer.parseInt(args[1])) : made(TYPES, 1);
        for (int round = 0; round < 3; round++) {
            for (var problem : problems) { // warm
                solve(problem, false, FIRST);
                solve(problem, true, FIRST);
            }
        }
        double ours = mean(
                "first answer and its check in 100 ms, no support asked for, bar 90 %",
                problems, p -> solve(p, false, FIRST));
        mean("first answer and its check in 100 ms, full support", problems, p -> solve(p, true, FIRST));
        for (var peer : PeerPacker.values()) {
            problems.forEach(peer::fill);
            double theirs = mean("skjolber " + peer, problems, peer::fill);
            System.out.printf("  ours in 100 ms is %.3f times as full%n", ours / theirs);
        }
        for (int types : new int[] {30, 60, 100}) {
            mean(types + " types, full support, 2 s", made(new int[] {types}, 2), p -> solve(p, true, 2));
        }
        fifty();
    }

    /** Both cores: 50 containers of one train side by side, then one problem of about 50 containers; processor time of the whole process over wall clock and cores. */
    static void fifty() throws Exception {
        cores();
        fleet();
    }

    private static double mean(String what, List<PackProblem> problems, ToDoubleFunction<PackProblem> fill) {
        long began = THREADS.getCurrentThreadCpuTime();
        double mean = 100 * problems.stream().mapToDouble(fill).average().orElse(0);
        double each = (THREADS.getCurrentThreadCpuTime() - began) / 1e9 / problems.size();
        System.out.printf("%s: %.2f %%, %.3f s of CPU each%n", what, mean, each);
        return mean;
    }

    private static double solve(PackProblem problem, boolean full, double seconds) {
        var limits = PackLimits.seconds(full, seconds).withClock(THREADS::getCurrentThreadCpuTime);
        var plan = PackSolver.solve(problem, limits);
        if (!PackChecker.check(plan, full).isEmpty()) {
            throw new IllegalStateException("problem " + problem.id() + " is not in order");
        }
        return plan.utilisation();
    }

    /**
     * 50 containers of one train side by side. On an idle machine the share is that of the wall clock; on a busy one Linux tells besides how long the workers
     * waited for a core, and what they neither ran nor waited is what they left unused.
     */
    private static void cores() throws Exception {
        int cores = 2;
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var pool = Executors.newFixedThreadPool(cores);
        var ready = new ConcurrentHashMap<Thread, Long>();
        var work = new ArrayList<Callable<Double>>();
        made(new int[] {12}, 50)
                .forEach(p -> work.add(() -> {
                    long before = wanted();
                    double fill = solve(p, true, 0.5);
                    ready.merge(Thread.currentThread(), wanted() - before, Long::sum);
                    return fill;
                }));
        long wall = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        pool.invokeAll(work);
        double took = System.nanoTime() - wall;
        double busy = (system.getProcessCpuTime() - cpu) / took / cores;
        double wanted = ready.values().stream().mapToLong(Long::longValue).sum() / took / cores;
        pool.shutdown();
        System.out.printf(
                "50 containers on %d cores: %.0f %% busy by the wall clock, bar 90 %%; workers ran or waited for a core %.1f %% of the time; load %.1f%n",
                cores, 100 * busy, 100 * wanted, system.getSystemLoadAverage());
    }

    /**
     * One problem of about 50 containers on two threads: what each worker ran, and what was left to the calling thread and the rest of the virtual machine
     * (compiler, collector); by CPU time, so that other work on the machine does not count.
     */
    private static void fleet() throws Exception {
        var random = new Random(50);
        var cargo = new ArrayList<Cargo>();
        for (int t = 0; t < 40; t++) {
            var sizes = List.of(400 + random.nextInt(500), 300 + random.nextInt(400), 250 + random.nextInt(350));
            cargo.add(Cargo.of("C" + t, sizes, 300, 5_000 + random.nextInt(20_000)));
        }
        var type = new ContainerType("20GP", new Size(5898, 2352, 2393), 2_230_000, 21_770_000);
        var problem = LoadProblem.of("fleet", type, cargo, LoadRules.CTU);
        var workers = new ConcurrentHashMap<Long, Long>();
        var limits = PackLimits.seconds(true, 40).withThreads(2).withClock(() -> {
            workers.merge(Thread.currentThread().getId(), THREADS.getCurrentThreadCpuTime(), Math::max);
            return System.nanoTime();
        });
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long caller = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        var answer = Loading.all(problem, limits);
        double busy = (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - wall) / 2;
        caller = THREADS.getCurrentThreadCpuTime() - caller;
        workers.remove(Thread.currentThread().getId());
        var each = workers.values().stream().sorted().toList();
        double sum = each.stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                "one problem of %d containers on 2 threads: workers %s s of CPU, the calling thread %.1f %% of theirs; least worker %.1f %% of the most; %.0f %% busy by the wall clock, load %.1f%n",
                answer.containers().size(),
                each.stream().map(n -> String.format("%.1f", n / 1e9)).toList(),
                100 * caller / sum,
                100.0 * each.get(0) / each.get(each.size() - 1),
                100 * busy,
                system.getSystemLoadAverage());
    }

    /** Nanoseconds this thread has run or waited for a core; 0 where the system does not tell. */
    private static long wanted() throws IOException {
        var told = Path.of("/proc/thread-self/schedstat");
        if (!Files.isReadable(told)) {
            return 0;
        }
        var numbers = Files.readString(told).strip().split(" ");
        return Long.parseLong(numbers[0]) + Long.parseLong(numbers[1]);
    }

    private static List<PackProblem> read(Path folder, int n) throws IOException {
        var problems = new ArrayList<PackProblem>();
        for (int c = 1; c <= CLASSES; c++) {
            var lines = Files.readString(folder.resolve("BR" + c + ".txt"), StandardCharsets.ISO_8859_1);
            problems.addAll(
                    BrFile.read("BR" + c, lines.lines().toList()).problems().subList(0, n));
        }
        return problems;
    }

    /** Boxes of 30–120 × 25–100 × 20–80 cm that would fill a 20' if they fitted, as Bischoff and Ratcliff drew theirs. */
    private static List<PackProblem> made(int[] types, int each) {
        var problems = new ArrayList<PackProblem>();
        for (int n : types) {
            for (int i = 0; i < each; i++) {
                problems.add(made(n, 1 + i));
            }
        }
        return problems;
    }

    private static PackProblem made(int types, int number) {
        var random = new Random(1_000L * types + number);
        var sizes = new ArrayList<List<Integer>>();
        for (int t = 0; t < types; t++) {
            sizes.add(List.of(30 + random.nextInt(91), 25 + random.nextInt(76), 20 + random.nextInt(61)));
        }
        var quantity = new int[types];
        for (long offered = 0; offered < 587L * 233 * 220; ) {
            int t = random.nextInt(types);
            quantity[t]++;
            offered += (long) sizes.get(t).get(0)
                    * sizes.get(t).get(1)
                    * sizes.get(t).get(2);
        }
        var boxes = new ArrayList<PackProblem.BoxType>();
        for (int t = 0; t < types; t++) {
            if (quantity[t] > 0) {
                var upright = List.of(random.nextBoolean(), random.nextBoolean(), true);
                boxes.add(new PackProblem.BoxType(t + 1, sizes.get(t), upright, quantity[t]));
            }
        }
        return new PackProblem(number, 587, 233, 220, boxes);
    }
}
