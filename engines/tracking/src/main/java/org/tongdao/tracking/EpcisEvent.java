package org.tongdao.tracking;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One sighting, in the shape of GS1 EPCIS 2.0. Quantities, sensors and transformations are not used on this corridor and not modelled;
 * the reader reports them as ignored.
 *
 * <p>Natural order: event time, then milestone, then DELETE before ADD before OBSERVE, then id. It depends on the events only, never on the order in which
 * they arrived, so that a late event falls into its place.
 */
public sealed interface EpcisEvent permits ObjectEvent, AggregationEvent, AssociationEvent, TransactionEvent {

    /** The extension that names our milestone. */
    String MILESTONE = "tongdao:milestone";

    Comparator<EpcisEvent> IN_TIME = Comparator.comparing(EpcisEvent::at)
            .thenComparing(e -> e.context().extensions().getOrDefault(MILESTONE, ""))
            .thenComparing(e -> e.action() == Action.DELETE ? 0 : e.action() == Action.ADD ? 1 : 2)
            .thenComparing(e -> e.context().eventId());

    EventContext context();

    Action action();

    /** The containing or commanding object, empty when there is none. */
    String parent();

    /** The objects themselves: {@code epcList} or {@code childEPCs}. */
    List<String> epcs();

    EpcisEvent withContext(EventContext changed);

    EpcisEvent withEpcs(List<String> changed);

    default Instant at() {
        return context().when().eventTime();
    }

    default Optional<Milestone> milestone() {
        return Optional.ofNullable(context().extensions().get(MILESTONE)).flatMap(Milestone::find);
    }
}
