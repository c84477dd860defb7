package org.tongdao.tracking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The members of one event in JSON, in the order in which the standard's examples show them. */
final class EventJson {

    private EventJson() {}

    static void write(JsonGenerator json, EpcisEvent event) {
        EventContext context = event.context();
        json.writeStringProperty("type", typeOf(event));
        json.writeStringProperty("eventID", context.eventId());
        json.writeStringProperty("eventTime", time(context.when()));
        json.writeStringProperty("eventTimeZoneOffset", offset(context.when().offset()));
        writeObjects(json, event);
        json.writeStringProperty("action", event.action().name());
        writeWhy(json, context.why());
        writePlace(json, "readPoint", context.where().readPoint());
        writePlace(json, "bizLocation", context.where().bizLocation());
        context.extensions().forEach(json::writeStringProperty);
    }

    static String typeOf(EpcisEvent event) {
        return event.getClass().getSimpleName();
    }

    static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private static String time(When when) {
        Instant at = when.eventTime();
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(when.offset()));
    }

    private static void writeObjects(JsonGenerator json, EpcisEvent event) {
        if (!event.parent().isEmpty()) {
            json.writeStringProperty("parentID", event.parent());
        }
        boolean children = event instanceof AggregationEvent || event instanceof AssociationEvent;
        if (!children || !event.epcs().isEmpty()) {
            writeTexts(json, children ? "childEPCs" : "epcList", event.epcs());
        }
    }

    private static void writeWhy(JsonGenerator json, Why why) {
        writeText(json, "bizStep", why.bizStep());
        writeText(json, "disposition", why.disposition());
        if (!why.transactions().isEmpty()) {
            json.writeArrayPropertyStart("bizTransactionList");
            why.transactions().forEach(t -> writePair(json, t.type(), "bizTransaction", t.id()));
            json.writeEndArray();
        }
        writeParties(json, "source", why.sources());
        writeParties(json, "destination", why.destinations());
    }

    private static void writeParties(JsonGenerator json, String name, List<Party> parties) {
        if (!parties.isEmpty()) {
            json.writeArrayPropertyStart(name + "List");
            parties.forEach(p -> writePair(json, p.type(), name, p.id()));
            json.writeEndArray();
        }
    }

    private static void writePair(JsonGenerator json, String type, String name, String id) {
        json.writeStartObject();
        writeText(json, "type", type);
        json.writeStringProperty(name, id);
        json.writeEndObject();
    }

    private static void writePlace(JsonGenerator json, String name, String id) {
        if (!id.isEmpty()) {
            json.writeObjectPropertyStart(name);
            json.writeStringProperty("id", id);
            json.writeEndObject();
        }
    }

    private static void writeText(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
