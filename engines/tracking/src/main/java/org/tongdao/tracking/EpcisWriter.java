package org.tongdao.tracking;

import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes events as EPCIS 2.0 JSON-LD, streaming: memory does not grow with the number of events.
 *
 * <p>Two shapes: a document ({@code EPCISDocument} with one event list), or lines (one event with its own {@code @context} per line, the shape of
 * {@code epcis.jsonl}). Equal events give equal bytes. I/O faults come as {@link tools.jackson.core.exc.JacksonIOException}.
 */
public final class EpcisWriter implements AutoCloseable {

    static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    static final String NAMESPACE = "urn:tongdao:epcis:";
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Writer out;
    private final @Nullable JsonGenerator document;

    private EpcisWriter(Writer out, @Nullable JsonGenerator document) {
        this.out = out;
        this.document = document;
    }

    /** One event per line; the caller closes {@code out}. */
    public static EpcisWriter lines(Writer out) {
        return new EpcisWriter(out, null);
    }

    /** One document; {@link #close} ends it, the caller closes {@code out}. */
    public static EpcisWriter document(Writer out, Instant creationDate) {
        JsonGenerator json = generator(out);
        json.writeStartObject();
        writeContext(json);
        json.writeStringProperty("type", "EPCISDocument");
        json.writeStringProperty("schemaVersion", "2.0");
        json.writeStringProperty("creationDate", creationDate.toString());
        json.writeObjectPropertyStart("epcisBody");
        json.writeArrayPropertyStart("eventList");
        return new EpcisWriter(out, json);
    }

    /** The event as one line without its line end. */
    public static String line(EpcisEvent event) {
        var text = new StringWriter(512);
        writeLine(text, event);
        return text.toString();
    }

    public void write(EpcisEvent event) {
        if (document == null) {
            writeLine(out, event);
            append('\n');
        } else {
            document.writeStartObject();
            EventJson.write(document, event);
            document.writeEndObject();
        }
    }

    @Override
    public void close() {
        if (document != null) {
            document.writeEndArray();
            document.writeEndObject();
            document.writeEndObject();
            document.close();
        }
    }

    private static void writeLine(Writer target, EpcisEvent event) {
        try (JsonGenerator json = generator(target)) {
            json.writeStartObject();
            writeContext(json);
            EventJson.write(json, event);
            json.writeEndObject();
        }
    }

    private static void writeContext(JsonGenerator json) {
        json.writeArrayPropertyStart("@context");
        json.writeString(CONTEXT);
        json.writeStartObject();
        json.writeStringProperty("tongdao", NAMESPACE);
        json.writeEndObject();
        json.writeEndArray();
    }

    private static JsonGenerator generator(Writer target) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), new Unclosed(target));
    }

    private void append(char c) {
        try {
            out.write(c);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
