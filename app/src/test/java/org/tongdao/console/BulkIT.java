package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.bench.BenchStory;
import org.tongdao.bench.Worker;
import org.tongdao.bulk.BulkAct;
import org.tongdao.bulk.BulkRun;
import org.tongdao.bulk.BulkRuns;
import org.tongdao.bulk.BulkWish;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.printing.Printers;
import org.tongdao.visibility.Visibility;

/** Acts on many parcels: tried without a trace, done with an answer for each, repeated where they failed, taken back once. */
@OnConsole
class BulkIT {

    private static final Worker CHIEF = new Worker("chief", "OPERATOR");

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    BenchStory story;

    @Autowired
    BulkRuns runs;

    @Autowired
    Printers printers;

    @Autowired
    Visibility visibility;

    @Autowired
    WorldClock clock;

    private int tenant;
    private List<String> parcels;

    @BeforeEach
    void parcelsOnTheFloor() {
        tenant = tenants.create();
        parcels = Tenancy.as(tenant, () -> story.released(12));
    }

    @Test
    void aTrialSaysWhatWouldHappenAndLeavesNoTrace() {
        var wished = new java.util.ArrayList<>(parcels.subList(0, 5));
        wished.add("LZ000000005CN");
        wished.add(parcels.get(0));
        var run = drawn(wish(BulkAct.HOLD, wished));
        assertThat(List.of(run.items(), run.will(), run.cannot())).containsExactly(6, 5, 1);
        assertThat(as(() -> runs.reasons(run.id())))
                .singleElement()
                .satisfies(r -> assertThat(r.rule()).isEqualTo("BENCH-UNKNOWN"));
        assertThat(count("scan") + count("parcel_stop")).isZero();
        assertThat(as(() -> runs.drop(run.id()))).isTrue();
        assertThat(as(() -> runs.start(run.id()))).isFalse();
    }

    @Test
    void whoWaitsForAParcelThatWePutAsideIsNotToldOfCustoms() {
        var number = parcels.get(0);
        ended(drawn(wish(BulkAct.HOLD, List.of(number))));
        var told = visibility.track(number, Locale.ENGLISH).orElseThrow();
        assertThat(told.statusText()).isEqualTo("Put aside");
        assertThat(told.holdText()).startsWith("We put it aside");
        assertThat(told.steps()).last().satisfies(s -> assertThat(s.text()).startsWith("Put aside"));
    }

    @Test
    void whatIsKeptBackAndLetGoInOneMomentMayTravel() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try {
            for (int i = 0; i < 3; i++) {
                var run = ended(drawn(wish(BulkAct.HOLD, parcels)));
                ended(resting(as(() -> runs.takeBack(run.id(), "the wrong list", CHIEF))
                        .run()));
            }
            assertThat(parcels).allSatisfy(number -> assertThat(told(number)).isNotEqualTo("Put aside"));
            ended(drawn(wish(BulkAct.HOLD, parcels)));
            assertThat(parcels).allSatisfy(number -> assertThat(told(number)).isEqualTo("Put aside"));
        } finally {
            clock.release();
        }
    }

    private String told(String number) {
        return visibility.track(number, Locale.ENGLISH).orElseThrow().statusText();
    }

    @Test
    void whatWePutAsideIsSaidSoInTheListAndOnItsPageAndOnceMoreIsNothingToDo() {
        var number = parcels.get(0);
        ended(drawn(wish(BulkAct.HOLD, List.of(number))));
        var visitor = visitor(tenant);
        assertThat(visitor.get("/orders?state=PUT_ASIDE&lang=en").body())
                .contains(number, "Put aside by us")
                .doesNotContain(parcels.get(1));
        assertThat(visitor.get("/orders?state=CLEARED&lang=en").body()).doesNotContain(number);
        long order = tenants.asOwner(
                "SELECT order_id FROM parcel WHERE parcel_no = '" + number + "' AND tenant_id = " + tenant);
        var head = visitor.get("/orders/" + order + "?lang=en").body();
        assertThat(head.substring(head.indexOf("<h1"), head.indexOf("class=\"side\"")))
                .contains("Put aside by us");
        var twice = drawn(wish(BulkAct.HOLD, List.of(number)));
        assertThat(visitor.get("/bulk/" + twice.id() + "?lang=en").body())
                .contains("Was so already", "the parcel stays as it is")
                .doesNotContain("Scanned before", "Take the next one");
    }

    @Test
    void whatIsStartedIsDoneOnceParcelByParcelAndTakenBackOnce() {
        var run = ended(drawn(wish(BulkAct.HOLD, parcels)));
        assertThat(run.done()).isEqualTo(12);
        assertThat(count("stopped_parcel")).isEqualTo(12);
        var back = as(() -> runs.takeBack(run.id(), "it was the wrong list", CHIEF));
        assertThat(as(() -> runs.takeBack(run.id(), "twice", CHIEF)).finding())
                .hasValueSatisfying(f -> assertThat(f.rule()).isEqualTo("BULK-NO-WAY-BACK"));
        assertThat(ended(resting(back.run())).done()).isEqualTo(12);
        assertThat(count("stopped_parcel")).isZero();
        assertThat(count("scan")).isEqualTo(24);
    }

    @Test
    void labelsAreAskedForOnceEachAndPaperIsNotTakenBack() {
        as(() -> printers.add("BULK-1", "", "chief"));
        var wished = new java.util.ArrayList<>(parcels);
        wished.add("LZ000000005CN");
        var run = drawn(new BulkWish(BulkAct.PRINT, "lost labels", "BULK-1", "/orders", wished));
        assertThat(List.of(run.will(), run.cannot())).containsExactly(12, 1);
        assertThat(count("print_job")).isZero();
        assertThat(ended(run).done()).isEqualTo(12);
        assertThat(count("print_job")).isEqualTo(12);
        assertThat(as(() -> runs.find(run.id())).orElseThrow().mayGoBack()).isFalse();
    }

    @Test
    void onlyWhatFailedIsDoneAgain() {
        var run = drawn(wish(BulkAct.HOLD, parcels));
        var first = ended(drawn(wish(BulkAct.HOLD, parcels.subList(0, 3))));
        var between = ended(run);
        assertThat(List.of(between.done(), between.failed())).containsExactly(9, 3);
        ended(resting(as(() -> runs.takeBack(first.id(), "released in between", CHIEF))
                .run()));
        assertThat(as(() -> runs.again(run.id()))).isTrue();
        var over = resting(run.id());
        assertThat(List.of(over.done(), over.failed())).containsExactly(12, 0);
        assertThat(count("stopped_parcel")).isEqualTo(12);
    }

    @Test
    void aWarehousemanMayHoldManyButNotReleaseThem() {
        var run = ended(drawn(wish(BulkAct.HOLD, parcels)));
        var hand = new Worker("hand", "WAREHOUSE");
        var wish = new BulkWish(BulkAct.RELEASE, "please", "", "/orders", parcels);
        var tried = resting(as(() -> runs.draw(wish, hand)).run());
        assertThat(List.of(tried.will(), tried.cannot())).containsExactly(0, 12);
        assertThat(run.mayGoBack()).isTrue();
    }

    @Test
    void aBadWishIsToldAndDrawsNothing() {
        assertThat(rule(new BulkWish(BulkAct.HOLD, " ", "", "/orders", parcels)))
                .isEqualTo("BULK-REASON");
        assertThat(rule(new BulkWish(BulkAct.HOLD, "x", "", "/orders", List.of())))
                .isEqualTo("BULK-NOTHING");
        assertThat(rule(new BulkWish(BulkAct.PRINT, "x", "", "/orders", parcels)))
                .isEqualTo("BULK-PRINTER");
        var many = java.util.stream.IntStream.range(0, BulkWish.MOST + 1)
                .mapToObj(i -> "P" + i)
                .toList();
        assertThat(rule(wish(BulkAct.HOLD, many))).isEqualTo("BULK-TOO-MANY");
        assertThat(as(() -> runs.latest(5))).isEmpty();
    }

    @Test
    void theOrdersListDrawsARunOfItsFilterAndTheNeighbourDoesNotSeeIt() {
        var visitor = visitor(tenant);
        var answer = visitor.post("/orders", "/orders/bulk", Map.of("act", "HOLD", "all", "true", "reason", "recall"));
        String page = answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/bulk/\\d+).*", "$1");
        var run = resting(Long.parseLong(page.substring("/bulk/".length())));
        assertThat(run.will()).isEqualTo(12);
        assertThat(visitor.get(page + "?lang=en").body()).contains("waits for you", "recall", parcels.get(0));
        visitor.post(page, page + "/start", Map.of());
        assertThat(resting(run.id()).done()).isEqualTo(12);
        var neighbour = visitor(tenants.create());
        assertThat(neighbour.get(page).statusCode()).isEqualTo(404);
        assertThat(neighbour.get("/bulk").body()).doesNotContain("recall");
        assertThat(tenants.asOwner(
                        "SELECT count(*) FROM audit_log WHERE action LIKE '%bulk run' AND tenant_id = " + tenant))
                .isEqualTo(2);
    }

    @Test
    void aKeptFilterOpensForItsOwnerAndIfSharedForAll() {
        var visitor = visitor(tenant);
        visitor.post("/orders?state=CLEARED", "/orders/views", Map.of("state", "CLEARED", "name", "Cleared of mine"));
        visitor.post("/orders", "/orders/views", Map.of("hub", "ALA", "name", "Almaty for all", "shared", "true"));
        assertThat(visitor.get("/orders").body()).contains("Cleared of mine", "Almaty for all", "/orders?hub=ALA");
        var colleague = new Visitor(port);
        colleague.signIn(people.person(tenant, "colleague" + tenant, "BROKER"), People.PASSWORD);
        assertThat(colleague.get("/orders").body()).contains("Almaty for all").doesNotContain("Cleared of mine");
        visitor.post("/orders", "/orders/views/remove", Map.of("name", "Almaty for all"));
        assertThat(colleague.get("/orders").body()).doesNotContain("Almaty for all");
    }

    @Test
    void theWorkbookHoldsWhatTheCsvHolds() throws IOException {
        var visitor = visitor(tenant);
        var csv = visitor.get("/orders.csv").body().lines().toList();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(visitor.bytes("/orders.xlsx")))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSameSizeAs(csv);
            assertThat(rows.get(1).getCellText(0)).isEqualTo(csv.get(1).split(",")[0]);
            assertThat(rows.get(12).getCellText(1)).isEqualTo(csv.get(12).split(",")[1]);
        }
    }

    private String rule(BulkWish wish) {
        return as(() -> runs.draw(wish, CHIEF)).finding().orElseThrow().rule();
    }

    private static BulkWish wish(BulkAct act, List<String> numbers) {
        return new BulkWish(act, "quality alarm", "", "/orders", numbers);
    }

    private BulkRun drawn(BulkWish wish) {
        return resting(as(() -> runs.draw(wish, CHIEF)).run());
    }

    private BulkRun ended(BulkRun tried) {
        as(() -> runs.start(tried.id()));
        return resting(tried.id());
    }

    /** Waits until the worker in the background has nothing more to do at it. */
    private BulkRun resting(long id) {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            var run = as(() -> runs.find(id)).orElseThrow();
            if (!run.isMoving() || Instant.now().isAfter(end)) {
                assertThat(run.isMoving()).isFalse();
                return run;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private long count(String table) {
        return tenants.asOwner("SELECT count(*) FROM " + table + " WHERE tenant_id = " + tenant);
    }

    private Visitor visitor(int of) {
        var one = new Visitor(port);
        one.signIn(people.person(of, "bulk" + of, "ADMIN"), People.PASSWORD);
        return one;
    }

    private <T> T as(java.util.function.Supplier<T> question) {
        return Tenancy.as(tenant, question::get);
    }
}
