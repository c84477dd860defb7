package org.tongdao.tracking;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One sighting, in the shape of GS1 EPCIS 2.0. Quantities, sensors and transformations are not used on this corridor and not modelled;
 * the reader reports them as ignored.
 *
 * <p>Natural order: event time, then the step within that moment ({@link #STEP}) where the sender says one, then milestone, then DELETE before ADD before
 * OBSERVE, then id. It depends on the events only, never on the order in which they arrived, so that a late event falls into its place.
 */
public sealed interface EpcisEvent permits ObjectEvent, AggregationEvent, AssociationEvent, TransactionEvent {

    /** The extension that names our milestone. */
    String MILESTONE = "tongdao:milestone";

    /**
     * The extension that orders events of one moment, a whole number: a stop and its end may bear the same time, above all where a clock stands still. An
     * event without it comes before those that have it.
     */
    String STEP = "tongdao:step";

    Comparator<EpcisEvent> IN_TIME = Comparator.comparing(EpcisEvent::at)
            .thenComparingLong(EpcisEvent::step)
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

    /** The step within its moment; -1 where the sender says none that is a number of at most 18 digits. */
    default long step() {
        String said = context().extensions().getOrDefault(STEP, "");
        return said.matches("[0-9]{1,18}") ? Long.parseLong(said) : -1;
    }

    default Optional<Milestone> milestone() {
        return Optional.ofNullable(context().extensions().get(MILESTONE)).flatMap(Milestone::find);
    }
}
