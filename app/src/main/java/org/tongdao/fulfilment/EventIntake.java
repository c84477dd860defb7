package org.tongdao.fulfilment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongdao.fulfilment.Facts.Fact;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.Milestone;

/**
 * Sorts events into facts: arrivals, unpackings, discrepancies, moves of parcels. What names an unknown number is parked whole, its known part is
 * applied at once; applying an event again has no effect.
 */
@Component
class EventIntake {

    private static final String DISCREPANCY = "tongdao:discrepancy";
    private static final String ATTEMPT = "tongdao:attempt";
    private static final String REASON = "tongdao:reason";

    private final Numbers numbers;
    private final Facts facts;
    private final Unpacking unpacking;
    private final Pending pending;

    EventIntake(Numbers numbers, Facts facts, Unpacking unpacking, Pending pending) {
        this.numbers = numbers;
        this.facts = facts;
        this.unpacking = unpacking;
        this.pending = pending;
    }

    void apply(String document, List<EpcisEvent> events) {
        var known = numbers.find(events);
        var moves = new ArrayList<Fact>();
        for (var event : events.stream().sorted(EpcisEvent.IN_TIME).toList()) {
            sort(document, event, known, moves);
        }
        facts.record(document, moves);
    }

    private void sort(String document, EpcisEvent event, Numbers.Known known, List<Fact> moves) {
        var milestone = event.milestone();
        if (event.context().extensions().containsKey(DISCREPANCY)) {
            reported(event, known);
        } else if (milestone.isEmpty()) {
            pending.unexpected(document, event);
        } else if (milestone.get() == Milestone.T200) {
            received(document, event, known);
        } else if (milestone.get() == Milestone.T210) {
            unpacked(document, event, known, moves);
        } else if (isMove(milestone.get())) {
            moved(document, event, known, moves);
        } else {
            pending.unexpected(document, event);
        }
    }

    private static boolean isMove(Milestone milestone) {
        return switch (milestone) {
            case T220, T230, T240, T250, T900 -> true;
            default -> false;
        };
    }

    private void received(String document, EpcisEvent event, Numbers.Known known) {
        for (var uri : event.epcs()) {
            var key = Numbers.value(uri, Epc.Kind.CONTAINER).orElse(uri) + "/" + Numbers.seal(event);
            known.container(key)
                    .ifPresentOrElse(
                            id -> facts.received(id, node(event), event.at()),
                            () -> pending.park(document, event, key));
        }
    }

    private void unpacked(String document, EpcisEvent event, Numbers.Known known, List<Fact> moves) {
        var sscc = Numbers.value(event.parent(), Epc.Kind.BAG).orElse(event.parent());
        var bag = known.bag(sscc);
        if (bag.isEmpty()) {
            pending.park(document, event, sscc);
            return;
        }
        var found = parcelNos(event);
        var ours = unpacking.count(new Unpacking.Opened(bag.get(), node(event), event.at(), found), known);
        ours.forEach(id -> moves.add(fact(event, id)));
    }

    private void moved(String document, EpcisEvent event, Numbers.Known known, List<Fact> moves) {
        for (var no : parcelNos(event)) {
            known.parcel(no).ifPresentOrElse(id -> moves.add(fact(event, id)), () -> pending.park(document, event, no));
        }
    }

    private void reported(EpcisEvent event, Numbers.Known known) {
        var kind = event.context().extensions().getOrDefault(DISCREPANCY, "");
        for (var no : parcelNos(event)) {
            unpacking.report(no, kind, known.parcel(no), node(event), event.at());
        }
    }

    private static Fact fact(EpcisEvent event, long parcelId) {
        var extensions = event.context().extensions();
        return new Fact(
                parcelId,
                event.milestone().orElseThrow().name(),
                attempt(extensions.getOrDefault(ATTEMPT, "1")),
                node(event),
                event.at(),
                extensions.getOrDefault(REASON, ""),
                event.context().eventId());
    }

    private static int attempt(String text) {
        return text.matches("[1-9]") ? Integer.parseInt(text) : 1;
    }

    private static String node(EpcisEvent event) {
        return event.context().where().node();
    }

    private static List<String> parcelNos(EpcisEvent event) {
        return event.epcs().stream()
                .flatMap(uri -> Numbers.value(uri, Epc.Kind.PARCEL).stream())
                .toList();
    }
}
