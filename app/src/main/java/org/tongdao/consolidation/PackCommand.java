package org.tongdao.consolidation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.BrFile;
import org.tongdao.loading.PackChecker;
import org.tongdao.loading.PackLimits;
import org.tongdao.loading.PackProblem;
import org.tongdao.loading.PackSolver;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao pack}: fills one container from a file of problems; docs/formats/pack.md. */
@Command(
        name = "pack",
        description = "fill a container as well as it goes, from a file of packing problems",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = PackCheckCommand.class)
public final class PackCommand implements Callable<Integer> {

    enum Format {
        BR
    }

    enum Support {
        FULL,
        NONE
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "file of problems")
    private @Nullable Path file;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}: Bischoff and Ratcliff (default: ${DEFAULT-VALUE})")
    private Format format = Format.BR;

    @Option(names = "--problem", description = "number of the problem, from 1 (default: ${DEFAULT-VALUE})")
    private int problem = 1;

    @Option(names = "--all", description = "every problem of the file; prints the mean")
    private boolean all;

    @Option(
            names = "--support",
            description =
                    "${COMPLETION-CANDIDATES}: each box wholly on others, or free of that (default: ${DEFAULT-VALUE})")
    private Support support = Support.FULL;

    @Option(names = "--seconds", description = "time for each problem (default: ${DEFAULT-VALUE})")
    private double seconds = 2;

    @Option(
            names = "--nodes",
            description = "partial loads completed at most, instead of a time; equal budgets give equal plans")
    private @Nullable Long nodes;

    @Option(names = "--threads", description = "problems solved side by side with --all (default: ${DEFAULT-VALUE})")
    private int threads = 1;

    @Option(names = "--seed", description = "taken for scripts; the search draws no lots", paramLabel = "X")
    private @Nullable Long seed;

    @Option(names = "--json", description = "print JSON, with every box's place")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var read = read();
        read.findings().forEach(f -> spec.commandLine().getErr().println(text(f)));
        boolean sound = read.findings().stream().noneMatch(Finding::stops);
        var answers = solve(chosen(read));
        if (json) {
            Object answer = all ? PackAnswer.summary(answers) : answers.get(0).document();
            spec.commandLine()
                    .getOut()
                    .println(
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            answers.forEach(a -> spec.commandLine().getOut().println(a.line()));
            if (all) {
                spec.commandLine()
                        .getOut()
                        .println(String.format(Locale.ROOT, "mean %.3f %%", 100 * PackAnswer.mean(answers)));
            }
        }
        return sound && answers.stream().allMatch(a -> a.verdict().isEmpty()) ? 0 : 1;
    }

    private BrFile read() throws IOException {
        if (file == null) {
            throw wrong("name a file of problems, or a subcommand");
        }
        if (!Files.isRegularFile(file)) {
            throw wrong("no such file: " + file);
        }
        if (seconds <= 0 || nodes != null && nodes < 1 || threads < 1) {
            throw wrong("--seconds, --nodes and --threads are above 0");
        }
        return BrFile.read(
                file.getFileName().toString(),
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList());
    }

    private List<PackProblem> chosen(BrFile read) {
        if (all && !read.problems().isEmpty()) {
            return read.problems();
        }
        return read.problems().stream()
                .filter(p -> p.id() == problem)
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> wrong("no problem " + problem + " in " + file + "; it holds "
                        + read.problems().size()));
    }

    private List<PackAnswer> solve(List<PackProblem> problems) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<java.util.concurrent.Future<PackAnswer>>();
            problems.forEach(p -> running.add(pool.submit(() -> solve(p))));
            var answers = new ArrayList<PackAnswer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private PackAnswer solve(PackProblem one) {
        boolean full = support == Support.FULL;
        long began = System.nanoTime();
        var limits = nodes == null ? PackLimits.seconds(full, seconds) : PackLimits.nodes(full, nodes);
        var plan = PackSolver.solve(one, limits);
        return new PackAnswer(plan, full, (System.nanoTime() - began) / 1e9, PackChecker.check(plan, full));
    }

    static String text(Finding finding) {
        return finding.rule() + "  " + finding.place() + "  " + finding.value() + "  " + finding.maybe();
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
