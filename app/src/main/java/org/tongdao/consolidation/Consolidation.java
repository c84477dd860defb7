package org.tongdao.consolidation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.FolderWire;

/** The door of consolidation. */
@Component
public class Consolidation {

    private static final String REGIMES = """
            SELECT DISTINCT regime FROM (
                SELECT p.regime FROM clearance c JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
                WHERE c.tenant_id = current_tenant() AND p.hub = :hub
                  AND NOT EXISTS (SELECT FROM bag_parcel b WHERE b.tenant_id = p.tenant_id AND b.parcel_id = p.id)
                  AND NOT EXISTS (SELECT FROM stopped_parcel s WHERE s.tenant_id = p.tenant_id AND s.parcel_id = p.id)
                  AND NOT EXISTS (SELECT FROM locked_unit u WHERE u.tenant_id = p.tenant_id AND u.parcel_id = p.id)
                UNION ALL
                SELECT b.regime FROM bag b
                WHERE b.tenant_id = current_tenant() AND b.hub = :hub AND b.held_at IS NULL AND b.closed_at IS NOT NULL
                  AND NOT EXISTS (SELECT FROM container_bag c WHERE c.tenant_id = b.tenant_id AND c.bag_id = b.id)
                  AND NOT EXISTS (SELECT FROM locked_unit u WHERE u.tenant_id = b.tenant_id AND u.bag_id = b.id)) waiting
            ORDER BY regime
            """;
    private static final String PLANS = """
            SELECT c.container_no || '_' || c.seal_no AS name, c.load_plan::text AS plan FROM container c
            WHERE c.tenant_id = current_tenant() AND c.id IN (
                SELECT cb.container_id FROM parcel p JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
                JOIN container_bag cb ON cb.tenant_id = bp.tenant_id AND cb.bag_id = bp.bag_id
                WHERE p.tenant_id = c.tenant_id AND p.batch_id = ?)
            ORDER BY 1
            """;

    private final BagDesk bags;
    private final ContainerDesk containers;
    private final LockedBoxes locked;
    private final JdbcClient jdbc;

    Consolidation(BagDesk bags, ContainerDesk containers, LockedBoxes locked, JdbcClient jdbc) {
        this.bags = bags;
        this.containers = containers;
        this.locked = locked;
        this.jdbc = jdbc;
    }

    /**
     * Closes bags of all cleared parcels of this hub that have none, and seals containers of all its bags that have none. What cannot go is noted with the
     * limit that excluded it. Units of a planner's locked containers go with these and at their cut-off only.
     */
    @Transactional
    public ConsolidationReport consolidate(String hub) {
        lock();
        var report = locked.make(hub);
        for (var regime :
                jdbc.sql(REGIMES).param("hub", hub).query(String.class).list()) {
            var lot = new Lot(hub, regime);
            report = report.plus(bags.close(lot)).plus(containers.seal(lot));
        }
        locked.dropSketches(hub);
        return report;
    }

    /** One bench per tenant at a time, so that two never pack the same parcel; the primary keys would refuse the second in any case (I-04). */
    private void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(30, current_tenant())").query().listOfRows();
    }

    /** One load plan per container of the batch, docs/formats/load-plan.md. */
    @Transactional(readOnly = true)
    public void export(long batchId, Path folder) {
        List<Map.Entry<String, String>> plans = jdbc.sql(PLANS)
                .param(batchId)
                .query((row, n) -> Map.entry(row.getString("name"), row.getString("plan")))
                .list();
        plans.forEach(plan -> FolderWire.writeWhole(
                folder.resolve(plan.getKey() + ".json"), plan.getValue().getBytes(StandardCharsets.UTF_8)));
    }
}
