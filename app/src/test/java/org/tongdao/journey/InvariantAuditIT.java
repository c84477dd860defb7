package org.tongdao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.consolidation.Consolidation;
import org.tongdao.planning.Planning;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.tree.TreeStory;

/** The audit is silent on a right tree and speaks up for each thing that is bent in it. */
@OnDatabase
class InvariantAuditIT {

    private static final Map<String, String> BENT = Map.of(
            "UPDATE order_batch SET orders = orders + 1", "I-01",
            "UPDATE bag SET gross_g = gross_g + 1 WHERE id = (SELECT min(id) FROM bag)", "I-16",
            "UPDATE container SET parcels = parcels + 1", "I-16",
            "UPDATE train SET gross_g = gross_g - 1", "I-16",
            "UPDATE service_run SET booked_ffe = booked_ffe + 1 WHERE booked_ffe > 0", "I-18",
            "UPDATE departure_stretch SET taken_slots = taken_slots - 1 WHERE taken_slots > 0", "I-18",
            "UPDATE container_leg SET to_node = 'MOW' WHERE leg_no = 1", "I-21",
            "INSERT INTO monthly_statement VALUES (current_tenant(), 'm', '2026-01-01', 'ST', 1, now(), 'x')", "I-25",
            "UPDATE container_leg SET gauge_mm = 1000 WHERE leg_no = 1", "I-21");

    private static final String LINES = """
            INSERT INTO order_line
            SELECT tenant_id, id, 1, first_line, 'SKU', '袜子', 'socks', '6115950000', 1, '011', 12.34, 400, 500, 200, 150, 100, 'CN' FROM customer_order""";

    @Autowired
    FreshTenant tenants;

    @Autowired
    TreeStory story;

    @Autowired
    Consolidation consolidation;

    @Autowired
    Planning planning;

    @Autowired
    InvariantAudit audit;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void wallClockAgain() {
        clock.release();
    }

    @Test
    void silentOnARightTreeAndLoudOnABentOne() {
        Tenancy.run(tenants.create(), () -> {
            var told = story.accepted(60);
            transaction.executeWithoutResult(t -> jdbc.sql(LINES).update());
            story.cleared(told.parcels(), 0.5);
            clock.set(TreeStory.day(1));
            consolidation.consolidate("ALA");
            planning.dispatch("ALA");
            planning.compose();
            assertThat(audit.report().violations())
                    .hasSize(24)
                    .allSatisfy((name, count) -> assertThat(count).as(name).isZero());
            BENT.forEach((sql, invariant) -> assertThat(broken(sql)).as(sql).contains(invariant));
        });
    }

    private String broken(String sql) {
        var names = new StringBuilder();
        transaction.executeWithoutResult(t -> {
            t.setRollbackOnly();
            jdbc.sql(sql).update();
            audit.report().violations().forEach((name, count) -> names.append(count > 0 ? name + " " : ""));
        });
        return names.toString();
    }
}
