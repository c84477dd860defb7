package org.tongdao.api.epcis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongdao.api.http.Problem;
import org.tongdao.api.http.ProblemException;
import org.tongdao.visibility.Capture;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a call must be to be put down, and what is told of it afterwards. */
final class CaptureDocument {

    /** The state of a call; the first seven members are those of EPCIS 2.0. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            String captureID,
            Instant createdAt,
            @Nullable Instant finishedAt,
            boolean running,
            boolean success,
            String captureErrorBehaviour,
            List<Fault> errors,
            int taken,
            int known,
            int refused,
            List<Event> events) {}

    /** Why an event was refused: a problem of its own. */
    record Fault(String type, String title, int status, String pointer, String value) {}

    /** How one event fared; its notes are what was noticed although it was taken. */
    record Event(String pointer, String eventID, String outcome, List<Fault> notes) {}

    private static final int MOST_EVENTS = 5_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(64 * 1024)
                            .maxNumberLength(60)
                            .build())
                    .build())
            .build();

    private CaptureDocument() {}

    /** Refuses what is no EPCIS document of version 2; its events are looked at later. */
    static void check(byte[] body) {
        JsonNode tree = JSON.readTree(body);
        if (!tree.path("type").asString("").equals("EPCISDocument")) {
            throw refused("/type", tree.path("type"), "EPCISDocument is expected.");
        }
        if (!tree.path("schemaVersion").asString("").matches("2\\.\\d+")) {
            throw refused("/schemaVersion", tree.path("schemaVersion"), "Version 2.0 is read here.");
        }
        var list = tree.path("epcisBody").path("eventList");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_EVENTS) {
            throw new ProblemException(Problem.of(
                    400,
                    "not-epcis",
                    "The document cannot be put down.",
                    List.of(new Problem.Fault(
                            "/epcisBody/eventList",
                            "EPCIS-LIST",
                            "ERROR",
                            "",
                            list.size() + " events",
                            "A list of 1 to " + MOST_EVENTS + " events."))));
        }
    }

    private static ProblemException refused(String pointer, JsonNode value, String fix) {
        return new ProblemException(Problem.of(
                400,
                "not-epcis",
                "The document cannot be put down.",
                List.of(new Problem.Fault(pointer, "EPCIS-TYPE", "ERROR", "", value.asString(""), fix))));
    }

    static State state(Capture capture) {
        List<Fault> errors = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (var result : JSON.readTree(capture.results())) {
            List<Fault> notes = new ArrayList<>();
            for (var finding : result.path("findings")) {
                boolean stops = finding.path("severity").asString("").equals("ERROR");
                (stops ? errors : notes).add(fault(finding));
            }
            events.add(new Event(
                    result.path("pointer").asString(""),
                    result.path("eventID").asString(""),
                    result.path("outcome").asString(""),
                    notes));
        }
        return new State(
                "" + capture.id(),
                capture.createdAt(),
                capture.finishedAt().orElse(null),
                capture.finishedAt().isEmpty(),
                capture.isGood(),
                capture.allOrNone() ? "rollback" : "proceed",
                errors,
                capture.taken(),
                capture.known(),
                capture.refused(),
                events);
    }

    private static Fault fault(JsonNode finding) {
        return new Fault(
                "urn:tongdao:problem:" + finding.path("code").asString(""),
                finding.path("fix").asString(""),
                422,
                finding.path("pointer").asString(""),
                finding.path("value").asString(""));
    }
}
