package org.tongdao.visibility;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongdao.terms.Finding;
import org.tongdao.terms.S10;
import org.tongdao.tracking.Delivery;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisReader;
import org.tongdao.tracking.EventLog;
import org.tongdao.tracking.Milestone;
import org.tongdao.tracking.Outlook;
import org.tongdao.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao events FILE}: reads an EPCIS file by the engine alone, says what is wrong with it, or tells one parcel's story from it. */
@Command(
        name = "events",
        description = "read an EPCIS file: count its events, list its faults, tell a parcel's story",
        mixinStandardHelpOptions = true)
public final class EventsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "EPCIS 2.0 JSON-LD: a document or lines, such as out/epcis.jsonl")
    private Path file = Path.of("");

    @Option(names = "--parcel", paramLabel = "NO", description = "tell the story of this parcel (S10 number)")
    private @Nullable String parcel;

    @Option(names = "--json", description = "answer as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isReadable(file)) {
            err.println("tongdao events: cannot read '" + file + "'. Maybe the path is wrong.");
            return 2;
        }
        if (parcel != null && !S10.isValid(parcel)) {
            err.println("tongdao events: '" + parcel + "' is not an S10 number. Maybe its check digit is wrong.");
            return 2;
        }
        var log = new EventLog();
        Map<String, Integer> counts = new TreeMap<>();
        List<Finding> findings;
        try (var in = Files.newBufferedReader(file)) {
            findings = EpcisReader.read(in, file.getFileName().toString(), event -> {
                if (log.add(event)) {
                    counts.merge(event.milestone().map(Milestone::name).orElse("other"), 1, Integer::sum);
                }
            });
        }
        Told answer = parcel == null ? new Answer(counts, findings) : new Story(story(parcel, log), findings);
        spec.commandLine().getOut().println(json ? new JsonMapper().writeValueAsString(answer) : answer.toText());
        return findings.stream().anyMatch(Finding::stops) ? 1 : 0;
    }

    private static Delivery story(String parcel, EventLog log) {
        return Tracker.track(Epc.parcel(new S10(parcel)), log, Outlook.unplanned(Instant.EPOCH));
    }

    private sealed interface Told {

        List<Finding> findings();

        String toText();

        default String faults() {
            var text = new StringBuilder();
            findings()
                    .forEach(f ->
                            text.append(String.format("%n%s %s %s: %s", f.rule(), f.place(), f.value(), f.maybe())));
            return text.toString();
        }
    }

    private record Answer(Map<String, Integer> events, List<Finding> findings) implements Told {
        @Override
        public String toText() {
            int sum = events.values().stream().mapToInt(Integer::intValue).sum();
            return sum + " events " + events + faults();
        }
    }

    private record Story(Delivery delivery, List<Finding> findings) implements Told {
        @Override
        public String toText() {
            var text = new StringBuilder(delivery.status().name());
            delivery.timeline()
                    .forEach(e -> text.append(String.format("%n%s  %s  %s", e.at(), e.milestone(), e.node())));
            return text + faults();
        }
    }
}
