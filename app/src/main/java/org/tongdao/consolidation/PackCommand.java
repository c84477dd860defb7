package org.tongdao.consolidation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.BrFile;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.PackLimits;
import org.tongdao.loading.PackProblem;
import org.tongdao.platform.TextFile;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao pack}: fills containers from a file of problems; docs/formats/pack.md. */
@Command(
        name = "pack",
        description = "fill a container as well as it goes, or all boxes into the fewest or cheapest containers",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {PackCheckCommand.class, PackSheetCommand.class})
public final class PackCommand implements Callable<Integer> {

    enum Format {
        BR,
        THPACK9,
        CSV,
        JSON
    }

    enum Support {
        FULL,
        NONE
    }

    enum Into {
        ONE,
        ALL
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "file of problems")
    private @Nullable Path file;

    @Option(
            names = "--format",
            description =
                    "${COMPLETION-CANDIDATES}: Bischoff and Ratcliff, Ivancic, boxes as rows, a problem with rules (default: ${DEFAULT-VALUE})")
    private Format format = Format.BR;

    @Option(names = "--problem", description = "with br and thpack9: number of the problem (default: 1)")
    private @Nullable Integer problem;

    @Option(names = "--all", description = "every problem of the file; prints the mean or the sum")
    private boolean all;

    @Option(
            names = "--support",
            description =
                    "${COMPLETION-CANDIDATES}: each box wholly on others, or free of that (default: full, for thpack9 none; JSON says it itself)")
    private @Nullable Support support;

    @Option(
            names = "--into",
            description =
                    "${COMPLETION-CANDIDATES}: the best subset into one container, or all boxes (default: one for br, else all)")
    private @Nullable Into into;

    @Option(
            names = "--container",
            paramLabel = "TYPE",
            description = "with csv: type of containers.csv, may be repeated (default: 40HC)")
    private List<String> containers = new ArrayList<>();

    @Option(names = "--seconds", description = "time for each problem (default: ${DEFAULT-VALUE})")
    private double seconds = 2;

    @Option(
            names = "--nodes",
            description = "partial loads completed at most, instead of a time; equal budgets give equal plans")
    private @Nullable Long nodes;

    @Option(
            names = "--threads",
            description = "threads for one problem, or problems side by side with --all (default: ${DEFAULT-VALUE})")
    private int threads = 1;

    @Option(
            names = "--seed",
            description =
                    "of the lots by which parts of a load are filled anew; equal seeds and --nodes give equal plans (default: ${DEFAULT-VALUE})",
            paramLabel = "X")
    private long seed = 1;

    @Option(names = "--progress", description = "tell each better share of the container as it is found")
    private boolean progress;

    @Option(names = "--json", description = "print JSON, with every box's place")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var text = read();
        if (all) {
            return solve(text);
        }
        try (var best = BestSoFar.open()) {
            return solve(text);
        }
    }

    private int solve(String text) throws InterruptedException {
        var run = new PackRun(threads, limits());
        return switch (format) {
            case BR -> into == Into.ALL ? loads(run, brLoads(text)) : single(run, br(text));
            case THPACK9 -> loads(run, brLoads(text));
            case CSV -> loads(run, only(LoadProblemFile.csv(name(), text, fleet(), support == Support.NONE ? 0 : 1)));
            case JSON -> json(run, text);
        };
    }

    /** Boxes go on pallets or into bags first where the problem says so. */
    private int json(PackRun run, String text) throws InterruptedException {
        var problem = only(LoadProblemFile.json(name(), text)).get(0);
        var findings = new ArrayList<Finding>();
        var reader = new UnitReader(name(), text, findings);
        if (!reader.has("pallet") && !reader.has("bag")) {
            return loads(run, List.of(problem));
        }
        var units = reader.has("pallet")
                ? reader.pallet().map(p -> UnitLoads.pallets(problem, p, limits()))
                : reader.bag().map(b -> UnitLoads.bags(problem, b));
        tell(findings);
        return units(run, problem, units.orElseThrow(() -> wrong(file + " holds no pallet or bag that can be loaded")));
    }

    private int units(PackRun run, LoadProblem problem, UnitLoads units) throws InterruptedException {
        var answer =
                run.load(List.of(problem.with(units.cargo())), into != Into.ONE).get(0);
        if (json) {
            var document = answer.document();
            document.putAll(units.asked());
            document.put(units.what(), units.units());
            document.put(
                    "notPut", units.leftOut().stream().map(LoadAnswerFile::left).toList());
            document.put(
                    "unitVerdict",
                    units.verdict().stream().map(PackCommand::text).toList());
            print(document);
        } else {
            units.lines().forEach(out()::println);
            units.leftOut().forEach(f -> out().println(text(f)));
            units.verdict().forEach(f -> out().println(text(f)));
            out().println(answer.text());
        }
        return sound && units.verdict().isEmpty() && answer.verdict().isEmpty() ? 0 : 1;
    }

    private int single(PackRun run, List<PackProblem> problems) throws InterruptedException {
        var answers = run.fill(problems);
        if (json) {
            print(all ? PackAnswer.summary(answers) : answers.get(0).document());
        } else {
            answers.forEach(a -> out().println(all ? a.line() : a.text()));
            if (all) {
                out().println(String.format(Locale.ROOT, "mean %.3f %%", 100 * PackAnswer.mean(answers)));
            }
        }
        return sound && answers.stream().allMatch(a -> a.verdict().isEmpty()) ? 0 : 1;
    }

    private int loads(PackRun run, List<LoadProblem> problems) throws InterruptedException {
        var answers = run.load(problems, into != Into.ONE);
        long count =
                answers.stream().mapToLong(a -> a.answer().containers().size()).sum();
        if (json) {
            var figures = answers.stream().map(LoadAnswerFile::figures).toList();
            print(
                    all
                            ? Map.of("count", count, "problems", figures)
                            : answers.get(0).document());
        } else {
            answers.forEach(a -> out().println(a.text()));
            if (all) {
                out().println("sum " + count + " containers");
            }
        }
        return sound && answers.stream().allMatch(a -> a.verdict().isEmpty()) ? 0 : 1;
    }

    private boolean sound = true;

    private void tell(List<Finding> findings) {
        findings.forEach(f -> spec.commandLine().getErr().println(text(f)));
        sound &= findings.stream().noneMatch(Finding::stops);
    }

    private List<LoadProblem> only(LoadProblemFile read) {
        tell(read.findings());
        return List.of(read.problem().orElseThrow(() -> wrong(file + " holds no problem that can be solved")));
    }

    private List<LoadProblem> brLoads(String text) {
        return br(text).stream()
                .map(p -> PackRun.load(p, support == Support.FULL ? 1 : 0))
                .toList();
    }

    private List<PackProblem> br(String text) {
        var read = BrFile.read(name(), text.lines().toList());
        int number = problem == null ? 1 : problem;
        var one = read.problems().stream().filter(p -> p.id() == number).toList();
        tell(all || one.isEmpty() ? read.findings() : read.findings(number));
        if (all && !read.problems().isEmpty()) {
            return read.problems();
        }
        int held = read.problems().size();
        refuse(one.isEmpty(), "no problem " + number + " in " + file + "; it holds " + held);
        return one;
    }

    private List<ContainerOffer> fleet() {
        var codes = containers.isEmpty() ? List.of("40HC") : containers;
        return codes.stream()
                .map(code -> Fleet.plate(code)
                        .orElseThrow(() -> wrong("--container " + code + ": containers.csv has no such type")))
                .map(ContainerOffer::any)
                .toList();
    }

    private PackLimits limits() {
        boolean full = support != Support.NONE;
        var limits = (nodes == null ? PackLimits.seconds(full, seconds) : PackLimits.nodes(full, nodes)).withSeed(seed);
        return progress
                ? limits.withProgress(share ->
                        spec.commandLine().getErr().println(String.format(Locale.ROOT, "%.3f %%", 100 * share)))
                : limits;
    }

    private String read() throws IOException {
        if (file == null) {
            throw wrong("name a file of problems, or a subcommand");
        }
        refuse(!Files.isRegularFile(file), "no such file: " + file);
        boolean timed = seconds > 0 && Double.isFinite(seconds);
        boolean ours = format == Format.CSV || format == Format.JSON;
        refuse(!timed || (nodes != null && nodes < 1) || threads < 1, "--seconds, --nodes and --threads are above 0");
        refuse(ours && problem != null, "--problem goes with br and thpack9; a file of csv or json holds one problem");
        refuse(format == Format.JSON && support != null, "--support goes with other formats; json says rules.support");
        refuse(format != Format.CSV && !containers.isEmpty(), "--container goes with csv");
        try {
            return TextFile.read(file, ours ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        } catch (TextFile.NotText e) {
            throw wrong("" + e.getMessage());
        }
    }

    private void refuse(boolean wrong, String why) {
        if (wrong) {
            throw wrong(why);
        }
    }

    private String name() {
        return String.valueOf(file == null ? "" : file.getFileName());
    }

    private java.io.PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void print(Object document) {
        out().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }

    static String text(Finding finding) {
        return finding.rule() + "  " + finding.place() + "  " + finding.value() + "  " + finding.maybe();
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
