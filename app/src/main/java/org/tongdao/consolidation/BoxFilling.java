package org.tongdao.consolidation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts units into planned boxes under the lock of the bench, so that no cut-off takes them meanwhile. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BoxFilling {

    private static final String LOOSE = """
            FROM clearance c JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
            WHERE c.tenant_id = current_tenant() AND p.hub = :hub AND p.regime = :regime
              AND p.accepted_at >= :day::timestamp AT TIME ZONE 'Asia/Shanghai' AND p.accepted_at < (:day::timestamp + interval '1 day') AT TIME ZONE 'Asia/Shanghai'
              AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = p.tenant_id AND b.parcel_id = p.id)
            """;
    private static final String FREE = LOOSE + """
              AND NOT EXISTS (SELECT FROM stopped_parcel s WHERE s.tenant_id = p.tenant_id AND s.parcel_id = p.id)
              AND NOT EXISTS (SELECT FROM planned_parcel x WHERE x.tenant_id = p.tenant_id AND x.parcel_id = p.id)
            """;
    private static final String FIT = """
            WITH run AS (SELECT p.id, sum(p.gross_g) OVER w AS g, sum(ceil(p.volume_mm3 / :filled)) OVER w AS mm3, row_number() OVER w AS n, count(*) OVER () AS total
            """ + FREE + """
            WINDOW w AS (ORDER BY p.accepted_at, p.id ROWS UNBOUNDED PRECEDING)),
            fit AS (SELECT * FROM run WHERE g <= :g AND mm3 <= :mm3),
            act AS (INSERT INTO planned_act (tenant_id, box_id, regime, day, parcels, content_g, content_mm3, actor, at)
                SELECT current_tenant(), :box, :regime, :day::date, max(n), max(g), max(mm3), :actor, :at FROM fit HAVING count(*) > 0 RETURNING id),
            put AS (INSERT INTO planned_parcel (tenant_id, parcel_id, act_id) SELECT current_tenant(), fit.id, act.id FROM fit, act)
            SELECT coalesce((SELECT id FROM act), 0) AS act, (SELECT count(*) FROM fit) AS parcels, coalesce((SELECT max(total) FROM run), 0) AS free,
                   (SELECT min(g) FROM run) AS least_g, (SELECT min(mm3) FROM run) AS least_mm3
            """;
    private static final String BAG_ACT = """
            WITH act AS (INSERT INTO planned_act (tenant_id, box_id, regime, sscc, parcels, content_g, content_mm3, actor, at)
                VALUES (current_tenant(), :box, :regime, :sscc, :parcels, :g, :mm3, :actor, :at) RETURNING id)
            INSERT INTO planned_bag (tenant_id, bag_id, act_id) SELECT current_tenant(), :bag, id FROM act RETURNING act_id
            """;
    private static final String ADD = """
            UPDATE planned_box b SET parcels = b.parcels + a.parcels, content_g = b.content_g + a.content_g, content_mm3 = b.content_mm3 + a.content_mm3, regime = a.regime
            FROM planned_act a WHERE b.tenant_id = current_tenant() AND a.tenant_id = b.tenant_id AND a.id = ? AND b.id = ?
            """;
    private static final String SUBTRACT = """
            UPDATE planned_box b SET parcels = b.parcels - a.parcels, content_g = b.content_g - a.content_g, content_mm3 = b.content_mm3 - a.content_mm3,
                                     regime = CASE WHEN b.parcels = a.parcels THEN '' ELSE b.regime END
            FROM planned_act a WHERE b.tenant_id = current_tenant() AND a.tenant_id = b.tenant_id AND a.box_id = b.id AND a.id = ?
              AND b.locked_at IS NULL AND b.done_at IS NULL
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BoxFilling(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Fit(
            long act,
            int parcels,
            int free,
            @Nullable Long leastG,
            @Nullable Long leastMm3) {}

    private record Bag(
            long id, String hub, String regime, int parcels, long grossG, long mm3, boolean free, boolean stopped) {}

    private record Act(
            long id,
            long boxId,
            String regime,
            String hub,
            int parcels,
            long contentG,
            long contentMm3,
            boolean locked) {}

    static PlannedBox read(ResultSet row) throws SQLException {
        return new PlannedBox(
                row.getLong("id"),
                row.getString("hub"),
                row.getString("regime"),
                row.getString("type_code"),
                row.getString("service"),
                row.getObject("departs_at", OffsetDateTime.class),
                row.getObject("cut_off", OffsetDateTime.class),
                row.getInt("parcels"),
                row.getLong("content_g"),
                row.getLong("content_mm3"),
                row.getLong("max_g"),
                row.getLong("max_mm3"),
                row.getString("locked_by"),
                List.of());
    }

    /** The lock of {@link Consolidation#consolidate}. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(30, current_tenant())").query().listOfRows();
    }

    BoxPlan.Put put(PlanUnit.Day unit, PlannedBox box, String actor) {
        if (isOtherRegime(unit.regime(), box)) {
            return otherWay(box.hub() + " " + unit.regime(), box);
        }
        var fit = jdbc.sql(FIT)
                .param("hub", box.hub())
                .param("regime", unit.regime())
                .param("day", unit.day().toString())
                .param("g", box.leftG())
                .param("mm3", box.leftMm3())
                .param("filled", BagDesk.FILLED)
                .param("box", box.id())
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .query(Fit.class)
                .single();
        if (fit.free() == 0) {
            return isStopped(unit, box)
                    ? BoxPlan.Put.refused("PLAN-HELD", unit.day().toString(), "All that is left of it is kept back.")
                    : gone(unit.day().toString());
        }
        if (fit.parcels() == 0) {
            return full(box, fit.leastG() == null ? 0 : fit.leastG(), fit.leastMm3() == null ? 0 : fit.leastMm3());
        }
        jdbc.sql(ADD).params(fit.act(), box.id()).update();
        return new BoxPlan.Put(fit.act(), 0, fit.parcels(), fit.free() - fit.parcels(), null);
    }

    private boolean isStopped(PlanUnit.Day unit, PlannedBox box) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT " + LOOSE
                                + " AND EXISTS (SELECT FROM stopped_parcel s WHERE s.tenant_id = p.tenant_id AND s.parcel_id = p.id))")
                .param("hub", box.hub())
                .param("regime", unit.regime())
                .param("day", unit.day().toString())
                .query(Boolean.class)
                .single();
    }

    BoxPlan.Put put(PlanUnit.Bag unit, PlannedBox box, String actor) {
        var found = jdbc.sql("""
                        SELECT b.id, b.hub, b.regime, b.parcels, b.gross_g, b.length_mm::bigint * b.width_mm * b.height_mm AS mm3,
                               b.closed_at IS NOT NULL AND NOT EXISTS (SELECT FROM container_bag k WHERE k.tenant_id = b.tenant_id AND k.bag_id = b.id)
                                 AND NOT EXISTS (SELECT FROM planned_bag x WHERE x.tenant_id = b.tenant_id AND x.bag_id = b.id) AS free,
                               b.held_at IS NOT NULL OR EXISTS (SELECT FROM bag_parcel bp JOIN stopped_parcel s ON s.tenant_id = bp.tenant_id AND s.parcel_id = bp.parcel_id
                                 WHERE bp.tenant_id = b.tenant_id AND bp.bag_id = b.id) AS stopped
                        FROM bag b WHERE b.tenant_id = current_tenant() AND b.sscc = ?""").param(unit.sscc()).query(Bag.class).optional();
        if (found.isEmpty() || !found.get().free()) {
            return gone(unit.sscc());
        }
        var bag = found.get();
        if (bag.stopped()) {
            return BoxPlan.Put.refused("PLAN-HELD", unit.sscc(), "A parcel in it may not travel.");
        }
        if (!bag.hub().equals(box.hub()) || isOtherRegime(bag.regime(), box)) {
            return otherWay(bag.hub() + " " + bag.regime(), box);
        }
        if (bag.grossG() > box.leftG() || bag.mm3() > box.leftMm3()) {
            return full(box, bag.grossG(), bag.mm3());
        }
        long act = jdbc.sql(BAG_ACT)
                .param("box", box.id())
                .param("regime", bag.regime())
                .param("sscc", unit.sscc())
                .param("parcels", bag.parcels())
                .param("g", bag.grossG())
                .param("mm3", bag.mm3())
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("bag", bag.id())
                .query(Long.class)
                .single();
        jdbc.sql(ADD).params(act, box.id()).update();
        return new BoxPlan.Put(act, 0, bag.parcels(), 0, null);
    }

    BoxPlan.Put move(PlanUnit.Put unit, PlannedBox box) {
        var found = jdbc.sql("""
                        SELECT a.id, a.box_id, a.regime, b.hub, a.parcels, a.content_g, a.content_mm3, b.locked_at IS NOT NULL AS locked FROM planned_act a
                        JOIN planned_box b ON b.tenant_id = a.tenant_id AND b.id = a.box_id
                        WHERE a.tenant_id = current_tenant() AND a.id = ? AND b.id <> ? AND b.done_at IS NULL""").params(unit.act(), box.id()).query(Act.class).optional();
        if (found.isEmpty()) {
            return gone("" + unit.act());
        }
        var act = found.get();
        if (act.locked()) {
            return BoxPlan.Put.refused("PLAN-LOCKED", box.service(), "Unlock the container it lies in first.");
        }
        if (!act.hub().equals(box.hub()) || isOtherRegime(act.regime(), box)) {
            return otherWay(act.hub() + " " + act.regime(), box);
        }
        if (act.contentG() > box.leftG() || act.contentMm3() > box.leftMm3()) {
            return full(box, act.contentG(), act.contentMm3());
        }
        jdbc.sql(SUBTRACT).param(act.id()).update();
        jdbc.sql("UPDATE planned_act SET box_id = ? WHERE tenant_id = current_tenant() AND id = ?")
                .params(box.id(), act.id())
                .update();
        jdbc.sql(ADD).params(act.id(), box.id()).update();
        return new BoxPlan.Put(act.id(), act.boxId(), act.parcels(), 0, null);
    }

    boolean takeOut(long act) {
        return jdbc.sql(SUBTRACT).param(act).update() == 1
                && jdbc.sql("DELETE FROM planned_act WHERE tenant_id = current_tenant() AND id = ?")
                                .param(act)
                                .update()
                        == 1;
    }

    private static boolean isOtherRegime(String regime, PlannedBox box) {
        return !box.regime().isEmpty() && !box.regime().equals(regime);
    }

    private static BoxPlan.Put otherWay(String way, PlannedBox box) {
        return BoxPlan.Put.refused(
                "PLAN-OTHER-WAY",
                way + " ≠ " + box.hub() + " " + box.regime(),
                "It needs a container of its own lane and regime.");
    }

    private static BoxPlan.Put gone(String what) {
        return BoxPlan.Put.refused(
                "PLAN-GONE", what, "It does not wait any more: bagged, loaded or planned meanwhile.");
    }

    private static BoxPlan.Put full(PlannedBox box, long g, long mm3) {
        return BoxPlan.Put.refused(
                "PLAN-FULL",
                String.format(
                        Locale.ROOT,
                        "%.0f kg / %.1f m³ > %.0f kg / %.1f m³",
                        g / 1e3,
                        mm3 / 1e9,
                        box.leftG() / 1e3,
                        box.leftMm3() / 1e9),
                "Take another container.");
    }
}
