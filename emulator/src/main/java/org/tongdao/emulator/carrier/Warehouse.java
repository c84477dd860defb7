package org.tongdao.emulator.carrier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tongdao.emulator.WorkingHours;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.Dice;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;
import org.tongdao.tracking.Action;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EventContext;
import org.tongdao.tracking.Milestone;
import org.tongdao.tracking.ObjectEvent;
import org.tongdao.tracking.Sighting;
import org.tongdao.tracking.When;
import org.tongdao.tracking.Why;

/** What happens to one handed-over container inside the warehouse: gate, bag after bag, shelf, pick-up by the carrier. */
final class Warehouse {

    /** The extension that says what unpacking found: damaged, short or over. */
    static final String DISCREPANCY = "tongdao:discrepancy";

    private static final Duration PER_BAG = Duration.ofMinutes(3);
    private static final Duration TO_SHELF = Duration.ofMinutes(30);
    private static final LocalTime PICK_UP = LocalTime.of(17, 0);

    private final Handover handover;
    private final WorkingHours hours;
    private final FortuneTeller fortunes;
    private final List<EpcisEvent> events = new ArrayList<>();
    private final List<PickUp> pickUps = new ArrayList<>();

    /** Tells what lies ahead of a parcel. */
    interface FortuneTeller {

        Fortune of(Handover.Item item);

        /** Whether a stranger's parcel lies in this bag. */
        boolean stranger(String sscc);

        long seed();
    }

    /** A parcel in the hands of the last-mile carrier. */
    record PickUp(Handover.Item item, Instant at) {}

    /** All that was seen, and what the carrier took. */
    record Day(List<EpcisEvent> events, List<PickUp> pickUps) {}

    private Warehouse(Handover handover, WorkingHours hours, FortuneTeller fortunes) {
        this.handover = handover;
        this.hours = hours;
        this.fortunes = fortunes;
    }

    static Day work(Handover handover, Instant sent, WorkingHours hours, FortuneTeller fortunes) {
        var warehouse = new Warehouse(handover, hours, fortunes);
        warehouse.receive(sent);
        return new Day(List.copyOf(warehouse.events), List.copyOf(warehouse.pickUps));
    }

    private void receive(Instant sent) {
        var dice = Dice.of(fortunes.seed(), "gate|" + handover.key());
        var gate = minute(hours.after(sent, Duration.ofMinutes(dice.nextLong(120, 480))));
        var id = Epc.event(Milestone.T200, handover.container(), handover.seal());
        var epc = Epc.container(new ContainerNo(handover.container()));
        var received = Milestone.T200.event(sighting(id, gate), List.of(epc));
        events.add(received.withContext(received.context().with("tongdao:seal", handover.seal())));
        unpackAll(hours.after(gate, Duration.ofMinutes(dice.nextLong(60, 300))));
    }

    private void unpackAll(Instant start) {
        var at = start;
        for (var bag : handover.bags()) {
            at = hours.after(at, PER_BAG);
            unpack(bag, minute(at));
        }
    }

    private void unpack(Handover.Bag bag, Instant at) {
        var found = new ArrayList<String>();
        var shelved = new ArrayList<Handover.Item>();
        for (var item : bag.parcels()) {
            var fortune = fortunes.of(item);
            if (fortune != Fortune.MISSING) {
                found.add(Epc.parcel(new S10(item.no())));
            }
            if (fortune.reachesTheShelf()) {
                shelved.add(item);
            } else {
                report(item, fortune, at);
            }
        }
        if (fortunes.stranger(bag.sscc())) {
            found.add(stranger(bag, at));
        }
        var id = Epc.event(Milestone.T210, bag.sscc());
        if (!found.isEmpty()) {
            events.add(Milestone.T210.event(sighting(id, at), Epc.bag(new Sscc(bag.sscc())), found));
        }
        shelve(bag, shelved, minute(hours.after(at, TO_SHELF)));
    }

    private void report(Handover.Item item, Fortune fortune, Instant at) {
        var epc = Epc.parcel(new S10(item.no()));
        boolean damaged = fortune == Fortune.DAMAGED;
        discrepancy(epc, item.no(), at, damaged ? "damaged" : "short");
        if (damaged) {
            var back = minute(hours.after(at, Duration.ofHours(40)));
            events.add(returned(item, back, "damaged"));
        }
    }

    private String stranger(Handover.Bag bag, Instant at) {
        SplittableRandom dice = Dice.of(fortunes.seed(), "stranger|" + bag.sscc());
        var number = S10.of("UX", dice.nextLong(100_000_000L), "DE");
        discrepancy(Epc.parcel(number), number.value(), at, "over");
        return Epc.parcel(number);
    }

    private void discrepancy(String epc, String number, Instant at, String kind) {
        var id = Epc.event(Milestone.T210, number, kind);
        var why = Why.of("inspecting", kind.equals("damaged") ? "damaged" : "mismatch_instance");
        var context = EventContext.of(sighting(id, at), why).with(DISCREPANCY, kind);
        events.add(new ObjectEvent(context.with("tongdao:seal", handover.seal()), Action.OBSERVE, List.of(epc)));
    }

    private void shelve(Handover.Bag bag, List<Handover.Item> shelved, Instant at) {
        if (shelved.isEmpty()) {
            return;
        }
        events.add(Milestone.T220.event(sighting(Epc.event(Milestone.T220, bag.sscc()), at), epcs(shelved)));
        var pickUp = nextPickUp(at);
        events.add(Milestone.T230.event(sighting(Epc.event(Milestone.T230, bag.sscc()), pickUp), epcs(shelved)));
        shelved.forEach(item -> pickUps.add(new PickUp(item, pickUp)));
    }

    /** The carrier's van comes once a working day, at 17:00. */
    private Instant nextPickUp(Instant ready) {
        var day = ready.atZone(hours.zone());
        var van = day.with(PICK_UP);
        if (van.isBefore(day)) {
            van = van.plusDays(1);
        }
        while (hours.daysOff().contains(van.getDayOfWeek())) {
            van = van.plusDays(1);
        }
        return van.toInstant();
    }

    private EpcisEvent returned(Handover.Item item, Instant at, String cause) {
        return returned(item, sighting(Epc.event(Milestone.T900, item.no()), at), cause);
    }

    static EpcisEvent returned(Handover.Item item, Sighting sighting, String cause) {
        var event = Milestone.T900.event(sighting, List.of(Epc.parcel(new S10(item.no()))));
        return event.withContext(event.context().with("tongdao:reason", cause));
    }

    private Sighting sighting(String id, Instant at) {
        return seen(id, at, hours.zone(), handover.hub());
    }

    static Sighting seen(String id, Instant at, ZoneId zone, String node) {
        return new Sighting(id, new When(at, zone.getRules().getOffset(at)), node);
    }

    static Instant minute(Instant at) {
        return WorkingHours.roundUp(at, Duration.ofMinutes(1));
    }

    private static List<String> epcs(List<Handover.Item> items) {
        return items.stream().map(item -> Epc.parcel(new S10(item.no()))).toList();
    }
}
