package org.tongdao.printing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao print-agent}: a process beside a printer that the server cannot reach. Starts without database. */
@Command(
        name = "print-agent",
        description = "print labels at a printer that the server cannot reach (docs/formats/printing.md)",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "TARGET is tcp://HOST:PORT, a device (/dev/usb/lp0), or a folder that takes one",
            ".zpl file a copy. The key is made in the console under Administration, API keys,",
            "with the scope prints:take."
        })
public final class PrintAgentCommand implements Callable<Integer> {

    private static final int WAIT_S = 20;
    private static final int PAUSE_MS = 3_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--server", required = true, paramLabel = "URL", description = "the server, http://host:8080")
    private URI server = URI.create("http://localhost:8080");

    @Option(names = "--key-file", required = true, paramLabel = "FILE", description = "file that holds the API key")
    private Path keyFile = Path.of("print.key");

    @Option(names = "--printer", required = true, paramLabel = "NAME", description = "its name in the console")
    private String printer = "";

    @Option(names = "--to", required = true, paramLabel = "TARGET", description = "where to print")
    private String to = "";

    @Option(names = "--once", description = "print what waits now, then end")
    private boolean once;

    @Option(names = "--json", description = "one JSON object a copy")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            if (!Files.isRegularFile(keyFile)) {
                throw new IllegalArgumentException("no key in " + keyFile);
            }
            var key = Files.readString(keyFile).strip();
            var agent = new PrintAgent(server, key, printer, new PrintTarget(to));
            return once ? all(agent) : forever(agent);
        } catch (IllegalArgumentException e) {
            throw spec == null ? e : new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private int all(PrintAgent agent) throws IOException, InterruptedException {
        boolean well = true;
        for (var line = agent.step(0); line.isPresent(); line = agent.step(0)) {
            say(line.get());
            well = line.get().outcome().equals("PRINTED");
            if (!well) {
                break;
            }
        }
        return well ? 0 : 1;
    }

    /** A server that does not answer is asked again; a copy that it did not hear of is for a person to look at. */
    private int forever(PrintAgent agent) throws InterruptedException {
        System.out.println("Printing for " + printer + " at " + to + " (Ctrl-C stops it)");
        boolean away = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var line = agent.step(WAIT_S);
                line.ifPresent(this::say);
                away = false;
                if (line.isPresent() && !line.get().outcome().equals("PRINTED")) {
                    Thread.sleep(PAUSE_MS);
                }
            } catch (IOException e) {
                if (!away) {
                    System.err.println(
                            "tongdao: " + server + " does not answer (" + e.getMessage() + "); asking again");
                }
                away = true;
                Thread.sleep(PAUSE_MS);
            }
        }
        return 0;
    }

    private void say(PrintAgent.Line line) {
        System.out.println(
                json
                        ? JsonMapper.builder().build().writeValueAsString(line)
                        : line.outcome() + " " + line.parcelNo() + " copy " + line.copy()
                                + (line.why().isEmpty() ? "" : ": " + line.why()));
    }
}
