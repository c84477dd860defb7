package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Outbox;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.Restored;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorkStopped;
import org.tongdao.wires.Wires;

/** Upkeep by hand in a real browser: what a wire gave up goes after all; a copy of everything is taken home and opened elsewhere. */
@OnConsole
class UpkeepBrowserIT {

    private static final String[] COUNTED = {
        "customer_order", "order_line", "parcel", "audit_log", "app_user", "outbox", "bag_parcel", "container"
    };

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    ConsoleStory story;

    @Autowired
    Outbox outbox;

    @Autowired
    Wires wires;

    @Autowired
    PlatformSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private Browser browser;

    @BeforeEach
    void aBrowser() {
        browser = Browser.open();
    }

    @AfterEach
    void close() throws Exception {
        browser.close();
        Files.deleteIfExists(settings.home().resolve("wires.csv"));
    }

    @Test
    void aMessageThatTheFarSideRefusedIsSentAgainByHandAndGoesThroughOnce() throws Exception {
        int tenant = tenants.create();
        var taken = new ArrayList<String>();
        var wanted = new boolean[1];
        var far = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        far.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (wanted[0]) {
                taken.add(exchange.getRequestURI().getPath() + ' ' + body);
            }
            exchange.sendResponseHeaders(wanted[0] ? 204 : 422, -1);
            exchange.close();
        });
        far.start();
        try {
            Files.writeString(
                    settings.home().resolve("wires.csv"),
                    "tenant,wire,kind,address,secret_file\n" + tenant + ",rail,http,http://127.0.0.1:"
                            + far.getAddress().getPort() + "/rail,\n");
            Tenancy.run(
                    tenant,
                    () -> transaction.executeWithoutResult(t -> outbox.put(
                            "rail",
                            "order-1.json",
                            "{\"train\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
            for (int i = 0; i < 10; i++) {
                send(tenant);
            }
            var page = signedIn(tenant, "fitter");
            page.navigate(root() + "/admin/jobs");
            var other = page.context().newPage();
            other.navigate(root() + "/admin/jobs");
            assertThat(page.locator("#dead tbody tr")).containsText("answered 422");
            Browser.shoot(page, "dead-letters");
            assertThat(Barriers.of(page)).isEmpty();
            wanted[0] = true;
            page.click("#dead button");
            assertThat(page.locator("p.told[role=status]")).containsText("same bytes");
            assertThat(page.locator("#dead tbody tr")).hasCount(0);
            other.click("#dead button");
            assertThat(other.locator("p.told[role=alert]")).containsText("waits on its wire already");
            send(tenant);
            assertThat(taken).containsExactly("/rail/out/order-1.json {\"train\":1}");
            var late = page.request()
                    .post(
                            root() + "/admin/jobs/messages/"
                                    + tenants.asOwner("SELECT id FROM outbox WHERE tenant_id = " + tenant) + "/again",
                            com.microsoft.playwright.options.RequestOptions.create()
                                    .setForm(com.microsoft.playwright.options.FormData.create()
                                            .set(
                                                    "_csrf",
                                                    page.locator("input[name=_csrf]")
                                                            .first()
                                                            .inputValue())));
            assertThat(late.text()).contains("the far side has taken it already");
            send(tenant);
            assertThat(taken).hasSize(1);
            page.navigate(root() + "/admin/audit?words=send+again&lang=en");
            assertThat(page.locator("table tbody tr")).hasCount(1);
            assertThat(browser.complaints()).isEmpty();
        } finally {
            far.stop(0);
        }
    }

    @Test
    void theDownloadedCopyIsRestoredByTheDocumentedCommandWithEveryRow() throws Exception {
        int tenant = tenants.create();
        Tenancy.run(tenant, story::tell);
        var page = signedIn(Tenancy.HOME, "keeper-of-copies");
        page.navigate(root() + "/admin/upkeep");
        assertThat(page.locator("#selftest table")).isVisible();
        var before = counts();
        var zip = folder.resolve("tonight.zip");
        page.waitForDownload(() -> page.click("button:has-text('Download')")).saveAs(zip);
        before.merge("audit_log", 1L, Long::sum);
        assertThat(before).as("the act itself stands in the trail").isEqualTo(counts());
        assertThat(before.get("customer_order")).isGreaterThan(100);

        var home = folder.resolve("home");
        var said = command("restore", zip.toString(), "--home", home.toString());
        assertThat(said).contains("rows", "restored");
        assertThat(Restored.rows(home, COUNTED)).isEqualTo(before);
    }

    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var table : COUNTED) {
            counts.put(table, tenants.asOwner("SELECT count(*) FROM " + table));
        }
        return counts;
    }

    /** {@code bin/tongdao} in a process of its own, as a person calls it. */
    private static String command(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.tongdao.Tongdao"));
        all.addAll(List.of(arguments));
        var process = new ProcessBuilder(all).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void send(int tenant) {
        try {
            Tenancy.run(tenant, () -> wires.send(List.of("rail")));
        } catch (WorkStopped e) {
            assertThat(e.rule()).isEqualTo("WIRE-FAILED");
        }
    }

    private String root() {
        return "http://localhost:" + port;
    }

    private Page signedIn(int tenant, String name) {
        var page = browser.page("en");
        page.navigate(root() + "/welcome?code=" + people.code(tenant, name, "ADMIN"));
        page.fill("input[name=password]", People.PASSWORD);
        page.fill("input[name=again]", People.PASSWORD);
        page.click("button.first");
        page.waitForURL("**/today*");
        return page;
    }
}
