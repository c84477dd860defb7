package org.tongdao.consolidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.LoadAnswer.Loaded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao pack sheet}: the sheet for the wall from a plan of containers. */
@Command(
        name = "sheet",
        description = "print a plan for the crew: the loading list in order and a picture of each layer, as PDF",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PackSheetCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "PLAN",
            description = "containers as pack --json prints them, or a file of load-plans/")
    private Path file = Path.of("");

    @Option(names = "--out", description = "file to write (default: the plan's name with .pdf)")
    private @Nullable Path out;

    @Option(names = "--lang", description = "zh or en (default: ${DEFAULT-VALUE})")
    private String language = "zh";

    @Option(names = "--json", description = "print what was written as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!language.equals("zh") && !language.equals("en")) {
            throw new ParameterException(spec.commandLine(), "--lang " + language + ": zh or en");
        }
        var plan = plan();
        var contents = contents(plan);
        var target = out == null ? Path.of(file.toString().replaceFirst("(\\.json)?$", ".pdf")) : out;
        try (var stream = Files.newOutputStream(target)) {
            LoadSheet.write(stream, contents, language);
        }
        int faults = plan.check().size();
        tell(target, contents.size(), faults);
        return faults == 0 ? 0 : 1;
    }

    private LoadPlanDocument plan() throws IOException {
        try {
            return LoadPlanDocument.read(file)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), file + " is no plan of containers (it lacks input or containers)"));
        } catch (LoadPlanDocument.NotWhole e) {
            throw new ParameterException(spec.commandLine(), file + " is no whole plan: " + e.getMessage(), e);
        }
    }

    private List<LoadSheet.Content> contents(LoadPlanDocument plan) {
        var problem = plan.input();
        var findings = plan.check();
        var all = new ArrayList<LoadSheet.Content>();
        for (Loaded loaded : plan.containers()) {
            var at = "container " + (all.size() + 1);
            var verdict = findings.stream()
                    .filter(f -> (f.place() + ",").startsWith(at + ","))
                    .toList();
            var no = plan.container() == null ? problem.id() + "-" + (all.size() + 1) : plan.container();
            all.add(LoadSheet.Content.of(
                    no, plan.seal() == null ? "" : plan.seal(), new Stuffed(problem, loaded, verdict)));
        }
        return all;
    }

    private void tell(Path target, int containers, int faults) {
        var writer = spec.commandLine().getOut();
        writer.println(
                json
                        ? JsonMapper.shared()
                                .writeValueAsString(java.util.Map.of(
                                        "file", target.toString(), "containers", containers, "findings", faults))
                        : target + ": " + containers + " containers, " + faults + " findings");
    }
}
