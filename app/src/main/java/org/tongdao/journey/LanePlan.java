package org.tongdao.journey;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.planning.Planning;

/**
 * A cut-off asked for by a person, for one lane, now: what waits is bagged, loaded, sealed and booked as at any cut-off. Tried first if wished: the same work
 * in a transaction that is taken back, so that the trial shows exactly what would be.
 */
@Component
public class LanePlan {

    /** A container that is filled, and the departure it has; {@code volumeMm3} of its bags. */
    public record Box(
            String type,
            int bags,
            int parcels,
            long contentG,
            long volumeMm3,
            @Nullable String service,
            @Nullable OffsetDateTime departs,
            @Nullable OffsetDateTime arrives) {

        /** Cubic metres of the bags in it. */
        public BigDecimal cubicMetres() {
            return BigDecimal.valueOf(volumeMm3, 9).setScale(1, java.math.RoundingMode.HALF_UP);
        }
    }

    /** What stays behind: by which limit, how much of it. */
    public record Stays(String kind, String rule, String detail, long count) {}

    /** What a cut-off now comes to. */
    public record Planned(String hub, boolean done, List<Box> boxes, List<Stays> stays) {

        public int parcels() {
            return boxes.stream().mapToInt(Box::parcels).sum();
        }

        public long contentG() {
            return boxes.stream().mapToLong(Box::contentG).sum();
        }
    }

    private static final String BOXES = """
            SELECT k.type_code AS type, k.bags, k.parcels, k.gross_g - k.tare_g AS content_g, v.volume AS volume_mm3,
                   f.service_code AS service, f.planned_depart AS departs, l.planned_arrive AS arrives
            FROM container k
            CROSS JOIN LATERAL (SELECT coalesce(sum(b.length_mm::bigint * b.width_mm * b.height_mm), 0)::bigint AS volume
                FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
                WHERE cb.tenant_id = k.tenant_id AND cb.container_id = k.id) v
            LEFT JOIN LATERAL (SELECT r.service_code, x.planned_depart FROM container_leg x
                LEFT JOIN service_run r ON r.tenant_id = x.tenant_id AND r.id = x.service_run_id
                WHERE x.tenant_id = k.tenant_id AND x.container_id = k.id ORDER BY r.id IS NULL, x.leg_no LIMIT 1) f ON true
            LEFT JOIN LATERAL (SELECT x.planned_arrive FROM container_leg x
                WHERE x.tenant_id = k.tenant_id AND x.container_id = k.id ORDER BY x.leg_no DESC LIMIT 1) l ON true
            WHERE k.tenant_id = current_tenant() AND k.hub = ? AND k.id > ? ORDER BY k.id
            """;
    private static final String STAYS = """
            SELECT subject_kind AS kind, rule, min(detail) AS detail, count(*) AS count FROM left_behind x
            WHERE x.tenant_id = current_tenant() AND x.at >= ? AND ? = CASE subject_kind
                WHEN 'parcel' THEN (SELECT p.hub FROM parcel p WHERE p.tenant_id = x.tenant_id AND p.id = x.subject_id)
                WHEN 'bag' THEN (SELECT b.hub FROM bag b WHERE b.tenant_id = x.tenant_id AND b.id = x.subject_id)
                ELSE (SELECT k.hub FROM container k WHERE k.tenant_id = x.tenant_id AND k.id = x.subject_id) END
            GROUP BY subject_kind, rule ORDER BY count(*) DESC, rule
            """;

    private final SendOff sendOff;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LanePlan(SendOff sendOff, JdbcClient jdbc, Clock clock, PlatformTransactionManager manager) {
        this.sendOff = sendOff;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** What a cut-off of this hub would come to now; nothing of it stays. */
    public Planned attempt(String hub) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return pass(hub, false);
        }));
    }

    /** Passes a cut-off of this hub now. */
    public Planned carryOut(String hub) {
        return Objects.requireNonNull(transaction.execute(status -> pass(hub, true)));
    }

    private Planned pass(String hub, boolean stays) {
        if (!Planning.HUBS.contains(hub)) {
            throw new IllegalArgumentException("no lane goes to " + hub);
        }
        Instant now = clock.instant();
        long before = jdbc.sql("SELECT coalesce(max(id), 0) FROM container WHERE tenant_id = current_tenant()")
                .query(Long.class)
                .single();
        sendOff.pass(hub, now);
        var boxes = jdbc.sql(BOXES).params(hub, before).query(Box.class).list();
        var left = jdbc.sql(STAYS)
                .params(Timestamp.from(now), hub)
                .query(Stays.class)
                .list();
        return new Planned(hub, stays, boxes, left);
    }
}
