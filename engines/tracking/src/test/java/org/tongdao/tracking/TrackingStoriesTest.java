package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongdao.tracking.Samples.at;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Black-box stories drawn as text: what was seen, and in one line what follows for a parcel. Each is told in three orders. */
class TrackingStoriesTest {

    @Test
    void twoParcelsPartWhenTheirBagsGoByDifferentTrains() {
        var events = Script.events("""
                1+00 T010 URC p1 p2
                1+06 T040 URC p1 p2
                2+00 T050 URC b1 < p1
                2+00 T050 URC b2 < p2
                2+06 T060 URC c1 < b1
                2+06 T060 URC c2 < b2
                3+00 T070 URC w1 < c1
                3+00 T080 URC t1 < w1
                3+01 T090 URC t1
                5+00 T070 URC w2 < c2
                5+00 T080 URC t2 < w2
                5+01 T090 URC t2
                """);
        assertThat(told("p1", events)).isEqualTo("IN_TRANSIT URC 3+01 in b1 c1 w1 t1");
        assertThat(told("p2", events)).isEqualTo("IN_TRANSIT URC 5+01 in b2 c2 w2 t2");
    }

    @Test
    void parcelLeftBehindStaysWhereItWas() {
        var events = Script.events("""
                1+00 T010 URC p1 p2
                1+06 T040 URC p1 p2
                2+00 T050 URC b1 < p1
                2+06 T060 URC c1 < b1
                """);
        assertThat(told("p2", events)).isEqualTo("CLEARED URC 1+06");
    }

    @Test
    void wagonUsedAgainDoesNotCarryTheParcelBack() {
        var events = Script.events("""
                1+00 T010 URC p1
                1+06 T040 URC p1
                2+00 T050 URC b1 < p1
                2+06 T060 URC c1 < b1
                3+00 T070 URC w1 < c1
                3+00 T080 URC t1 < w1
                3+01 T090 URC t1
                6+00 T200 ALA c1
                7+00 T210 ALA b1 < all
                9+00 T080 ALA t2 < w1
                9+01 T090 ALA t2
                """);
        assertThat(told("p1", events)).isEqualTo("AT_HUB ALA 7+00");
    }

    @Test
    void containerUsedAgainDoesNotCarryTheParcelBack() {
        var events = Script.events("""
                1+00 T010 URC p1
                1+06 T040 URC p1
                2+00 T050 URC b1 < p1
                2+06 T060 URC c1 < b1
                3+00 T070 URC w1 < c1
                3+00 T080 URC t1 < w1
                3+01 T090 URC t1
                6+00 T200 ALA c1
                7+00 T210 ALA b1 < all
                20+00 T070 URC w1 < c1
                20+01 T080 URC t3 < w1
                20+02 T090 URC t3
                """);
        assertThat(told("p1", events)).isEqualTo("AT_HUB ALA 7+00");
    }

    @Test
    void customsAndGaugeChangeMayEndInEitherOrder() {
        String start = """
                1+00 T010 URC p1
                1+06 T040 URC p1
                2+00 T050 URC b1 < p1
                2+06 T060 URC c1 < b1
                3+00 T070 URC w1 < c1
                3+00 T080 URC t1 < w1
                3+01 T090 URC t1
                4+00 T100 AKL t1
                """;
        var customsFirst = Script.events(start + """
                4+02 T130 AKL t1
                4+03 T140 DST w1 < c1
                4+04 T150 DST w2 < c1
                4+05 T080 DST t2 < w2
                4+06 T090 DST t2
                """);
        var liftFirst = Script.events(start + """
                4+02 T140 DST w1 < c1
                4+03 T150 DST w2 < c1
                4+04 T080 DST t2 < w2
                4+05 T130 DST t2
                4+06 T090 DST t2
                """);
        assertThat(told("p1", customsFirst)).isEqualTo("IN_TRANSIT DST 4+06 in b1 c1 w2 t2");
        assertThat(told("p1", liftFirst)).isEqualTo("IN_TRANSIT DST 4+06 in b1 c1 w2 t2");
    }

    @Test
    void heldContainerHoldsAllInItUntilItMovesOn() {
        String start = """
                1+00 T010 URC p1
                1+06 T040 URC p1
                2+00 T050 URC b1 < p1
                2+06 T060 URC c1 < b1
                3+00 T070 URC w1 < c1
                3+00 T080 URC t1 < w1
                3+01 T090 URC t1
                4+00 T120 AKL c1 ! X-ray
                """;
        assertThat(told("p1", Script.events(start))).isEqualTo("IN_TRANSIT AKL 4+00 in b1 c1 w1 t1 held X-ray");
        assertThat(told("p1", Script.events(start + "4+06 T120 AKL c1")))
                .isEqualTo("AT_BORDER AKL 4+06 in b1 c1 w1 t1");
        assertThat(told("p1", Script.events(start + "4+06 T130 AKL t1")))
                .isEqualTo("AT_BORDER AKL 4+06 in b1 c1 w1 t1");
    }

    @Test
    void labelDoesNotReleaseAHeldParcel() {
        var events = Script.events("""
                1+00 T010 URC p1
                1+01 T120 URC p1 ! inspection
                1+02 T030 URC p1
                """);
        assertThat(told("p1", events)).isEqualTo("AT_PARK URC 1+02 held inspection");
    }

    @Test
    void secondHoldHasItsOwnReason() {
        var events = Script.events("""
                1+00 T010 URC p1
                1+01 T120 URC p1 ! papers
                1+05 T040 URC p1
                1+06 T120 URC p1 ! sample
                """);
        assertThat(told("p1", events)).isEqualTo("CLEARED URC 1+06 held sample");
    }

    @Test
    void failedDeliveryIsTriedAgain() {
        String start = """
                1+00 T010 URC p1
                1+06 T040 URC p1
                2+00 T050 URC b1 < p1
                2+06 T060 URC c1 < b1
                3+00 T070 URC w1 < c1
                3+00 T080 URC t1 < w1
                3+01 T090 URC t1
                6+00 T200 ALA c1
                7+00 T210 ALA b1 < p1
                8+00 T230 ALA p1
                9+00 T240 ALA p1
                """;
        assertThat(told("p1", Script.events(start))).isEqualTo("DELIVERY_FAILED ALA 9+00");
        assertThat(told("p1", Script.events(start + "10+00 T250 ALA p1"))).isEqualTo("DELIVERED ALA 10+00");
        assertThat(told("p1", Script.events(start + "10+00 T230 ALA p1\n11+00 T240 ALA p1\n12+00 T900 ALA p1")))
                .isEqualTo("RETURNED ALA 12+00");
    }

    @Test
    void shortParcelWasInTheBagUntilItWasOpened() {
        var events = Script.events("""
                1+00 T010 URC p1 p2
                1+06 T040 URC p1 p2
                2+00 T050 URC b1 < p1 p2
                2+06 T060 URC c1 < b1
                3+00 T070 URC w1 < c1
                3+00 T080 URC t1 < w1
                3+01 T090 URC t1
                6+00 T200 ALA c1
                7+00 T210 ALA b1 < p1
                """);
        assertThat(told("p1", events)).isEqualTo("AT_HUB ALA 7+00");
        assertThat(told("p2", events)).isEqualTo("AT_HUB ALA 6+00 in b1 c1");
    }

    @Test
    void strangerInTheBagIsAFinding() {
        var events = Script.events("""
                1+00 T010 URC p1 p2
                1+06 T040 URC p1 p2
                2+00 T050 URC b1 < p1
                7+00 T210 ALA b1 < p1 p2
                """);
        assertThat(findings("p2", events)).contains("TREE-NOT-INSIDE");
        assertThat(findings("p1", events)).doesNotContain("TREE-NOT-INSIDE");
    }

    @Test
    void roadLegWithoutWagonsIsFollowedToo() {
        var events = Script.events("""
                1+00 T010 KSC p1
                1+06 T040 KSC p1
                2+00 T050 KSC b1 < p1
                2+06 T060 KSC c1 < b1
                3+00 T090 KSC c1
                4+00 T100 IRK c1
                5+00 T170 IRK c1
                7+00 T200 DYU c1
                """);
        assertThat(told("p1", events)).isEqualTo("AT_HUB DYU 7+00 in b1 c1");
        assertThat(findings("p1", events)).isEmpty();
    }

    @Test
    void parcelNobodySawIsUnknown() {
        assertThat(told("p9", Script.events("1+00 T010 URC p1"))).isEqualTo("UNKNOWN");
    }

    private static String told(String parcel, List<EpcisEvent> events) {
        String straight = drawn(track(parcel, events));
        for (int seed = 1; seed <= 3; seed++) {
            var shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(drawn(track(parcel, shuffled))).isEqualTo(straight);
        }
        return straight;
    }

    private static List<String> findings(String parcel, List<EpcisEvent> events) {
        return track(parcel, events).findings().stream().map(Finding::rule).toList();
    }

    private static Delivery track(String parcel, List<EpcisEvent> events) {
        return Tracker.track(Script.uri(parcel), EventLog.of(events), Outlook.unplanned(at("01-30T00:00")));
    }

    private static String drawn(Delivery delivery) {
        var text = new StringBuilder(delivery.status().name());
        if (!delivery.node().isEmpty()) {
            text.append(' ').append(delivery.node());
        }
        delivery.since()
                .ifPresent(t -> text.append(' ')
                        .append(Integer.parseInt(t.toString().substring(8, 10)))
                        .append('+')
                        .append(t.toString(), 11, 13));
        if (!delivery.inside().isEmpty()) {
            text.append(delivery.inside().stream().map(Script::name).collect(Collectors.joining(" ", " in ", "")));
        }
        delivery.hold().ifPresent(h -> text.append(" held ").append(h.reason()));
        return text.toString();
    }
}
