package org.tongdao.console.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.consolidation.BoxPlan;
import org.tongdao.consolidation.LaneHolds;
import org.tongdao.consolidation.PlannedBox;
import org.tongdao.planning.Lane;
import org.tongdao.planning.Planning;

/** The planner's page: lanes with their demand, and the board of planned containers. */
@Component
class PlanView {

    private static final int DEPARTURES = 3;

    private final LaneCounts counts;
    private final PlannerReader reader;
    private final Planning planning;
    private final LaneHolds holds;
    private final BoxPlan plan;
    private final WorkTime time;

    PlanView(LaneCounts counts, PlannerReader reader, Planning planning, LaneHolds holds, BoxPlan plan, WorkTime time) {
        this.counts = counts;
        this.reader = reader;
        this.planning = planning;
        this.holds = holds;
        this.plan = plan;
        this.time = time;
    }

    /**
     * One lane as the page shows it.
     *
     * @param cutOff of the next departure, when bags must be sealed
     * @param way the way a container takes if it is ready now; null: none is open
     * @param inTime percent of the oldest parcel at the door within 14 days of its acceptance
     */
    record Row(
            PlannerReader.Demand demand,
            Instant cutOff,
            @Nullable Lane way,
            long inTime,
            LaneHolds.@Nullable Hold hold) {}

    /**
     * The whole page.
     *
     * @param counting the first count is still made, so loose parcels are not shown yet
     * @param age seconds since parcels were counted; null when they were counted for this page
     * @param types a new container can be of
     * @param ways by hub, of a container that is ready now
     */
    record Page(
            List<Row> rows,
            PlanBoard board,
            boolean counting,
            @Nullable Long age,
            List<String> types,
            Map<String, Lane> ways) {

        /** Yuan for a kilogram in a forty-foot container on the way of now, typical; null where there is none or the box is smaller. */
        public @Nullable Double costPerKg(PlannedBox box) {
            var way = ways.get(box.hub());
            if (way == null || box.contentG() == 0 || !box.typeCode().startsWith("40")) {
                return null;
            }
            return way.chosen().journey().cost() / 100.0 / (box.contentG() / 1000.0);
        }
    }

    Page page() {
        Instant now = time.now();
        var counted = counts.counted();
        var ways = planning.planLanes(now).stream().collect(Collectors.toMap(Lane::hub, Function.identity()));
        var kept = holds.list().stream().collect(Collectors.toMap(LaneHolds.Hold::hub, Function.identity()));
        var board = board(counted.groups(), now);
        var rows = reader.demand(Planning.HUBS, counted.groups(), board).stream()
                .map(d -> row(d, now, ways.get(d.hub()), kept.get(d.hub())))
                .toList();
        Long age = counted.isQuick() ? null : counted.age().toSeconds();
        return new Page(rows, board, !counted.known(), age, plan.types(), ways);
    }

    PlanBoard board() {
        return board(counts.counted().groups(), time.now());
    }

    private PlanBoard board(List<LaneCounts.Group> loose, Instant now) {
        var bags = reader.bags();
        Set<String> hubs = loose.stream().map(LaneCounts.Group::hub).collect(Collectors.toSet());
        bags.forEach(bag -> hubs.add(bag.hub()));
        var departures = new ArrayList<Planning.CutOff>();
        Planning.HUBS.stream()
                .filter(hubs::contains)
                .forEach(hub -> departures.addAll(planning.cutOffs(hub, now, DEPARTURES)));
        return PlanBoard.of(loose, bags, plan.list(), departures);
    }

    /** The departure that a page offered, if its cut-off has not passed meanwhile. */
    Optional<Planning.CutOff> departure(String code) {
        var hub = code.split("@", 2)[0];
        return Planning.HUBS.contains(hub)
                ? planning.cutOffs(hub, time.now(), DEPARTURES).stream()
                        .filter(c -> (hub + "@" + c.cutOff()).equals(code))
                        .findFirst()
                : Optional.empty();
    }

    private Row row(PlannerReader.Demand demand, Instant now, @Nullable Lane way, LaneHolds.@Nullable Hold hold) {
        var used = Optional.ofNullable(demand.oldest())
                .map(oldest -> Duration.between(oldest.toInstant(), now))
                .orElse(Duration.ZERO);
        long inTime = way == null ? 0 : Math.round(100 * way.onTime(used));
        return new Row(demand, planning.nextCutOff(demand.hub(), now), way, inTime, hold);
    }
}
