package org.tongdao.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** At a cut-off: locked boxes that are due are made as they were planned, those that are not stay as they are, and sketches are passed over. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LockedBoxes {

    private final JdbcClient jdbc;
    private final BagDesk bags;
    private final ContainerDesk containers;
    private final Clock clock;

    LockedBoxes(JdbcClient jdbc, BagDesk bags, ContainerDesk containers, Clock clock) {
        this.jdbc = jdbc;
        this.bags = bags;
        this.containers = containers;
        this.clock = clock;
    }

    private record Due(long id, String regime, String typeCode) {}

    /** What finds no place in its box is free for the others of this cut-off. */
    ConsolidationReport make(String hub) {
        var report = ConsolidationReport.NOTHING;
        var due = jdbc.sql("""
                        SELECT id, regime, type_code FROM planned_box
                        WHERE tenant_id = current_tenant() AND hub = ? AND done_at IS NULL AND locked_at IS NOT NULL AND cut_off <= ? ORDER BY id""")
                .params(hub, Timestamp.from(clock.instant()))
                .query(Due.class)
                .list();
        for (var box : due) {
            var lot = new Lot(hub, box.regime());
            report = report.plus(bags.closePlanned(lot, box.id()));
            var container = containers.sealPlanned(lot, box.typeCode(), box.id());
            report = report.plus(new ConsolidationReport(0, 0, container.isPresent() ? 1 : 0, 0));
            container.ifPresent(id -> jdbc.sql(
                            "UPDATE planned_box SET container_id = ? WHERE tenant_id = current_tenant() AND id = ?")
                    .params(id, box.id())
                    .update());
            end(box.id());
        }
        return report;
    }

    /** Sketches of this hub end with the cut-off that passes over them. */
    void dropSketches(String hub) {
        jdbc.sql("""
                        SELECT id FROM planned_box WHERE tenant_id = current_tenant() AND hub = ? AND done_at IS NULL AND locked_at IS NULL""").param(hub).query(Long.class).list().forEach(this::end);
    }

    private void end(long box) {
        jdbc.sql("UPDATE planned_box SET done_at = ? WHERE tenant_id = current_tenant() AND id = ?")
                .params(Timestamp.from(clock.instant()), box)
                .update();
        for (var units : List.of("planned_parcel", "planned_bag")) {
            jdbc.sql("DELETE FROM " + units
                            + " u USING planned_act a WHERE u.tenant_id = current_tenant() AND a.tenant_id = u.tenant_id"
                            + " AND a.id = u.act_id AND a.box_id = ?")
                    .param(box)
                    .update();
        }
    }
}
