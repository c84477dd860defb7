package org.tongdao.statistics;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao series}: what press and customs published of the corridor, growth quoted and recomputed. */
@Command(
        name = "series",
        description = "published figures of the corridor, growth as quoted and as recomputed",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SeriesCommand implements Callable<Integer> {

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var series = PublishedSeries.shipped();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(series.figures()));
        } else {
            series.figures().forEach(f -> out.println(line(f)));
        }
        series.findings()
                .forEach(f -> spec.commandLine().getErr().println(f.rule() + " " + f.place() + " " + f.maybe()));
        return series.findings().isEmpty() ? 0 : 1;
    }

    private static String line(PublishedFigure f) {
        return String.format(
                Locale.ROOT,
                "%-32s %-24s %15.0f %-18s quoted %7s  recomputed %7s  %s[%s]",
                f.series(),
                f.period(),
                f.value(),
                f.unit().length() > 18 ? f.unit().substring(0, 18) : f.unit(),
                percent(f.quoted()),
                percent(f.recomputed()),
                f.disagrees() ? "DISAGREE " : "",
                f.source());
    }

    private static String percent(Optional<Double> growth) {
        return growth.map(g -> String.format(Locale.ROOT, "%+.1f %%", g)).orElse("–");
    }
}
