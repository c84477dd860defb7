package org.tongdao.tracking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;
import org.tongdao.terms.WagonNo;

/** One parcel's things and a way to say what happens to them: {@code at("01-05T08:00")}. */
final class Samples {

    static final String PARCEL = Epc.parcel(S10.of("LZ", 47312482, "CN"));
    static final String OTHER = Epc.parcel(S10.of("LZ", 47312483, "CN"));
    static final String BAG = Epc.bag(Sscc.of(0, "0614141", 123));
    static final String BOX = Epc.container(ContainerNo.of("TDGU", 1));
    static final String FLAT = Epc.wagon(WagonNo.of("31334512345"));
    static final String BROAD = Epc.wagon(WagonNo.of("9412345"));
    static final String TRAIN = Epc.train("X8001");
    static final String NEXT_TRAIN = Epc.train("K1520-1");

    private Samples() {}

    static Instant at(String monthDayTime) {
        return Instant.parse("2026-" + monthDayTime + ":00Z");
    }

    static Sighting seen(Milestone milestone, String time, String node, String... key) {
        String id = Epc.event(
                milestone,
                (key.length == 0 ? time : String.join("-", key))
                        .replace("T", "-")
                        .replace(":", ""));
        return new Sighting(id, new When(at(time), ZoneOffset.ofHours(8)), node);
    }

    static EpcisEvent of(Milestone milestone, String time, String node) {
        return switch (milestone.level()) {
            case PARCEL -> milestone.event(seen(milestone, time, node), List.of(PARCEL));
            case BAG ->
                milestone.event(
                        seen(milestone, time, node),
                        BAG,
                        milestone.action() == Action.ADD ? List.of(PARCEL, OTHER) : List.of());
            case CONTAINER ->
                milestone.form() == Milestone.Form.AGGREGATION
                        ? milestone.event(seen(milestone, time, node), BOX, List.of(BAG))
                        : milestone.event(seen(milestone, time, node), List.of(BOX));
            case WAGON ->
                milestone.event(seen(milestone, time, node), milestone == Milestone.T150 ? BROAD : FLAT, List.of(BOX));
            case TRAIN ->
                milestone.form() == Milestone.Form.ASSOCIATION
                        ? milestone.event(seen(milestone, time, node), TRAIN, List.of(FLAT))
                        : milestone.event(seen(milestone, time, node), List.of(TRAIN));
            case CONSIGNMENT ->
                milestone.onPaper(
                        seen(milestone, time, node),
                        new BizTransaction("bol", "urn:tongdao:smgs:31234567"),
                        List.of(BOX));
        };
    }

    /** The whole life of {@link #PARCEL}: Urumqi, Alashankou, Dostyk, Almaty, door. */
    static List<EpcisEvent> life() {
        List<EpcisEvent> life = new ArrayList<>(List.of(
                of(Milestone.T010, "01-01T02:00", "URC"),
                of(Milestone.T020, "01-01T08:00", "URC"),
                of(Milestone.T030, "01-01T09:00", "URC"),
                of(Milestone.T040, "01-01T12:00", "URC"),
                of(Milestone.T050, "01-02T02:00", "URC"),
                of(Milestone.T060, "01-02T06:00", "URC"),
                of(Milestone.T070, "01-03T01:00", "URC"),
                of(Milestone.T080, "01-03T02:00", "URC"),
                of(Milestone.T090, "01-03T04:00", "URC"),
                of(Milestone.T100, "01-03T18:00", "AKL"),
                of(Milestone.T110, "01-03T19:00", "AKL"),
                of(Milestone.T130, "01-03T21:00", "AKL"),
                of(Milestone.T140, "01-04T03:00", "DST"),
                of(Milestone.T150, "01-04T04:00", "DST"),
                of(Milestone.T160, "01-04T05:00", "DST")));
        life.add(Milestone.T080.event(seen(Milestone.T080, "01-04T06:00", "DST", "next"), NEXT_TRAIN, List.of(BROAD)));
        life.add(Milestone.T090.event(seen(Milestone.T090, "01-04T08:00", "DST", "next"), List.of(NEXT_TRAIN)));
        life.addAll(List.of(
                of(Milestone.T200, "01-06T10:00", "ALA"),
                of(Milestone.T210, "01-06T15:00", "ALA"),
                of(Milestone.T220, "01-06T16:00", "ALA"),
                of(Milestone.T230, "01-07T03:00", "ALA"),
                of(Milestone.T250, "01-07T09:00", "ALA")));
        return life;
    }
}
