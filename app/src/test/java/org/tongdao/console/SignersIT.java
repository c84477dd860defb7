package org.tongdao.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.customs.SoftKey;
import org.tongdao.emulator.SmartKeyServer;
import org.tongdao.keys.Keys;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.Tenancy;

/** The administrator looks after the keys that sign for customs: a smart key that is pulled, a spare, one that runs out. */
@OnConsole
class SignersIT {

    private static final String HEAD = "name,kind,address,secret_file,per_minute\n";

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    PlatformSettings settings;

    @Autowired
    Keys keys;

    private final SoftKey card = SoftKey.create(Instant.now().minus(Duration.ofDays(1)), new SecureRandom());
    private final SmartKeyServer reader = new SmartKeyServer(0, card, "1234");
    private Path folder;

    @BeforeEach
    void threeKeys() throws IOException {
        folder = settings.home().resolve("keys");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pin"), "1234\n");
        // soft keys count for twenty years: this one has twenty days left
        SoftKey.openOrCreate(folder.resolve("old.pem"), Instant.now().minus(Duration.ofDays(7280)), new SecureRandom());
        Files.writeString(
                folder.resolve("signers.csv"),
                HEAD + "office,smart-key,ws://127.0.0.1:" + reader.port() + ",pin,250\nspare,soft,spare.pem,,\n"
                        + "last year,soft,old.pem,,\n");
    }

    @AfterEach
    void oneSoftKeyAgain() throws IOException {
        Files.deleteIfExists(folder.resolve("signers.csv"));
        Files.deleteIfExists(folder.resolve("out-of-service.csv"));
        reader.close();
    }

    @Test
    void everyKeyIsShownWithItsHolderItsDaysAndItsPart() {
        var admin = visitor(Tenancy.HOME, "ADMIN");
        Tenancy.run(Tenancy.HOME, keys::states);
        var body = admin.get("/admin/signers?lang=en").body();
        assertThat(body)
                .contains(
                        "smart key",
                        "SM2 / SM3",
                        "Tongdao soft key",
                        card.keyName(),
                        "0 / 250",
                        "7,298 days left",
                        "19 days left",
                        "apply for the next one",
                        "fallback 1",
                        "fallback 2")
                .doesNotContain("??");
        for (String language : List.of("zh", "ru", "kk")) {
            assertThat(admin.get("/admin/signers?lang=" + language).body())
                    .contains("SM2 / SM3")
                    .doesNotContain("??");
        }
    }

    @Test
    void aPulledCardIsSeenWhenItIsAskedPutAsideAndTheSpareSigns() {
        var admin = visitor(Tenancy.HOME, "ADMIN");
        assertThat(admin.get("/admin/signers?lang=en").body()).contains(">signs<");
        reader.unplug();
        post(admin, "probe", Map.of("key", "office"));
        assertThat(admin.get("/admin/signers?lang=en").body())
                .contains("does not answer", "50070", "The signing key does not answer");
        assertThat(post(admin, "out", Map.of("key", "office", "reason", " "))).contains("Say in a few words why");
        post(admin, "out", Map.of("key", "office", "reason", "card at the bank <b>"));
        var aside = admin.get("/admin/signers?lang=en").body();
        assertThat(aside).contains("out of service", "card at the bank &lt;b&gt;");
        assertThat(post(admin, "out", Map.of("key", "office", "reason", "twice")))
                .contains("Somebody was faster");
        assertThat(admin.get("/admin/upkeep/self-test?lang=en").body())
                .as("a key aside is not a fault")
                .doesNotContain(">office<");
        post(admin, "out", Map.of("key", "last year", "reason", "runs out"));
        assertThat(post(admin, "out", Map.of("key", "spare", "reason", "why not")))
                .contains("No other key in service answers");
        post(admin, "back", Map.of("key", "office"));
        reader.plug();
        post(admin, "probe", Map.of("key", "office"));
        assertThat(admin.get("/admin/audit?words=signing+key&lang=en").body())
                .contains(
                        "Ask signing key",
                        "office: KEY-UNREACHABLE",
                        "office: answers",
                        "Take signing key out of service",
                        "Put signing key back")
                .doesNotContain("why not", "twice");
    }

    @Test
    void anAuditorReadsAndAnotherTenantKeepsHandsOff() {
        int tenant = tenants.create();
        for (var guest : List.of(visitor(tenant, "ADMIN"), visitor(tenant, "AUDITOR"))) {
            var page = guest.get("/admin/signers?lang=en");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("office").doesNotContain("/admin/signers/out");
        }
        var fields = Map.of("key", "office", "reason", "mischief");
        for (String act : List.of("probe", "out", "back")) {
            assertThat(visitor(tenant, "ADMIN")
                            .post("/admin/signers", "/admin/signers/" + act, fields)
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(visitor(Tenancy.HOME, "ADMIN")
                        .post("/admin/signers", "/admin/signers/probe", Map.of("key", "no such key"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(folder.resolve("out-of-service.csv")).doesNotExist();
    }

    @Test
    void aListThatCannotBeReadIsAPageThatSaysWhy() throws IOException {
        Files.writeString(folder.resolve("signers.csv"), HEAD + "a,cloud,x,,\n");
        Files.setLastModifiedTime(
                folder.resolve("signers.csv"),
                java.nio.file.attribute.FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(visitor(Tenancy.HOME, "ADMIN").get("/admin/signers?lang=en").body())
                .contains("signers.csv", "cloud", "No key can sign now");
    }

    @Test
    void theDeskLeadsToTheKeysAndThePageIsOpenToEverybody() {
        try (var browser = Browser.open()) {
            for (String language : List.of("en", "zh")) {
                Page page = browser.page(language);
                page.navigate("http://localhost:" + port + "/welcome?code="
                        + people.code(Tenancy.HOME, "keyholder-" + language, "ADMIN"));
                page.fill("input[name=password]", People.PASSWORD);
                page.fill("input[name=again]", People.PASSWORD);
                page.click("button.first");
                page.waitForURL("**/today*");
                page.navigate("http://localhost:" + port + "/declarations/sending");
                page.click("h2 a[href='/admin/signers']");
                assertThat(page.locator("#signers tbody tr")).hasCount(3);
                page.fill("#signers tr:has-text('spare') input[name=reason]", "tried " + language);
                page.click("#signers tr:has-text('spare') form[action$='/out'] button");
                assertThat(page.locator("#signers tr:has-text('spare')")).containsText("tried " + language);
                Browser.shoot(page, "signers-" + language);
                assertThat(
                                page.evaluate(
                                        "() => { const box = document.querySelector('#signers .scroll'); return box.scrollWidth <= box.clientWidth }"))
                        .as("all columns are seen")
                        .isEqualTo(true);
                assertThat(Barriers.of(page)).isEmpty();
                if (language.equals("en")) {
                    Browser.shoot(page, "signers");
                }
                page.setViewportSize(480, 800);
                PageAudit.fits(page, "/admin/signers");
                page.setViewportSize(1366, 768);
                page.click("#signers tr:has-text('spare') form[action$='/back'] button");
                assertThat(page.locator("#signers tr:has-text('spare')")).not().containsText("tried " + language);
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private String post(Visitor admin, String act, Map<String, String> fields) {
        admin.post("/admin/signers", "/admin/signers/" + act, fields);
        return admin.get("/admin/signers?lang=en").body();
    }

    private Visitor visitor(int of, String role) {
        var one = new Visitor(port);
        one.signIn(
                people.person(of, role.toLowerCase(Locale.ROOT) + of + "-signers" + System.nanoTime(), role),
                People.PASSWORD);
        return one;
    }
}
