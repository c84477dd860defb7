package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
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
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.printing.PaperTray;
import org.tongdao.printing.Printers;
import org.tongdao.terms.ContainerNo;

/**
 * A night shift at the bench in a real browser, by scanner and keys alone. Shortened in the ordinary run; {@code -Dslow} scans fifty a minute for ten
 * minutes with the network away for one.
 */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScanBrowserIT {

    private static final boolean SLOW = System.getProperty("slow") != null;
    private static final int SCANS = SLOW ? 500 : 66;
    private static final int PACE_MS = SLOW ? 1200 : 120;
    private static final int AWAY_MS = SLOW ? 60_000 : 3_000;
    private static final int EVERY_BAD = 33;
    private static final int SEEN_AWAY = 8;
    /** A second where the machine is ours, {@code -Dslow}; elsewhere others may be using it. */
    private static final int LABEL_MS = SLOW ? 1_000 : 20_000;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    @Autowired
    BenchStory story;

    @Autowired
    Printers printers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Browser browser;
    private Page page;
    private List<String> parcels = List.of();
    private String root;
    private int tenant;

    @BeforeAll
    void aWarehouseWorkerSignsIn() {
        browser = Browser.open();
        root = "http://localhost:" + port;
        tenant = tenants.create();
        parcels = Tenancy.as(tenant, () -> story.released(SCANS + 20));
        page = signedIn("li" + tenant, "WAREHOUSE");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void thePlaceComesFirstThenTheScannerIsHeardWhereverTheFocusIs() {
        page.navigate(root + "/scan");
        Browser.shoot(page, "scan-stations");
        page.navigate(root + "/scan/receive");
        Browser.shoot(page, "scan-place-first");
        scan(parcels.get(0));
        panel("bad", "Scan your place first");
        scan("LOC-URC-BENCH1");
        page.focus("header a");
        scan(parcels.get(0));
        panel("ok", "Received");
        assertThat(page.locator("#last li").first()).containsText("Received · Almaty");
        assertThat(page.locator("#target .code")).isHidden();
        assertThat(page.locator("body")).hasAttribute("data-sounded", "OK");
        Browser.shoot(page, "scan-received");
    }

    @Test
    @Order(2)
    void anErrorStandsUntilItIsAcknowledgedByKeyOrByScan() {
        scan(parcels.get(0));
        panel("bad", "Scanned before");
        assertThat(page.locator("body")).hasAttribute("data-sounded", "ERROR");
        page.waitForTimeout(600);
        scan(parcels.get(1));
        panel("bad", "Scanned before");
        Browser.shoot(page, "scan-error");
        assertThat(page.locator("#last li.OK")).hasCount(2);
        panel("bad", "Scanned before");
        scan("TD-ACK");
        panel("ready", "Scan a parcel");
        scan("NOBODY-KNOWS-THIS");
        panel("bad", "Nobody knows this code");
        page.waitForTimeout(600);
        page.keyboard().press("Enter");
        panel("ready", "Scan a parcel");
        scan(parcels.get(2));
        panel("ok", "Received");
    }

    @Test
    @Order(3)
    void theLastScanPrintsTheLabelInLessThanASecondAndAFurtherCopyHasAReason() throws Exception {
        try (var tray = new PaperTray()) {
            Tenancy.run(tenant, () -> {
                printers.add("ZEBRA-1", tray.address(), "boss");
                printers.place("LOC-URC-BENCH1", "ZEBRA-1");
            });
            page.navigate(root + "/scan/label");
            labelled();
            assertThat(page.locator("#printing")).hasClass("printed");
            assertThat(tray.pages(1)).singleElement().asString().contains(parcels.get(3));
            Browser.shoot(page, "scan-label");
            page.keyboard().press("F6");
            page.fill("#again input[name=reason]", "the label was lost");
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody tr").first()).containsText("the label was lost");
            assertThat(tray.pages(2)).hasSize(2);
            Browser.shoot(page, "prints");
        }
    }

    private void labelled() {
        scan("ORDER-3");
        panel("ok", "Label is ready");
        page.waitForFunction(
                "() => { const i = document.querySelector('#label img'); return i.complete && i.naturalWidth > 0 }");
        long ms = Long.parseLong(page.locator("#panel").getAttribute("data-ms"));
        assertThat(ms).isLessThan(LABEL_MS);
        assertThat(page.locator("#label img")).hasAttribute("alt", parcels.get(3));
    }

    @Test
    @Order(4)
    void aBagIsFilledClosedLoadedAndSealedWithoutAMouse() {
        page.navigate(root + "/scan/bag");
        scan("TD-NEW-BAG");
        panel("ok", "New bag is open");
        String bag = page.locator("#target .code").textContent();
        for (int i = 4; i < 8; i++) {
            scan(parcels.get(i));
            assertThat(page.locator("#target .count b")).hasText(String.valueOf(i - 3));
        }
        Browser.shoot(page, "scan-bag");
        page.navigate(root + "/scan/seal?lang=zh");
        scan(bag);
        panel("ok", "大包已封");
        Browser.shoot(page, "scan-seal-zh");
        page.navigate(root + "/scan/load?lang=en");
        String box = ContainerNo.of("TCLU", tenant * 7).value();
        scan("TD-20GP");
        scan(box);
        panel("ok", "New container is open");
        scan(bag);
        panel("ok", "Loaded");
        Browser.shoot(page, "scan-load");
        page.navigate(root + "/scan/seal");
        scan(box);
        panel("ok", "Container is open here");
        scan("BROWSER-" + tenant);
        panel("ok", "Container is sealed");
    }

    @Test
    @Order(5)
    void aHeldParcelShoutsAndASupervisorReleasesItWithAReason() {
        page.navigate(root + "/scan/hold");
        assertThat(
                        (boolean)
                                page.evaluate(
                                        "[...document.querySelectorAll('footer kbd')].every(k => k.getBoundingClientRect().right <= innerWidth)"))
                .as("every reason has its key in sight")
                .isTrue();
        page.keyboard().press("F5");
        panel("ok", "Reason chosen");
        scan(parcels.get(9));
        panel("ok", "Kept back");
        page.navigate(root + "/scan/bag");
        scan("TD-NEW-BAG");
        panel("ok", "New bag is open");
        scan(parcels.get(9));
        panel("bad", "STOP");
        assertThat(page.locator("#last li").first()).containsText("kept back · damaged");
        Browser.shoot(page, "scan-held");
        scan("TD-ACK");
        var boss = signedIn("wang" + tenant, "OPERATOR");
        boss.navigate(root + "/scan/hold");
        type(boss, "LOC-URC-OFFICE");
        boss.keyboard().press("F6");
        assertThat(boss.locator("#panel")).hasClass("ok");
        type(boss, parcels.get(9));
        assertThat(boss.locator("#panel .title")).containsText("Scanned before");
        type(boss, "TD-ACK");
        type(boss, parcels.get(10));
        assertThat(boss.locator("#panel .title")).containsText("Kept back");
        boss.keyboard().press("F2");
        assertThat(boss.locator("dialog#undo")).isVisible();
        boss.keyboard().type("it was the wrong parcel");
        Browser.shoot(boss, "scan-undo");
        boss.keyboard().press("Enter");
        assertThat(boss.locator("#panel .title")).containsText("May travel again");
        assertThat(count("SELECT count(*) FROM audit_log WHERE action = 'scan taken back'"))
                .isEqualTo(1);
        boss.close();
    }

    @Test
    @Order(6)
    void aRushWithBadCodesAndWithoutNetworkLosesNothingAndDoublesNothing() {
        long before = count("SELECT count(*) FROM standing_scan WHERE act = 'RECEIVED'");
        long answers = count("SELECT count(*) FROM scan WHERE act = 'RECEIVED' OR code LIKE 'BAD-%'");
        page.navigate(root + "/scan/receive");
        panel("ready", "Scan a parcel");
        int bad = 0;
        var sent = new ArrayList<String>();
        int dropAt = SCANS / 3;
        long back = 0;
        for (int i = 0; i < SCANS; i++) {
            if (i == dropAt) {
                page.context().setOffline(true);
                back = System.currentTimeMillis() + AWAY_MS;
            }
            if (back > 0 && i > dropAt + SEEN_AWAY && System.currentTimeMillis() > back) {
                page.context().setOffline(false);
                back = 0;
            }
            long next = System.currentTimeMillis() + PACE_MS;
            acknowledgeIfStopped();
            if (i % EVERY_BAD == EVERY_BAD - 1) {
                scan("BAD-" + i);
                bad++;
            } else {
                scan(parcels.get(i + 12));
                sent.add(parcels.get(i + 12));
            }
            page.waitForTimeout(Math.max(1, next - System.currentTimeMillis()));
            if (i == dropAt + SEEN_AWAY) {
                assertThat(page.locator("#net")).hasAttribute("data-state", "off");
                Browser.shoot(page, "scan-offline");
            }
        }
        page.context().setOffline(false);
        answered("SELECT count(*) FROM scan WHERE act = 'RECEIVED' OR code LIKE 'BAD-%'", answers + sent.size() + bad);
        assertThat(count("SELECT count(*) FROM standing_scan WHERE act = 'RECEIVED'") - before)
                .isEqualTo(sent.size());
        assertThat(texts("SELECT subject FROM scan WHERE act = 'RECEIVED' AND subject = ANY (?) ORDER BY id", sent))
                .as("in the order of scanning, each once")
                .isEqualTo(sent);
        assertThat(count("SELECT count(*) FROM scan WHERE code LIKE 'BAD-%'")).isEqualTo(bad);
    }

    @Test
    @Order(7)
    void whatWaitsSurvivesThePageBeingClosed() {
        page.context().setOffline(true);
        scan(parcels.get(SCANS + 15));
        assertThat(page.locator("#net")).hasAttribute("data-count", "1");
        page.context().setOffline(false);
        page.navigate(root + "/scan/receive");
        String kept =
                "SELECT count(*) FROM scan WHERE act = 'RECEIVED' AND subject = '" + parcels.get(SCANS + 15) + "'";
        answered(kept, 1);
        assertThat(page.locator("#net")).hasAttribute("data-count", "0");
        assertThat(count(kept)).isEqualTo(1);
    }

    /** As after a restart of the server: the session is gone, the person signs in again in another tab, and nobody reloads the station. */
    @Test
    @Order(8)
    void whatWaitsGoesOutWhenTheSamePersonSignedInElsewhere() {
        page.navigate(root + "/scan/receive");
        page.context().clearCookies();
        scan(parcels.get(SCANS + 16));
        assertThat(page.locator("#net")).hasAttribute("data-state", "out");
        scan(parcels.get(SCANS + 17));
        assertThat(page.locator("#net")).hasAttribute("data-count", "2");
        var tab = page.context().newPage();
        signIn(tab, "li" + tenant);
        String kept = "SELECT count(*) FROM scan WHERE act = 'RECEIVED' AND subject IN ('" + parcels.get(SCANS + 16)
                + "', '" + parcels.get(SCANS + 17) + "')";
        answered(kept, 2);
        assertThat(page.locator("#net")).hasAttribute("data-state", "on");
        assertThat(count(kept)).isEqualTo(2);
        assertThat(page.locator("#panel .title")).not().containsText("Kept");
        tab.close();
    }

    @Test
    @Order(9)
    void theSheetOfCodesAndTheListOfUnknownCodesOpen() {
        page.navigate(root + "/scan/codes?lang=zh");
        assertThat(page.locator(".codes img")).not().hasCount(0);
        Browser.shoot(page, "scan-codes-zh");
        page.navigate(root + "/scan?lang=en");
        assertThat(page.locator("main")).containsText("NOBODY-KNOWS-THIS");
        Browser.shoot(page, "scan-unknown");
    }

    @Test
    @Order(10)
    void noPageComplained() {
        assertThat(browser.complaints())
                .allMatch(c -> c.contains("ERR_INTERNET_DISCONNECTED") || c.contains("status of 403"));
    }

    /** What was scanned is on the server a moment later; more than expected is for the assertions after it. */
    private void answered(String sql, long expected) {
        for (int i = 0; i < 300 && (count(sql) < expected || !drained()); i++) {
            acknowledgeIfStopped();
            page.waitForTimeout(100);
        }
    }

    private boolean drained() {
        return "0".equals(page.locator("#net").getAttribute("data-count"))
                && !"bad".equals(page.locator("#panel").getAttribute("class"));
    }

    private void acknowledgeIfStopped() {
        while (String.valueOf(page.locator("#panel").getAttribute("class")).startsWith("bad")) {
            scan("TD-ACK");
        }
    }

    private void panel(String state, String title) {
        assertThat(page.locator("#panel")).hasClass(Pattern.compile("^" + state));
        assertThat(page.locator("#panel .title")).containsText(title);
    }

    private void scan(String code) {
        type(page, code);
    }

    private static void type(Page page, String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }

    private Page signedIn(String name, String role) {
        var fresh = browser.page("en");
        signIn(fresh, people.person(tenant, name, role));
        return fresh;
    }

    private void signIn(Page tab, String name) {
        tab.navigate(root + "/sign-in");
        tab.fill("input[name=username]", name);
        tab.fill("input[name=password]", People.PASSWORD);
        tab.click("button.first");
        tab.waitForURL(url -> !url.contains("/sign-in"));
    }

    private long count(String sql) {
        return Tenancy.as(
                tenant,
                () -> java.util.Objects.requireNonNull(
                        transaction.execute(t -> jdbc.sql(sql).query(Long.class).single())));
    }

    private List<String> texts(String sql, List<String> of) {
        return Tenancy.as(
                tenant,
                () -> java.util.Objects.requireNonNull(transaction.execute(t -> jdbc.sql(sql)
                        .param(of.toArray(String[]::new))
                        .query(String.class)
                        .list())));
    }
}
