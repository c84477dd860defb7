package org.tongdao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.OnConsole;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import tools.jackson.databind.node.ObjectNode;

/** Orders by program: taken once, answered the same for ever, refused with the reasons. */
@OnConsole
class OrdersApiIT {

    private static final Contract CONTRACT = new Contract();

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    ApiKeys keys;

    int tenant;
    Program shop;

    @BeforeEach
    void aShopWithAKey() {
        tenant = tenants.create();
        shop = program(tenant, "");
    }

    @Test
    void anOrderIsTakenInWithAParcelAndCanBeReadBack() {
        var told = shop.post("/api/v1/orders", Orders.order("N-1"));
        assertThat(told.status()).isEqualTo(201);
        assertThat(told.text("/parcelNo")).matches("LX\\d{9}CN");
        var read = shop.get("/api/v1/orders/" + told.text("/orderId"));
        assertThat(read.text("/parcelNo")).isEqualTo(told.text("/parcelNo"));
        assertThat(read.json().at("/lines/0/netG").asInt()).isEqualTo(120);
        assertThat(read.json().at("/value").decimalValue()).isEqualByComparingTo("19.8");
        var timeline = shop.get("/api/v1/parcels/" + told.text("/parcelNo") + "/timeline");
        assertThat(timeline.text("/steps/0/milestone")).isEqualTo("T010");
    }

    @Test
    void theSameKeyAndBodyGetTheFirstAnswerAgain() {
        var first = shop.post("/api/v1/orders", Orders.order("I-1"), "key-1");
        var again = shop.post("/api/v1/orders", Orders.order("I-1"), "key-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.replayed()).isTrue();
        assertThat(first.replayed()).isFalse();
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() {
        shop.post("/api/v1/orders", Orders.order("I-1"), "key-1");
        var other = shop.post("/api/v1/orders", Orders.order("I-2"), "key-1");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/code")).isEqualTo("idempotency-key-reused");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void aRefusedOrderLeavesItsKeyFree() {
        var broken = Orders.tree("I-3");
        broken.remove("currency");
        assertThat(shop.post("/api/v1/orders", broken.toString(), "key-3").status())
                .isEqualTo(422);
        assertThat(shop.post("/api/v1/orders", Orders.order("I-3"), "key-3").status())
                .isEqualTo(201);
    }

    @Test
    void anOrderIsRecognisedByItsNumberAsWell() {
        var first = shop.post("/api/v1/orders", Orders.order("D-1"));
        var same = shop.post("/api/v1/orders", Orders.order("D-1"));
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.text("/outcome")).isEqualTo("duplicate");
        assertThat(same.text("/parcelNo")).isEqualTo(first.text("/parcelNo"));
        var other = Orders.tree("D-1");
        ((ObjectNode) other.at("/lines/0")).put("quantity", 3);
        var conflict = shop.post("/api/v1/orders", other.toString());
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text("/errors/0/pointer")).isEqualTo("/orderNo");
    }

    @Test
    void faultsPointAtTheMemberAndSayWhatToDo() {
        var broken = Orders.tree("F-1");
        ((ObjectNode) broken.at("/consignee")).put("phone", "12");
        ((ObjectNode) broken.at("/lines/0")).put("hs", "0000000001");
        broken.withArray("lines").add(Orders.tree("x").at("/lines/0").deepCopy());
        ((ObjectNode) broken.at("/lines/1")).put("sku", "B").put("quantity", -1);
        var told = shop.post("/api/v1/orders", broken.toString());
        assertThat(told.status()).isEqualTo(422);
        List<String> pointers = new ArrayList<>();
        told.json().at("/errors").forEach(e -> pointers.add(e.at("/pointer").asString()));
        assertThat(pointers).contains("/consignee/phone", "/lines/0/hs", "/lines/1/quantity");
        assertThat(pointers.stream().filter("/consignee/phone"::equals)).hasSize(1);
        told.json()
                .at("/errors")
                .forEach(e -> assertThat(e.at("/fix").asString()).isNotBlank());
        assertThat(orders()).isZero();
    }

    @Test
    void whatIsNotAMemberIsRefusedAndNeverDropped() {
        var odd = Orders.tree("F-2").put("tenantId", 1).put("state", "CLEARED");
        ((ObjectNode) odd.at("/lines/0")).put("colour", "red");
        var told = shop.post("/api/v1/orders", odd.toString());
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body()).contains("\"/tenantId\"", "\"/state\"", "\"/lines/0/colour\"");
    }

    @Test
    void twoHundredCallsAtOnceMakeEachOrderOnce() {
        Set<String> parcels = new HashSet<>();
        var threads = Executors.newFixedThreadPool(32);
        try {
            var calls = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> shop.post("/api/v1/orders", Orders.order("C-" + i / 2), "c" + i / 2), threads))
                    .toList();
            calls.forEach(call -> parcels.add(call.join().text("/parcelNo")));
        } finally {
            threads.shutdown();
        }
        assertThat(parcels).hasSize(100).doesNotContain("");
        assertThat(orders()).isEqualTo(100);
        assertThat(asOwner("SELECT count(*) FROM epcis_epc WHERE milestone = 'T010'"))
                .isEqualTo(100);
    }

    @Test
    void aBulkCallAnswersRowByRow() {
        var told = shop.post("/api/v1/orders/bulk", Orders.many("B-", 20), "bulk-1");
        assertThat(told.json().at("/accepted").asInt()).isEqualTo(18);
        assertThat(told.json().at("/rejected").asInt()).isEqualTo(2);
        assertThat(told.text("/rows/9/notes/0/pointer")).isEqualTo("/orders/9/lines/0/hs");
        var again = shop.post("/api/v1/orders/bulk", Orders.many("B-", 20));
        assertThat(again.json().at("/duplicate").asInt()).isEqualTo(18);
        assertThat(shop.post("/api/v1/orders/bulk", Orders.many("B-", 20), "bulk-1")
                        .body())
                .isEqualTo(told.body());
    }

    @Test
    void moreThanAThousandRowsBecomeAJobWithAResultForEach() throws InterruptedException {
        var told = shop.post("/api/v1/orders/bulk", Orders.many("J-", 1_050));
        assertThat(told.status()).isEqualTo(202);
        var job = finished(told.text("/id"));
        assertThat(job.text("/state")).isEqualTo("done");
        List<String> outcomes = new ArrayList<>();
        String next = "";
        do {
            var page =
                    shop.get("/api/v1/jobs/" + told.text("/id") + "/rows" + (next.isEmpty() ? "" : "?cursor=" + next));
            page.json().at("/items").forEach(r -> outcomes.add(r.at("/outcome").asString()));
            next = page.text("/next");
        } while (!next.isEmpty());
        assertThat(outcomes).hasSize(1_050);
        assertThat(outcomes.stream().filter("accepted"::equals)).hasSize(945);
        assertThat(orders()).isEqualTo(945);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        shop.post("/api/v1/orders/bulk", Orders.many("P-", 30));
        Set<String> seen = new HashSet<>();
        String next = "";
        do {
            var page = shop.get("/api/v1/orders?limit=7" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.json()
                    .at("/items")
                    .forEach(o ->
                            assertThat(seen.add(o.at("/orderNo").asString())).isTrue());
            next = page.text("/next");
        } while (!next.isEmpty());
        assertThat(seen).hasSize(27);
        assertThat(shop.get("/api/v1/orders?cursor=nonsense").status()).isEqualTo(400);
        assertThat(shop.get("/api/v1/orders?limit=0").status()).isEqualTo(400);
    }

    @Test
    void aMerchantsKeySeesItsOwnOrdersOnly() {
        var told = shop.post("/api/v1/orders", Orders.of("M-1", "Tianshan Trade"));
        var other = program(tenant, "Other Shop");
        assertThat(other.get("/api/v1/orders").json().at("/items")).isEmpty();
        assertThat(other.get("/api/v1/orders/" + told.text("/orderId")).status())
                .isEqualTo(404);
        assertThat(other.get("/api/v1/parcels/" + told.text("/parcelNo")).status())
                .isEqualTo(404);
        assertThat(other.get("/api/v1/parcels/" + told.text("/parcelNo") + "/label")
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/api/v1/batches/" + told.text("/batchId")).status())
                .isEqualTo(404);
        var foreign = other.post("/api/v1/orders", Orders.of("M-2", "Tianshan Trade"));
        assertThat(foreign.text("/errors/0/code")).isEqualTo("MERCHANT-FOREIGN");
    }

    @Test
    void anotherTenantsThingsAnswerLikeThingsThatAreNot() {
        var told = shop.post("/api/v1/orders", Orders.order("T-1"));
        var stranger = program(tenants.create(), "");
        for (String path : new String[] {
            "orders/" + told.text("/orderId"), "parcels/" + told.text("/parcelNo"), "batches/" + told.text("/batchId")
        }) {
            var foreign = stranger.get("/api/v1/" + path);
            var nothing = stranger.get("/api/v1/" + path.replaceFirst("/.*", "/999999999"));
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.body()).as(path).isEqualTo(nothing.body());
        }
    }

    private Program.Told finished(String job) throws InterruptedException {
        var told = shop.get("/api/v1/jobs/" + job);
        for (int i = 0; i < 600 && !told.json().has("finishedAt"); i++) {
            Thread.sleep(100);
            told = shop.get("/api/v1/jobs/" + job);
        }
        return told;
    }

    private long orders() {
        return asOwner("SELECT count(*) FROM customer_order");
    }

    private long asOwner(String count) {
        return tenants.asOwner(count + (count.contains("WHERE") ? " AND" : " WHERE") + " tenant_id = " + tenant);
    }

    private Program program(int of, String merchant) {
        var issued = Tenancy.as(of, () -> keys.issue("shop", List.of("orders:read", "orders:write"), merchant, "test"));
        return new Program(port, issued.secret(), CONTRACT);
    }
}
