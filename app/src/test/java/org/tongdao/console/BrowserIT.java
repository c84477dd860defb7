package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
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
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.settlement.Adjustment;
import org.tongdao.settlement.MerchantMonth;
import org.tongdao.settlement.Settlement;
import org.tongdao.settlement.Statements;
import org.tongdao.terms.Money;
import org.tongdao.visibility.Visibility;

/** The paths a person takes, in a real browser; each leaves a picture in target/screenshots. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserIT {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    @Autowired
    ConsoleStory story;

    @Autowired
    Visibility visibility;

    @Autowired
    Settlement settlement;

    @Autowired
    Statements statements;

    @Autowired
    WorldClock clock;

    private Browser browser;
    private Page page;
    private ConsoleStory.Told told;
    private long refused;
    private String root;

    @BeforeAll
    void aPersonSignsInWithTheCodeOfTheFirstRun() {
        browser = Browser.open();
        root = "http://localhost:" + port;
        int tenant = tenants.create();
        told = Tenancy.as(tenant, story::tell);
        Tenancy.as(tenant, () -> story.oneGoesToPoland(told.container()));
        refused = tenants.asOwner(
                "SELECT min(id) FROM customer_order WHERE first_line % 20 = 5 AND tenant_id = " + tenant);
        Tenancy.run(tenant, this::aSignedMonthAndAnOpenOne);
        clock.set(ConsoleStory.NOW);
        Tenancy.run(tenant, () -> visibility.export(Path.of("target", "browser-epcis.jsonl")));
        page = browser.page("en");
        page.navigate(root + "/welcome?code=" + people.code(tenant, "nightshift" + tenant, "ADMIN"));
        Browser.shoot(page, "welcome");
        page.fill("input[name=password]", People.PASSWORD);
        page.fill("input[name=again]", People.PASSWORD);
        page.click("button.first");
        page.waitForURL("**/today*");
    }

    /** What departed in January is charged; an adjustment of December is signed off. */
    private void aSignedMonthAndAnOpenOne() {
        settlement.charge(told.batch());
        clock.set(Instant.parse("2025-12-05T02:00:00Z"));
        statements.adjust(
                new Adjustment(UUID.randomUUID(), "Tianshan Trade", Money.of("12.50", "CNY"), "pallets of November"));
        clock.set(ConsoleStory.NOW);
        statements.close(new MerchantMonth("Tianshan Trade", YearMonth.of(2025, 12)), "fin");
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
    void todayShowsQueuesAndTrains() {
        page.navigate(root + "/today");
        assertThat(page.locator("a.queue")).hasCount(7);
        assertThat(page.locator("main")).containsText(told.nextTrain());
        Browser.shoot(page, "today");
        page.navigate(root + "/today?lang=zh");
        assertThat(page.locator("h1")).hasText("今日");
        Browser.shoot(page, "today-zh");
        page.navigate(root + "/today?lang=en");
    }

    @Test
    @Order(2)
    void aBatchShowsItsFindingsByRule() {
        page.navigate(root + "/batches");
        Browser.shoot(page, "batches");
        page.click("main table a");
        assertThat(page.locator("main")).containsText("Phone number of another country");
        Browser.shoot(page, "batch");
        page.click("section.card table a:has-text('Phone')");
        assertThat(page.locator("table.list tbody tr")).hasCount(2);
    }

    @Test
    @Order(2)
    void aFileIsTakenInAndItsErrorFileComesBack() {
        page.navigate(root + "/batches");
        String csv = "orderNo,goods\nA-1,gloves\n";
        page.setInputFiles(
                "#file",
                new com.microsoft.playwright.options.FilePayload(
                        "bad.csv", "text/csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.click("button.first");
        assertThat(page.locator("main")).containsText("nothing of it was stored");
        Browser.shoot(page, "refused");
        page.navigate(root + "/batches/" + told.batch());
        var download = page.waitForDownload(() -> page.click("a[download]"));
        assertThat(download.suggestedFilename()).endsWith(".csv");
    }

    @Test
    @Order(3)
    void ordersAreFilteredByChoiceAndPagedByKey() {
        page.navigate(root + "/orders");
        assertThat(page.locator("table.list tbody tr")).hasCount(50);
        Browser.shoot(page, "orders");
        page.locator("td.tick input").first().click();
        page.keyboard().press("b");
        assertThat(page.locator("#bulkmenu select").first()).isVisible();
        page.navigate(root + "/orders");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("tr.marked")).hasCount(1);
        page.keyboard().press("n");
        page.waitForURL(Pattern.compile(".*after=.*"));
        page.selectOption("select[name=state]", "HELD");
        page.waitForURL(Pattern.compile(".*state=HELD.*"));
        assertThat(page.locator("table.list tbody tr")).hasCount(18);
        page.keyboard().press("Enter");
    }

    @Test
    @Order(4)
    void anOrderShowsItsWayAndItsPlace() {
        page.navigate(root + "/orders/" + told.firstOrder());
        assertThat(page.locator("ol.tree")).containsText(told.firstTrain());
        assertThat(page.locator("main")).containsText("Warm gloves");
        Browser.shoot(page, "order");
    }

    @Test
    @Order(5)
    void theBrokerReadsCauseAndFix() {
        page.navigate(root + "/declarations");
        assertThat(page.locator("main")).containsText("customs refused the document");
        Browser.shoot(page, "declarations");
    }

    @Test
    @Order(6)
    void theTrainBoardShowsTheConsist() {
        page.navigate(root + "/trains");
        Browser.shoot(page, "trains");
        page.click("text=" + told.firstTrain());
        assertThat(page.locator(".wagon")).hasCount(4);
        Browser.shoot(page, "train");
    }

    @Test
    @Order(7)
    void theMapShowsTheTrains() {
        page.navigate(root + "/map");
        assertThat(page.locator("#map[data-ready=yes]")).isVisible();
        assertThat(page.locator("a.train")).hasCount(2);
        assertThat(page.locator("#no-trains")).isHidden();
        Browser.shoot(page, "map");
        page.navigate(root + "/routes?from=URC&to=CPE&avoid=RU&lang=en");
        assertThat(page.locator("#ways[data-ready=yes]")).isVisible();
        assertThat(page.locator("#options button[aria-pressed=true]")).hasText("1");
        page.locator("#options button[aria-pressed]").last().click();
        assertThat(page.locator("#options > tbody > tr").last()).hasClass("marked");
        assertThat(page.locator("#options button[aria-pressed=true]")).hasCount(1);
        Browser.shoot(page, "routes");
        page.navigate(root + "/routes?from=URC&to=CPE&window=7&lang=en");
        assertThat(page.locator("#starts tbody tr")).not().hasCount(0);
        page.locator("#starts a").first().click();
        assertThat(page.locator("#ways[data-ready=yes]")).isVisible();
    }

    @Test
    @Order(8)
    void aContainerOpensInThreeDimensions() {
        page.navigate(root + "/containers");
        Browser.shoot(page, "containers");
        page.navigate(root + "/containers/" + told.container());
        assertThat(page.locator("#container-view[data-ready=yes] canvas")).isVisible();
        page.locator("tr[data-bag]")
                .first()
                .click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(4, 8));
        assertThat(page.locator("#picked a")).hasText(told.bag());
        Browser.shoot(page, "container");
        page.locator("#step").fill("12");
        assertThat(page.locator("#step-now")).hasText("12");
        page.selectOption("#colour-by", "weight");
        Browser.shoot(page, "container-steps");
    }

    @Test
    @Order(8)
    void papersComeAsPdfInThreeLanguages() throws Exception {
        var train = "/trains/" + told.firstTrain() + "/papers/";
        assertThat(paper(train + "containers?in=en")).contains("Container list", told.firstTrain(), "gross kg");
        assertThat(paper(train + "manifest?in=ru")).contains("Манифест", "Посылка", "Warm gloves");
        assertThat(paper(train + "consignment?in=zh")).contains("国际铁路联运运单", "不是运单");
        assertThat(paper("/containers/" + told.container() + "/papers/packing?in=ru"))
                .contains("Упаковочный лист", told.bag());
        assertThat(paper("/parcels/" + told.firstParcel() + "/papers/postal?in=en"))
                .contains("CN22/CN23", told.firstParcel(), "Warm gloves");
        assertThat(page.request().get(root + train + "nothing").status()).isEqualTo(404);
    }

    private String paper(String path) throws Exception {
        var answer = page.request().get(root + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        String name = path.replaceAll("\\?.*", "").replaceAll(".*/", "");
        java.nio.file.Files.write(Path.of("target", "screenshots", "paper-" + name + ".pdf"), answer.body());
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(answer.body())) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(pdf);
        }
    }

    @Test
    @Order(9)
    void statisticsAndAdministrationOpen() {
        page.navigate(root + "/statistics");
        assertThat(page.locator(".figures")).containsText("240");
        Browser.shoot(page, "statistics");
        page.navigate(root + "/training");
        assertThat(page.locator("main .lessons section")).hasCount(6);
        Browser.shoot(page, "training");
        page.navigate(root + "/admin/lists");
        assertThat(page.locator("table.list")).containsText("hubs.csv");
        Browser.shoot(page, "lists");
        var keeper = browser.page("en");
        ListSteps.tryOne(keeper, root, people.code(Tenancy.HOME, "keeper", "ADMIN"));
        Browser.shoot(keeper, "lists-edition");
        ListSteps.putInForceAndTakeBack(keeper);
        page.navigate(root + "/admin");
        page.fill("section:has(h2:has-text('Invite')) input[name=name]", "broker-two");
        page.click("button:has-text('Give a one-time code')");
        assertThat(page.locator(".told code")).containsText("/welcome?code=");
        Browser.shoot(page, "admin");
    }

    @Test
    @Order(9)
    void transitHousesMonthsAndTheFormOfACorrectionOpen() {
        page.navigate(root + "/declarations/transit");
        assertThat(page.locator("main table")).not().hasCount(0);
        Browser.shoot(page, "transit");
        page.navigate(root + "/bills/months");
        assertThat(page.locator("#months tbody tr")).hasCount(2);
        Browser.shoot(page, "months");
        page.navigate(root + "/orders/" + refused);
        page.locator("#correct").scrollIntoViewIfNeeded();
        assertThat(page.locator("#correct input[name=phone]")).isVisible();
        Browser.shoot(page, "correct");
    }

    @Test
    @Order(10)
    void anybodyTracksAParcelInFourLanguages() {
        var visitor = browser.page("ru");
        visitor.navigate(root + "/track/" + told.firstParcel() + "?lang=ru");
        assertThat(visitor.locator("h1")).hasText("Где моя посылка?");
        Browser.shoot(visitor, "track-ru");
        assertThat(visitor.locator("html")).hasAttribute("lang", "ru");
        PageAudit.isLight(visitor);
        visitor.navigate(root + "/track/" + told.firstParcel() + "?lang=kk");
        assertThat(visitor.locator("h1")).hasText("Сәлемдемем қайда?");
    }

    @Test
    @Order(11)
    void theKeyboardOpensRoomsAndHelp() {
        page.navigate(root + "/today");
        page.keyboard().press("g");
        page.keyboard().press("o");
        page.waitForURL("**/orders");
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys")).isVisible();
        Browser.shoot(page, "keys");
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        page.keyboard().type(told.firstParcel());
        page.keyboard().press("Enter");
        page.waitForURL("**/orders/" + told.firstOrder());
    }

    @Test
    @Order(12)
    void nothingKeepsPeopleOutOfAnyRoom() {
        for (var path : List.of(
                "/orders",
                "/orders/" + told.firstOrder(),
                "/batches/" + told.batch(),
                "/import",
                "/declarations",
                "/declarations/transit",
                "/declarations/transit/" + told.container(),
                "/orders/" + refused,
                "/bills/months",
                "/planner",
                "/scan",
                "/scan/receive",
                "/prints",
                "/containers/" + told.container(),
                "/trains/" + told.firstTrain(),
                "/yard/dostyk",
                "/routes?from=URC&to=CPE",
                "/routes?from=URC&to=CPE&window=7",
                "/routes/disruptions?kind=close&place=DST&from=2035-03-05T00:00&until=2035-03-09T00:00&reason=x",
                "/routes/index",
                "/tariffs",
                "/map",
                "/statistics",
                "/admin")) {
            page.navigate(root + path);
            assertThat(Barriers.of(page)).as(path).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (var path : List.of(
                "/today",
                "/orders",
                "/orders/" + refused,
                "/planner",
                "/bills/months",
                "/trains",
                "/routes?from=URC&to=CPE")) {
            page.navigate(root + path);
            assertThat(Barriers.of(page)).as(path + " in the dark").isEmpty();
        }
    }

    @Test
    @Order(12)
    void onAHandHeldNoPageIsWiderThanTheScreenAndTheHeadCoversNothing() {
        page.setViewportSize(480, 800);
        for (var path : List.of(
                "/today?lang=zh",
                "/batches",
                "/orders",
                "/declarations",
                "/planner",
                "/trains",
                "/bills/months",
                "/scan/codes",
                "/statistics/ports",
                "/tariffs/new",
                "/admin",
                "/admin/audit",
                "/admin/upkeep")) {
            page.navigate(root + path);
            PageAudit.fits(page, path);
        }
        page.setViewportSize(1366, 768);
    }

    @Test
    @Order(13)
    void noPageComplained() {
        assertThat(browser.complaints()).isEmpty();
    }
}
