package org.tongdao.tracking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.tracking.TimelineEntry.Certainty;

/** The events that touched one parcel, and the delivery that follows from them. */
final class History {

    private final String parcel;
    private final List<Stay> custody;
    private final List<EpcisEvent> events;
    private final List<Finding> findings = new ArrayList<>();

    History(String parcel, AggregationTree tree, Collection<EpcisEvent> gathered) {
        this.parcel = parcel;
        this.custody = tree.custody(parcel);
        var touching = EventLog.inTime(gathered).stream().filter(this::touches).toList();
        this.events = upToTheEnd(touching);
        this.findings.addAll(tree.findings().stream().filter(this::concerns).toList());
    }

    Delivery delivery(Outlook outlook) {
        Optional<Hold> hold = hold();
        DeliveryStatus status = status();
        List<TimelineEntry> facts = facts(outlook);
        boolean goesOn = !status.isEnd() && hold.isEmpty();
        List<TimelineEntry> ahead = goesOn ? outlook.ahead(facts) : List.of();
        return new Delivery(
                parcel,
                status,
                node(),
                last().map(EpcisEvent::at),
                ahead.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ahead.get(ahead.size() - 1).at()),
                hold,
                custody,
                Stream.concat(facts.stream(), ahead.stream()).toList(),
                findings);
    }

    private boolean touches(EpcisEvent event) {
        if (isAbout(event, parcel)) {
            return true;
        }
        return custody.stream().anyMatch(s -> s.covers(event.at()) && isAbout(event, s.parent()));
    }

    /** An event is about its objects; one that takes all children out is about the parent. */
    private static boolean isAbout(EpcisEvent event, String thing) {
        return event.epcs().contains(thing)
                || (event.epcs().isEmpty() && event.parent().equals(thing));
    }

    private boolean concerns(Finding finding) {
        return finding.value().equals(parcel)
                || custody.stream().anyMatch(s -> s.parent().equals(finding.value()));
    }

    /** Nothing follows the end of the story; what claims to is a finding. */
    private List<EpcisEvent> upToTheEnd(List<EpcisEvent> touching) {
        List<EpcisEvent> kept = new ArrayList<>();
        DeliveryStatus now = DeliveryStatus.UNKNOWN;
        for (EpcisEvent event : touching) {
            DeliveryStatus next = event.milestone().map(DeliveryStatus::after).orElse(now);
            if (now.isEnd()) {
                report("MOVE-AFTER-END", event, "The parcel had ended as " + now + "; the event was left out.");
                continue;
            }
            if (!Hold.isHold(event) && !now.allows(next)) {
                report("MOVE-ILLEGAL", event, next + " cannot follow " + now + "; an event is missing, late or wrong.");
            }
            kept.add(event);
            now = Hold.isHold(event) ? now : next;
        }
        return kept;
    }

    private DeliveryStatus status() {
        DeliveryStatus status = DeliveryStatus.UNKNOWN;
        for (EpcisEvent event : events) {
            if (!Hold.isHold(event)) {
                status = event.milestone().map(DeliveryStatus::after).orElse(status);
            }
        }
        return status;
    }

    /** The last hold, unless a release, a clean inspection or a further move came after it. */
    private Optional<Hold> hold() {
        Optional<Hold> hold = Optional.empty();
        for (EpcisEvent event : events) {
            if (Hold.isHold(event)) {
                hold = Optional.of(Hold.of(event));
            } else if (hold.isPresent() && releases(event)) {
                hold = Optional.empty();
            }
        }
        return hold;
    }

    private static boolean releases(EpcisEvent event) {
        String disposition = event.context().why().disposition();
        boolean customsOrLater =
                event.milestone().filter(m -> m.compareTo(Milestone.T040) >= 0).isPresent();
        return disposition.equals("conformant") || (customsOrLater && !disposition.equals("non_conformant"));
    }

    private List<TimelineEntry> facts(Outlook outlook) {
        return events.stream()
                .flatMap(e -> e.milestone().map(m -> fact(e, m, outlook)).stream())
                .toList();
    }

    private static TimelineEntry fact(EpcisEvent event, Milestone milestone, Outlook outlook) {
        String node = event.context().where().node();
        var planned = outlook.planned(milestone, node);
        return new TimelineEntry(milestone, node, event.at(), Certainty.FACT, planned, Hold.isBench(event));
    }

    private Optional<EpcisEvent> last() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }

    private String node() {
        String node = "";
        for (EpcisEvent event : events) {
            String seen = event.context().where().node();
            node = seen.isEmpty() ? node : seen;
        }
        return node;
    }

    private void report(String rule, EpcisEvent event, String maybe) {
        findings.add(Finding.warning(rule, Place.of(event.context().eventId()), parcel, maybe));
    }
}
