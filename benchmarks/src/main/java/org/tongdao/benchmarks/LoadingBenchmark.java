package org.tongdao.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tongdao.loading.BrFile;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadChecker;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadRules;
import org.tongdao.loading.Loading;
import org.tongdao.loading.PackChecker;
import org.tongdao.loading.PackLimits;
import org.tongdao.loading.PackProblem;
import org.tongdao.loading.PackSolver;
import org.tongdao.loading.TrainPlanner;
import org.tongdao.loading.TrainRules;
import org.tongdao.loading.TrainYard;
import org.tongdao.terms.Size;

/**
 * The bars of the loading engine, by CPU time of one thread: {@code br FOLDER SECONDS full|none N} (problems 1 to N of BR1–BR7), {@code thpack9 FOLDER SECONDS},
 * {@code real FOLDER SECONDS N STOPS} against plain full support, {@code parcels KINDS}, {@code train}, {@code scarce} (pools with too few wagons), {@code fifty} containers on two cores; {@code bars [FOLDER]} is a short run of all of them. The instances of others are read, not shipped.
 */
public final class LoadingBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LoadingBenchmark() {}

    public static void main(String[] args) throws Exception {
        switch (args.length == 0 ? "train" : args[0]) {
            case "bars" -> bars(args);
            case "br" ->
                br(Path.of(args[1]), Double.parseDouble(args[2]), args[3].equals("full"), Integer.parseInt(args[4]));
            case "thpack9" -> thpack9(Path.of(args[1]), Double.parseDouble(args[2]));
            case "real" ->
                real(
                        Path.of(args[1]),
                        Double.parseDouble(args[2]),
                        Integer.parseInt(args[3]),
                        Integer.parseInt(args[4]));
            case "fifty" -> LoadingBars.fifty();
            case "scarce" -> ScarcePools.run();
            case "parcels" -> parcels(Integer.parseInt(args[1]));
            default -> train();
        }
    }

    /** Every bar in one run of some minutes: one problem of each class of FOLDER, without it those that are made here. */
    private static void bars(String[] args) throws Exception {
        if (args.length > 1) {
            var folder = Path.of(args[1]);
            br(folder, 2, false, 1);
            br(folder, 10, true, 1);
            real(folder, 10, 1, 3);
            thpack9(folder, 1);
            LoadingBars.main(new String[] {args[1], "1"});
        } else {
            LoadingBars.main(new String[0]);
        }
        parcels(400);
        train();
    }

    private static PackLimits limits(boolean full, double seconds) {
        return PackLimits.seconds(full, seconds).withClock(THREADS::getCurrentThreadCpuTime);
    }

    private static List<PackProblem> problems(Path folder, String name) throws IOException {
        var lines = Files.readString(folder.resolve(name + ".txt"), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        return BrFile.read(name, lines).problems();
    }

    private static void br(Path folder, double seconds, boolean full, int n) throws IOException {
        double all = 0;
        for (int c = 1; c <= 7; c++) {
            double sum = 0;
            for (var problem : problems(folder, "BR" + c).subList(0, n)) {
                var plan = PackSolver.solve(problem, limits(full, seconds));
                if (!PackChecker.check(plan, full).isEmpty()) {
                    throw new IllegalStateException("BR" + c + " " + problem.id() + " is not in order");
                }
                sum += 100 * plan.utilisation();
            }
            System.out.printf("BR%d %.3f %%%n", c, sum / n);
            all += sum / n;
        }
        System.out.printf("mean %.3f %%%n", all / 7);
    }

    private static Cargo cargo(PackProblem.BoxType type, int unit, double density, int stop) {
        var sizes = type.sizes().stream().map(s -> s * unit).toList();
        double litres = sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b) / 1e6;
        return new Cargo(
                "" + type.id(),
                sizes,
                type.upright(),
                type.quantity(),
                Math.round(litres * density),
                Cargo.Strength.ANY,
                new Cargo.Sorting(stop, "", "", false),
                0);
    }

    private static void thpack9(Path folder, double seconds) throws IOException {
        int sum = 0;
        for (var p : problems(folder, "thpack9")) {
            var type = new ContainerType("x", new Size(p.length(), p.width(), p.height()), 0, Long.MAX_VALUE);
            var boxes = p.types().stream().map(t -> cargo(t, 1, 0, 1)).toList();
            var load = LoadProblem.of("" + p.id(), type, boxes, LoadRules.SUPPORT_ONLY.withSupport(0));
            var answer = Loading.all(load, limits(false, seconds));
            if (!LoadChecker.check(load, answer.containers()).isEmpty()) {
                throw new IllegalStateException("thpack9 " + p.id() + " is not in order");
            }
            sum += answer.containers().size();
        }
        System.out.println("thpack9 " + sum + " containers");
    }

    /** Box types of BR in centimetres get a density of 80 to 350 kg/m³ and a stop each. */
    private static void real(Path folder, double seconds, int n, int stops) throws IOException {
        double gap = 0;
        int faults = 0;
        for (int c = 1; c <= 7; c++) {
            for (var p : problems(folder, "BR" + c).subList(0, n)) {
                var random = new Random(31L * p.id() + c);
                var boxes = new ArrayList<Cargo>();
                p.types().forEach(t -> boxes.add(cargo(t, 10, 80 + random.nextInt(270), 1 + random.nextInt(stops))));
                var size = new Size(10 * p.length(), 10 * p.width(), 10 * p.height());
                var load = LoadProblem.of(
                        "" + p.id(), new ContainerType("x", size, 2_200_000, 30_480_000), boxes, LoadRules.CTU);
                var answer = Loading.one(load, limits(true, seconds));
                faults += LoadChecker.check(load, answer.containers()).size();
                double plain = PackSolver.solve(p, limits(true, seconds)).utilisation();
                gap += 100 * (plain - answer.containers().get(0).fill());
            }
        }
        System.out.printf(
                "real loads, %d stops: %.2f points below plain full support, %d findings%n",
                stops, gap / n / 7, faults);
    }

    /** 4,000 parcels of 16 litres and 2.3 kg on average into one 40' HC: the first answer. */
    private static void parcels(int kinds) {
        var random = new Random(kinds);
        var cargo = new ArrayList<Cargo>();
        for (int i = 0; i < kinds; i++) {
            var sizes = List.of(150 + random.nextInt(250), 150 + random.nextInt(200), 100 + random.nextInt(250));
            cargo.add(Cargo.of("P" + i, sizes, 4000 / kinds, 500 + random.nextInt(3600)));
        }
        var type = new ContainerType("40HC", new Size(12032, 2352, 2698), 3_900_000, 25_000_000);
        var load = LoadProblem.of("parcels", type, cargo, LoadRules.CTU);
        long began = THREADS.getCurrentThreadCpuTime();
        var answer = Loading.one(load, limits(true, 1));
        double seconds = (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
        var one = answer.containers().get(0);
        System.out.printf(
                "%d kinds: %d of 4000 parcels, %.1f %%, %.2f s, %d findings%n",
                kinds,
                one.boxes().size(),
                100 * one.fill(),
                seconds,
                LoadChecker.check(load, answer.containers()).size());
    }

    private static void train() {
        for (long seed = 1; seed <= 10; seed++) {
            long began = THREADS.getCurrentThreadCpuTime();
            var plan = TrainPlanner.plan(
                    TrainRules.STANDARD, TrainYard.USUAL.boxes(seed), List.of(), TrainPlanner.Effort.seconds(10));
            double seconds = (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
            System.out.printf(
                    "yard %d: %d wagons, worth %d of at most %d, %.2f s%n",
                    seed, plan.consist().wagons().size(), plan.worth(), plan.bound(), seconds);
        }
    }
}
