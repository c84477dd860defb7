package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium at the size of a small office screen; remembers what pages complained about. */
final class Browser implements AutoCloseable {

    private static final boolean SLOW = System.getProperty("slow") != null;
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Optional<java.util.Set<String>> GUIDE =
            System.getProperty("pictures") == null ? Optional.empty() : Optional.of(Guides.pictures());
    private static final String REPORT = "addEventListener('securitypolicyviolation', e => "
            + "console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber))";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, Path executable) {
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader")));
    }

    /** Opens the installed Chromium; without one the test is skipped and says what to install. */
    static Browser open() {
        Optional<Path> executable = Stream.of(
                        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                executable.isPresent(), "no Chromium here: apt-get install chromium, then the pages are tried");
        var settings = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return new Browser(Playwright.create(settings), executable.orElseThrow());
    }

    /** A fresh person at the screen: no cookies. */
    Page page(String language) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale(language));
        context.addInitScript(REPORT);
        // a machine that is busy with something else is slow, not wrong
        context.setDefaultTimeout(60_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    /**
     * Takes a picture of the page; one that a guide shows is kept beside the guides with {@code -Dpictures}. With {@code -Dslow} it is held against the rules of axe-core, which takes a second or more. */
    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
        if (GUIDE.isPresent() && GUIDE.get().contains(name)) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Guides.PICTURES.resolve(name + ".png")));
        }
        if (SLOW) {
            assertThat(Barriers.of(page)).as("what keeps people out of " + name).isEmpty();
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
