package org.tongdao.planning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.tongdao.routing.NetworkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao network check}: everything that is wrong with a network folder, with file, line and value. */
@Command(
        name = "check",
        description = "tell what is wrong with a network folder",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NetworkCheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "folder with places.csv, lines.csv, calls.csv, calendar.csv, links.csv")
    private Path folder = Path.of(".");

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "no such folder: " + folder);
        }
        var read = NetworkFolder.read(folder);
        var out = spec.commandLine().getOut();
        var network = read.network();
        if (json) {
            var all = new LinkedHashMap<String, Object>();
            all.put("places", network.stations().size());
            all.put("lines", network.lines().size());
            all.put("links", network.links().size());
            all.put(
                    "findings",
                    read.findings().stream().map(FindingDocument::of).toList());
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } else {
            read.findings().forEach(f -> out.println(FindingDocument.of(f).line()));
            out.println(network.stations().size() + " places, "
                    + network.lines().size() + " lines, " + network.links().size() + " links, "
                    + read.findings().size() + " findings");
        }
        return read.sound() ? 0 : 1;
    }
}
