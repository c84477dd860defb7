package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Timestamp;
import java.time.Instant;
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
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.port.BorderStory;

/** A dispatcher's hour at Dostyk in a real browser; each path leaves a picture in target/screenshots. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YardBrowserIT {

    private static final Instant ARRIVED = Instant.parse("2026-12-02T22:00:00Z");
    private static final Instant NOW = ARRIVED.plusSeconds(3600);

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    @Autowired
    BorderStory story;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    private Browser browser;
    private Page page;
    private BorderStory.Told told;
    private String root;
    private int tenant;

    @BeforeAll
    void aDispatcherSignsIn() {
        browser = Browser.open();
        root = "http://localhost:" + port;
        tenant = tenants.create();
        told = Tenancy.as(tenant, () -> story.busy(ARRIVED, 7));
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(
                        t -> jdbc.sql("INSERT INTO work_clock VALUES (current_tenant(), ?)")
                                .param(Timestamp.from(NOW))
                                .update()));
        clock.set(NOW);
        page = browser.page("en");
        page.navigate(root + "/sign-in");
        page.fill("input[name=username]", people.person(tenant, "ming" + tenant, "DISPATCHER"));
        page.fill("input[name=password]", People.PASSWORD);
        page.click("button.first");
        page.waitForURL("**/today*");
    }

    @AfterAll
    void close() {
        clock.release();
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void theBoardShowsTracksCranesAndLanesOnOneAxisWithTheNowLine() {
        page.navigate(root + "/yard");
        page.click("text=Dostyk");
        assertThat(page.locator("svg.gantt g.now")).isVisible();
        assertThat(page.locator("svg.gantt")).containsText("customs lane");
        assertThat(page.locator("g.shape.begun")).not().hasCount(0);
        assertThat(page.locator("g.shape.critical")).not().hasCount(0);
        Browser.shoot(page, "yard");
        for (var part : List.of("#queues .queue:last-child", ".legend", "g.row[data-resource=CRANE] >> nth=0")) {
            var box = page.locator(part).boundingBox();
            org.assertj.core.api.Assertions.assertThat(box.y + box.height)
                    .as(part)
                    .isLessThanOrEqualTo(768);
        }
        page.navigate(root + "/trains/" + told.second() + "/brakes");
        assertThat(page.locator("table.list")).containsText("assumed");
        page.locator("input[type=number]").first().fill("30000");
        Browser.shoot(page, "brakes");
        page.click("main form button");
        assertThat(page.locator("table.list")).containsText("typed in");
    }

    @Test
    @Order(2)
    void aBarIsMovedByKeysTriedAndSavedWithAReason() {
        page.navigate(root + "/yard/dostyk");
        var bar = page.locator("g.movable[data-stage=PLACING]").first();
        bar.focus();
        bar.press("Shift+ArrowRight");
        bar.press("ArrowDown");
        bar.press("Enter");
        assertThat(page.locator("#trial")).containsText("Placing");
        Browser.shoot(page, "yard-trial");
        page.fill("#trial input[name=reason]", "track 1 is being swept");
        page.click("#trial button.first");
        assertThat(page.locator(".told")).containsText("Saved as plan 1");
        assertThat(page.locator("g.shape.pinned")).not().hasCount(0);
    }

    @Test
    @Order(3)
    void aBarIsDraggedWithThePointer() {
        page.navigate(root + "/yard/dostyk");
        var box = page.locator("g.movable[data-stage=CUSTOMS] rect").first().boundingBox();
        page.mouse().move(box.x + 4, box.y + 4);
        page.mouse().down();
        page.mouse().move(box.x + 90, box.y + 4, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
        assertThat(page.locator("#trial")).containsText("Customs");
    }

    @Test
    @Order(4)
    void aStormIsTriedAndItsPromisesAreNamed() {
        page.navigate(root + "/yard/dostyk");
        page.click("summary:has-text('wind')");
        page.fill("form:has(input[value=CLOSE]) input[name=until]", "2026-12-04T22:00");
        page.click("form:has(input[value=CLOSE]) button");
        assertThat(page.locator("#trial")).containsText("not kept");
        Browser.shoot(page, "yard-wind");
        page.fill("#trial input[name=reason]", "wind 22 m/s");
        page.click("#trial button.first");
        assertThat(page.locator("g.shape.closure")).not().hasCount(0);
        page.fill("form:has(button[value=UNDO]) input[name=reason]", "measured again");
        page.click("button[value=UNDO]");
        assertThat(page.locator(".told")).containsText("Saved as plan 3");
        assertThat(page.locator("g.shape.closure")).hasCount(0);
    }

    @Test
    @Order(5)
    void actualsAreHeldAgainstOrderAndClock() {
        page.navigate(root + "/yard/dostyk");
        page.selectOption("#actual select[name=train]", told.first());
        page.selectOption("#actual select[name=stage]", "PLACING");
        page.click("#actual form:has(select) button");
        assertThat(page.locator(".told.bad")).containsText("Wrong order");
        page.selectOption("#actual select[name=train]", told.first());
        page.selectOption("#actual select[name=stage]", "ARRIVAL_CHECK");
        page.selectOption("#actual select[name=mark]", "END");
        page.click("#actual form:has(select) button");
        assertThat(page.locator(".told[role=status]")).containsText("Stored");
        page.fill("input[name=code]", told.containers().get(0));
        page.keyboard().press("Enter");
        assertThat(page.locator(".told[role=status]")).containsText("Stored");
    }

    @Test
    @Order(6)
    void aBlockedDepartureListsEverythingThatBlocksIt() {
        page.navigate(root + "/yard/dostyk");
        page.click("#outgoing tr:has-text('" + told.second() + "') button");
        assertThat(page.locator("#refused")).containsText("Supervision has not released");
        assertThat(page.locator("#refused")).containsText(told.containers().get(6));
        assertThat(page.locator("#refused a").first()).hasAttribute("href", Pattern.compile("#actual|/find.*"));
        Browser.shoot(page, "yard-refused");
    }

    @Test
    @Order(7)
    void oneParcelOutOfContainerSeven() {
        page.navigate(root + "/pulls?train=" + told.first());
        page.fill("#pull input[name=container]", told.containers().get(6));
        page.fill("#pull input[name=parcel]", told.parcel());
        page.fill("#pull input[name=seal]", "x");
        page.fill("#pull input[name=reason]", "dog");
        page.click("#pull button");
        assertThat(page.locator(".told.bad")).containsText("Seal number cannot be used");
        page.fill("#pull input[name=seal]", "insp-77");
        page.click("#pull button");
        assertThat(page.locator(".told[role=status]")).isVisible();
        assertThat(page.locator("table.list")).containsText("INSP-77");
        page.click("summary:has-text('with the inspectors')");
        Browser.shoot(page, "pulls");
        page.selectOption("select[name=outcome]", "RELOADED");
        page.fill("table input[name=seal]", "INSP-78");
        page.fill("table input[name=reason]", "nothing found");
        page.click("table button");
        assertThat(page.locator("table.list")).containsText("reloaded");
    }

    @Test
    @Order(7)
    void aWhatIfIsAskedReckonedAndPassedOnByItsAddress() {
        page.navigate(root + "/yard/alashankou/whatif");
        Browser.shoot(page, "whatif");
        page.fill("#ask input[name=replications]", "2");
        page.fill("#ask input[name=days]", "3");
        page.fill("input[name=own-crane]", "-9");
        page.click("#ask button.first");
        assertThat(page.locator(".told.bad")).containsText("A figure no station has");
        page.fill("input[name=own-crane]", "");
        for (var question : List.of("crane", "transload_track", "trains")) {
            page.uncheck("input[name=q-" + question + "]");
        }
        page.click("#ask button.first");
        page.waitForURL("**/whatif/*");
        page.locator("svg.whatif g.sure, svg.whatif g.unsure").nth(5).waitFor();
        assertThat(page.locator("#answer .told")).hasCount(0);
        assertThat(page.locator("table.whatif tbody tr")).hasCount(2);
        assertThat(page.locator("table.whatif")).containsText("a made-up day planned");
        assertThat(page.locator("svg.whatif circle")).not().hasCount(0);
        assertThat(page.locator("#answer details")).containsText("assumed");
        Browser.shoot(page, "whatif-answer");
        var eye = new Visitor(port);
        eye.signIn("ming" + tenant, People.PASSWORD);
        assertThat(eye.get(page.url().substring(root.length()) + "?lang=zh").body())
                .contains("情景比较", "假定");
    }

    @Test
    @Order(7)
    void queuesDeparturesAndTrainsFollowWithoutReload() {
        page.navigate(root + "/yard/dostyk");
        var placing = page.locator("#queues .queue").first();
        var next = java.util.regex.Pattern.compile("T\\d+")
                .matcher(placing.locator(".next").textContent());
        org.assertj.core.api.Assertions.assertThat(next.find())
                .as("a train waits for its placing")
                .isTrue();
        assertThat(placing.locator(".going")).not().containsText(next.group());
        var colleague = new Visitor(port);
        colleague.signIn("ming" + tenant, People.PASSWORD);
        colleague.post(
                "/yard/dostyk",
                "/yard/dostyk/actuals",
                Map.of("train", next.group(), "stage", "PLACING", "mark", "BEGIN", "from", "2026-12-03T04:00"));
        page.evaluate(
                "htmx.ajax('GET', document.querySelector('.live').getAttribute('hx-get'), {target: '.live', swap: 'outerHTML'})");
        assertThat(placing.locator(".going")).containsText(next.group());
        assertThat(page.locator("#outgoing")).containsText(told.second());
        assertThat(page.locator("#asof")).containsText("As of");
        assertThat(page.locator("#queues")).hasCount(1);
    }

    @Test
    @Order(8)
    void whoOnlyReadsCannotActAndWhoAsksForAnUnknownStationIsShownTheKnownOnes() {
        var auditor = new Visitor(port);
        auditor.signIn(people.person(tenant, "eye" + tenant, "AUDITOR"), People.PASSWORD);
        assertThat(auditor.get("/yard/dostyk").body()).contains("svg").doesNotContain("id=\"move\"", "class=\"movable");
        for (var path : List.of(
                "/yard/dostyk/try",
                "/yard/dostyk/save",
                "/yard/dostyk/actuals",
                "/yard/dostyk/scan",
                "/yard/dostyk/departures",
                "/yard/dostyk/whatif",
                "/trains/T1001/brakes",
                "/pulls",
                "/pulls/end")) {
            assertThat(auditor.post("/yard/dostyk", path, Map.of("kind", "CONFIRM", "reason", "x"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        var unknown = auditor.get("/yard/atlantis");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("atlantis", "/yard/dostyk", "/yard/khorgos");
        var trail = Tenancy.as(
                tenant,
                () -> transaction.execute(t -> jdbc.sql("SELECT DISTINCT action FROM audit_log")
                        .query(String.class)
                        .list()));
        assertThat(trail)
                .contains(
                        "yard plan move",
                        "yard plan close",
                        "yard plan undo",
                        "yard actual",
                        "yard lift",
                        "what if",
                        "brake test",
                        "departure refused",
                        "pull parcel",
                        "end pull");
    }

    @Test
    @Order(9)
    void anUnchangedBoardIsNotSentAgainAndANeighbourSeesNothing() {
        var neighbour = new Visitor(port);
        neighbour.signIn(people.person(tenants.create(), "next" + tenant, "DISPATCHER"), People.PASSWORD);
        var empty = neighbour.get("/yard/dostyk").body();
        assertThat(empty).contains("bin/tongdao ship").doesNotContain(told.first());
        var eye = new Visitor(port);
        eye.signIn("ming" + tenant, People.PASSWORD);
        var stamp = Pattern.compile("data-stamp=\"(-?\\d+)\"")
                .matcher(eye.get("/yard/dostyk/gantt").body());
        assertThat(stamp.find()).isTrue();
        assertThat(eye.get("/yard/dostyk/gantt?seen=" + stamp.group(1)).statusCode())
                .isEqualTo(204);
    }

    @Test
    @Order(10)
    void longAfterTheBoardOpensAtTheLastActivityAndReplays() {
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> jdbc.sql("UPDATE work_clock SET now = ?")
                        .param(Timestamp.from(NOW.plusSeconds(40 * 86_400)))
                        .update()));
        page.navigate(root + "/yard/dostyk");
        assertThat(page.locator(".head")).containsText("Replay");
        assertThat(page.locator("svg.gantt")).isVisible();
        var before = page.locator("svg.gantt").getAttribute("data-from");
        page.click(".tools a:has-text('Play')");
        assertThat(page.locator("svg.gantt"))
                .not()
                .hasAttribute(
                        "data-from",
                        before,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions()
                                .setTimeout(60_000));
        Browser.shoot(page, "yard-replay");
    }

    @Test
    @Order(11)
    void noPageComplained() {
        assertThat(browser.complaints()).isEmpty();
    }
}
