package org.tongdao.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.loading.ContainerType;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What a planner puts where by hand. An unlocked box is a sketch that the next cut-off passes over; a locked one keeps its units out of every other container
 * until its own cut-off makes it. Limits are constraints of {@code planned_box}, one place a unit is a key.
 */
@Component
@Transactional
public class BoxPlan {

    /** Share of the inside that bags fill, the rest is air between them (assumed). */
    private static final double FILLED = 0.8;

    private static final String BOX =
            "SELECT id, hub, regime, type_code, service, departs_at, cut_off, parcels, content_g, content_mm3, max_g, max_mm3, locked_by"
                    + " FROM planned_box WHERE tenant_id = current_tenant() AND done_at IS NULL ";
    private static final String CONTENTS = """
            SELECT a.id, a.box_id, a.regime, a.day::text AS day, a.sscc, a.parcels, a.content_g FROM planned_act a
            JOIN planned_box b ON b.tenant_id = a.tenant_id AND b.id = a.box_id
            WHERE a.tenant_id = current_tenant() AND b.done_at IS NULL ORDER BY a.id
            """;

    /** A departure that a new box may be meant for. */
    public record Departure(String hub, String service, Instant departsAt, Instant cutOff) {}

    /**
     * What came of putting a unit into a box.
     *
     * @param act to take it out again; 0 when it was refused
     * @param from the box it lay in before; 0 when it was in none
     * @param stayed parcels of the unit that found no room
     */
    public record Put(
            long act,
            long from,
            int parcels,
            int stayed,
            @Nullable Finding refusal) {

        static Put refused(String rule, String value, String maybe) {
            return new Put(0, 0, 0, 0, Finding.error(rule, Place.of("plan"), value, maybe));
        }
    }

    private final JdbcClient jdbc;
    private final BoxFilling filling;
    private final Clock clock;
    private final Fleet fleet = Fleet.shipped();

    BoxPlan(JdbcClient jdbc, BoxFilling filling, Clock clock) {
        this.jdbc = jdbc;
        this.filling = filling;
        this.clock = clock;
    }

    /** All boxes that no cut-off has passed over, by departure. */
    @Transactional(readOnly = true)
    public List<PlannedBox> list() {
        var contents = jdbc.sql(CONTENTS).query(PlannedBox.Content.class).list();
        var boxes = new ArrayList<PlannedBox>();
        jdbc.sql(BOX + "ORDER BY departs_at, id")
                .query((row, n) -> BoxFilling.read(row))
                .list()
                .forEach(box -> boxes.add(box.with(contents)));
        return boxes;
    }

    /** Types that a new box can be of. */
    public List<String> types() {
        return fleet.types().stream().map(ContainerType::code).toList();
    }

    /** An empty box for this departure; empty when the type is unknown. */
    public Optional<Long> open(Departure departure, String typeCode) {
        return fleet.types().stream()
                .filter(t -> t.code().equals(typeCode))
                .findFirst()
                .map(type -> jdbc.sql("""
                        INSERT INTO planned_box (tenant_id, hub, regime, type_code, service, departs_at, cut_off, max_g, max_mm3)
                        VALUES (current_tenant(), ?, '', ?, ?, ?, ?, ?, ?) RETURNING id""")
                        .params(
                                departure.hub(),
                                type.code(),
                                departure.service(),
                                Timestamp.from(departure.departsAt()))
                        .params(
                                Timestamp.from(departure.cutOff()),
                                type.payloadG(),
                                Math.round(type.inner().volumeMm3() * FILLED))
                        .query(Long.class)
                        .single());
    }

    /** Puts a unit into a box, of loose parcels as many as fit, the oldest first; or says why not. */
    public Put put(PlanUnit unit, long boxId, String actor) {
        filling.lock();
        var box = find(boxId);
        if (box.isEmpty()) {
            return Put.refused("PLAN-GONE", "" + boxId, "The container is not there any more. Load the page again.");
        }
        if (box.get().isLocked()) {
            return Put.refused("PLAN-LOCKED", "" + box.get().lockedBy(), "Unlock the container first.");
        }
        if (!box.get().cutOff().toInstant().isAfter(clock.instant())) {
            return Put.refused("PLAN-CUT-OFF", box.get().service(), "Its cut-off has passed. Take a later departure.");
        }
        if (unit instanceof PlanUnit.Day day) {
            return filling.put(day, box.get(), actor);
        }
        return unit instanceof PlanUnit.Bag bag
                ? filling.put(bag, box.get(), actor)
                : filling.move((PlanUnit.Put) unit, box.get());
    }

    /** Takes a unit out again; false when it is gone or its box is locked. */
    public boolean takeOut(long act) {
        filling.lock();
        return filling.takeOut(act);
    }

    /** Locks a box that holds something; false when it is empty, locked or gone. */
    public boolean lock(long boxId, String actor) {
        return jdbc.sql("""
                        UPDATE planned_box SET locked_at = ?, locked_by = ?
                        WHERE tenant_id = current_tenant() AND id = ? AND locked_at IS NULL AND done_at IS NULL AND parcels > 0""")
                        .params(Timestamp.from(clock.instant()), actor, boxId)
                        .update()
                == 1;
    }

    public boolean unlock(long boxId) {
        return jdbc.sql("""
                        UPDATE planned_box SET locked_at = NULL, locked_by = NULL
                        WHERE tenant_id = current_tenant() AND id = ? AND locked_at IS NOT NULL AND done_at IS NULL""").param(boxId).update() == 1;
    }

    /** Removes a box that holds nothing; false when it does or is gone. */
    public boolean remove(long boxId) {
        return jdbc.sql(
                                "DELETE FROM planned_box WHERE tenant_id = current_tenant() AND id = ? AND parcels = 0 AND done_at IS NULL")
                        .param(boxId)
                        .update()
                == 1;
    }

    /** Hubs with a locked box that no cut-off has made yet, each with the earliest of their cut-offs; a lane that is kept back has none. */
    @Transactional(readOnly = true)
    public Map<String, Instant> cutOffs() {
        var earliest = new HashMap<String, Instant>();
        jdbc.sql("""
                        SELECT b.hub, min(b.cut_off) AS cut_off FROM planned_box b
                        WHERE b.tenant_id = current_tenant() AND b.done_at IS NULL AND b.locked_at IS NOT NULL
                          AND NOT EXISTS (SELECT FROM lane_hold h WHERE h.tenant_id = b.tenant_id AND h.hub = b.hub)
                        GROUP BY b.hub""").query(row -> {
            earliest.put(
                    row.getString("hub"),
                    row.getObject("cut_off", OffsetDateTime.class).toInstant());
        });
        return earliest;
    }

    private Optional<PlannedBox> find(long boxId) {
        return jdbc.sql(BOX + "AND id = ? FOR UPDATE")
                .param(boxId)
                .query((row, n) -> BoxFilling.read(row))
                .optional();
    }
}
