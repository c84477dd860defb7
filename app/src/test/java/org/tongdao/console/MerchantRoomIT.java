package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.console.access.People;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.tree.TreeStory;

/** A merchant brings his own file, reads his own bills, and lets his own programs in; a rival of the same house sees none of it. */
@OnConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MerchantRoomIT {

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    TreeStory tree;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private int tenant;
    private List<Long> parcels = List.of();
    private Visitor own;
    private Visitor rival;

    @BeforeAll
    void twoMerchantsOfOneHouse() {
        tenant = tenants.create();
        own = merchant("Own Shop");
        rival = merchant("Rival Shop");
        var told = Tenancy.as(tenant, () -> transaction.execute(s -> tree.accepted(3)));
        parcels = java.util.Objects.requireNonNull(told).parcels();
    }

    @Test
    void hisFileGoesThroughTheWizardUnderHisOwnNameAndTheRivalDoesNotFindIt() {
        var opened = own.upload(
                "/import",
                "/import",
                Map.of("merchant", "Rival Shop", "pasted", ""),
                Map.of("file", new Visitor.Upload("mine.csv", twoOrders())));
        String draft = opened.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/import/\\d+).*", "$1");
        assertThat(own.get(draft).statusCode()).isIn(200, 302);
        assertThat(rival.get(draft).statusCode()).isEqualTo(404);
        assertThat(rival.get("/import").body()).doesNotContain("mine.csv");
        assertThat(own.get("/import").body()).contains("mine.csv", "Own Shop").doesNotContain("name=\"merchant\"");
        assertThat(tenants.asOwner(
                        "SELECT count(*) FROM import_draft WHERE merchant = 'Own Shop' AND tenant_id = " + tenant))
                .isEqualTo(1);
        waitForTrial();
        assertThat(trialsOf("Rival Shop")).isZero();
    }

    @Test
    void hisBillsAreHisAndAddUp() {
        charge(parcels.get(0), "Own Shop", 1000);
        charge(parcels.get(1), "Own Shop", 250);
        charge(parcels.get(2), "Rival Shop", 7777);
        String mine = own.get("/bills?lang=en").body();
        assertThat(mine).contains("12.50 CNY", "typical price").doesNotContain("77.77", "Rival");
        assertThat(own.get("/bills.csv").body().lines()).hasSize(3);
        assertThat(own.get("/bills?merchant=Rival+Shop").body()).doesNotContain("77.77");
        assertThat(words(own.bytes("/bills.pdf?month=2026-01")))
                .contains("ST-2026-01", "10.00 CNY", "2.50 CNY", "12.50")
                .doesNotContain("77.77", "Rival");
        assertThat(own.get("/bills?month=2026-01").body()).contains("12.50 CNY");
        assertThat(own.get("/bills?month=2026-02&lang=en").body()).contains("No charge is like this");
        var house = new Visitor(port);
        house.signIn(people.person(tenant, "money" + tenant, "FINANCE"), People.PASSWORD);
        assertThat(house.get("/bills").body()).contains("90.27 CNY");
        assertThat(house.get("/bills?merchant=Rival+Shop").body())
                .contains("77.77 CNY")
                .doesNotContain("Own Shop");
        aMonthIsSignedOffAnsweredAndPutRight(house);
    }

    private void aMonthIsSignedOffAnsweredAndPutRight(Visitor house) {
        var month = Map.of("merchant", "Own Shop", "month", "2026-01");
        assertThat(own.get("/bills/months?lang=en").body())
                .contains("12.50 CNY", "not signed off")
                .doesNotContain("Rival", "/bills/months/close");
        assertThat(own.post("/bills/months", "/bills/months/close", month).statusCode())
                .isEqualTo(403);
        house.post("/bills/months", "/bills/months/close", month);
        assertThat(house.get("/bills/months?lang=en").body()).contains("ST-2026-01-0001", "77.77 CNY");
        assertThat(rival.get("/bills/month?merchant=Own+Shop&month=2026-01").statusCode())
                .isEqualTo(404);
        assertThat(rival.get("/bills/statement.pdf?merchant=Own+Shop&month=2026-01")
                        .statusCode())
                .isEqualTo(404);
        // the form's merchant counts for nothing: he answers for himself
        var no = Map.of("merchant", "Rival Shop", "month", "2026-01", "accepted", "false", "words", "one is not mine");
        own.post("/bills/month?merchant=Own+Shop&month=2026-01", "/bills/months/answer", no);
        assertThat(house.get("/bills/month?merchant=Own+Shop&month=2026-01&lang=en")
                        .body())
                .contains("disputed", "one is not mine", "10.00 CNY");
        var right = Map.of(
                "once",
                java.util.UUID.randomUUID().toString(),
                "merchant",
                "Own Shop",
                "amount",
                "-2,50",
                "currency",
                "CNY",
                "reason",
                "not his parcel");
        house.post("/bills/months", "/bills/months/adjust", right);
        assertThat(house.get("/bills/months?merchant=Own+Shop&lang=en").body()).contains("-2.50 CNY");
        assertThat(words(own.bytes("/bills/statement.pdf?merchant=Own+Shop&month=2026-01&lang=en")))
                .contains("ST-2026-01-0001", "disputed", "one is not mine", "12.50")
                .doesNotContain("77.77", "not his parcel");
        assertThat(house.get("/admin/audit").statusCode()).isEqualTo(403);
        assertThat(tenants.asOwner("SELECT count(*) FROM audit_log WHERE tenant_id = " + tenant
                        + " AND action IN ('sign statement', 'dispute statement', 'adjust account')"))
                .isEqualTo(3);
    }

    @Test
    void statementsOfManyMerchantsComePageByPage() {
        int big = tenants.create();
        tenants.asOwner("WITH s AS (INSERT INTO monthly_statement SELECT " + big
                + ", 'Shop & Co ' || lpad((n % 40)::text, 2, '0'), date '2025-01-01' + (n / 40) * interval '1 month', 'ST-' || n, 1, now(), 'fin'"
                + " FROM generate_series(0, 119) n RETURNING 1), o AS (INSERT INTO open_month SELECT " + big
                + ", 'M' || n, '2025-06-01', 'CNY', 1, 100 FROM generate_series(1, 201) n RETURNING 1)"
                + " SELECT count(*) FROM s, o");
        var house = new Visitor(port);
        house.signIn(people.person(big, "pages" + big, "FINANCE"), People.PASSWORD);
        var numbers = new java.util.ArrayList<String>();
        java.util.Optional<String> at = java.util.Optional.of("/bills/months?lang=en");
        while (at.isPresent()) {
            String body = house.get(at.get()).body();
            assertThat(body.contains("The 200 oldest months")).as(at.get()).isEqualTo(numbers.isEmpty());
            java.util.regex.Pattern.compile(">(ST-\\d+)<")
                    .matcher(body)
                    .results()
                    .forEach(m -> numbers.add(m.group(1)));
            at = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                    .matcher(body)
                    .results()
                    .map(m -> m.group(1).replace("&amp;", "&"))
                    .findFirst();
        }
        assertThat(numbers).hasSize(120).doesNotHaveDuplicates().startsWith("ST-80", "ST-81");
    }

    @Test
    void heAsksForAPriceAndSeesWhyAndWhatIsWrongWithHisQuestion() {
        String page = own.get("/price?lang=en&country=KZ&postcode=050000&kg=1,2&length=30&width=20&height=10")
                .body();
        assertThat(page).contains("CNY", "typical price", "1200", "The way from now");
        assertThat(own.get("/price?lang=en&country=KZ&postcode=050000&kg=heavy").body())
                .contains("heavy", "role=\"alert\"")
                .doesNotContain("typical price");
        assertThat(own.get("/price?lang=en").body()).contains("Choose the country");
    }

    @Test
    void hisStockAbroadAndThePapersOfHisParcelsAreHis() {
        assertThat(own.get("/stock?lang=en").body()).contains("Nothing of yours stands abroad");
        String number = tenants.asOwner("SELECT count(*) FROM parcel WHERE tenant_id = " + tenant) > 0
                ? parcelNo(parcels.get(0))
                : "";
        assertThat(rival.get("/parcels/" + number + "/papers/postal").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theHouseReadsTheListsThatTheWorkGoesBy() {
        var house = new Visitor(port);
        house.signIn(people.person(tenant, "lists" + tenant, "ADMIN"), People.PASSWORD);
        assertThat(house.get("/admin/lists?lang=en").body())
                .contains("hubs.csv", "network/calendar.csv", "Next cut-offs");
        assertThat(house.get("/admin/lists/view?name=hubs.csv&q=ala").body())
                .contains("KZ", "KG")
                .doesNotContain(">TJ<");
        assertThat(house.get("/admin/lists/view?name=../application.properties").statusCode())
                .isEqualTo(404);
        assertThat(own.get("/admin/lists").statusCode()).isEqualTo(403);
    }

    private static String words(byte[] pdf) {
        try (var opened = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(opened);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String parcelNo(long id) {
        return java.util.Objects.requireNonNull(Tenancy.as(
                tenant,
                () -> transaction.execute(
                        s -> jdbc.sql("SELECT parcel_no FROM parcel WHERE tenant_id = current_tenant() AND id = ?")
                                .param(id)
                                .query(String.class)
                                .single())));
    }

    @Test
    void hisProgramsHaveHisKeysAndMayNotWorkThePrinters() {
        assertThat(own.get("/admin/keys").body()).doesNotContain("prints:take", "One merchant only");
        own.post(
                "/admin/keys",
                "/admin/keys",
                Map.of("name", "shop robot", "scopes", "orders:write", "merchant", "Rival Shop"));
        assertThat(own.get("/admin/keys").body()).contains("shop robot");
        assertThat(rival.get("/admin/keys").body()).doesNotContain("shop robot");
        assertThat(tenants.asOwner(
                        "SELECT count(*) FROM api_key WHERE merchant = 'Own Shop' AND tenant_id = " + tenant))
                .isEqualTo(1);
    }

    @Test
    void anEndpointIsAddedTurnedOffAndReadOnlyByItsOwner() {
        own.post("/admin/webhooks", "/admin/webhooks", Map.of("url", "http://10.0.0.1/x"));
        assertThat(count("webhook")).isZero();
        own.post(
                "/admin/webhooks",
                "/admin/webhooks",
                Map.of("url", "https://93.184.215.14/hook", "types", "parcels.moved"));
        assertThat(count("webhook")).isEqualTo(1);
        long id = tenants.asOwner("SELECT max(id) FROM webhook WHERE tenant_id = " + tenant);
        assertThat(own.get("/admin/webhooks/" + id + "?lang=en").body()).contains("parcels.moved", "answers");
        for (var act : List.of("turn", "secret", "replay", "remove")) {
            var fields = Map.of("on", "false", "from", "1", "to", "2");
            assertThat(rival.post("/admin/webhooks", "/admin/webhooks/" + id + "/" + act, fields)
                            .statusCode())
                    .isEqualTo(404);
        }
        own.post("/admin/webhooks", "/admin/webhooks/" + id + "/turn", Map.of("on", "false"));
        assertThat(own.get("/admin/webhooks?lang=en").body()).contains("turned off");
        assertThat(own.get("/admin/audit").statusCode()).isEqualTo(403);
    }

    /** A parcel of this merchant that was charged this much. */
    private void charge(long parcel, String merchant, long minor) {
        tenants.asOwner("UPDATE customer_order SET merchant = '" + merchant
                + "' WHERE id = (SELECT order_id FROM parcel WHERE id = " + parcel + ") RETURNING 1");
        Tenancy.run(tenant, () -> {
            run(
                    "INSERT INTO tariff VALUES (current_tenant(), 'v1', 'URC-ALA', '2026-01-01', '2027-01-01', 'CNY', 1, 1, 1, 100, 6000, 'typical') ON CONFLICT DO NOTHING");
            run("INSERT INTO journal_entry VALUES (current_tenant(), 'E" + parcel + "', '2026-01-07T02:00:00Z', 'P"
                    + parcel + "', 1, NULL, '')");
            account("receivable/" + merchant.replace(" ", "%20"), "ASSET", "'" + merchant + "'");
            account("income/freight/ALA", "INCOME", "NULL");
            run("INSERT INTO journal_line VALUES (current_tenant(), 'E" + parcel + "', 1, 'receivable/"
                    + merchant.replace(" ", "%20") + "', "
                    + minor + ", 0, 'money:CNY'), (current_tenant(), 'E" + parcel + "', 2, 'income/freight/ALA', 0, "
                    + minor + ", 'money:CNY')");
            run("INSERT INTO freight_charge VALUES (current_tenant(), " + parcel + ", 1, 'E" + parcel
                    + "', '2026-01-07T02:00:00Z', 'URC-ALA', 'v1', 500, 600, 600, " + minor + ", 'CNY')");
        });
    }

    private void account(String code, String kind, String merchant) {
        run("INSERT INTO account (tenant_id, code, kind, may_be_negative, merchant) VALUES (current_tenant(), '" + code
                + "', '" + kind + "', true, " + merchant + ") ON CONFLICT DO NOTHING");
    }

    /** The first two rows of the example. */
    private static String twoOrders() {
        try (var lines = java.nio.file.Files.lines(java.nio.file.Path.of("../examples/winter-train/orders.csv"))) {
            return lines.limit(3).collect(java.util.stream.Collectors.joining("\n", "", "\n"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void waitForTrial() {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (count("import_trial") == 0 && Instant.now().isBefore(end)) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        assertThat(count("import_trial")).isPositive();
    }

    private long trialsOf(String merchant) {
        return Tenancy.asMerchant(
                tenant,
                merchant,
                () -> java.util.Objects.requireNonNull(
                        transaction.execute(s -> jdbc.sql("SELECT count(*) FROM import_trial")
                                .query(Long.class)
                                .single())));
    }

    private void run(String sql) {
        transaction.executeWithoutResult(s -> jdbc.sql(sql).update());
    }

    private long count(String table) {
        return tenants.asOwner("SELECT count(*) FROM " + table + " WHERE tenant_id = " + tenant);
    }

    private Visitor merchant(String name) {
        var one = new Visitor(port);
        one.signIn(
                people.person(
                        tenant, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + tenant, "MERCHANT", name),
                People.PASSWORD);
        return one;
    }
}
