package org.tongdao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;

/** A file that was not made for us: real order lines of a shop, read with the mapping of examples/online-retail. */
@OnDatabase
class OnlineRetailIT {

    private static final Path MAPPING =
            Path.of("../examples/online-retail/mapping.json").toAbsolutePath().normalize();

    @Autowired
    Intake intake;

    @Autowired
    FreshTenant tenants;

    @Autowired
    WorldClock clock;

    @TempDir
    Path folder;

    int tenant;

    @AfterEach
    void letTheClockGo() {
        clock.release();
    }

    @Test
    void whatTheDefaultsCompleteShipsAndTheRestIsToldRowByRow() throws Exception {
        var file = Path.of("../../shared/reference/orders/online-retail-sample.csv")
                .toAbsolutePath()
                .normalize();
        var beside = Path.of("../../../shared/reference/orders/online-retail-sample.csv")
                .toAbsolutePath()
                .normalize();
        var found = Files.exists(file) ? file : beside;
        Assumptions.assumeTrue(Files.exists(found), "the shared reference is not here");
        var report = take(new ImportRequest(found, "online-retail", java.util.Optional.of(MAPPING)));
        assertThat(report.refusals()).isEmpty();
        assertThat(report.rows()).isEqualTo(2709);
        assertThat(report.accepted() + report.rejected() + report.duplicate()).isEqualTo(2709);
        assertThat(report.accepted()).isGreaterThan(800);
        var counts = new TreeMap<String, Integer>();
        report.findings().forEach(f -> counts.merge(f.rule(), f.count(), Integer::sum));
        assertThat(counts.get("QUANTITY-NEGATIVE")).isEqualTo(57);
        assertThat(counts.get("PRICE-ZERO")).isEqualTo(11);
        assertThat(counts).containsKeys("CELL-EMPTY", "COUNTRY-NOT-SERVED").doesNotContainKey("ORDER-INCOMPLETE");
        everyRejectedRowSaysWhy(report);
    }

    private void everyRejectedRowSaysWhy(BatchReport report) throws Exception {
        var csv = folder.resolve("findings.csv");
        Tenancy.run(tenant, () -> intake.writeFindings(report.batchId(), csv));
        try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            var all = rows.stream().toList();
            assertThat(all).hasSize(report.rejected() + report.duplicate());
            assertThat(all).allSatisfy(r -> {
                assertThat(r.getField("tongdao_rule")).isNotEmpty();
                assertThat(r.getField("tongdao_what_to_do")).isNotEmpty();
            });
        }
    }

    @Test
    void theMappingOfAMerchantIsKeptAndUsedForTheNextFileThatFits() {
        var text = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
        var line = "%s,%s,WHITE HANGING HEART T-LIGHT HOLDER,2,10/31/2011 10:42,2.55,17850,United Kingdom\n";
        var first = OrderLines.write(
                folder, "a.csv", text + line.formatted("536365", "85123A"), java.nio.charset.StandardCharsets.UTF_8);
        var second = OrderLines.write(
                folder,
                "b.csv",
                text + line.formatted("536366", "85123A") + line.formatted("536367", "NOBODY"),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(take(new ImportRequest(first, "shop", java.util.Optional.of(MAPPING)))
                        .accepted())
                .isEqualTo(1);
        var again = Tenancy.as(
                tenant, () -> intake.importFile(new ImportRequest(second, "shop", java.util.Optional.empty())));
        assertThat(again.accepted()).isEqualTo(1);
        assertThat(again.rejected()).isEqualTo(1);
    }

    private BatchReport take(ImportRequest request) {
        clock.set(Instant.parse("2026-11-02T01:00:00Z"));
        tenant = tenants.create();
        return Tenancy.as(tenant, () -> intake.importFile(request));
    }
}
