package org.tongdao.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tongdao.loading.PoolChecker;
import org.tongdao.loading.PoolPlanner;
import org.tongdao.loading.TrainBox;
import org.tongdao.loading.TrainChecker;
import org.tongdao.loading.TrainPlan;
import org.tongdao.loading.TrainPlanner;
import org.tongdao.platform.Members;
import org.tongdao.platform.TextFile;
import org.tongdao.terms.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao train plan}: the best train of a yard, with a proved bound; docs/formats/train-plan.md. */
@Command(
        name = "plan",
        description = "choose and place the containers of a train, with a proved bound of what is possible",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TrainPlanCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "containers and limits in JSON")
    private Path file = Path.of("");

    @Option(names = "--seconds", description = "time for the proof (default: ${DEFAULT-VALUE})")
    private double seconds = 10;

    @Option(names = "--json", description = "print JSON; it is its own certificate for train check")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file) || !(seconds > 0)) {
            throw new ParameterException(spec.commandLine(), "no such file: " + file + ", or --seconds is not above 0");
        }
        var yard = yard();
        yard.findings().forEach(f -> spec.commandLine().getErr().println(TrainPlanDocument.text(f)));
        if (yard.isPooled() && yard.pool().isEmpty()) {
            return 1;
        }
        return (yard.isPooled() ? ofPool(yard) : ofOneModel(yard))
                        && yard.findings().stream().noneMatch(Finding::stops)
                ? 0
                : 1;
    }

    /** Whether the train is in order. */
    private boolean ofPool(TrainFile yard) {
        long began = System.nanoTime();
        var train = PoolPlanner.plan(yard.rules(), yard.pool(), yard.boxes(), yard.unloading());
        double took = (System.nanoTime() - began) / 1e9;
        var verdict = PoolChecker.check(train, yard.boxes());
        print(TrainPoolDocument.of(yard, train, took, verdict), TrainPoolDocument.text(train, took), verdict);
        return verdict.stream().noneMatch(Finding::stops);
    }

    private boolean ofOneModel(TrainFile yard) {
        long began = System.nanoTime();
        var plan =
                TrainPlanner.plan(yard.rules(), yard.boxes(), yard.unloading(), TrainPlanner.Effort.seconds(seconds));
        double took = (System.nanoTime() - began) / 1e9;
        var verdict = TrainChecker.check(plan.consist(), yard.boxes());
        print(TrainPlanDocument.of(yard, plan, took, verdict), text(plan, took), verdict);
        return verdict.stream().noneMatch(Finding::stops);
    }

    private void print(Map<String, Object> document, String text, List<Finding> verdict) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } else {
            out.println(text);
            verdict.forEach(f -> out.println(TrainPlanDocument.text(f)));
        }
    }

    private TrainFile yard() throws IOException {
        try {
            return TrainFile.read(file);
        } catch (TextFile.NotText e) {
            throw new ParameterException(spec.commandLine(), "" + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    file + " is no JSON: " + e.getOriginalMessage() + " " + Members.advice(e.getOriginalMessage()),
                    e);
        }
    }

    private static String text(TrainPlan plan, double took) {
        var text = new StringBuilder();
        var consist = plan.consist();
        for (int i = 0; i < consist.wagons().size(); i++) {
            var load = consist.wagons().get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "%3d  %-8s  %5.1f t  %s%n",
                    i + 1,
                    load.get(0).route(),
                    load.stream().mapToLong(TrainBox::grossG).sum() / 1e6,
                    load.stream().map(TrainBox::no).collect(Collectors.joining(", "))));
        }
        consist.leftOut().forEach(l -> text.append(TrainPoolDocument.left(l)));
        return text.append(String.format(
                        Locale.ROOT,
                        "%d wagons, %.0f t of containers, %.0f m; worth %d of at most %d (%s), %.2f s",
                        consist.wagons().size(),
                        consist.boxesG() / 1e6,
                        consist.lengthMm() / 1e3,
                        plan.worth(),
                        plan.bound(),
                        plan.isOptimal() ? "proved best" : String.format(Locale.ROOT, "gap %.2f %%", 100 * plan.gap()),
                        took))
                .toString();
    }
}
