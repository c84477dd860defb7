package org.tongdao.planning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tongdao.routing.NetworkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

    @Mixin
    private final Answering answering = new Answering();

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw answering.wrong("no such folder: " + folder);
        }
        var read = NetworkFolder.read(folder);
        var network = read.network();
        var findings = read.findings().stream().map(FindingDocument::of).toList();
        var all = new LinkedHashMap<String, Object>();
        all.put("places", network.stations().size());
        all.put("lines", network.lines().size());
        all.put("links", network.links().size());
        all.put("findings", findings);
        var sum = network.stations().size() + " places, " + network.lines().size() + " lines, "
                + network.links().size() + " links, " + findings.size() + " findings";
        answering.print(all, Stream.concat(findings.stream().map(FindingDocument::line), Stream.of(sum)));
        return read.sound() ? 0 : 1;
    }
}
