package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** What every page of some kind is held against in the browser. */
final class PageAudit {

    private PageAudit() {}

    /** What a page audit looks for: words for machines, nothing from elsewhere, nothing that blocks, few bytes, no shift of what is read. */
    static void isLight(Page page) {
        for (String meta : new String[] {"viewport", "description"}) {
            assertThat(page.locator("meta[name=" + meta + "]")).hasCount(1);
        }
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.locator("script:not([defer]):not([type=module]), img:not([alt]), a:not([href])"))
                .hasCount(0);
        var resources = String.valueOf(page.evaluate("""
                () => performance.getEntriesByType('resource').filter(r => new URL(r.name).origin !== location.origin).length
                    + ',' + performance.getEntriesByType('resource').length"""));
        org.assertj.core.api.Assertions.assertThat(resources)
                .as("nothing from elsewhere")
                .startsWith("0,");
        double bytes = ((Number) page.evaluate("""
                () => [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
                    .reduce((sum, r) => sum + r.decodedBodySize, 0)""")).doubleValue();
        org.assertj.core.api.Assertions.assertThat(bytes).as("bytes unpacked").isBetween(1_000.0, 200_000.0);
        double shift = ((Number) page.evaluate("""
                () => new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
                    .observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 100) })""")).doubleValue();
        org.assertj.core.api.Assertions.assertThat(shift).as("layout shift").isLessThan(0.1);
    }

    /** On a narrow screen: the page is no wider than it, and the top bar covers nothing of the head. */
    static void fits(Page page, String path) {
        org.assertj.core.api.Assertions.assertThat(page.evaluate("""
                        () => [document.documentElement.scrollWidth <= innerWidth,
                            document.querySelector('header.top').getBoundingClientRect().bottom <= document.querySelector('h1').getBoundingClientRect().top]""")).as(path).isEqualTo(List.of(true, true));
    }
}
