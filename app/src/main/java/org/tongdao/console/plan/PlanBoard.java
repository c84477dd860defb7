package org.tongdao.console.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongdao.consolidation.PlannedBox;
import org.tongdao.planning.Planning;

/**
 * What a planner moves: units that wait, and containers to be.
 *
 * @param departures that a new container may be meant for
 */
record PlanBoard(List<Unit> units, List<PlannedBox> boxes, List<Planning.CutOff> departures) {

    /**
     * Loose parcels of a lane, regime and day, or a closed bag.
     *
     * @param code what {@link org.tongdao.consolidation.PlanUnit} reads
     * @param name the day, or the number of the bag
     */
    record Unit(
            String code,
            String hub,
            String regime,
            String name,
            boolean bag,
            long parcels,
            long grossG,
            long volumeMm3,
            @Nullable OffsetDateTime since) {

        public BigDecimal cubicMetres() {
            return BigDecimal.valueOf(volumeMm3, 9).setScale(1, RoundingMode.HALF_UP);
        }
    }

    /** What is in a plan already is taken off; a day's weight and space go down with its parcels. */
    static PlanBoard of(
            List<LaneCounts.Group> loose,
            List<PlannerReader.Bag> bags,
            List<PlannedBox> boxes,
            List<Planning.CutOff> departures) {
        var units = new ArrayList<Unit>();
        for (var group : loose) {
            long left = group.parcels() - planned(group, boxes);
            if (group.isReady() && left > 0) {
                units.add(day(group, left));
            }
        }
        bags.forEach(bag -> units.add(new Unit(
                "bag:" + bag.sscc(),
                bag.hub(),
                bag.regime(),
                bag.sscc(),
                true,
                bag.parcels(),
                bag.grossG(),
                bag.volumeMm3(),
                bag.closedAt())));
        return new PlanBoard(units, boxes, departures);
    }

    private static long planned(LaneCounts.Group group, List<PlannedBox> boxes) {
        return boxes.stream()
                .filter(box -> box.hub().equals(group.hub()))
                .flatMap(box -> box.contents().stream())
                .filter(c -> c.regime().equals(group.regime())
                        && group.day().toString().equals(c.day()))
                .mapToLong(PlannedBox.Content::parcels)
                .sum();
    }

    private static Unit day(LaneCounts.Group group, long left) {
        return new Unit(
                "day:" + group.regime() + ":" + group.day(),
                group.hub(),
                group.regime(),
                group.day().toString(),
                false,
                left,
                group.grossG() * left / group.parcels(),
                group.volumeMm3() * left / group.parcels(),
                group.oldest());
    }

    /** Loose parcels of this lane that are in no plan. */
    List<Unit> waits(String hub) {
        return units.stream().filter(u -> u.hub().equals(hub) && !u.bag()).toList();
    }

    /** Parcels of this lane in containers to be. */
    long planned(String hub) {
        return boxes.stream()
                .filter(box -> box.hub().equals(hub))
                .mapToLong(PlannedBox::parcels)
                .sum();
    }

    /** Boxes this unit may be put into, as far as the page knows. */
    public List<PlannedBox> boxesFor(Unit unit) {
        return fitting(unit.hub(), unit.regime(), 0);
    }

    /** Other boxes that what lies in this one may be moved to. */
    public List<PlannedBox> boxesBeside(PlannedBox box) {
        return fitting(box.hub(), box.regime(), box.id());
    }

    private List<PlannedBox> fitting(String hub, String regime, long but) {
        return boxes.stream()
                .filter(b -> b.hub().equals(hub) && !b.isLocked() && b.id() != but)
                .filter(b -> b.regime().isEmpty() || b.regime().equals(regime))
                .toList();
    }

    /** Units that fit this box by lane and regime, the oldest first; of a box without a regime those of the oldest unit's. */
    List<Unit> unitsFor(PlannedBox box) {
        var lane = units.stream().filter(u -> u.hub().equals(box.hub())).toList();
        var regime = box.regime().isEmpty() && !lane.isEmpty() ? lane.get(0).regime() : box.regime();
        return lane.stream().filter(u -> u.regime().equals(regime)).toList();
    }
}
