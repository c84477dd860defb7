package org.tongdao.visibility;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One event of a partner's document: read by the engine, held against what a partner may say, with a pointer to every fault. */
final class CaptureReading {

    /**
     * An event as it was told.
     *
     * @param event empty when it was refused
     * @param document the event alone, with an id and with the names of the document's context
     * @param sha256 of its content, without id
     */
    record Told(
            String pointer,
            String eventId,
            Optional<EpcisEvent> event,
            String document,
            byte[] sha256,
            List<Finding> findings) {}

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int LONGEST = 500;
    private static final String BY_CONTENT = "urn:tongdao:report:sha-256:";
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final String pointer;
    private final List<Finding> findings = new ArrayList<>();

    private CaptureReading(String pointer) {
        this.pointer = pointer;
    }

    /** Reads the n-th event of a document. */
    static Told read(JsonNode event, JsonNode context, int n) {
        var reading = new CaptureReading("/epcisBody/eventList/" + n);
        return event instanceof ObjectNode object ? reading.object(object.deepCopy(), context) : reading.noObject();
    }

    private Told noObject() {
        report("EPCIS-TYPE", "", "", "The event list holds something that is not an event.");
        return new Told(pointer, "", Optional.empty(), "", new byte[0], findings);
    }

    private Told object(ObjectNode event, JsonNode context) {
        byte[] content = contentOf(event);
        if (!event.has("eventID")) {
            event.put("eventID", BY_CONTENT + HexFormat.of().formatHex(content));
        }
        if (!event.has("@context") && !context.isMissingNode()) {
            event.set("@context", context);
        }
        var found = new ArrayList<EpcisEvent>();
        String document = event.toString();
        EpcisReader.read(new StringReader(document), "", found::add).forEach(this::point);
        found.forEach(this::bounds);
        boolean stopped = findings.stream().anyMatch(Finding::stops);
        var good = stopped ? Optional.<EpcisEvent>empty() : found.stream().findFirst();
        return new Told(pointer, event.path("eventID").asString(""), good, document, content, findings);
    }

    private static byte[] contentOf(ObjectNode event) {
        Map<?, ?> members = SORTED.convertValue(event, TreeMap.class);
        List.of("eventID", "recordTime", "@context").forEach(members::remove);
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(SORTED.writeValueAsString(members).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** What the standard allows and this log does not. */
    private void bounds(EpcisEvent event) {
        var context = event.context();
        if (context.eventId().startsWith(Epc.Kind.EVENT.prefix())) {
            report(
                    "EPCIS-OURS",
                    "eventID",
                    context.eventId(),
                    "Ids that begin so are given by us; give an id of your own.");
        }
        if (event.at().isBefore(FIRST) || !event.at().isBefore(LAST)) {
            report("EPCIS-TIME", "eventTime", event.at().toString(), "A time from 2000 to 2099 is expected.");
        }
        Stream.concat(
                        Stream.of(
                                context.eventId(),
                                event.parent(),
                                context.why().bizStep(),
                                context.why().disposition(),
                                context.where().readPoint(),
                                context.where().bizLocation()),
                        event.epcs().stream())
                .filter(text -> text.length() > LONGEST || text.indexOf('\0') >= 0)
                .forEach(text -> report("EPCIS-LIMIT", "", text, "At most " + LONGEST + " characters, and no NUL."));
        Optional.ofNullable(context.extensions().get(EpcisEvent.MILESTONE))
                .ifPresent(claim -> findings.add(Finding.warning(
                        "EPCIS-CLAIM",
                        Place.of(pointer + "/" + EpcisEvent.MILESTONE),
                        claim,
                        "Kept as your word; milestones follow from our own records only.")));
    }

    private void point(Finding finding) {
        var member = finding.place().column().replace("~", "~0").replace("/", "~1");
        var place = Place.of(member.isEmpty() ? pointer : pointer + "/" + member);
        findings.add(new Finding(finding.rule(), finding.severity(), place, finding.value(), finding.maybe()));
    }

    private void report(String rule, String member, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(member.isEmpty() ? pointer : pointer + "/" + member), value, maybe));
    }
}
