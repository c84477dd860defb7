package org.tongdao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.emulator.MerchantExport;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example of the README: 5,000 orders with faults and repetitions. */
@OnDatabase
class WinterTrainIT {

    private static final Path EXAMPLE =
            Path.of("../examples/winter-train").toAbsolutePath().normalize();

    @Autowired
    Intake intake;

    @Autowired
    Labels labels;

    @Autowired
    FreshTenant tenants;

    @Autowired
    WorldClock clock;

    @TempDir
    Path folder;

    @AfterEach
    void letTheClockGo() {
        clock.release();
    }

    @Test
    void theExampleIsTakenInAsItsExpectationsSayAndEveryParcelGetsALabel() throws Exception {
        clock.set(Instant.parse("2026-11-02T01:00:00Z"));
        int tenant = tenants.create();
        var report = Tenancy.as(tenant, () -> intake.importFile(ImportRequest.of(EXAMPLE.resolve("orders.csv"))));
        Map<String, Integer> found = new TreeMap<>(Map.of(
                "rows", report.rows(),
                "accepted", report.accepted(),
                "rejected", report.rejected(),
                "duplicate", report.duplicate(),
                "orders", report.orders()));
        var errors = new TreeMap<String, Integer>();
        report.findings().stream()
                .filter(f -> f.severity().equals("ERROR"))
                .forEach(f -> errors.put(f.rule(), f.count()));
        JsonNode expected = JsonMapper.builder().build().readTree(Files.readString(EXAMPLE.resolve("expected.json")));
        assertThat(errors).hasSizeGreaterThanOrEqualTo(15).isEqualTo(counts(expected.get("errors")));
        assertThat(found).isEqualTo(counts(expected.get("file")));
        var pdf = folder.resolve("labels.pdf");
        var zpl = folder.resolve("labels.zpl");
        Tenancy.run(tenant, () -> labels.write(report.batchId(), pdf, zpl));
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(report.orders());
        }
        assertThat(Files.readString(zpl).split("\\^XA").length - 1).isEqualTo(report.orders());
    }

    @Test
    void theGeneratorWritesTheExampleAgainByteForByte() throws Exception {
        var again = folder.resolve("orders.csv");
        var made = MerchantExport.write(again, 5000, 1);
        assertThat(made.faults()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(made.faulty() * 1000 / made.rows()).isBetween(14, 26);
        assertThat(Files.mismatch(again, EXAMPLE.resolve("orders.csv"))).isEqualTo(-1);
    }

    private static Map<String, Integer> counts(JsonNode node) {
        var counts = new TreeMap<String, Integer>();
        node.properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
        return counts;
    }
}
