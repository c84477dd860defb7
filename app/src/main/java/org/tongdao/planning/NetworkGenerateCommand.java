package org.tongdao.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongdao.routing.NetworkGenerator;
import org.tongdao.routing.NetworkWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao network generate}: a network for trials; equal arguments give equal files. */
@Command(
        name = "generate",
        description = "make a network of any size for trials",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NetworkGenerateCommand implements Callable<Integer> {

    @Option(names = "--kind", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private NetworkGenerator.Kind kind = NetworkGenerator.Kind.FREIGHT;

    @Option(names = "--places", description = "20 to 100,000 (default: ${DEFAULT-VALUE})")
    private int places = 5_000;

    @Option(names = "--seed", description = "default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder; made when it is not there")
    private Path out = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (places < 20 || places > 100_000) {
            throw new ParameterException(spec.commandLine(), "--places is 20 to 100,000, not " + places);
        }
        var network = NetworkGenerator.of(kind, places, seed);
        Files.createDirectories(out);
        for (var file : NetworkWriter.files(network).entrySet()) {
            Files.writeString(out.resolve(file.getKey()), file.getValue());
        }
        spec.commandLine()
                .getOut()
                .println(network.stations().size() + " places, "
                        + network.lines().size() + " lines, " + network.links().size() + " links from "
                        + NetworkGenerator.FIRST_DAY + " on: " + out);
        return 0;
    }
}
