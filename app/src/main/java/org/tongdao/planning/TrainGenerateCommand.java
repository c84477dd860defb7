package org.tongdao.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tongdao.loading.TrainBox;
import org.tongdao.loading.TrainYard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao train generate}: a yard of the published family of train problems. */
@Command(
        name = "generate",
        description = "write a yard of containers as a train problem; equal seeds write equal yards",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TrainGenerateCommand implements Callable<Integer> {

    @Option(names = "--size", description = "containers (default: ${DEFAULT-VALUE})")
    private int size = 120;

    @Option(names = "--destinations", description = "routes (default: ${DEFAULT-VALUE})")
    private int destinations = 4;

    @Option(names = "--gauge", description = "1435 or 1520 (default: ${DEFAULT-VALUE})")
    private int gauge = 1435;

    @Option(names = "--seed", description = "which yard (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--json", description = "taken for scripts; the yard is JSON in any case")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (size < 1 || size > 1000 || destinations < 1 || destinations > 99 || gauge != 1435 && gauge != 1520) {
            throw new ParameterException(
                    spec.commandLine(), "--size is 1 to 1000, --destinations 1 to 99, --gauge 1435 or 1520");
        }
        var usual = TrainYard.USUAL;
        var yard = new TrainYard(size, destinations, usual.twenties(), usual.heavy(), usual.due());
        var document = new LinkedHashMap<String, Object>();
        document.put("family", "tongdao train yard, size " + size + ", seed " + seed);
        document.put("gauge_mm", gauge);
        document.put("containers", containers(yard.boxes(seed)));
        spec.commandLine()
                .getOut()
                .println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        return 0;
    }

    private static List<Map<String, Object>> containers(List<TrainBox> boxes) {
        return boxes.stream()
                .map(b -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("no", b.no());
                    row.put("type", b.type());
                    row.put("gross_kg", b.grossG() / 1000);
                    row.put("route", b.route());
                    row.put("worth", b.worth());
                    return (Map<String, Object>) row;
                })
                .toList();
    }
}
