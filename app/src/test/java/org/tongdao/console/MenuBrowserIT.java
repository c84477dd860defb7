package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;

/** The menu: a column on an office screen, one line with a button on a hand-held scanner. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MenuBrowserIT {

    private static final double ONE_LINE = 48;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    FreshTenant tenants;

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
        page.fill("input[name=username]", people.person(tenant, "menu" + tenant, "OPERATOR"));
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
    void onAHandHeldItIsOneLineAndOpensAndClosesByKeys() {
        page.setViewportSize(480, 800);
        page.navigate(root + "/orders?lang=en");
        var rail = page.locator("nav.rail");
        var menu = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"));
        assertThat(rail.boundingBox().height).isLessThanOrEqualTo(ONE_LINE);
        assertThat(page.locator("#rooms")).isHidden();
        Browser.shoot(page, "menu-480");
        menu.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#rooms")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setExpanded(true)))
                .hasCount(1);
        Browser.shoot(page, "menu-480-open");
        assertThat(Barriers.of(page)).isEmpty();
        page.keyboard().press("Tab");
        assertThat(page.locator("#rooms a.to").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#rooms")).isHidden();
        assertThat(menu).isFocused();
        page.keyboard().press("Enter");
        page.locator("#rooms a.to[href='/today']").press("Enter");
        page.waitForURL("**/today*");
        PageAudit.fits(page, "/today");
    }

    @Test
    void onAnOfficeScreenEveryRoomIsSeenWithoutAButton() {
        page.setViewportSize(1366, 768);
        page.navigate(root + "/orders?lang=en");
        assertThat(page.locator(".opens")).isHidden();
        assertThat(page.locator("#rooms a.to[href='/orders']")).isVisible();
        double bottom = page.locator("nav.rail .end").boundingBox().y
                + page.locator("nav.rail .end").boundingBox().height;
        assertThat(bottom).isBetween(700.0, 768.0);
        Browser.shoot(page, "menu-1366");
    }
}
