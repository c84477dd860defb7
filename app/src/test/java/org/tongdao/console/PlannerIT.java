package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.bench.BenchStory;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;

/** A consolidator sees what waits for a lane, tries a cut-off without a trace, keeps the lane back, and passes the cut-off. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlannerIT {

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    BenchStory story;

    @Autowired
    WorldClock clock;

    private int tenant;
    private Visitor visitor;

    @BeforeAll
    void aDozenParcelsAreReady() {
        clock.set(ConsoleStory.NOW);
        tenant = tenants.create();
        Tenancy.run(tenant, () -> story.released(12));
        visitor = new Visitor(port);
        visitor.signIn(people.person(tenant, "plan" + tenant, "OPERATOR"), People.PASSWORD);
    }

    @AfterAll
    void release() {
        clock.release();
    }

    @Test
    @Order(1)
    void theDemandOfTheLaneIsShownWithItsCutOff() {
        String page = visitor.get("/planner?lang=en").body();
        assertThat(page).contains("<b>12</b>", "Try a cut-off now", "Seal by");
        assertThat(page.split("Try a cut-off now")).hasSize(2);
    }

    @Test
    @Order(2)
    void aTrialSaysWhatWouldGoAndLeavesNothing() {
        String tried =
                visitor.post("/planner", "/planner/" + hub() + "/try", Map.of()).body();
        assertThat(tried).contains("12", "id=\"planned\"");
        assertThat(count("bag") + count("container") + count("left_behind")).isZero();
    }

    @Test
    @Order(3)
    void aLaneIsKeptBackForAReasonAndLetGo() {
        visitor.post("/planner", "/planner/" + hub() + "/keep", Map.of("reason", " "));
        assertThat(count("lane_hold")).isZero();
        visitor.post("/planner", "/planner/" + hub() + "/keep", Map.of("reason", "big batch comes at noon"));
        assertThat(visitor.get("/planner").body()).contains("big batch comes at noon");
        visitor.post("/planner", "/planner/" + hub() + "/let-go", Map.of());
        assertThat(count("lane_hold")).isZero();
        assertThat(count("audit_log") - 1).isGreaterThanOrEqualTo(2);
    }

    @Test
    @Order(4)
    void aCutOffByHandMovesTheParcelsOnce() {
        visitor.post("/planner", "/planner/" + hub() + "/go", Map.of());
        assertThat(tenants.asOwner("SELECT count(*) FROM bag_parcel WHERE tenant_id = " + tenant)
                        + tenants.asOwner(
                                "SELECT count(*) FROM left_behind WHERE subject_kind = 'parcel' AND tenant_id = "
                                        + tenant))
                .isEqualTo(12);
        long bags = count("bag");
        visitor.post("/planner", "/planner/" + hub() + "/go", Map.of());
        assertThat(count("bag")).isEqualTo(bags);
        assertThat(visitor.post("/planner", "/planner/XXX/go", Map.of()).statusCode())
                .isEqualTo(404);
    }

    private String hub() {
        return tenants.asOwner("SELECT count(*) FROM parcel WHERE hub = 'ALA' AND tenant_id = " + tenant) > 0
                ? "ALA"
                : "WAW";
    }

    private long count(String table) {
        return tenants.asOwner("SELECT count(*) FROM " + table + " WHERE tenant_id = " + tenant);
    }
}
