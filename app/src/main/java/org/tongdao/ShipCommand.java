package org.tongdao;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.tongdao.journey.ConsoleProgress;
import org.tongdao.journey.Journey;
import org.tongdao.journey.JourneyRequest;
import org.tongdao.journey.Summary;
import org.tongdao.platform.Tenancy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao ship FILE}: carries a file of orders to the doors, on the emulator's clock. */
@Command(
        name = "ship",
        description = "carry a file of orders from validation to the buyers' doors, with an emulated far side",
        mixinStandardHelpOptions = true)
final class ShipCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "orders: CSV, XLSX or a zip with one of them")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the results (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("out");

    @Option(
            names = "--mapping",
            paramLabel = "JSON",
            description = "how to read the columns, see docs/formats/mapping.md")
    private @Nullable Path mapping;

    @Option(
            names = "--merchant",
            description = "whose orders these are when the file does not say (default: ${DEFAULT-VALUE})")
    private String merchant = "default";

    @Option(names = "--seed", description = "seed of everything the far side does (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "the work clock of a fresh installation (default: ${DEFAULT-VALUE})")
    private OffsetDateTime start = OffsetDateTime.parse("2026-11-02T09:00+08:00");

    @Option(names = "--json", description = "print the summary as JSON")
    private boolean json;

    @Mixin
    private Installation installation = new Installation();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            spec.commandLine().getErr().println("tongdao ship: cannot read '" + file + "'. Maybe the path is wrong.");
            return 2;
        }
        var request = new JourneyRequest(file, Optional.ofNullable(mapping), merchant, seed, start.toInstant(), out);
        var progress = new ConsoleProgress(System.err, System.console() != null);
        try (var context = installation.open(WebApplicationType.NONE)) {
            var summary = Tenancy.as(
                    Tenancy.HOME, () -> context.getBean(Journey.class).run(request, progress));
            print(summary);
            return summary.hasFindings() ? 1 : 0;
        }
    }

    private void print(Summary summary) {
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(json ? summary.toJson() : summary.toText(out));
        writer.flush();
    }
}
