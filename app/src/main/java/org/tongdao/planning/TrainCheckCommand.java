package org.tongdao.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tongdao.loading.PoolChecker;
import org.tongdao.loading.TrainChecker;
import org.tongdao.platform.TextFile;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao train check}: judges a train that somebody, not necessarily we, has composed. */
@Command(
        name = "check",
        description = "check a composed train: wagons, axles, bogies, pairs, order, length and gross",
        mixinStandardHelpOptions = true)
final class TrainCheckCommand implements Callable<Integer> {

    /** Faults of the yard that change by what the train is judged; others only leave a container or a wagon out. */
    private static final Set<String> JUDGED_BY = Set.of("TRAIN-FILE", "TRAIN-GAUGE", "TRAIN-LIMIT", "TRAIN-TIME");

    @Parameters(index = "0", paramLabel = "PLAN", description = "a train as train plan --json prints it")
    private Path file = Path.of("");

    @Option(names = "--json", description = "print the findings as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var document = read();
        var yard = TrainFile.read(String.valueOf(file.getFileName()), document.path("yard"), List.of());
        var found = new ArrayList<>(yard.findings().stream()
                .filter(f -> JUDGED_BY.contains(f.rule()))
                .toList());
        yard.findings().stream()
                .filter(f -> !JUDGED_BY.contains(f.rule()))
                .forEach(f -> spec.commandLine().getErr().println(TrainPlanDocument.text(f)));
        found.addAll(
                yard.isPooled()
                        ? PoolChecker.check(TrainPoolDocument.train(yard, document), yard.boxes())
                        : TrainChecker.check(TrainPlanDocument.consist(yard, document), yard.boxes()));
        found.addAll(TrainClaims.check(yard, document));
        var lines = found.stream().map(TrainPlanDocument::text).toList();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(lines));
        } else {
            lines.forEach(out::println);
            out.println(document.path("wagons").size() + " wagons, "
                    + (lines.isEmpty() ? "in order" : lines.size() + " findings"));
        }
        return found.stream().noneMatch(Finding::stops) ? 0 : 1;
    }

    private JsonNode read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "no such file: " + file);
        }
        try {
            var document = JsonMapper.shared().readTree(TextFile.read(file));
            if (document.path("wagons").isArray() && document.path("yard").isObject()) {
                return document;
            }
        } catch (TextFile.NotText e) {
            throw new ParameterException(spec.commandLine(), "" + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new ParameterException(spec.commandLine(), file + " is no JSON: " + e.getOriginalMessage(), e);
        }
        throw new ParameterException(spec.commandLine(), file + " lacks wagons or yard");
    }
}
