package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
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
import org.tongdao.consolidation.OpenContainerStory;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;

/** A warehouse worker loads an open container by hand and prints its sheet, in a real browser. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoadBrowserIT {

    private static final int BAGS = 12;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    @Autowired
    OpenContainerStory story;

    private Browser browser;
    private Page page;
    private OpenContainerStory.Told told;
    private String root;

    @BeforeAll
    void aWarehouseWorkerSignsIn() {
        browser = Browser.open();
        root = "http://localhost:" + port;
        int tenant = tenants.create();
        told = Tenancy.as(tenant, () -> story.bags(BAGS));
        page = browser.page("en");
        page.navigate(root + "/sign-in");
        page.fill("input[name=username]", people.person(tenant, "li" + tenant, "WAREHOUSE"));
        page.fill("input[name=password]", People.PASSWORD);
        page.click("button.first");
        page.waitForURL("**/today*");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private String at() {
        return root + "/containers/" + told.container();
    }

    @Test
    @Order(1)
    void anOpenContainerShowsWhatHasNoPlaceAndAMoveIsJudgedAtOnce() {
        page.navigate(at());
        assertThat(page.locator("#hand-tray button")).hasCount(BAGS);
        assertThat(page.locator("main")).containsText("No box has a place yet");
        page.locator("#hand-tray button").first().press("Enter");
        assertThat(page.locator("#hand-tray button")).hasCount(BAGS - 1);
        assertThat(page.locator("#hand-findings")).containsText("Centre of gravity too far off the middle");
        Browser.shoot(page, "load-hand-refused");
        page.click("button[data-do=save]");
        assertThat(page.locator("#hand-state")).containsText("Not saved");
        page.locator("#hand-top g.box").press("Control+z");
        assertThat(page.locator("#hand-tray button")).hasCount(BAGS);
    }

    @Test
    @Order(2)
    void theRestIsPlacedABoxIsDraggedAndThePlanIsSavedAndUndone() {
        page.click("button[data-do=fill]");
        assertThat(page.locator("#hand-top g.box")).hasCount(BAGS);
        assertThat(page.locator("#hand-findings")).containsText("No rule is broken");
        page.click("button[data-do=save]");
        assertThat(page.locator("tr[data-bag]")).hasCount(BAGS);
        assertThat(page.locator("main")).containsText("by hand");
        page.locator("#hand-top g.box").last().scrollIntoViewIfNeeded();
        var box = page.locator("#hand-top g.box").last().boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + 300, box.y + 5, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
        assertThat(page.locator("#hand-state")).containsText("not saved");
        Browser.shoot(page, "load-hand-dragged");
        page.locator("#hand")
                .screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target", "screenshots", "load-hand.png")));
        page.navigate(at());
        page.click("button[data-do=undo]");
        assertThat(page.locator("main")).containsText("undone");
        assertThat(page.locator("tr[data-bag]")).hasCount(0);
        page.click("button[data-do=fill]");
        page.click("button[data-do=save]");
        assertThat(page.locator("tr[data-bag]")).hasCount(BAGS);
    }

    @Test
    @Order(3)
    void theLoadIsSeenInThreeDimensionsByLayersAndOnPaper() throws Exception {
        page.navigate(at());
        page.waitForSelector("#container-view[data-ready=yes]");
        page.selectOption("#colour-by", "consignee");
        assertThat(page.locator("#legend svg")).not().hasCount(0);
        page.fill("#step", "3");
        assertThat(page.locator("#step-now")).hasText("3");
        page.locator("tr[data-bag]").first().press("Enter");
        assertThat(page.locator("#picked")).containsText("#1");
        Browser.shoot(page, "load-container");
        page.locator(".layers").scrollIntoViewIfNeeded();
        assertThat((Boolean) page.waitForFunction(
                                "[...document.querySelectorAll('.layers img')].every(i => i.naturalWidth > 0)")
                        .jsonValue())
                .isTrue();
        Browser.shoot(page, "load-layers");
        page.navigate(at() + "?lang=zh");
        assertThat(page.locator("main")).containsText("分层图");
        page.waitForSelector("#container-view[data-ready=yes]");
        Browser.shoot(page, "load-container-zh");
        var pdf = page.request().get(at() + "/sheet.pdf").body();
        java.nio.file.Files.write(java.nio.file.Path.of("target", "screenshots", "load-sheet.pdf"), pdf);
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isGreaterThanOrEqualTo(2);
        }
        assertThat(page.request().get(at() + "/layers/99.svg").status()).isEqualTo(404);
        assertThat(browser.complaints().stream().filter(c -> !c.contains("layers/99")))
                .isEmpty();
    }
}
