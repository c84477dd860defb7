package org.tongdao.console.plan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for each lane, from the accepted parcel to the sealed container without a train. */
@Component
class PlannerReader {

    /**
     * Demand of one hub.
     *
     * @param coming accepted, not yet released by customs
     * @param ready released, in no bag, not kept back
     * @param bags closed, in no container
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
            long bags,
            long boxes,
            @Nullable OffsetDateTime oldest) {

        static Demand none(String hub) {
            return new Demand(hub, 0, 0, 0, 0, 0, 0, 0, null);
        }

        /** Whether a cut-off would move anything. */
        public boolean isWaiting() {
            return ready + bags + boxes > 0;
        }

        /** Cubic metres of the parcels that are ready. */
        public java.math.BigDecimal cubicMetres() {
            return java.math.BigDecimal.valueOf(readyMm3, 9).setScale(1, java.math.RoundingMode.HALF_UP);
        }
    }

    private static final String DEMAND = """
            WITH waiting AS (
                SELECT p.hub, p.gross_g, p.length_mm::bigint * p.width_mm * p.height_mm AS mm3, p.accepted_at, c.parcel_id IS NOT NULL AS released,
                       EXISTS (SELECT FROM stopped_parcel s WHERE s.tenant_id = p.tenant_id AND s.parcel_id = p.id) AS stopped
                FROM parcel p LEFT JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
                WHERE p.tenant_id = current_tenant() AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = p.tenant_id AND b.parcel_id = p.id)),
            loose AS (
                SELECT hub, count(*) FILTER (WHERE NOT released) AS coming, count(*) FILTER (WHERE released AND NOT stopped) AS ready,
                       coalesce(sum(gross_g) FILTER (WHERE released AND NOT stopped), 0)::bigint AS ready_g,
                       coalesce(sum(mm3) FILTER (WHERE released AND NOT stopped), 0)::bigint AS ready_mm3,
                       count(*) FILTER (WHERE stopped) AS stopped, min(accepted_at) FILTER (WHERE released AND NOT stopped) AS oldest
                FROM waiting GROUP BY hub),
            bags AS (
                SELECT b.hub, count(*) AS n FROM bag b WHERE b.tenant_id = current_tenant() AND b.closed_at IS NOT NULL AND b.held_at IS NULL
                  AND NOT EXISTS (SELECT FROM container_bag k WHERE k.tenant_id = b.tenant_id AND k.bag_id = b.id) GROUP BY b.hub),
            boxes AS (
                SELECT k.hub, count(*) AS n FROM container k WHERE k.tenant_id = current_tenant() AND k.sealed_at IS NOT NULL
                  AND NOT EXISTS (SELECT FROM container_leg l WHERE l.tenant_id = k.tenant_id AND l.container_id = k.id) GROUP BY k.hub)
            SELECT h.hub, coalesce(l.coming, 0) AS coming, coalesce(l.ready, 0) AS ready, coalesce(l.ready_g, 0) AS ready_g,
                   coalesce(l.ready_mm3, 0) AS ready_mm3, coalesce(l.stopped, 0) AS stopped, coalesce(b.n, 0) AS bags, coalesce(k.n, 0) AS boxes, l.oldest
            FROM (SELECT hub FROM loose UNION SELECT hub FROM bags UNION SELECT hub FROM boxes) h
            LEFT JOIN loose l ON l.hub = h.hub LEFT JOIN bags b ON b.hub = h.hub LEFT JOIN boxes k ON k.hub = h.hub
            """;

    private final JdbcClient jdbc;

    PlannerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every hub of the list, in its order. */
    @Transactional(readOnly = true)
    public List<Demand> demand(List<String> hubs) {
        Map<String, Demand> known = jdbc.sql(DEMAND).query(Demand.class).list().stream()
                .collect(Collectors.toMap(Demand::hub, Function.identity()));
        return hubs.stream()
                .map(hub -> known.getOrDefault(hub, Demand.none(hub)))
                .toList();
    }
}
