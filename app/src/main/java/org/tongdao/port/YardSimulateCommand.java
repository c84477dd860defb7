package org.tongdao.port;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongdao.yard.Background;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardQuestion;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardRun;
import org.tongdao.yard.YardSimulation;
import org.tongdao.yard.YardStation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao yard simulate}: months of a station in a blink; equal options print equal figures. */
@Command(
        name = "simulate",
        description = "run a station for many days and print its key figures",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class YardSimulateCommand implements Callable<Integer> {

    @Option(
            names = "--station",
            required = true,
            description = "alashankou, khorgos, altynkol, dostyk, malaszewicze, fenyeslitke, urumqi or brest")
    private String station = "";

    @Option(
            names = "--trains-per-day",
            description = "mean arrivals a day, random (default: what the station usually gets)")
    private @Nullable Double trainsPerDay;

    @Option(names = "--containers", description = "containers a train (default: as usual at the station)")
    private @Nullable Integer containers;

    @Option(
            names = "--mode",
            description =
                    "${COMPLETION-CANDIDATES}: customs before or beside the gauge change (default: ${DEFAULT-VALUE})")
    private YardMode mode = YardMode.PARALLEL;

    @Option(names = "--days", description = "counted days, after ten days of warm-up (default: ${DEFAULT-VALUE})")
    private int days = 360;

    @Option(names = "--tracks", description = "what if it had this many transload tracks")
    private @Nullable Integer tracks;

    @Option(names = "--seconds-per-lift", description = "what if a lift took this long")
    private @Nullable Double secondsPerLift;

    @Option(names = "--seed", description = "chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var question = question();
        var run = YardSimulation.run(question);
        System.out.println(json ? asJson(question, run) : asText(question, run));
        return run.deadlock().isPresent() ? 1 : 0;
    }

    private YardQuestion question() {
        if (days < 1 || days > 36_500) {
            throw wrong("--days " + days + ": give 1 to 36500");
        }
        try {
            var place = changed(station());
            var usual = place.usual();
            var background = new Background(
                    trainsPerDay == null ? usual.trainsPerDay() : trainsPerDay,
                    containers == null ? usual.containersPerTrain() : containers);
            return YardQuestion.steady(place, mode, background, days, seed);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private YardStation station() {
        var table = StationFile.shipped();
        return table.find(station.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> wrong("no station '" + station + "'. Maybe one of "
                        + table.stations().stream().map(YardStation::id).collect(Collectors.joining(", "))));
    }

    private YardStation changed(YardStation shipped) {
        var more = tracks == null ? shipped : shipped.withUnits(YardResource.TRANSLOAD_TRACK, tracks);
        return secondsPerLift == null ? more : more.withSecondsPerLift(secondsPerLift);
    }

    private static String asJson(YardQuestion question, YardRun run) {
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(YardReport.of(question, run));
    }

    private static String asText(YardQuestion question, YardRun run) {
        var figures = run.figures();
        var text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s (%s), %s, %.1f trains a day, %d days: %d trains, %.2f left a day%n",
                question.station().nameEn(),
                question.station().nameZh(),
                question.rules().mode().name().toLowerCase(Locale.ROOT),
                question.background().trainsPerDay(),
                question.measured().toDays(),
                figures.trains(),
                figures.departedPerDay()));
        text.append(line(
                "dwell h",
                figures.dwellHours().mean(),
                figures.dwellHours().p50(),
                figures.dwellHours().p95()));
        text.append(line(
                "operation h",
                figures.operationHours().mean(),
                figures.operationHours().p50(),
                figures.operationHours().p95()));
        text.append(String.format(
                Locale.ROOT, "%-18s %5s %6s %10s %7s%n", "resource", "units", "used", "mean wait", "queue"));
        for (var r : figures.resources()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %5d %5.1f%% %6.1f min %7d%n",
                    r.resource().name().toLowerCase(Locale.ROOT),
                    r.units(),
                    100 * r.utilisation(),
                    r.meanWaitMinutes(),
                    r.longestQueue()));
        }
        figures.bottleneck()
                .ifPresent(b -> text.append("bottleneck: ").append(b.name().toLowerCase(Locale.ROOT)));
        return text.append("\nStage times are assumptions; sources of each figure: data/corridor/stations.csv")
                .toString();
    }

    private static String line(String name, double mean, double p50, double p95) {
        return String.format(Locale.ROOT, "%-12s mean %.2f   p50 %.2f   p95 %.2f%n", name, mean, p50, p95);
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
