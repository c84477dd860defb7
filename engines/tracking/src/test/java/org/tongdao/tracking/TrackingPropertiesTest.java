package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongdao.tracking.Samples.PARCEL;
import static org.tongdao.tracking.Samples.at;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.terms.Dice;

/** Laws that hold for any order, repetition and loss of events; each seed draws 200 cases. */
class TrackingPropertiesTest {

    private static final Outlook OUTLOOK =
            new Outlook(List.of(new PlannedStep(Milestone.T250, "ALA", at("01-08T00:00"))), at("01-04T00:00"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyOrderAndAnyRepetitionGiveTheSameDelivery(long seed) {
        var dice = Dice.of(seed, "order");
        for (int round = 0; round < 200; round++) {
            var events = someOf(Samples.life(), dice.nextDouble(), new Random(dice.nextLong()));
            Delivery straight = Tracker.track(PARCEL, EventLog.of(events), OUTLOOK);
            var told = new ArrayList<>(events);
            told.addAll(someOf(events, 0.3, new Random(dice.nextLong())));
            Collections.shuffle(told, new Random(dice.nextLong()));
            Delivery shuffled = Tracker.track(PARCEL, EventLog.of(told), OUTLOOK);
            assertThat(shuffled).isEqualTo(straight);
            assertThat(AggregationTree.fold(told).custody(PARCEL))
                    .isEqualTo(AggregationTree.fold(events).custody(PARCEL));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lateEventsEndInTheSameDeliveryAsPunctualOnes(long seed) {
        var dice = Dice.of(seed, "late");
        Delivery punctual = Tracker.track(PARCEL, EventLog.of(Samples.life()), OUTLOOK);
        for (int round = 0; round < 200; round++) {
            var arrivals = new ArrayList<>(Samples.life());
            Collections.shuffle(arrivals, new Random(dice.nextLong()));
            var log = new EventLog();
            for (EpcisEvent arrival : arrivals) {
                log.add(arrival);
                Tracker.track(PARCEL, log, OUTLOOK);
            }
            assertThat(Tracker.track(PARCEL, log, OUTLOOK)).isEqualTo(punctual);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onePlaceAtATimeWhateverIsLost(long seed) {
        var dice = Dice.of(seed, "lost");
        for (int round = 0; round < 200; round++) {
            var tree = AggregationTree.fold(someOf(Samples.life(), 0.7, new Random(dice.nextLong())));
            for (String thing : List.of(PARCEL, Samples.BAG, Samples.BOX, Samples.FLAT, Samples.BROAD)) {
                List<Stay> stays = tree.stays(thing);
                for (int i = 1; i < stays.size(); i++) {
                    assertThat(stays.get(i).from())
                            .isAfterOrEqualTo(stays.get(i - 1).until());
                    assertThat(stays.get(i - 1).lasts()).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPairOfStatesIsLegalOrSaid(long seed) {
        var dice = Dice.of(seed, "legal");
        for (int round = 0; round < 200; round++) {
            var events = someOf(Samples.life(), 0.8, new Random(dice.nextLong()));
            Delivery delivery = Tracker.track(PARCEL, EventLog.of(events), Outlook.unplanned(at("01-09T00:00")));
            long illegal = 0;
            DeliveryStatus now = DeliveryStatus.UNKNOWN;
            for (TimelineEntry entry : delivery.timeline()) {
                DeliveryStatus next = DeliveryStatus.after(entry.milestone());
                illegal += now.allows(next) ? 0 : 1;
                now = next;
            }
            assertThat(delivery.findings().stream()
                            .filter(f -> f.rule().equals("MOVE-ILLEGAL"))
                            .count())
                    .isEqualTo(illegal);
            assertThat(now).isEqualTo(delivery.status());
        }
    }

    private static List<EpcisEvent> someOf(List<EpcisEvent> events, double share, Random random) {
        return events.stream().filter(e -> random.nextDouble() < share).toList();
    }
}
