package org.tongdao.consolidation;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tongdao.loading.PackChecker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao pack check}: judges a plan that somebody, not necessarily we, has made. */
@Command(
        name = "check",
        description = "check a packing plan: bounds, overlap, orientation, quantities, support, weights, stops",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PackCheckCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

    @Parameters(index = "0", paramLabel = "PLAN", description = "a plan as pack --json prints it")
    private Path file = Path.of("");

    @Option(names = "--json", description = "print the findings as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var loaded = certificate();
        if (loaded.isPresent()) {
            var found = loaded.get().check().stream().map(PackCommand::text).toList();
            tell(found, loaded.get().line());
            return found.isEmpty() ? 0 : 1;
        }
        var read = read();
        var plan = read.plan();
        var findings = PackChecker.check(plan, "full".equals(read.support())).stream()
                .map(PackCommand::text)
                .toList();
        tell(
                findings,
                String.format(
                        Locale.ROOT,
                        "%.3f %% filled by %d boxes",
                        100 * plan.utilisation(),
                        plan.places().size()));
        return findings.isEmpty() ? 0 : 1;
    }

    private Optional<LoadPlanDocument> certificate() throws IOException {
        try {
            return LoadPlanDocument.read(file);
        } catch (LoadPlanDocument.NotWhole e) {
            throw new ParameterException(spec.commandLine(), file + " is no whole plan: " + e.getMessage(), e);
        }
    }

    private void tell(List<String> findings, String line) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(findings));
        } else {
            findings.forEach(out::println);
            out.println(line + ", " + (findings.isEmpty() ? "in order" : findings.size() + " findings"));
        }
    }

    private PackFile read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "no such file: " + file);
        }
        try {
            var read = JSON.readValue(Files.readAllBytes(file), PackFile.class);
            if (read.isWhole()) {
                return read;
            }
        } catch (JacksonException e) {
            throw new ParameterException(
                    spec.commandLine(), file + " is no packing plan: " + e.getOriginalMessage(), e);
        }
        throw new ParameterException(
                spec.commandLine(), file + " lacks container, types (each with three sizes and upright) or placements");
    }
}
