package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.intake.MessyFile;
import org.tongdao.platform.FreshTenant;

/** A merchant's file in a real browser: columns said once, errors mended, taken in; the second file needs no click. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WizardBrowserIT {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    @TempDir
    Path folder;

    private Browser browser;
    private Page page;
    private String root;

    @BeforeAll
    void anOperatorSignsIn() {
        browser = Browser.open();
        root = "http://localhost:" + port;
        int tenant = tenants.create();
        page = browser.page("en");
        page.navigate(root + "/sign-in");
        page.fill("input[name=username]", people.person(tenant, "op" + tenant, "OPERATOR"));
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

    @Test
    @Order(1)
    void columnsOfHisOwnAreSaidOnce() {
        page.navigate(root + "/import");
        Browser.shoot(page, "import");
        page.fill("input[name=merchant]", "天山外贸");
        page.setInputFiles("#file", MessyFile.xlsx(folder, 400));
        page.click("button.first");
        assertThat(page.locator(".mark.warn")).hasCount(2);
        Browser.shoot(page, "import-columns");
        page.selectOption("select[name='col.hs']", "我的税号");
        page.selectOption("select[name='col.sku']", "我的货号");
        page.click("button.first");
        assertThat(page.locator(".verdict")).containsText("400");
        Browser.shoot(page, "import-rows");
    }

    @Test
    @Order(2)
    void aWrongCodeIsMendedEverywhereByASuggestionAndTheTrialTellsTheTruth() {
        page.locator("nav.tabs a").nth(1).click();
        var field = page.locator("form.mend input[name=becomes]").first();
        field.focus();
        assertThat(page.locator("ul.offers li").first()).hasAttribute("data-value", Pattern.compile("\\d{10}"));
        field.fill("6116920000");
        page.locator("form.mend input[name=everywhere]").first().check();
        field.press("Enter");
        assertThat(page.locator("span.mark.ok").first()).containsText("6116920000");
        assertThat(page.locator("form.mend")).hasCount(0); // every row with the same cell is mended
        assertThat(page.locator("#stale")).isVisible();
        Browser.shoot(page, "import-mended");
        page.navigate(page.url().replaceFirst("\\?.*", "") + "?lang=zh");
        Browser.shoot(page, "import-rows-zh");
        page.click("button:has-text('重新试运行')");
        assertThat(page.locator(".verdict")).containsText("396");
        page.click("button:has-text('入库')");
        page.waitForURL("**/batches/*");
        page.navigate(page.url() + "?lang=en");
        assertThat(page.locator("main")).containsText("396");
    }

    @Test
    @Order(3)
    void theSecondFileOfTheMerchantNeedsNoClickAndPastedRowsAreAFileToo() {
        page.navigate(root + "/import");
        page.fill("input[name=merchant]", "天山外贸");
        page.setInputFiles("#file", MessyFile.csv(folder, 300));
        page.click("button.first");
        assertThat(page.locator(".verdict")).containsText("300");
        page.navigate(root + "/import");
        page.fill("textarea", "orderNo,goods\nA-1,gloves\n");
        page.click("button.first");
        assertThat(page.locator(".mark.warn")).not().hasCount(0);
        page.navigate(root + "/import");
        assertThat(page.locator("main")).containsText("pasted.csv");
    }

    @Test
    @Order(4)
    void noPageComplained() {
        assertThat(browser.complaints()).isEmpty();
    }
}
