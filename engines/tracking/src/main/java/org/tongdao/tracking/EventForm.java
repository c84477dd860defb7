package org.tongdao.tracking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Turns the JSON members of one event into an event, or says what is wrong with them. */
final class EventForm {

    private static final Set<String> COMMON = Set.of(
            "@context",
            "type",
            "eventID",
            "eventTime",
            "recordTime",
            "eventTimeZoneOffset",
            "action",
            "bizStep",
            "disposition",
            "readPoint",
            "bizLocation",
            "bizTransactionList",
            "sourceList",
            "destinationList");
    private static final Set<String> LISTED = Set.of("epcList", "parentID");
    private static final Set<String> CONTAINED = Set.of("childEPCs", "parentID");

    private final FormFields fields;

    EventForm(Place place, Map<?, ?> members) {
        this.fields = new FormFields(place, members);
    }

    List<Finding> findings() {
        return fields.findings();
    }

    Optional<EpcisEvent> event() {
        String type = fields.required("type");
        Optional<EpcisEvent> event = switch (type) {
            case "ObjectEvent" -> listed(type);
            case "TransactionEvent" -> listed(type);
            case "AggregationEvent" -> contained(type);
            case "AssociationEvent" -> contained(type);
            default -> {
                fields.report(
                        "EPCIS-TYPE",
                        "type",
                        type,
                        "Only Object, Aggregation, Association and Transaction events are read.");
                yield Optional.empty();
            }
        };
        return fields.stopped() ? Optional.empty() : event;
    }

    private Optional<EpcisEvent> listed(String type) {
        fields.noteOthers(COMMON, LISTED);
        EventContext context = context();
        Action action = action();
        List<String> epcs = fields.uris("epcList");
        String parent = fields.uri("parentID");
        if (type.equals("TransactionEvent") && context.why().transactions().isEmpty()) {
            fields.report(
                    "EPCIS-MISSING", "bizTransactionList", "", "A transaction event names at least one transaction.");
        }
        if (fields.stopped()) {
            return Optional.empty();
        }
        return Optional.of(
                type.equals("ObjectEvent")
                        ? new ObjectEvent(context, action, epcs)
                        : new TransactionEvent(context, action, parent, epcs));
    }

    private Optional<EpcisEvent> contained(String type) {
        fields.noteOthers(COMMON, CONTAINED);
        EventContext context = context();
        Action action = action();
        List<String> children = fields.uris("childEPCs");
        String parent = fields.uri("parentID");
        if (parent.isEmpty() && (action != Action.OBSERVE || type.equals("AssociationEvent"))) {
            fields.report("EPCIS-MISSING", "parentID", "", "Say what the children were put into or taken from.");
        }
        if (children.isEmpty() && action != Action.DELETE) {
            fields.report("EPCIS-MISSING", "childEPCs", "", "Say what was put in or seen.");
        }
        if (fields.stopped()) {
            return Optional.empty();
        }
        return Optional.of(
                type.equals("AggregationEvent")
                        ? new AggregationEvent(context, action, parent, children)
                        : new AssociationEvent(context, action, parent, children));
    }

    private EventContext context() {
        var why = new Why(
                Cbv.word(fields.text("bizStep")),
                Cbv.word(fields.text("disposition")),
                fields.pairs("bizTransactionList", "bizTransaction").stream()
                        .map(p -> new BizTransaction(p.type(), p.id()))
                        .toList(),
                fields.pairs("sourceList", "source"),
                fields.pairs("destinationList", "destination"));
        String id = fields.requiredUri("eventID");
        return new EventContext(
                id.isEmpty() ? "urn:tongdao:event:unknown" : id,
                fields.when(),
                new Where(fields.place("readPoint"), fields.place("bizLocation")),
                why,
                new TreeMap<>(fields.extensions()));
    }

    private Action action() {
        String action = fields.required("action");
        return switch (action) {
            case "ADD" -> Action.ADD;
            case "DELETE" -> Action.DELETE;
            case "OBSERVE" -> Action.OBSERVE;
            default -> {
                fields.report("EPCIS-VALUE", "action", action, "ADD, OBSERVE or DELETE is expected.");
                yield Action.OBSERVE;
            }
        };
    }
}
