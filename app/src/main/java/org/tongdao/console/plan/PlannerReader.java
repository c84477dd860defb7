package org.tongdao.console.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for each lane, from the accepted parcel to the sealed container without a train. */
@Component
class PlannerReader {

    private static final int MOST_BAGS = 100;

    /**
     * Demand of one hub.
     *
     * @param coming accepted, not yet released by customs
     * @param ready released, in no bag, not kept back, in no plan
     * @param planned parcels that a planner put into a container to be, loose or in bags; they are in no other count
     * @param bags closed, in no container, in no plan
     * @param boxes sealed containers without a way
     * @param oldest acceptance of the oldest parcel that is ready
     */
    record Demand(
            String hub,
            long coming,
            long ready,
            long readyG,
            long readyMm3,
            long stopped,
            long planned,
            long bags,
            long boxes,
            @Nullable OffsetDateTime oldest) {

        /** Whether a cut-off could move anything. */
        public boolean isWaiting() {
            return ready + planned + bags + boxes > 0;
        }

        /** Cubic metres of the parcels that are ready. */
        public BigDecimal cubicMetres() {
            return BigDecimal.valueOf(readyMm3, 9).setScale(1, RoundingMode.HALF_UP);
        }
    }

    /** A closed bag that waits for a container and is in no plan. */
    record Bag(
            String sscc,
            String hub,
            String regime,
            int parcels,
            long grossG,
            long volumeMm3,
            OffsetDateTime closedAt) {}

    private record Units(String hub, long bags, long boxes) {}

    private static final String UNITS = """
            SELECT hub, sum(bags) AS bags, sum(boxes) AS boxes FROM (
                SELECT b.hub, 1 AS bags, 0 AS boxes FROM bag b WHERE b.tenant_id = current_tenant() AND b.closed_at IS NOT NULL AND b.held_at IS NULL
                  AND NOT EXISTS (SELECT FROM container_bag k WHERE k.tenant_id = b.tenant_id AND k.bag_id = b.id)
                  AND NOT EXISTS (SELECT FROM planned_bag x WHERE x.tenant_id = b.tenant_id AND x.bag_id = b.id)
                UNION ALL
                SELECT k.hub, 0, 1 FROM container k WHERE k.tenant_id = current_tenant() AND k.sealed_at IS NOT NULL
                  AND NOT EXISTS (SELECT FROM container_leg l WHERE l.tenant_id = k.tenant_id AND l.container_id = k.id)) u
            GROUP BY hub
            """;
    private static final String BAGS = """
            SELECT b.sscc, b.hub, b.regime, b.parcels, b.gross_g, b.length_mm::bigint * b.width_mm * b.height_mm AS volume_mm3, b.closed_at
            FROM bag b WHERE b.tenant_id = current_tenant() AND b.closed_at IS NOT NULL AND b.held_at IS NULL
              AND NOT EXISTS (SELECT FROM container_bag k WHERE k.tenant_id = b.tenant_id AND k.bag_id = b.id)
              AND NOT EXISTS (SELECT FROM planned_bag x WHERE x.tenant_id = b.tenant_id AND x.bag_id = b.id)
            ORDER BY b.closed_at, b.id LIMIT ?
            """;

    private final JdbcClient jdbc;

    PlannerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every hub of the list, in its order; what is planned is counted as planned only. */
    @Transactional(readOnly = true)
    public List<Demand> demand(List<String> hubs, List<LaneCounts.Group> loose, PlanBoard board) {
        Map<String, Units> units = jdbc.sql(UNITS).query(Units.class).list().stream()
                .collect(Collectors.toMap(Units::hub, Function.identity()));
        return hubs.stream()
                .map(hub -> demand(
                        loose.stream().filter(g -> g.hub().equals(hub)).toList(),
                        board.waits(hub),
                        board.planned(hub),
                        units.getOrDefault(hub, new Units(hub, 0, 0))))
                .toList();
    }

    private static Demand demand(List<LaneCounts.Group> groups, List<PlanBoard.Unit> ready, long planned, Units units) {
        return new Demand(
                units.hub(),
                sum(groups, g -> g.released() ? 0 : g.parcels()),
                sum(ready, PlanBoard.Unit::parcels),
                sum(ready, PlanBoard.Unit::grossG),
                sum(ready, PlanBoard.Unit::volumeMm3),
                sum(groups, g -> g.stopped() ? g.parcels() : 0),
                planned,
                units.bags(),
                units.boxes(),
                ready.stream()
                        .flatMap(unit -> Stream.ofNullable(unit.since()))
                        .min(OffsetDateTime::compareTo)
                        .orElse(null));
    }

    private static <T> long sum(List<T> of, ToLongFunction<T> what) {
        return of.stream().mapToLong(what).sum();
    }

    /** The oldest bags that wait and are in no plan; at most a hundred, which is more than a person moves. */
    @Transactional(readOnly = true)
    public List<Bag> bags() {
        return jdbc.sql(BAGS).param(MOST_BAGS).query(Bag.class).list();
    }
}
