package org.tongdao.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongdao.yard.WhatIf;
import org.tongdao.yard.YardComparison;
import org.tongdao.yard.YardStation;
import org.tongdao.yard.YardVariant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao yard compare}: two variants of a station with the same trains; docs/formats/yard-compare.md. */
@Command(
        name = "compare",
        description = "what if: two variants of a station with the same trains, with confidence intervals",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class YardCompareCommand implements Callable<Integer> {

    /** What {@code --json} prints of one comparison. */
    record Row(String a, String b, String method, int replications, int days, List<YardComparison.Measure> measures) {}

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "a station, with changes: alashankou or alashankou:mode=serial,trains=8.7")
    private String a = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description =
                    "another; without it: one more crane set, one more track, customs first, 20 %% more trains, a wind day")
    private @Nullable String b;

    @Option(names = "--replications", description = "pairs with other chance (default: ${DEFAULT-VALUE})")
    private int replications = 10;

    @Option(names = "--days", description = "simulated in each (default: ${DEFAULT-VALUE})")
    private int days = 60;

    @Option(names = "--seed", description = "chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var rows = new ArrayList<Row>();
        try {
            var effort = new YardComparison.Effort(replications, days, seed);
            var first = variant(a);
            var others = b == null ? first.usualQuestions() : List.of(variant(b));
            for (var answer : WhatIf.of(first, others, effort).answers()) {
                var c = YardComparison.of(first, answer);
                rows.add(new Row(first.name(), answer.variant().name(), c.method(), replications, days, c.measures()));
            }
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(YardWords.json(rows));
        } else {
            rows.forEach(r -> out.print(text(r)));
            out.println(
                    "± at 95 % confidence; differences of pairs with the same trains. Stage times are assumptions: data/corridor/stations.csv");
        }
        return 0;
    }

    private static String text(Row row) {
        var text = new StringBuilder(
                "%s against %s (%s, %d pairs)%n".formatted(row.b(), row.a(), row.method(), row.replications()));
        for (var m : row.measures()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-18s %7.2f ± %.2f  →  %7.2f ± %.2f   %+.2f ± %.2f%s%n",
                    m.name(),
                    m.a().mean(),
                    m.a().plusMinus(),
                    m.b().mean(),
                    m.b().plusMinus(),
                    m.difference().mean(),
                    m.difference().plusMinus(),
                    m.difference().isSure() ? "" : "  not sure"));
        }
        return text.toString();
    }

    private YardVariant variant(String text) {
        var parts = text.split(":", 2);
        var table = StationFile.shipped();
        var variant = YardVariant.of(table.find(parts[0].toLowerCase(Locale.ROOT))
                .orElseThrow(() -> wrong("no station '" + parts[0] + "'. Maybe one of "
                        + table.stations().stream().map(YardStation::id).collect(Collectors.joining(", ")))));
        if (parts.length == 2) {
            for (var change : parts[1].split(",")) {
                var pair = change.split("=", 2);
                if (pair.length != 2) {
                    throw wrong(change + ": KEY=VALUE is wanted, e.g. transload_track=+1");
                }
                variant = variant.with(pair[0].strip(), pair[1].strip());
            }
        }
        return variant;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
