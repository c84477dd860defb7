package org.tongdao.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongdao.yard.DayFit;
import org.tongdao.yard.DayImprover;
import org.tongdao.yard.DayKeep;
import org.tongdao.yard.DayLimits;
import org.tongdao.yard.DayPlanner;
import org.tongdao.yard.DayQuestion;
import org.tongdao.yard.DayTrain;
import org.tongdao.yard.DayTrainFile;
import org.tongdao.yard.YardClosure;
import org.tongdao.yard.YardLayout;
import org.tongdao.yard.YardLayoutFile;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** {@code bin/tongdao yard schedule}: tracks, crane sets, lanes and locomotives of a day; docs/formats/yard-day.md. */
@Command(
        name = "schedule",
        description = "schedule the trains of a day through a station, or mend a plan after a disturbance",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class YardScheduleCommand implements Callable<Integer> {

    @Option(
            names = "--station",
            required = true,
            description = "a station file, or alashankou, khorgos, altynkol, dostyk, malaszewicze, fenyeslitke, urumqi")
    private String station = "";

    @Option(names = "--trains", required = true, description = "CSV of trains, as yard day prints it")
    private Path trains = Path.of("");

    @Option(
            names = "--seconds",
            description = "time to look for a better plan, 0 for the first (default: ${DEFAULT-VALUE})")
    private double seconds = 2;

    @Option(names = "--rounds", description = "schedules to try instead of a time; equal budgets give equal plans")
    private @Nullable Long rounds;

    @Option(
            names = "--mode",
            description =
                    "${COMPLETION-CANDIDATES}: customs before or beside the gauge change (default: ${DEFAULT-VALUE})")
    private YardMode mode = YardMode.PARALLEL;

    @Option(
            names = "--order",
            split = ",",
            description = "the five priorities, first served first: ${COMPLETION-CANDIDATES}")
    private List<YardPriority> order = YardPriority.ANNOUNCED;

    @Option(
            names = "--plan",
            description =
                    "the plan in force (yard-day JSON): what had begun by --now stays, the rest changes as little as possible")
    private @Nullable Path plan;

    @Option(names = "--now", description = "nothing new begins before (default: the first arrival)")
    private @Nullable Instant now;

    @Option(
            names = "--closed",
            paramLabel = "UNIT=FROM/UNTIL",
            description = "a unit that cannot work: T1=2026-03-02T08:00:00Z/2026-03-02T14:00:00Z; may be repeated")
    private List<String> closed = List.of();

    @Option(
            names = "--reserved",
            paramLabel = "UNIT:TRAIN=FROM/UNTIL",
            description = "a unit kept for one train; may be repeated")
    private List<String> reserved = List.of();

    @Option(
            names = "--wagons",
            paramLabel = "FOLDER",
            description = "TRAIN.csv for each train as it is made up on the other gauge (docs/formats/yard-marshal.md)")
    private @Nullable Path wagons;

    @Option(names = "--rules", description = "with --wagons: rules of data/stations/marshalling.csv, e.g. kz_1520")
    private String rules = "";

    @Option(names = "--seed", description = "chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--improver",
            paramLabel = "NAME",
            description =
                    "after our own search let another solver try for as long: cp-sat, once bin/improver cp-sat was run")
    private @Nullable String improver;

    @Option(
            names = "--improvers",
            paramLabel = "FOLDER",
            description = "where improvers are (default: ${DEFAULT-VALUE})",
            defaultValue = "${sys:tongdao.improvers:-improvers}")
    private Path improvers = Path.of("improvers");

    @Option(names = "--json", description = "print JSON, with every step")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var stationLines = LayoutPresets.find(station)
                .orElseThrow(() -> wrong("no station file or station '" + station + "'. Maybe one of "
                        + String.join(", ", LayoutPresets.NAMES)));
        var other = improver();
        var onward = onward();
        var layout = YardLayoutFile.read(station, stationLines);
        var lines = new TrainLines(String.valueOf(trains.getFileName()), YardWords.lines(spec, trains));
        var read = DayTrainFile.read(lines.file(), lines.lines());
        boolean sound = YardWords.tell(spec, layout.findings()) & YardWords.tell(spec, read.findings());
        if (layout.layout().isEmpty() || read.trains().isEmpty()) {
            return 1;
        }
        var question = question(layout.layout().get(), read.trains());
        sound &= YardWords.tell(spec, lines.place(DayFit.check(question)));
        long begun = System.nanoTime();
        var own = DayPlanner.plan(question, limits());
        var answer = other.map(o -> DayPlanner.follow(question, own, o.advise(question, own, seconds)))
                .orElse(own);
        double took = Math.round((System.nanoTime() - begun) / 1e6) / 1e3;
        var document = DayDocument.of(question, answer, took, stationLines, onward);
        print(document);
        return sound && document.verdict().isEmpty() ? 0 : 1;
    }

    private Optional<DayImprover> improver() {
        if (improver == null) {
            return Optional.empty();
        }
        if (plan != null || seconds == 0) {
            throw wrong("--improver betters a whole day: give --seconds above 0, and no --plan");
        }
        var found = new Improvers(improvers).find(improver);
        if (found.isEmpty()) {
            throw wrong(
                    "no improver '" + improver + "' in " + improvers.resolve(improver)
                            + ". For cp-sat run bin/improver cp-sat once (some 30 MB of native code), or leave --improver out: our own search needs none");
        }
        return found;
    }

    private void print(DayDocument document) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(YardWords.json(document));
            return;
        }
        out.println(document.line());
        for (var step : document.steps()) {
            out.println("%s  %s  %-6s %-14s %s %s%s"
                    .formatted(
                            step.begin(),
                            step.end(),
                            step.trainId(),
                            step.stage(),
                            step.unit(),
                            step.second(),
                            step.fixed() ? " begun" : ""));
        }
        document.verdict().forEach(out::println);
        document.open().forEach(out::println);
    }

    private DayWagons onward() throws IOException {
        if (wagons == null) {
            return DayWagons.NONE;
        }
        if (!Files.isDirectory(wagons)) {
            throw wrong("--wagons " + wagons + ": no such folder");
        }
        if (!DayWagons.isKnown(rules)) {
            throw wrong("--rules '" + rules + "': one of " + String.join(", ", DayWagons.known()) + " is wanted");
        }
        return DayWagons.of(wagons, rules);
    }

    private DayQuestion question(YardLayout layout, List<DayTrain> all) throws IOException {
        var first = all.stream().map(DayTrain::arrival).min(Instant::compareTo).orElseThrow();
        var rules = rules();
        var closures = closures(layout);
        var moment = now == null ? first : now;
        var question =
                new DayQuestion(layout, all, rules, moment, closures, List.of(), List.of(), List.of(), DayKeep.TIMES);
        if (plan == null) {
            return question;
        }
        try {
            var before = YardWords.JSON.readValue(YardWords.bytes(spec, plan), DayDocument.class);
            if (DayDocument.KIND.equals(before.kind()) && before.steps() != null) {
                return question.after(before.steps(), moment);
            }
        } catch (JacksonException e) {
            throw wrong(plan + " is no plan: " + e.getOriginalMessage());
        }
        throw wrong(plan + " is no plan: its kind is not " + DayDocument.KIND);
    }

    private YardRules rules() {
        try {
            return new YardRules(mode, order);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private List<YardClosure> closures(YardLayout layout) {
        var all = new ArrayList<YardClosure>();
        for (var text : closed) {
            all.addAll(closure(layout, text, text.split("=", 2)[0], ""));
        }
        for (var text : reserved) {
            var who = text.split("=", 2)[0].split(":", 2);
            if (who.length != 2) {
                throw wrong("--reserved " + text + ": UNIT:TRAIN=FROM/UNTIL is wanted");
            }
            all.addAll(closure(layout, text, who[0], who[1]));
        }
        return all;
    }

    private List<YardClosure> closure(YardLayout layout, String text, String unit, String train) {
        var span = text.substring(text.indexOf('=') + 1).split("/", -1);
        try {
            var from = Instant.parse(span[0]);
            var until = Instant.parse(span[span.length - 1]);
            var found = layout.units().stream()
                    .filter(u -> u.id().equals(unit))
                    .map(u -> new YardClosure(
                            u.resource(), u.id(), from, until, train, train.isEmpty() ? "closed" : "reserved"))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong(text + ": FROM/UNTIL are two moments in UTC, the earlier first");
        }
        throw wrong(text + ": no unit '" + unit + "' at " + layout.id());
    }

    private DayLimits limits() {
        if (seconds < 0) {
            throw wrong("--seconds is 0 or more");
        }
        try {
            return rounds != null
                    ? DayLimits.rounds(rounds, seed)
                    : seconds == 0 ? DayLimits.FIRST : DayLimits.seconds(seconds, seed);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
