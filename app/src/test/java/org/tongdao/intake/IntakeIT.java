package org.tongdao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.terms.S10;

@OnDatabase
class IntakeIT {

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FreshTenant tenants;

    @Autowired
    WorldClock clock;

    @TempDir
    Path folder;

    int tenant;

    @BeforeEach
    void startEmpty() {
        tenant = tenants.create();
        clock.set(Instant.parse("2026-11-02T01:00:00Z"));
    }

    @AfterEach
    void letTheClockGo() {
        clock.release();
    }

    @Test
    void whatTheCountryOfArrivalAsksForIsKeptAndSentAgainItIsKnown() {
        var file = OrderLines.file()
                .row("order no", "EU-1", "ioss no", "IM 0123456789", "product id", "04012345678901")
                .row("order no", "EU-2");
        assertThat(take(file.write(folder, "eu.csv")).accepted()).isEqualTo(2);
        assertThat(list("SELECT ioss_no FROM customer_order WHERE tenant_id = current_tenant() ORDER BY order_no"))
                .containsExactly("IM0123456789", "");
        assertThat(list("SELECT product_id FROM order_line WHERE tenant_id = current_tenant() AND product_id <> ''"))
                .containsExactly("04012345678901");
        assertThat(take(OrderLines.file()
                                .row("order no", "EU-1", "ioss no", "IM0123456789", "product id", "04012345678901")
                                .write(folder, "again.csv"))
                        .duplicate())
                .isEqualTo(1);
    }

    @Test
    void goodRowsGoOnBadOnesWaitAndEveryLineIsAccountedFor() {
        var file = OrderLines.file()
                .orders(1, 5)
                .row("order no", "TS-6", "hs", "1234567890")
                .row("order no", "TS-1", "sku", "A-1", "quantity", "2")
                .write(folder, "mixed.csv");
        var report = take(file);
        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.accepted()).isEqualTo(5);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.duplicate()).isEqualTo(1);
        assertThat(report.orders()).isEqualTo(5);
        assertThat(report.findings()).extracting(RuleCount::rule).contains("HS-UNKNOWN", "ROW-DUPLICATE");
        assertThat(list("""
                SELECT l.file_line FROM order_line l JOIN customer_order o ON o.tenant_id = l.tenant_id AND o.id = l.order_id
                WHERE o.tenant_id = current_tenant() UNION ALL SELECT line FROM intake_row WHERE tenant_id = current_tenant()
                ORDER BY 1""")).containsExactly("2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    void everyAcceptedOrderGetsOneParcelWithARightNumberToItsHub() {
        take(OrderLines.file()
                .orders(1, 3)
                .row("order no", "TS-1", "sku", "B", "gross weight (kg)", "1", "net weight (kg)", "0.9")
                .row(
                        "order no",
                        "PL-1",
                        "country",
                        "Polska",
                        "city",
                        "Warszawa",
                        "phone",
                        "+48 512 345 678",
                        "address",
                        "ul. Długa 12/34",
                        "postcode",
                        "00-238",
                        "consignee",
                        "Jan Kowalski")
                .write(folder, "parcels.csv"));
        var numbers = list("SELECT parcel_no FROM parcel WHERE tenant_id = current_tenant() ORDER BY id");
        assertThat(numbers).hasSize(4).allMatch(S10::isValid);
        assertThat(
                        list(
                                "SELECT hub || ' ' || gross_g || ' ' || goods_value FROM parcel WHERE tenant_id = current_tenant() ORDER BY id"))
                .containsExactly("WAW 150 19.80000", "ALA 1150 39.60000", "ALA 150 29.70000", "ALA 150 9.90000");
    }

    @Test
    void theSameFileAgainIsRecognisedAndTheSameRowsInAnotherFileAreDuplicates() {
        var first = take(OrderLines.file().orders(1, 4).write(folder, "a.csv"));
        var again = take(folder.resolve("a.csv"));
        assertThat(again.alreadyKnown()).isTrue();
        assertThat(again.batchId()).isEqualTo(first.batchId());
        var more = take(OrderLines.file().orders(1, 6).write(folder, "b.csv"));
        assertThat(List.of(more.accepted(), more.rejected(), more.duplicate())).containsExactly(2, 0, 4);
        assertThat(count("parcel")).isEqualTo(6);
    }

    @Test
    void theSameOrderWithOtherContentIsAConflictAndNeitherReplacesTheOther() {
        take(OrderLines.file().orders(1, 2).write(folder, "a.csv"));
        var other = take(OrderLines.file()
                .row("order no", "ts-1", "quantity", "5")
                .row("order no", "TS-9")
                .write(folder, "b.csv"));
        assertThat(List.of(other.accepted(), other.rejected(), other.duplicate()))
                .containsExactly(1, 1, 0);
        assertThat(other.findings()).extracting(RuleCount::rule).containsExactly("ORDER-CONFLICT");
        assertThat(list("SELECT quantity FROM order_line WHERE tenant_id = current_tenant() ORDER BY order_id"))
                .doesNotContain("5");
    }

    @Test
    void anOrderThatContradictsItselfIsTornAndAnOrderWithAFaultyRowWaits() {
        var report = take(OrderLines.file()
                .row("order no", "X")
                .row("order no", "X", "sku", "B", "phone", "+7 701 234 56 79")
                .row("order no", "Y")
                .row("order no", "Y", "sku", "B", "quantity", "-1")
                .row("order no", "Z", "gross weight (kg)", "18", "net weight (kg)", "17", "height (cm)", "40")
                .row(
                        "order no",
                        "Z",
                        "sku",
                        "B",
                        "gross weight (kg)",
                        "18",
                        "net weight (kg)",
                        "17",
                        "height (cm)",
                        "40")
                .write(folder, "orders.csv"));
        assertThat(report.accepted()).isZero();
        assertThat(report.findings())
                .extracting(f -> f.rule() + " " + f.count())
                .containsExactlyInAnyOrder(
                        "ORDER-TORN 2", "ORDER-INCOMPLETE 1", "QUANTITY-NEGATIVE 1", "ORDER-TOO-HEAVY 2");
        assertThat(
                        list(
                                "SELECT maybe FROM intake_finding WHERE tenant_id = current_tenant() AND rule = 'ORDER-INCOMPLETE'"))
                .singleElement()
                .asString()
                .contains("line 5");
    }

    @Test
    void theErrorFileRepeatsTheInputAndCanBeCorrectedAndTakenInAgain() throws Exception {
        var report = take(OrderLines.file()
                .orders(1, 2)
                .row("order no", "BAD", "currency", "YYY", "address", "пр. Достык, 5, \"А\"")
                .row("order no", "BAD", "sku", "B", "address", "пр. Достык, 5, \"А\"")
                .write(folder, "a.csv"));
        assertThat(report.rejected()).isEqualTo(2);
        var errors = folder.resolve("findings.csv");
        Tenancy.run(tenant, () -> intake.writeFindings(report.batchId(), errors));
        assertThat(Files.readString(errors)).contains("CURRENCY-UNKNOWN", "ORDER-INCOMPLETE", "tongdao_what_to_do");
        Files.writeString(errors, Files.readString(errors).replace("YYY", "CNY"));
        var second = take(errors);
        assertThat(List.of(second.accepted(), second.rejected(), second.orders()))
                .containsExactly(2, 0, 1);
    }

    @Test
    void aRefusedFileLeavesNothingBehind() {
        var refused = take(OrderLines.write(folder, "empty.csv", "", java.nio.charset.StandardCharsets.UTF_8));
        assertThat(refused.refused()).isTrue();
        assertThat(refused.refusals())
                .singleElement()
                .satisfies(f -> assertThat(f.rule()).isEqualTo("FILE-EMPTY"));
        var headerOnly = take(OrderLines.file().write(folder, "header.csv"));
        assertThat(headerOnly.refusals()).extracting(f -> f.rule()).containsExactly("FILE-NO-ROWS");
        assertThat(count("order_batch")).isZero();
    }

    @Test
    void shufflingTheRowsOrSplittingTheFileGivesTheSameOrders() {
        var whole = OrderLines.file()
                .orders(1, 40)
                .row("order no", "TS-7", "sku", "Z")
                .row("order no", "BAD", "hs", "1");
        take(whole.write(folder, "whole.csv"));
        var expected = orders();
        var shuffled = new ArrayList<>(whole.rows());
        java.util.Collections.shuffle(shuffled, new Random(5));
        tenant = tenants.create();
        take(whole.withRows(shuffled).write(folder, "shuffled.csv"));
        assertThat(orders()).isEqualTo(expected);
        tenant = tenants.create();
        take(whole.withRows(whole.rows().stream()
                        .filter(r -> r.get(2).compareTo("TS-3") < 0)
                        .toList())
                .write(folder, "first.csv"));
        take(whole.withRows(whole.rows().stream()
                        .filter(r -> r.get(2).compareTo("TS-3") >= 0)
                        .toList())
                .write(folder, "second.csv"));
        assertThat(orders()).isEqualTo(expected);
    }

    @Test
    void aWorkbookAndACsvFileWithTheSameCellsGiveTheSameOrders() throws Exception {
        var lines = OrderLines.file()
                .orders(1, 12)
                .row("order no", "BAD", "unit", "blob")
                .row("order no", "TS-2", "sku", "Z");
        take(lines.write(folder, "a.csv"));
        var expected = orders();
        tenant = tenants.create();
        var workbook = folder.resolve("a.xlsx");
        lines.writeWorkbook(workbook);
        var report = take(workbook);
        assertThat(List.of(report.rows(), report.accepted(), report.rejected())).containsExactly(14, 13, 1);
        assertThat(orders()).isEqualTo(expected);
    }

    @Test
    void aNumberOfTheMerchantIsKeptAndCannotBeUsedTwice() {
        var own = S10.of("RR", tenant, "CN").value();
        var report = take(OrderLines.file()
                .row("order no", "A", "parcel no", own)
                .row("order no", "B", "parcel no", "RR123456780CN")
                .row("order no", "C")
                .write(folder, "numbers.csv"));
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.findings()).extracting(RuleCount::rule).containsExactly("PARCEL-NO-CHECK-DIGIT");
        tenant = tenants.create();
        var other =
                take(OrderLines.file().row("order no", "A", "parcel no", own).write(folder, "again.csv"));
        assertThat(other.findings()).extracting(RuleCount::rule).containsExactly("PARCEL-NO-TAKEN");
    }

    private BatchReport take(Path file) {
        return Tenancy.as(tenant, () -> intake.importFile(ImportRequest.of(file)));
    }

    private List<String> orders() {
        return list("""
                SELECT o.order_no || o.content_sha256 || o.goods_value || p.gross_g || p.hub FROM customer_order o
                JOIN parcel p ON p.tenant_id = o.tenant_id AND p.order_id = o.id WHERE o.tenant_id = current_tenant() ORDER BY 1""");
    }

    private List<String> list(String sql) {
        return within(() -> jdbc.sql(sql).query(String.class).list());
    }

    private long count(String table) {
        return within(() -> jdbc.sql("SELECT count(*) FROM " + table + " WHERE tenant_id = current_tenant()")
                .query(Long.class)
                .single());
    }

    private <T> T within(Supplier<T> work) {
        return Tenancy.as(tenant, () -> java.util.Objects.requireNonNull(transaction.execute(t -> work.get())));
    }
}
