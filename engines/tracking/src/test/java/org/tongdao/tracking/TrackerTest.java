package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongdao.tracking.Samples.BAG;
import static org.tongdao.tracking.Samples.BOX;
import static org.tongdao.tracking.Samples.BROAD;
import static org.tongdao.tracking.Samples.NEXT_TRAIN;
import static org.tongdao.tracking.Samples.OTHER;
import static org.tongdao.tracking.Samples.PARCEL;
import static org.tongdao.tracking.Samples.at;
import static org.tongdao.tracking.Samples.seen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;
import org.tongdao.tracking.TimelineEntry.Certainty;

class TrackerTest {

    private static final List<PlannedStep> PLAN = List.of(
            new PlannedStep(Milestone.T090, "URC", at("01-03T04:00")),
            new PlannedStep(Milestone.T100, "AKL", at("01-03T14:00")),
            new PlannedStep(Milestone.T200, "ALA", at("01-06T00:00")),
            new PlannedStep(Milestone.T250, "ALA", at("01-08T00:00")));

    @Test
    void wholeLifeEndsDeliveredAndTellsEveryStation() {
        Delivery delivery = tracked(Samples.life());
        assertThat(delivery.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(delivery.node()).isEqualTo("ALA");
        assertThat(delivery.eta()).isEmpty();
        assertThat(delivery.inside()).isEmpty();
        assertThat(delivery.findings()).isEmpty();
        assertThat(delivery.timeline()).hasSameSizeAs(Samples.life()).allMatch(e -> e.certainty() == Certainty.FACT);
    }

    @Test
    void onTheWayItIsInBagBoxWagonAndTrain() {
        Delivery delivery = tracked(until("01-04T09:00"));
        assertThat(delivery.status()).isEqualTo(DeliveryStatus.IN_TRANSIT);
        assertThat(delivery.inside()).containsExactly(BAG, BOX, BROAD, NEXT_TRAIN);
        assertThat(delivery.node()).isEqualTo("DST");
        assertThat(delivery.since()).contains(at("01-04T08:00"));
    }

    @Test
    void statusFollowsTheLastFact() {
        assertThat(tracked(List.of()).status()).isEqualTo(DeliveryStatus.UNKNOWN);
        assertThat(tracked(until("01-01T03:00")).status()).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(tracked(until("01-02T03:00")).status()).isEqualTo(DeliveryStatus.BAGGED);
        assertThat(tracked(until("01-03T18:30")).status()).isEqualTo(DeliveryStatus.AT_BORDER);
        assertThat(tracked(until("01-04T05:30")).status()).isEqualTo(DeliveryStatus.TRANSLOADING);
        assertThat(tracked(until("01-07T04:00")).status()).isEqualTo(DeliveryStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void whatHappensToTheTrainBeforeOrAfterDoesNotConcernTheParcel() {
        var events = new ArrayList<>(Samples.life());
        events.add(Milestone.T090.event(seen(Milestone.T090, "01-01T00:00", "URC", "before"), List.of(Samples.TRAIN)));
        events.add(Milestone.T180.event(seen(Milestone.T180, "01-08T00:00", "WAW", "after"), List.of(NEXT_TRAIN)));
        assertThat(tracked(events)).isEqualTo(tracked(Samples.life()));
    }

    @Test
    void parcelTakenOutOfTheBagEarlyDoesNotTravelOn() {
        var events = new ArrayList<>(Samples.life());
        events.removeIf(e -> e.epcs().contains(PARCEL) && e.at().isAfter(at("01-02T02:00")));
        events.add(new AggregationEvent(
                EventContext.of(seen(Milestone.T210, "01-02T03:00", "URC", "out"), Why.of("unpacking", "in_progress")),
                Action.DELETE,
                BAG,
                List.of(PARCEL)));
        assertThat(tracked(events).status()).isEqualTo(DeliveryStatus.BAGGED);
        assertThat(Tracker.track(OTHER, EventLog.of(events), Outlook.unplanned(at("01-09T00:00")))
                        .status())
                .isEqualTo(DeliveryStatus.AT_HUB);
    }

    @Test
    void heldParcelSaysWhyAndHasNoEta() {
        var events = until("01-01T10:00");
        events.add(Milestone.held(seen(Milestone.T120, "01-01T11:00", "URC"), List.of(PARCEL), "inspection"));
        Delivery held = Tracker.track(PARCEL, EventLog.of(events), new Outlook(PLAN, at("01-01T12:00")));
        assertThat(held.hold()).contains(new Hold("inspection", "URC", at("01-01T11:00"), false));
        assertThat(held.eta()).isEmpty();
        assertThat(held.status()).isEqualTo(DeliveryStatus.AT_PARK);
        events.add(Samples.of(Milestone.T040, "01-01T12:00", "URC"));
        Delivery released = Tracker.track(PARCEL, EventLog.of(events), new Outlook(PLAN, at("01-01T12:00")));
        assertThat(released.hold()).isEmpty();
        assertThat(released.eta()).contains(at("01-08T00:00"));
    }

    @Test
    void whatOurOwnPeoplePutAsideIsNotAnInspection() {
        var events = until("01-01T10:00");
        var context = EventContext.of(seen(Milestone.T120, "01-01T11:00", "URC"), Why.of("holding", "reserved"))
                .with(Hold.REASON, "MERCHANT")
                .with("tongdao:act", "HELD")
                .with(EpcisEvent.MILESTONE, "T120");
        events.add(new ObjectEvent(context, Action.OBSERVE, List.of(PARCEL)));
        events.add(Milestone.held(seen(Milestone.T120, "01-01T12:00", "URC"), List.of(PARCEL), "INSPECTION"));
        assertThat(tracked(events.subList(0, events.size() - 1)).hold())
                .contains(new Hold("MERCHANT", "URC", at("01-01T11:00"), true));
        assertThat(tracked(events).hold()).map(Hold::bench).contains(false);
        assertThat(tracked(events).timeline()).extracting(TimelineEntry::words).endsWith("T120.bench", "T120");
    }

    @Test
    void aStopAndItsEndInOneMomentAreTakenInTheirOrder() {
        var events = until("01-01T10:00");
        events.add(bench("urn:x:2", "holding", "reserved", "7"));
        events.add(bench("urn:x:1", "inspecting", "conformant", "8"));
        assertThat(tracked(events).hold()).isEmpty();
        events.add(bench("urn:x:0", "holding", "reserved", "9"));
        assertThat(tracked(events).hold()).isPresent();
    }

    /** As the bench tells it: the end of a stop is no milestone. */
    private static EpcisEvent bench(String id, String step, String disposition, String order) {
        var context = EventContext.of(Sighting.of(id, at("01-01T11:00"), "URC"), Why.of(step, disposition))
                .with("tongdao:act", disposition)
                .with(EpcisEvent.STEP, order);
        var told = disposition.equals("reserved") ? context.with(EpcisEvent.MILESTONE, "T120") : context;
        return new ObjectEvent(told, Action.OBSERVE, List.of(PARCEL));
    }

    @Test
    void heldContainerHoldsTheParcelInIt() {
        var events = until("01-03T19:30");
        events.add(Milestone.held(seen(Milestone.T120, "01-03T20:00", "AKL"), List.of(BOX), "X-ray"));
        assertThat(tracked(events).hold()).map(Hold::reason).contains("X-ray");
    }

    @Test
    void lateTrainMovesEverythingToComeByItsDelay() {
        Delivery delivery =
                Tracker.track(PARCEL, EventLog.of(until("01-03T18:30")), new Outlook(PLAN, at("01-03T18:30")));
        assertThat(delivery.eta()).contains(at("01-08T04:00"));
        assertThat(delivery.timeline())
                .filteredOn(e -> e.certainty() != Certainty.FACT)
                .containsExactly(
                        expected(Milestone.T200, "01-06T04:00", Certainty.ESTIMATE, "01-06T00:00"),
                        expected(Milestone.T250, "01-08T04:00", Certainty.ESTIMATE, "01-08T00:00"));
    }

    @Test
    void earlyTrainMovesNothing() {
        var events = until("01-03T03:00");
        events.add(Milestone.T090.event(seen(Milestone.T090, "01-03T03:10", "URC", "early"), List.of(Samples.TRAIN)));
        Delivery delivery = Tracker.track(PARCEL, EventLog.of(events), new Outlook(PLAN, at("01-03T03:30")));
        assertThat(delivery.eta()).contains(at("01-08T00:00"));
        assertThat(delivery.timeline().get(delivery.timeline().size() - 1).certainty())
                .isEqualTo(Certainty.PLAN);
    }

    @Test
    void nothingIsExpectedInThePast() {
        Instant now = at("01-07T12:00");
        Delivery delivery = Tracker.track(PARCEL, EventLog.of(until("01-03T18:30")), new Outlook(PLAN, now));
        assertThat(delivery.timeline())
                .filteredOn(e -> e.certainty() != Certainty.FACT)
                .noneMatch(e -> e.at().isBefore(now));
        assertThat(delivery.eta()).contains(at("01-09T12:00"));
    }

    @Test
    void nothingFollowsTheEnd() {
        var events = new ArrayList<>(Samples.life());
        events.add(Samples.of(Milestone.T230, "01-08T09:00", "ALA"));
        Delivery delivery = tracked(events);
        assertThat(delivery.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(delivery.findings()).extracting(Finding::rule).containsExactly("MOVE-AFTER-END");
    }

    @Test
    void missingEventShowsAsAnIllegalMoveUntilItArrives() {
        var events = new ArrayList<>(Samples.life());
        events.removeIf(e -> e.milestone().filter(m -> m == Milestone.T040).isPresent());
        assertThat(tracked(events).findings()).extracting(Finding::rule).containsExactly("MOVE-ILLEGAL");
        events.add(Samples.of(Milestone.T040, "01-01T12:00", "URC"));
        assertThat(tracked(events)).isEqualTo(tracked(Samples.life()));
    }

    private static TimelineEntry expected(Milestone milestone, String at, Certainty certainty, String planned) {
        return new TimelineEntry(milestone, "ALA", at(at), certainty, java.util.Optional.of(at(planned)));
    }

    private static ArrayList<EpcisEvent> until(String time) {
        var events = new ArrayList<>(Samples.life());
        events.removeIf(e -> e.at().isAfter(at(time)));
        return events;
    }

    private static Delivery tracked(List<EpcisEvent> events) {
        return Tracker.track(PARCEL, EventLog.of(events), Outlook.unplanned(at("01-09T00:00")));
    }
}
