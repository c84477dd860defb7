package org.tongdao.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.api.ApiKeys;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.intake.OrderLines;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;

/** Events reach a shop in order, signed, once each, also after its server was down for a day (acceptance test 9). */
@OnDatabase
class WebhookIT {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

    @org.junit.jupiter.api.io.TempDir
    java.nio.file.Path folder;

    @Autowired
    FreshTenant tenants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Courier courier;

    @Autowired
    Feed feed;

    @Autowired
    Intake intake;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private final Receiver shop = new Receiver();
    private int tenant;
    private int files;
    private long hook;
    private String secret;

    @BeforeAll
    static void besideUs() {
        System.setProperty("tongdao.webhooks.private", "true");
    }

    @AfterAll
    static void notAnyMore() {
        System.clearProperty("tongdao.webhooks.private");
    }

    @BeforeEach
    void aShopThatListens() {
        tenant = tenants.create();
        secret = Signature.newSecret();
        hook = as(() -> {
            keys.issue("shop", List.of("events:read"), "", "test");
            return webhooks.add(shop.url(), List.of(), "", secret);
        });
    }

    @AfterEach
    void closed() {
        shop.close();
    }

    @Test
    void anEventIsDeliveredOnceAndSigned() throws Exception {
        order("Tianshan Trade", 3);
        deliver(START);
        deliver(START.plusSeconds(60));
        assertThat(shop.taken()).singleElement().satisfies(d -> {
            assertThat(d.body()).contains("\"type\":\"orders.accepted\"", "\"orderNo\": \"TS-1\"", "\"timestamp\":");
            assertThat(d.signature()).isEqualTo("v1," + hmac(secret, d.id() + "." + d.timestamp() + "." + d.body()));
        });
    }

    @Test
    void aServerThatWasDownForADayGetsEverythingInOrderAfterwards() {
        shop.answers(503);
        var now = START;
        for (int hour = 0; hour < 24; hour++) {
            order("Tianshan Trade", 1);
            now = now.plus(Duration.ofHours(1));
            deliver(now);
        }
        assertThat(shop.taken()).isEmpty();
        shop.answers(204);
        for (int round = 0; round < 30; round++) {
            now = now.plus(Duration.ofMinutes(20));
            deliver(now);
        }
        assertThat(shop.taken())
                .extracting(Receiver.Delivery::seq)
                .isEqualTo(LongStream.rangeClosed(1, 24).boxed().toList());
        var read = as(() -> feed.list(0, Optional.empty(), List.of(), 100));
        assertThat(read)
                .extracting(Feed.Event::seq)
                .isEqualTo(LongStream.rangeClosed(1, 24).boxed().toList());
        var log = as(() -> webhooks.attempts(hook, Optional.empty(), 200));
        assertThat(log).filteredOn(a -> a.status() == 503).hasSizeGreaterThan(5).hasSizeLessThan(24);
        assertThat(log).filteredOn(a -> a.status() == 204).hasSize(24);
    }

    @Test
    void aStretchCanBeToldAgainAndTheLogShowsIt() {
        LongStream.range(0, 4).forEach(i -> order("Tianshan Trade", 1));
        deliver(START);
        as(() -> {
            webhooks.replay(hook, 2, 3);
            return 0;
        });
        deliver(START.plusSeconds(10));
        deliver(START.plusSeconds(20));
        assertThat(shop.taken()).extracting(Receiver.Delivery::seq).containsExactly(1L, 2L, 3L, 4L, 2L, 3L);
        assertThat(as(() -> webhooks.attempts(hook, Optional.empty(), 50)))
                .filteredOn(Webhooks.Attempt::replay)
                .extracting(Webhooks.Attempt::seq)
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void whileDisabledEventsWait() {
        as(() -> turn(false));
        order("Tianshan Trade", 1);
        deliver(START);
        assertThat(shop.taken()).isEmpty();
        as(() -> turn(true));
        deliver(START);
        assertThat(shop.taken()).hasSize(1);
    }

    @Test
    void afterThreeDaysOfFailuresItIsDisabledAndNothingIsLost() {
        shop.answers(500);
        order("Tianshan Trade", 1);
        var now = START;
        for (int i = 0; i < 40; i++) {
            deliver(now);
            now = now.plus(Duration.ofHours(4));
        }
        assertThat(as(() -> webhooks.find(hook, Optional.empty())).orElseThrow().enabled())
                .isFalse();
        assertThat(tenants.asOwner(
                        "SELECT count(*) FROM audit_log WHERE action = 'disable webhook' AND tenant_id = " + tenant))
                .isEqualTo(1);
        shop.answers(204);
        as(() -> turn(true));
        deliver(now);
        assertThat(shop.taken()).hasSize(1);
    }

    @Test
    void afterAChangeOfSecretBothSignForADay() throws Exception {
        String fresh = Signature.newSecret();
        as(() -> {
            webhooks.rotate(hook, fresh);
            return 0;
        });
        order("Tianshan Trade", 1);
        deliver(Instant.now());
        var d = shop.taken().get(0);
        String signed = d.id() + "." + d.timestamp() + "." + d.body();
        assertThat(d.signature().split(" ")).containsExactly("v1," + hmac(fresh, signed), "v1," + hmac(secret, signed));
        order("Tianshan Trade", 1);
        deliver(Instant.now().plus(Duration.ofHours(25)));
        assertThat(shop.taken().get(1).signature()).doesNotContain(" ");
    }

    @Test
    void anEndpointOfOneMerchantHearsOfNoOther() {
        long other = as(() -> webhooks.add(shop.url(), List.of(), "Other Shop", secret));
        order("Tianshan Trade", 1);
        deliver(START);
        assertThat(shop.taken()).hasSize(1);
        assertThat(as(() -> webhooks.attempts(other, Optional.empty(), 10))).isEmpty();
    }

    @Test
    void whatIsRolledBackWasNeverToldAndLeavesNoGap() {
        order("Tianshan Trade", 1);
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(t -> {
                    long batch = tenants.asOwner("SELECT max(id) FROM order_batch WHERE tenant_id = " + tenant);
                    events.publishEvent(new org.tongdao.intake.OrdersAccepted(batch, 1, START));
                    t.setRollbackOnly();
                }));
        order("Tianshan Trade", 1);
        deliver(START);
        assertThat(shop.taken()).extracting(Receiver.Delivery::seq).containsExactly(1L, 2L);
    }

    @Test
    void aRedirectIsNotFollowed() {
        shop.answers(302);
        order("Tianshan Trade", 1);
        deliver(START);
        assertThat(as(() -> webhooks.attempts(hook, Optional.empty(), 10)))
                .extracting(Webhooks.Attempt::status)
                .containsExactly(302);
    }

    private int turn(boolean on) {
        webhooks.enable(hook, on);
        return 0;
    }

    private void order(String merchant, int count) {
        var file = OrderLines.file();
        files++;
        for (int i = 0; i < count; i++) {
            file.row("merchant", merchant, "order no", count == 1 ? "TS-" + files + "-x" : "TS-" + (i + 1));
        }
        Tenancy.run(tenant, () -> intake.importFile(ImportRequest.of(file.write(folder, "f" + files + ".csv"))));
    }

    private void deliver(Instant now) {
        as(() -> courier.deliver(now));
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return Tenancy.as(tenant, work);
    }

    private static String hmac(String secret, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
