package org.tongdao.benchmarks;

import com.google.ortools.Loader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tongdao.cpsat.DayOracle;
import org.tongdao.cpsat.ShopOracle;
import org.tongdao.yard.DayCheck;
import org.tongdao.yard.DayExample;
import org.tongdao.yard.DayLimits;
import org.tongdao.yard.DayPlan;
import org.tongdao.yard.DayPlanner;
import org.tongdao.yard.DayQuestion;
import org.tongdao.yard.DayStep;
import org.tongdao.yard.ShopFile;
import org.tongdao.yard.ShopLimits;
import org.tongdao.yard.ShopSolver;
import org.tongdao.yard.YardLayout;
import org.tongdao.yard.YardLayoutFile;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/**
 * The yard's schedulers beside CP-SAT of OR-Tools, which only this benchmark needs: {@code shops FOLDER SECONDS THREADS FROM TO} for mk01 to mk10,
 * {@code days FOLDER SECONDS THREADS TRAINS SEEDS} for made-up days of the stations in a folder. CPU seconds are of the whole process, native threads included.
 */
public final class YardOracleBenchmark {

    private static final int[] BEST = {40, 26, 204, 60, 172, 58, 139, 523, 307, 197};
    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    private YardOracleBenchmark() {}

    public static void main(String[] args) throws IOException {
        Loader.loadNativeLibraries();
        double seconds = Double.parseDouble(args[2]);
        int threads = Integer.parseInt(args[3]);
        if (args[0].equals("shops")) {
            shops(Path.of(args[1]), seconds, threads, Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        } else {
            days(Path.of(args[1]), seconds, threads, List.of(args[4].split(",")), Integer.parseInt(args[5]));
        }
    }

    private static void shops(Path folder, double seconds, int threads, int from, int to) throws IOException {
        double gaps = 0;
        double theirs = 0;
        for (int i = from; i <= to; i++) {
            var file = folder.resolve("mk%02d.fjs".formatted(i));
            var shop = ShopFile.read(file.toString(), Files.readAllLines(file))
                    .instance()
                    .orElseThrow();
            double cpu = cpu();
            var own = ShopSolver.solve(shop, ShopLimits.seconds(seconds, threads, 1));
            double ownCpu = cpu() - cpu;
            cpu = cpu();
            var cp = ShopOracle.solve(shop, seconds, threads);
            say(
                    "mk%02d best known %d: own %d (%.1f CPU s), CP-SAT %d, its bound %d%s (%.1f CPU s), own/CP-SAT %.3f",
                    i,
                    BEST[i - 1],
                    own.makespan(),
                    ownCpu,
                    cp.makespan(),
                    cp.bound(),
                    cp.proved() ? " proved" : "",
                    cpu() - cpu,
                    (double) own.makespan() / cp.makespan());
            gaps += (double) own.makespan() / BEST[i - 1] - 1;
            theirs += (double) cp.makespan() / BEST[i - 1] - 1;
        }
        say(
                "mean gap to the best known: own %.2f %%, CP-SAT %.2f %%",
                100 * gaps / (to - from + 1), 100 * theirs / (to - from + 1));
    }

    private static void days(Path folder, double seconds, int threads, List<String> sizes, int seeds)
            throws IOException {
        double gaps = 0;
        double worst = 0;
        int proved = 0;
        for (var station : List.of("khorgos", "alashankou", "dostyk", "malaszewicze")) {
            var lines = Files.readAllLines(folder.resolve(station + ".csv"), StandardCharsets.UTF_8);
            var layout = YardLayoutFile.read(station, lines).layout().orElseThrow();
            for (var size : sizes) {
                for (int seed = 1; seed <= seeds; seed++) {
                    double gap = day(layout, Integer.parseInt(size), seed, seconds, threads);
                    if (gap >= 0) {
                        proved++;
                        gaps += gap;
                        worst = Math.max(worst, gap);
                    }
                }
            }
        }
        say(
                "%d days that CP-SAT solved: own above the optimum %.2f %% in the mean, %.2f %% at worst",
                proved, 100 * gaps / proved, 100 * worst);
    }

    /** Prints a day; answers how far the own plan is above the optimum, -1 when CP-SAT did not prove one. */
    private static double day(YardLayout layout, int trains, long seed, double seconds, int threads) {
        int gauge = layout.units(YardResource.RECEIVING_TRACK).get(0).gaugeMm();
        int onward = layout.units(YardResource.DEPARTURE_TRACK).get(0).gaugeMm();
        var wish = new DayExample.Wish(DAY, trains, 55, 0.02, gauge, onward);
        var question = DayQuestion.of(layout, DayExample.of(wish, seed), DAY);
        double cpu = cpu();
        var own = DayPlanner.plan(question, DayLimits.seconds(seconds, 1));
        double ownCpu = cpu() - cpu;
        var faults = DayCheck.check(question, own.steps());
        var oracle = new DayOracle(question, last(own));
        cpu = cpu();
        var cp = oracle.solve(seconds, threads, List.of());
        double cpCpu = cpu() - cpu;
        var helped = oracle.solve(seconds, threads, own.steps());
        long bound =
                Math.max(Math.max(cp.bound(), helped.bound()), own.figures().bound());
        boolean proved = cp.proved() || helped.proved();
        double gap = (double) (own.figures().cost() - bound) / bound;
        say(
                "%s %d trains, day %d: own %d (%d rounds, %.1f CPU s, own bound %d%s), CP-SAT %d (%.1f CPU s, bound %d%s), CP-SAT from our plan %d%s; own above the best bound %.2f %%, own/CP-SAT %.3f",
                layout.id(),
                trains,
                seed,
                own.figures().cost(),
                own.rounds(),
                ownCpu,
                own.figures().bound(),
                faults.isEmpty() ? "" : ", " + faults.size() + " FAULTS",
                cp.cost(),
                cpCpu,
                cp.bound(),
                cp.proved() ? " proved" : "",
                helped.cost(),
                helped.proved() ? " proved" : "",
                100 * gap,
                (double) own.figures().cost() / cp.cost());
        return proved ? gap : -1;
    }

    private static long last(DayPlan plan) {
        return plan.steps().stream()
                .filter(s -> s.stage() == YardStage.DEPARTURE)
                .map(DayStep::end)
                .mapToLong(Instant::getEpochSecond)
                .max()
                .orElseThrow();
    }

    private static double cpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
