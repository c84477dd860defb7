package org.tongdao.consolidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** {@code bin/tongdao pack check}: judges a plan that somebody, not necessarily we, has made. */
@Command(
        name = "check",
        description = "check a packing plan: bounds, overlap, orientation, quantities, support, weights, stops",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PackCheckCommand implements Callable<Integer> {

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
        var found = new ArrayList<>(PackChecker.check(plan, "full".equals(read.support())));
        found.addAll(read.claims());
        var findings = found.stream().map(PackCommand::text).toList();
        tell(
                findings,
                String.format(
                        Locale.ROOT,
                        "%.3f %% filled by %d boxes%s",
                        100 * plan.utilisation(),
                        plan.places().size(),
                        "full".equals(read.support()) ? "" : ", support not asked for"));
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
            out.println(PlanJson.LOOSE.writeValueAsString(findings));
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
            var read = PlanJson.LOOSE.readValue(Files.readAllBytes(file), PackFile.class);
            if (read.isWhole() && read.isSupportKnown()) {
                return read;
            }
            if (read.isWhole()) {
                throw new ParameterException(
                        spec.commandLine(), file + " has support " + read.support() + "; it is full or none");
            }
        } catch (JacksonException e) {
            throw new ParameterException(spec.commandLine(), file + " is no packing plan: " + PlanJson.why(e), e);
        }
        throw new ParameterException(
                spec.commandLine(),
                file
                        + " lacks container (lengths from 1), types (each with an id, three sizes from 1, upright and a quantity from 0) or placements");
    }
}
