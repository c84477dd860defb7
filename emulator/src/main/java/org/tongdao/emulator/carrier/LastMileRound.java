package org.tongdao.emulator.carrier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.tongdao.emulator.WorkingHours;
import org.tongdao.terms.Dice;
import org.tongdao.terms.S10;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.Milestone;
import org.tongdao.tracking.Sighting;

/** One parcel from the carrier's van to its end: delivered, delivered at the second attempt, or returned to the warehouse. */
final class LastMileRound {

    private static final String ATTEMPT = "tongdao:attempt";
    private static final List<String> CAUSES = List.of("nobody at home", "address not found", "refused by addressee");

    private final Handover.Item item;
    private final Places.LastMile way;
    private final String hub;
    private final SplittableRandom dice;

    private LastMileRound(Handover.Item item, Places.LastMile way, String hub, long seed) {
        this.item = item;
        this.way = way;
        this.hub = hub;
        this.dice = Dice.of(seed, "lastmile|" + item.no());
    }

    static List<EpcisEvent> events(
            Warehouse.PickUp pickUp, Places.LastMile way, Handover handover, Fortune end, long seed) {
        var round = new LastMileRound(pickUp.item(), way, handover.hub(), seed);
        return round.events(pickUp.at(), end);
    }

    private List<EpcisEvent> events(Instant pickUp, Fortune end) {
        var first = door(pickUp, Dice.triangular(dice, way.min(), way.mode(), way.max()));
        if (end == Fortune.DELIVERED) {
            return List.of(delivered(first, 1));
        }
        var second = door(first, 1 + 2 * dice.nextDouble());
        if (end == Fortune.DELIVERED_SECOND) {
            return List.of(failed(first, 1), delivered(second, 2));
        }
        var back = door(second, 7 + way.mode());
        var cause = CAUSES.get(dice.nextInt(CAUSES.size()));
        var sighting = sighting(Epc.event(Milestone.T900, item.no()), back);
        return List.of(failed(first, 1), failed(second, 2), Warehouse.returned(item, sighting, cause));
    }

    /** The moment at the door: after some days, within the hours at which doors open. */
    private Instant door(Instant from, double days) {
        var hours = way.doorHours();
        var there = from.plus(Duration.ofMinutes(Math.round(days * 1440)));
        var atWork = hours.after(there, Duration.ofMinutes(dice.nextLong(5, 300)));
        return WorkingHours.roundUp(atWork, Duration.ofMinutes(1));
    }

    private EpcisEvent delivered(Instant at, int attempt) {
        return attempt(Milestone.T250, Epc.event(Milestone.T250, item.no()), at, attempt);
    }

    private EpcisEvent failed(Instant at, int attempt) {
        return attempt(Milestone.T240, Epc.event(Milestone.T240, item.no(), String.valueOf(attempt)), at, attempt);
    }

    private EpcisEvent attempt(Milestone milestone, String id, Instant at, int attempt) {
        var event = milestone.event(sighting(id, at), List.of(Epc.parcel(new S10(item.no()))));
        return event.withContext(event.context().with(ATTEMPT, String.valueOf(attempt)));
    }

    private Sighting sighting(String id, Instant at) {
        return Warehouse.seen(id, at, way.doorHours().zone(), hub);
    }
}
