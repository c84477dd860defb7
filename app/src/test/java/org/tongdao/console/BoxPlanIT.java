package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.bench.BenchStory;
import org.tongdao.console.access.People;
import org.tongdao.journey.Beats;
import org.tongdao.journey.InvariantAudit;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.Sscc;

/** A planner opens a container for a departure, drags a day's parcels into it, takes that back, fills and locks it; its cut-off makes it, no other does; what does not fit goes with the rest. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoxPlanIT {

    private static final Pattern DEPARTURE = Pattern.compile("<option value=\"(ALA@[^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    BenchStory story;

    @Autowired
    Beats beats;

    @Autowired
    InvariantAudit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    private int tenant;
    private String name = "";
    private Visitor visitor;

    @BeforeAll
    void aDozenParcelsAreReady() {
        clock.set(ConsoleStory.NOW);
        tenant = tenants.create();
        Tenancy.run(tenant, () -> story.released(12));
        name = people.person(tenant, "boxes" + tenant, "OPERATOR");
        visitor = new Visitor(port);
        visitor.signIn(name, People.PASSWORD);
    }

    @AfterAll
    void release() {
        clock.release();
    }

    @Test
    @Order(1)
    void containersAreOpenedForDeparturesThatThePageOffers() {
        String page = visitor.get("/planner?lang=en").body();
        var offered = DEPARTURE.matcher(page);
        assertThat(offered.find()).isTrue();
        open(offered.group(1), "40HC");
        open(offered.group(1), "20GP");
        open(offered.group(1), "99ZZ");
        String refused = open("ALA@2020-01-01T00:00:00Z", "40HC");
        assertThat(refused).contains("That departure is not offered any more");
        assertThat(count("planned_box")).isEqualTo(2);
    }

    @Test
    @Order(2)
    void aDayIsDraggedIntoOneContainerOnIntoTheOtherAndTakenBackTwice() {
        try (var browser = Browser.open()) {
            var page = browser.page("en");
            page.navigate("http://localhost:" + port + "/sign-in");
            page.fill("input[name=username]", name);
            page.fill("input[name=password]", People.PASSWORD);
            page.click("button.first");
            page.waitForURL("**/today*");
            page.navigate("http://localhost:" + port + "/planner");
            drag(page, "[data-unit^='day:']", 0);
            assertThat(page.locator("#plan .told")).containsText("12 parcels were put in.");
            page.locator("#plan").scrollIntoViewIfNeeded();
            Browser.shoot(page, "planner-boxes");
            assertThat(Barriers.of(page)).isEmpty();
            drag(page, "[data-box] [data-unit]", 1);
            assertThat(page.locator("[data-box]").nth(1)).containsText("2026-01-01");
            page.click("#undo");
            assertThat(page.locator("[data-box]").nth(0)).containsText("2026-01-01");
            page.locator("[data-box] form[action$='/out'] button").click();
            assertThat(page.locator("[data-unit^='day:']")).hasCount(1);
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(count("planned_parcel") + count("planned_act")).isZero();
    }

    @Test
    @Order(3)
    void aLockedContainerTakesNothingAndGivesNothing() {
        act(box(0), "fill");
        assertThat(count("planned_parcel")).isEqualTo(12);
        assertThat(visitor.get("/planner?lang=en").body())
                .as("a planned parcel is not ready as well")
                .containsPattern("data-ready[^>]*><b>0</b>")
                .doesNotContainPattern("data-ready[^>]*><b>[1-9]")
                .containsPattern("data-planned[^>]*>12<");
        assertThat(act(box(0), "remove")).contains("Only an empty container can be removed");
        act(box(0), "lock");
        String out = post("/planner/acts/" + one("SELECT id FROM planned_act") + "/out", Map.of());
        assertThat(out).contains("or it is locked");
        String put = post("/planner/put", Map.of("unit", "day:9610:2026-01-01", "box", "" + box(0)));
        assertThat(put).contains("The container is locked", name);
        put = post("/planner/put", Map.of("unit", "day:9610:2026-01-01", "box", "" + box(1)));
        assertThat(put).contains("It does not wait any more");
        put = post("/planner/put", Map.of("unit", "act:" + one("SELECT id FROM planned_act"), "box", "" + box(1)));
        assertThat(put).contains("The container is locked");
        assertThat(act(box(1), "lock")).contains("It was not locked");
        assertThat(visitor.post("/planner", "/planner/put", Map.of("unit", "nonsense", "box", "1"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(4)
    void theAuditKnowsAPlannedContainerThatDoesNotHoldItsUnits() {
        Tenancy.run(tenant, () -> {
            assertThat(audit.report().violations().values()).containsOnly(0L);
            transaction.executeWithoutResult(t -> {
                t.setRollbackOnly();
                jdbc.sql("UPDATE planned_box SET parcels = parcels + 1 WHERE parcels > 0")
                        .update();
                assertThat(audit.report().violations().values()).containsOnlyOnce(1L);
            });
        });
    }

    @Test
    @Order(5)
    void aCutOffBeforeItsOwnPassesALockedContainer() {
        post("/planner/ALA/go", Map.of());
        assertThat(count("bag") + count("container")).isZero();
        assertThat(one("SELECT count(*) FROM planned_box WHERE done_at IS NULL"))
                .isEqualTo(1);
        assertThat(count("planned_parcel")).isEqualTo(12);
    }

    @Test
    @Order(6)
    void itsOwnCutOffMakesTheContainerAsPlanned() {
        long box = one("SELECT id FROM planned_box WHERE done_at IS NULL");
        beats.beat(tenant);
        assertThat(one(
                        "SELECT k.parcels FROM planned_box b JOIN container k ON k.tenant_id = b.tenant_id AND k.id = b.container_id"
                                + " AND k.type_code = b.type_code WHERE b.done_at IS NOT NULL AND b.id = " + box))
                .isEqualTo(12);
        assertThat(one("SELECT count(*) FROM bag_parcel")).isEqualTo(12);
        assertThat(count("planned_parcel") + count("planned_bag")).isZero();
    }

    /** Two bags of 3.5 m are within the counted room of a 20-foot container, and stand neither beside nor on nor behind each other in it. */
    @Test
    @Order(7)
    void aBagThatFindsNoPlaceInItsContainerGoesWithTheOthersOfTheCutOff() {
        clock.set(ConsoleStory.NOW);
        tenant = tenants.create();
        Tenancy.run(tenant, () -> story.released(2));
        visitor = new Visitor(port);
        visitor.signIn(people.person(tenant, "long" + tenant, "OPERATOR"), People.PASSWORD);
        List<String> bags = new ArrayList<>();
        Tenancy.run(tenant, () -> transaction.executeWithoutResult(t -> bags.addAll(longBags())));
        var offered = DEPARTURE.matcher(visitor.get("/planner?lang=en").body());
        assertThat(offered.find()).isTrue();
        open(offered.group(1), "20GP");
        bags.forEach(bag -> post("/planner/put", Map.of("unit", "bag:" + bag, "box", "" + box(0))));
        assertThat(count("planned_bag")).isEqualTo(2);
        assertThat(act(box(0), "lock")).containsPattern("data-planned[^>]*>2<");
        beats.beat(tenant);
        assertThat(
                        one(
                                "SELECT k.bags FROM planned_box b JOIN container k ON k.tenant_id = b.tenant_id AND k.id = b.container_id WHERE k.type_code = '20GP'"))
                .isEqualTo(1);
        assertThat(count("container")).isEqualTo(2);
        assertThat(count("container_bag")).isEqualTo(2);
        assertThat(one("SELECT count(*) FROM left_behind WHERE subject_kind = 'bag'"))
                .isZero();
    }

    private List<String> longBags() {
        return jdbc.sql("""
                        WITH p AS (SELECT id, gross_g, row_number() OVER (ORDER BY id) AS n FROM parcel WHERE tenant_id = current_tenant()),
                        b AS (INSERT INTO bag (tenant_id, sscc, hub, regime, parcels, gross_g, length_mm, width_mm, height_mm, closed_at)
                            SELECT current_tenant(), (ARRAY[?, ?])[n], 'ALA', '9610', 1, gross_g, 3500, 1300, 1300, '2026-01-02T00:00:00Z' FROM p RETURNING id, sscc)
                        INSERT INTO bag_parcel (tenant_id, parcel_id, bag_id) SELECT current_tenant(), p.id, b.id FROM p
                        JOIN (SELECT b.*, row_number() OVER (ORDER BY sscc) AS n FROM b) b USING (n) RETURNING (SELECT sscc FROM b WHERE b.id = bag_id)""")
                .params(
                        Sscc.of(0, "0614141", 90_000_000L + tenant * 10L).value(),
                        Sscc.of(0, "0614141", 90_000_001L + tenant * 10L).value())
                .query(String.class)
                .list();
    }

    private void drag(Page page, String unit, int box) {
        page.locator(unit).first().dragTo(page.locator("[data-box]").nth(box));
    }

    private String open(String departure, String type) {
        return post("/planner/boxes", Map.of("departure", departure, "type", type));
    }

    private String act(long box, String what) {
        return post("/planner/boxes/" + box + "/" + what, Map.of());
    }

    private String post(String path, Map<String, String> fields) {
        visitor.post("/planner", path, fields);
        return visitor.get("/planner?lang=en").body();
    }

    /** Boxes in the order they were opened. */
    private long box(int nth) {
        return one("SELECT id FROM planned_box", " ORDER BY id OFFSET " + nth + " LIMIT 1");
    }

    private long count(String table) {
        return one("SELECT count(*) FROM " + table);
    }

    private long one(String sql) {
        return one(sql, "");
    }

    private long one(String sql, String end) {
        String of = sql.contains(" b JOIN ") ? "b.tenant_id" : "tenant_id";
        return tenants.asOwner(sql + (sql.contains(" WHERE ") ? " AND " : " WHERE ") + of + " = " + tenant + end);
    }
}
