package org.tongdao.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tongdao.terms.Finding;
import org.tongdao.yard.Marshalling;
import org.tongdao.yard.MarshallingRules;
import org.tongdao.yard.OnwardTrainFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao yard marshal}: whether a train made up on the other gauge may leave; docs/formats/yard-marshal.md. */
@Command(
        name = "marshal",
        description = "waybills, wagons, axles and brakes of a train on the other gauge, by the next railway's rules",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class YardMarshalCommand implements Callable<Integer> {

    /** What {@code --json} prints. */
    record Verdict(
            String train, String rules, int wagons, long grossKg, long lengthMm, long brakedKg, List<String> refused) {}

    @Parameters(index = "0", paramLabel = "WAGONS", description = "CSV of wagons and boxes, from the front")
    private Path file = Path.of("");

    @Option(names = "--rules", required = true, description = "rules of data/stations/marshalling.csv, e.g. kz_1520")
    private String rules = "";

    @Option(names = "--train", description = "its number (default: the file's name)")
    private String train = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var table = RailwayRules.shipped();
        var known = table.find(rules)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no rules '" + rules + "'. Maybe one of "
                                + table.rules().stream()
                                        .map(MarshallingRules::id)
                                        .collect(Collectors.joining(", "))));
        var name = String.valueOf(file.getFileName());
        var read = OnwardTrainFile.read(train.isEmpty() ? name : train, name, YardWords.lines(spec, file));
        var findings = new ArrayList<Finding>(read.findings());
        if (findings.stream().noneMatch(f -> f.rule().equals("ONWARD-HEADER"))) {
            findings.addAll(Marshalling.check(read.train(), known));
        }
        print(read, findings);
        return findings.isEmpty() ? 0 : 1;
    }

    private void print(OnwardTrainFile read, List<Finding> findings) {
        var out = spec.commandLine().getOut();
        var made = read.train();
        var refused = findings.stream().map(YardWords::text).toList();
        if (json) {
            out.println(YardWords.json(new Verdict(
                    made.id(),
                    rules,
                    made.wagons().size(),
                    made.grossKg(),
                    made.lengthMm(),
                    made.brakedKg(),
                    refused)));
            return;
        }
        refused.forEach(out::println);
        out.println("%s: %d wagons, %d t, %d m by %s: %s"
                .formatted(
                        made.id(),
                        made.wagons().size(),
                        made.grossKg() / 1_000,
                        made.lengthMm() / 1_000,
                        rules,
                        refused.isEmpty() ? "may leave" : "refused, " + refused.size() + " findings"));
    }
}
