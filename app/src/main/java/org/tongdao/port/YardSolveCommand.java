package org.tongdao.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongdao.yard.ShopFile;
import org.tongdao.yard.ShopInstance;
import org.tongdao.yard.ShopLimits;
import org.tongdao.yard.ShopSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao yard solve}: a flexible job shop of the published collections; docs/formats/job-shop.md. */
@Command(
        name = "solve",
        description = "solve a flexible job shop (.fjs) and print makespan and schedule",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class YardSolveCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "a file in the .fjs format")
    private Path file = Path.of("");

    @Option(names = "--seconds", description = "time to look (default: ${DEFAULT-VALUE})")
    private double seconds = 15;

    @Option(
            names = "--moves",
            description = "moves of each thread instead of a time; equal budgets give equal schedules")
    private @Nullable Long moves;

    @Option(names = "--threads", description = "searches side by side (default: ${DEFAULT-VALUE})")
    private int threads = 2;

    @Option(names = "--seed", description = "chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--json", description = "print JSON, with every operation's place")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var limits = limits();
        String name = String.valueOf(file.getFileName());
        var read = ShopFile.read(name, YardWords.lines(spec, file));
        if (!YardWords.tell(spec, read.findings())) {
            return 1;
        }
        var document = solve(name, read.base(), read.instance().orElseThrow(), limits);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(YardWords.json(document));
        } else {
            out.println(document.line());
            document.operations()
                    .forEach(r -> out.println("job %d operation %d: machine %d, %d to %d"
                            .formatted(r.job(), r.operation(), r.machine(), r.start(), r.end())));
        }
        return document.verdict().isEmpty() ? 0 : 1;
    }

    private static ShopDocument solve(String name, int base, ShopInstance shop, ShopLimits limits) {
        long begun = System.nanoTime();
        var answer = ShopSolver.solve(shop, limits);
        double took = Math.round((System.nanoTime() - begun) / 1e6) / 1e3;
        return ShopDocument.of(name, base, shop, answer, took);
    }

    private ShopLimits limits() {
        try {
            return moves == null
                    ? ShopLimits.seconds(seconds, threads, seed)
                    : new ShopLimits(Long.MAX_VALUE, moves, threads, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
