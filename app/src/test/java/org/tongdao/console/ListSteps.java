package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.tongdao.console.access.People;

/** What the administrator of the operator does with a list, in a real browser. */
final class ListSteps {

    private ListSteps() {}

    /** A bad row is told, mended in the page, and the difference shown. */
    static void tryOne(Page page, String root, String code) {
        page.navigate(root + "/welcome?code=" + code);
        page.fill("input[name=password]", People.PASSWORD);
        page.fill("input[name=again]", People.PASSWORD);
        page.click("button.first");
        page.waitForURL("**/today*");
        page.navigate(root + "/admin/lists");
        page.click("table.list a:has-text('places.csv')");
        var text = page.request()
                .get(root + "/admin/lists/file?name=places.csv&number=0")
                .text();
        page.click("#bring summary");
        page.fill("#bring textarea", text + "XX,Nowhere\nKZ,Kapchagay Test\n");
        page.click("#bring button");
        assertThat(page.locator("#findings")).containsText("XX");
        assertThat(page.locator("button:has-text('Put in force')")).hasCount(0);
        page.fill("textarea[name=text]", text + "KZ,Kapchagay Test\n");
        page.click("button:has-text('Dry run again')");
        assertThat(page.locator("#differences")).containsText("Kapchagay Test");
        page.fill("input[name=reason]", "a town was missing");
    }

    static void putInForceAndTakeBack(Page page) {
        page.click("button:has-text('Put in force')");
        assertThat(page.locator("#editions")).containsText("a town was missing");
        page.click("#editions button:has-text('Bring back')");
        page.fill("input[name=reason]", "it was none");
        page.click("button:has-text('Put in force')");
        assertThat(page.locator("#editions tbody tr")).hasCount(3);
        page.context().close();
    }
}
