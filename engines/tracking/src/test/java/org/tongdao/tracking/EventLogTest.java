package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final EpcisEvent PACKED = Samples.of(Milestone.T050, "01-02T02:00", "URC");

    @Test
    void sameEventIsKeptOnce() {
        var log = new EventLog();
        assertThat(log.add(PACKED)).isTrue();
        assertThat(log.add(PACKED)).isFalse();
        assertThat(log.list(Set.of(Samples.PARCEL))).containsExactly(PACKED);
    }

    @Test
    void eventIsFoundByEveryThingItNames() {
        var log = EventLog.of(List.of(PACKED));
        for (String thing : List.of(Samples.PARCEL, Samples.OTHER, Samples.BAG)) {
            assertThat(log.list(Set.of(thing))).as(thing).containsExactly(PACKED);
        }
        assertThat(log.list(Set.of(Samples.BOX))).isEmpty();
        assertThat(log.list(Set.of())).isEmpty();
    }

    @Test
    void timeComesFirstThenMilestoneThenId() {
        var events = new ArrayList<>(List.of(
                Samples.of(Milestone.T150, "01-04T03:00", "DST"),
                Samples.of(Milestone.T140, "01-04T03:00", "DST"),
                Samples.of(Milestone.T090, "01-04T04:00", "DST"),
                Samples.of(Milestone.T100, "01-03T18:00", "AKL")));
        Collections.shuffle(events, new java.util.Random(4));
        assertThat(EventLog.inTime(events))
                .extracting(e -> e.milestone().orElseThrow())
                .containsExactly(Milestone.T100, Milestone.T140, Milestone.T150, Milestone.T090);
    }

    @Test
    void withoutMilestoneTakingOutComesBeforePuttingInBeforeSeeing() {
        var context = EventContext.of(Sighting.of("urn:x:1", Samples.at("01-01T00:00"), "URC"), Why.of("", ""));
        EpcisEvent seen = new ObjectEvent(context, Action.OBSERVE, List.of(Samples.BOX));
        EpcisEvent put = new AssociationEvent(context, Action.ADD, Samples.FLAT, List.of(Samples.BOX));
        EpcisEvent taken = new AssociationEvent(context, Action.DELETE, Samples.FLAT, List.of(Samples.BOX));
        assertThat(List.of(seen, put, taken).stream().sorted(EpcisEvent.IN_TIME))
                .containsExactly(taken, put, seen);
    }

    @Test
    void stepsOfOneMomentComeInTheirOrderAndAfterWhatSaysNone() {
        EpcisEvent third = step("urn:x:a", "10");
        EpcisEvent second = step("urn:x:c", "9");
        EpcisEvent first = step("urn:x:b", "no number");
        assertThat(List.of(third, second, first).stream().sorted(EpcisEvent.IN_TIME))
                .containsExactly(first, second, third);
    }

    private static EpcisEvent step(String id, String step) {
        var sighting = Sighting.of(id, Samples.at("01-01T00:00"), "URC");
        var context = EventContext.of(sighting, Why.of("", "")).with(EpcisEvent.STEP, step);
        return new ObjectEvent(context, Action.OBSERVE, List.of(Samples.BOX));
    }

    @Test
    void answersAboutPartsOfOneEventAreJoined() {
        EpcisEvent mine = PACKED.withEpcs(List.of(Samples.PARCEL));
        EpcisEvent theirs = PACKED.withEpcs(List.of(Samples.OTHER));
        assertThat(EventLog.inTime(List.of(mine, theirs)))
                .singleElement()
                .satisfies(e -> assertThat(e.epcs()).containsExactlyInAnyOrder(Samples.PARCEL, Samples.OTHER));
    }

    @Test
    void storeMayLeaveOutWhatWasNotAskedFor() {
        EventStore all = EventLog.of(Samples.life());
        EventStore narrow = uris -> all.list(uris).stream()
                .map(e -> {
                    var asked = e.epcs().stream().filter(uris::contains).toList();
                    var kept = asked.isEmpty() && !e.epcs().isEmpty() ? e.epcs().subList(0, 1) : asked;
                    return e.withEpcs(kept);
                })
                .toList();
        var outlook = Outlook.unplanned(Samples.at("01-09T00:00"));
        assertThat(Tracker.track(Samples.PARCEL, narrow, outlook))
                .isEqualTo(Tracker.track(Samples.PARCEL, all, outlook));
    }
}
