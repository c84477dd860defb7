package org.tongdao.tracking;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads EPCIS 2.0 JSON-LD, streaming: a document, a single event, or lines of events.
 *
 * <p>The sender is not trusted: nesting, text length and the size of one event are limited, doubled members are refused. What is wrong with an event is a
 * {@link Finding} with the line and the member; good events beside it go on. After a fault of the JSON itself reading stops, and the finding says where.
 * An event needs an {@code eventID}: without it a repeated telling cannot be recognised.
 */
public final class EpcisReader {

    private static final int DEPTH = 32;
    private static final int TEXT = 64 * 1024;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(TEXT)
                    .maxNameLength(1024)
                    .maxNumberLength(100)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String source;
    private final Consumer<EpcisEvent> sink;
    private final List<Finding> findings = new ArrayList<>();

    private EpcisReader(String source, Consumer<EpcisEvent> sink) {
        this.source = source;
        this.sink = sink;
    }

    /**
     * Reads all events of {@code in}, handing each good one to {@code sink} as it comes; the caller closes {@code in}.
     *
     * @param source names the input in findings
     * @return what was wrong, in input order; empty when all is well
     */
    public static List<Finding> read(Reader in, String source, Consumer<EpcisEvent> sink) {
        var reader = new EpcisReader(source, sink);
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), new UnclosedReader(in))) {
            reader.readAll(json);
        } catch (JacksonException e) {
            reader.stop(e);
        } catch (JsonTree.TooLarge e) {
            reader.findings.add(Finding.error(
                    "EPCIS-LIMIT",
                    Place.row(source, e.line()),
                    "",
                    "One event is too large; send it as several events."));
        }
        return List.copyOf(reader.findings);
    }

    private void readAll(JsonParser json) {
        boolean any = false;
        while (json.nextToken() != null) {
            any = true;
            readRoot(json);
        }
        if (!any) {
            report(1, "EPCIS-EMPTY", "", "The input is empty; an EPCIS document or an event is expected.");
        }
    }

    private void readRoot(JsonParser json) {
        int line = json.currentTokenLocation().getLineNr();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            report(
                    line,
                    "EPCIS-TYPE",
                    json.currentToken() + "",
                    "An object is expected: an EPCIS document or an event.");
            return;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        boolean document = false;
        var tree = new JsonTree(json);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("epcisBody") && json.currentToken() == JsonToken.START_OBJECT) {
                document = true;
                readBody(json);
            } else {
                members.put(name, tree.value());
            }
        }
        finishRoot(line, members, document);
    }

    private void finishRoot(int line, Map<String, Object> members, boolean document) {
        if (!document) {
            accept(line, members);
        } else if (!"EPCISDocument".equals(members.get("type"))) {
            report(
                    line,
                    "EPCIS-TYPE",
                    members.get("type") + "",
                    "A document with an epcisBody has the type EPCISDocument.");
        }
    }

    private void readBody(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("eventList") && value == JsonToken.START_ARRAY) {
                readEvents(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readEvents(JsonParser json) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int line = json.currentTokenLocation().getLineNr();
            if (new JsonTree(json).value() instanceof Map<?, ?> event) {
                accept(line, event);
            } else {
                report(line, "EPCIS-TYPE", "", "The event list holds something that is not an event.");
            }
        }
    }

    private void accept(int line, Map<?, ?> members) {
        var form = new EventForm(Place.row(source, line), members);
        form.event().ifPresent(sink);
        findings.addAll(form.findings());
    }

    private void report(int line, String rule, String value, String maybe) {
        findings.add(Finding.error(rule, Place.row(source, line), value, maybe));
    }

    private void stop(JacksonException e) {
        var at = e.getLocation();
        report(
                at == null ? 0 : at.getLineNr(),
                "EPCIS-JSON",
                "",
                "Not JSON, or beyond the limits: " + e.getOriginalMessage() + " Nothing after this place was read.");
    }
}
