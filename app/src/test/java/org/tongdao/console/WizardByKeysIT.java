package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.intake.MessyFile;
import org.tongdao.platform.FreshTenant;

/** A messy file goes in by keys alone: tab, arrows, Enter, Escape and F8. The focus is seen at every step and never lost. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WizardByKeysIT {

    private static final int MOST_TABS = 80;
    private static final String CODE = "6116920000";
    private static final Pattern WRONG_CODE = Pattern.compile("6116930");
    private static final Pattern WRONG_PHONE = Pattern.compile("\\+8613800001111");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

    @TempDir
    Path folder;

    private final List<String> byMouse = new ArrayList<>();
    private Browser browser;
    private Page page;
    private String root;

    @BeforeAll
    void anOperatorSignsIn() {
        browser = Browser.open();
        root = "http://localhost:" + port;
        int tenant = tenants.create();
        page = browser.page("en");
        page.exposeFunction("moused", what -> byMouse.add(String.valueOf(what[0])));
        page.addInitScript("for (const kind of ['mousedown', 'pointerdown', 'wheel', 'touchstart'])"
                + " addEventListener(kind, e => moused(kind + ' ' + e.target), true)");
        page.navigate(root + "/sign-in");
        tabTo("input[name=username]");
        page.keyboard().type(people.person(tenant, "op" + tenant, "OPERATOR"));
        tabTo("input[name=password]");
        page.keyboard().type(People.PASSWORD);
        page.keyboard().press("Enter");
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
    void theFileIsChosenAndTheMissingColumnsAreSaid() {
        page.navigate(root + "/import");
        tabTo("#file");
        // what Enter opens here is the dialog of the operating system, outside the page
        page.setInputFiles("#file", MessyFile.xlsx(folder, 400));
        tabTo("input[name=merchant]");
        page.keyboard().type("天山外贸");
        page.keyboard().press("Enter");
        assertThat(page.locator(".mark.warn")).hasCount(2);
        choose("我的货号");
        page.keyboard().press("F8");
        choose("我的税号");
        Browser.shoot(page, "import-keys-columns");
        page.keyboard().press("Enter");
        assertThat(page.locator(".verdict")).containsText("400");
    }

    @Test
    @Order(2)
    void theNextErrorIsOneKeyAway() {
        assertThat(focused()).hasValue(WRONG_CODE);
        press("F8");
        assertThat(focused()).hasValue(WRONG_PHONE);
        press("F8");
        assertThat(focused()).hasValue(WRONG_CODE);
        press("Shift+F8");
        press("Shift+F8");
        press("Shift+F8");
        assertThat(focused()).hasValue(WRONG_CODE);
        assertThat(page.locator("form.mend [data-fault]").last()).isFocused();
        press("F8");
        assertThat(page.locator("form.mend [data-fault]").first()).isFocused();
    }

    @Test
    @Order(3)
    void aSuggestedCodeIsChosenByArrowsAndSetEverywhere() {
        press("ArrowDown");
        assertThat(focused()).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("ul.offers:not([hidden]) li")).not().hasCount(0);
        Browser.shoot(page, "import-keys-offers");
        press("Escape");
        assertThat(focused()).hasAttribute("aria-expanded", "false");
        assertThat(focused()).hasValue(WRONG_CODE);
        press("Control+a");
        page.keyboard().type("611692");
        assertThat(focused()).hasAttribute("aria-expanded", "true");
        press("ArrowDown");
        assertThat(page.locator("ul.offers:not([hidden]) li[aria-selected=true]"))
                .hasAttribute("data-value", CODE);
        press("Enter");
        assertThat(focused()).hasValue(CODE);
        assertThat(focused()).hasAttribute("aria-expanded", "false");
        press("Tab");
        press("Space");
        press("Enter");
        assertThat(page.locator("span.mark.ok")).hasCount(8);
        assertThat(page.locator("form.mend")).hasCount(4);
        assertThat(focused()).hasValue(WRONG_PHONE);
        Browser.shoot(page, "import-keys-mended");
        isSeen();
    }

    @Test
    @Order(4)
    void eachCellThatIsSetHandsTheFocusToTheNextAndTheLastOneToTheTrial() {
        for (int left = 3; left >= 0; left--) {
            page.keyboard().type("+7701200009" + left);
            press("Enter");
            assertThat(page.locator("form.mend")).hasCount(left);
            isSeen();
        }
        assertThat(page.locator("#again")).isFocused();
        Browser.shoot(page, "import-keys-again");
    }

    @Test
    @Order(5)
    void theTrialIsCleanAndTheFileGoesIn() {
        press("Enter");
        assertThat(page.locator(".empty")).containsText("Every row can go in");
        assertThat(page.locator("h1")).isFocused();
        isSeen();
        tabTo("#take");
        page.keyboard().press("Enter");
        page.waitForURL("**/batches/*");
        assertThat(page.locator("main")).containsText("400");
    }

    @Test
    @Order(6)
    void noMouseWasUsedAndNoPageComplained() {
        assertThat(byMouse).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    /** In a select, by arrows; where the list is closed they choose at once. */
    private void choose(String header) {
        assertThat(page.locator("select[data-fault]:focus")).hasCount(1);
        isSeen();
        for (int i = 0; i < MOST_TABS && !header.equals(focused().inputValue()); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(focused()).hasValue(header);
    }

    private void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (page.locator(selector)
                    .evaluate("e => e === document.activeElement")
                    .equals(true)) {
                isSeen();
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " is not reached in " + MOST_TABS + " tabs");
    }

    private void press(String key) {
        page.keyboard().press(key);
        if (!key.equals("Enter")) {
            isSeen();
        }
    }

    private Locator focused() {
        return page.locator(":focus");
    }

    /** What has the focus has a ring, stands in the window, and nothing lies over it. */
    private void isSeen() {
        var seen = page.waitForFunction("""
                () => { const e = document.activeElement, box = e.getBoundingClientRect(), ring = getComputedStyle(e);
                    if (e === document.body) return 'lost';
                    if (ring.outlineStyle === 'none' || parseFloat(ring.outlineWidth) < 2) return 'no ring on ' + e.outerHTML;
                    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return over && (e.contains(over) || over.contains(e)) ? 'seen' : 'covered: ' + e.outerHTML; }""");
        assertThat(seen.jsonValue()).isEqualTo("seen");
    }
}
