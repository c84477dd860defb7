package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.bench.BenchStory;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;

/** Somebody outside is told of one parcel: only he who confirmed, only what the public page shows, and no longer than he wants. */
@OnConsole
class FollowIT {

    private static final List<String> SETTINGS = List.of(
            "tongdao.mail.host",
            "tongdao.mail.port",
            "tongdao.mail.from",
            "tongdao.public-url",
            "tongdao.webhooks.private");
    private static final Pattern LINK = Pattern.compile("/follow/([A-Za-z0-9_-]{32})");

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    BenchStory bench;

    int tenant;
    List<String> parcels;
    String parcel;
    Visitor visitor;

    @BeforeEach
    void aParcelAndAVisitor() {
        tenant = tenants.create();
        parcels = Tenancy.as(tenant, () -> bench.released(7));
        parcel = parcels.get(6);
        visitor = new Visitor(port);
    }

    @AfterEach
    void settingsGone() {
        SETTINGS.forEach(System::clearProperty);
    }

    @Test
    void byMailAfterTheLinkWasConfirmedUntilItIsEnded() throws Exception {
        try (var box = new MailBox()) {
            mailServer(box);
            assertThat(visitor.get("/track/" + parcel).body()).contains("/track/" + parcel + "/follow");
            var asked = ask("?lang=ru", "MAIL", "reader@example.org");
            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
            var first = read(box.letters(1).get(0));
            assertThat(first.getSubject()).contains(parcel).startsWith("Подтвердите");
            String token = token(first.getContent().toString());
            assertThat(first.getHeader("List-Unsubscribe", null))
                    .isEqualTo("<https://t.example/follow/" + token + "/stop>");
            assertThat(visitor.get("/follow/" + token).body()).contains("/follow/" + token + "/confirm");
            assertThat(confirmed()).as("opening the link changes nothing").isZero();
            visitor.post("/follow/" + token, "/follow/" + token + "/confirm", Map.of());
            var told = read(box.letters(2).get(1));
            assertThat(told.getContent().toString())
                    .contains(parcel, "https://t.example/track/" + parcel, "/follow/" + token)
                    .doesNotContain("***");
            assertThat(confirmed()).isEqualTo(1);
            assertThat(visitor.bare("POST", "/follow/" + token + "/stop").statusCode())
                    .as("as a mail program does it, without form token")
                    .isEqualTo(200);
            assertThat(rows()).isZero();
            assertThat(visitor.get("/follow/" + token).statusCode()).isEqualTo(404);
            assertThat(box.letters(2)).hasSize(2);
        }
    }

    @Test
    void askingTwiceWritesOneLetterAndAnAddressIsNotBuried() throws Exception {
        try (var box = new MailBox()) {
            mailServer(box);
            ask("", "MAIL", "reader@example.org");
            ask("", "MAIL", "reader@example.org");
            assertThat(ask("", "MAIL", "reader@example.org\r\nBcc: x@example.org")
                            .statusCode())
                    .isEqualTo(422);
            parcels.subList(0, 4).forEach(no -> ask(no, "", "MAIL", "reader@example.org"));
            assertThat(ask(parcels.get(5), "", "MAIL", "reader@example.org").statusCode())
                    .as("five unanswered letters are enough")
                    .isEqualTo(422);
            assertThat(box.letters(5)).hasSize(5);
            assertThat(rows()).isEqualTo(5);
        }
    }

    @Test
    void whoDoesNotConfirmIsForgotten() throws Exception {
        try (var box = new MailBox()) {
            mailServer(box);
            ask("", "MAIL", "reader@example.org");
            box.letters(1);
            for (int i = 0; i < 300 && rows("messages = 1") == 0; i++) {
                Thread.sleep(100);
            }
            tenants.asOwner("WITH c AS (UPDATE parcel_follower SET due_at = now() WHERE tenant_id = " + tenant
                    + " RETURNING 1) SELECT count(*) FROM c");
            for (int i = 0; i < 300 && rows() > 0; i++) {
                Thread.sleep(100);
            }
            assertThat(rows()).isZero();
            assertThat(box.letters(1)).hasSize(1);
        }
    }

    @Test
    void withoutAMailServerThePageSaysSoAndOffersTheHook() {
        var page = visitor.get("/track/" + parcel + "/follow?lang=en").body();
        assertThat(page).contains("sends no mail").contains("value=\"WEBHOOK\"").doesNotContain("value=\"MAIL\"");
        assertThat(ask("", "MAIL", "reader@example.org").statusCode()).isEqualTo(422);
        assertThat(rows()).isZero();
    }

    @Test
    void byWebHookSignedAndNeverIntoThisNetwork() throws Exception {
        for (String url : List.of(
                "https://127.0.0.1/", "https://169.254.169.254/", "http://example.org/", "file:///etc/passwd")) {
            assertThat(ask("", "WEBHOOK", url).statusCode()).as(url).isEqualTo(422);
        }
        List<String> heard = new CopyOnWriteArrayList<>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            heard.add(call.getRequestHeaders().getFirst("webhook-signature") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        server.start();
        try {
            System.setProperty("tongdao.webhooks.private", "true");
            var page =
                    ask("", "WEBHOOK", "http://localhost:" + server.getAddress().getPort() + "/");
            assertThat(page.body()).contains("whsec_");
            wait(heard, 1);
            assertThat(heard.get(0)).startsWith("v1,").contains("parcel.follow");
            String token = token(heard.get(0));
            visitor.post("/follow/" + token, "/follow/" + token + "/confirm", Map.of());
            wait(heard, 2);
            assertThat(heard.get(1)).contains("parcel.status", "\"parcelNo\":\"" + parcel + "\"", "\"status\":\"");
        } finally {
            server.stop(0);
        }
    }

    private void mailServer(MailBox box) {
        System.setProperty("tongdao.mail.host", "localhost");
        System.setProperty("tongdao.mail.port", "" + box.port());
        System.setProperty("tongdao.mail.from", "tracking@t.example");
        System.setProperty("tongdao.public-url", "https://t.example/");
    }

    private java.net.http.HttpResponse<String> ask(String query, String channel, String address) {
        return ask(parcel, query, channel, address);
    }

    private java.net.http.HttpResponse<String> ask(String no, String query, String channel, String address) {
        String page = "/track/" + no + "/follow";
        return visitor.post(page + query, page, Map.of("channel", channel, "address", address));
    }

    private static MimeMessage read(String letter) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8)));
    }

    private static String token(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static void wait(List<String> heard, int count) throws InterruptedException {
        for (int i = 0; i < 300 && heard.size() < count; i++) {
            Thread.sleep(100);
        }
        assertThat(heard).hasSize(count);
    }

    private long rows() {
        return rows("true");
    }

    private long confirmed() {
        return rows("confirmed_at IS NOT NULL");
    }

    private long rows(String which) {
        return tenants.asOwner("SELECT count(*) FROM parcel_follower WHERE tenant_id = " + tenant + " AND " + which);
    }
}
