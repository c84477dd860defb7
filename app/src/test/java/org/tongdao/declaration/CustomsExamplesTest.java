package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.Tongdao;

class CustomsExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples", "customs");

    @TempDir
    Path folder;

    private record Run(int exit, String out) {}

    private static Run run(Object... args) {
        var words = new ArrayList<String>();
        words.add("customs");
        for (var arg : args) {
            words.add(arg.toString());
        }
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            int exit = Tongdao.run(words.toArray(new String[0]));
            return new Run(exit, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private static Path example(String name) {
        return EXAMPLES.resolve(name);
    }

    @Test
    void theMatchTellsNearMissesFromConflicts() {
        var run = run(
                "match",
                example("orders.csv"),
                example("payments.csv"),
                example("waybills.csv"),
                "--day",
                "2026-11-28");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "NEAR_MISS A-2",
                        "amount differs 0.01: tax rounding",
                        "NEAR_MISS A-3",
                        "phone differs in country prefix")
                .contains("MISSING A-4", "缺少支付单", "CONFLICT A-5", "1 matched, 2 near miss, 1 missing, 1 conflict")
                .doesNotContain("650102199003070021", "A-1");
        var json = run(
                "match",
                example("orders.csv"),
                example("payments.csv"),
                example("waybills.csv"),
                "--day",
                "2026-11-28",
                "--all",
                "--json");
        assertThat(json.out()).startsWith("{\"rules\":\"regimes-").contains("\"key\":\"A-1\"");
        assertThat(run("match", "a", "b", "c", "--regime", "9710", "--day", "2026-11-28")
                        .exit())
                .as("9710 is no import")
                .isEqualTo(2);
    }

    @Test
    void badRowsOfATableAreFindingsAndGoodOnesGoOn() throws IOException {
        var orders = folder.resolve("orders.csv");
        Files.writeString(
                orders, "order_no,platform,paid,currency,pay_code,pay_no\nA,P,12,142,X,1\n,P,1,142,,\nC,P,-5,142,,\n");
        var payments = Files.writeString(
                folder.resolve("p.csv"), "pay_code,pay_no,order_no,platform,amount,currency\nX,1,A,P,12,142\n");
        var waybills = Files.writeString(folder.resolve("w.csv"), "carrier,waybill_no\nC,W\n");
        var run = run("match", orders, payments, waybills, "--day", "2026-11-28");
        assertThat(run.out())
                .contains(
                        "CELL-EMPTY",
                        ":3 [order_no]",
                        "CELL-NUMBER",
                        ":4 [paid]",
                        "CSV-COLUMN",
                        "consignee",
                        "MISSING A");
    }

    @Test
    void theTaxOfABasketShowsTheLimitsAtWork() {
        var run = run("tax", example("basket.csv"), "--day", "2026-11-28");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "B-1 COMPOSITE tax 91.00",
                        "B-2 COMPOSITE tax 230.59",
                        "B-3 FULL tax 1582.40, of the year 8000.00")
                .contains(
                        "B-4 GENERAL_TRADE",
                        "TAX-ORDER-LIMIT",
                        "B-5 GENERAL_TRADE",
                        "TAX-YEAR-LIMIT",
                        "limits-2019-01-01 / rates-starter-");
        assertThat(run("tax", example("basket.csv"), "--day", "2026-11-28", "--json")
                        .out())
                .startsWith("{\"orders\":[");
    }

    @Test
    void theOfficialTariffBecomesRatesThatTheTaxTakes() {
        var rates = folder.resolve("rates.csv");
        var run = run("tariff", example("tariff.csv"), "--from", "2026-01-01", "--out", rates);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("TARIFF-RATE", ":4", "2 lines taken");
        assertThat(run("tax", example("basket.csv"), "--day", "2026-11-28", "--rates", rates)
                        .out())
                .contains("B-1 COMPOSITE tax 91.00", "TAX-RATE-UNKNOWN", "rates.csv-2026-01-01");
    }

    @Test
    void ordersBecomeSignedMessagesAndProhibitedGoodsAFinding() throws IOException {
        var first = build("first");
        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.out()).contains("GOODS-PROHIBITED", "2 of 3 orders, 3 messages");
        build("second");
        try (var files = Files.list(folder.resolve("first"))) {
            for (var file : files.toList()) {
                assertThat(run("check", file).exit()).isZero();
                assertThat(run("verify", file, "--key", folder.resolve("key.pem"))
                                .exit())
                        .isZero();
                assertThat(Files.readAllBytes(folder.resolve("second").resolve(file.getFileName())))
                        .as("the same bytes again")
                        .isEqualTo(Files.readAllBytes(file));
            }
        }
    }

    @Test
    void ordersToCompaniesKeepTheLimitOfLists() throws IOException {
        var run = build("b2b.csv", "--regime", "9710");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("REGIME-LIST-LIMIT", "CNY 5400", "2 of 3 orders, 3 messages");
        assertThat(built("CEB603")).contains(">9710<").doesNotContain(">9610<");
        assertThat(built("CEB303")).contains("orderType>B<");
    }

    @Test
    void bookingsOfAnOverseasWarehouseCarryTheirKind() throws IOException {
        build("b2b.csv", "--regime", "9810", "--pilot-zone");
        assertThat(built("CEB303")).contains("orderType>W<");
        assertThat(built("CEB603")).contains(">9810<", "statisticsFlag>A<");
    }

    @Test
    void importOrdersBecomeFourPapersAndAWrongCardAFinding() throws IOException {
        var run = build("import.csv", "--way", "IMPORT");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("IMPORT-IDENTITY", "1 of 2 orders, 4 messages");
        assertThat(built("CEB621")).contains("tradeMode>9610<", "voyageNo>X8002-1128<");
        assertThat(built("CEB411")).contains("amountPaid>115.01<");
    }

    @Test
    void bondedImportNeedsItsAccountBook() throws IOException {
        assertThat(build("import.csv", "--way", "IMPORT", "--regime", "1210").out())
                .contains("REGIME-LEDGER", "0 of 2 orders");
        build("import.csv", "--way", "IMPORT", "--regime", "1210", "--ledger", "H94001234567,6501230005,仓储");
        assertThat(built("CEB621")).contains("tradeMode>1210<", "emsNo>H94001234567<", "itemRecordNo>0007<");
    }

    @Test
    void aRegimeThatDoesNotRunInThatDirectionIsSaid() {
        assertThat(build("import.csv", "--way", "IMPORT", "--regime", "9710").out())
                .contains("REGIME-CLOSED", "0 of 2 orders");
        assertThat(build("import.csv", "--regime", "9999").exit()).isEqualTo(2);
    }

    @Test
    void parcelsAreAssessedWhereTheyArrive() {
        var run = run("farside", example("arrivals.csv"), "--day", "2026-11-28");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("LX3000001 PL F48: duty EUR 6", "EU-STOP-WORD", "LX3000003 KZ", "FAR-COUNTRY", "'TJ'");
        assertThat(run("farside", example("arrivals.csv"), "--day", "2026-11-28", "--json")
                        .out())
                .startsWith("{\"parcels\":[{");
        assertThat(run("farside", example("arrivals.csv"), "--day", "2026-11-28", "--transit", "--houses", "1")
                        .out())
                .contains("transit declaration 1 house 1: LX3000001, 2 items, complete")
                .contains("transit declaration 2 house 1: LX3000002");
        assertThat(run("farside", example("arrivals.csv"), "--day", "2026-11-28", "--houses", "-1")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void publishedEuroRatesBecomeADatedTableAndGoBeforeTheAssumedOnes() throws IOException {
        var history = Files.writeString(folder.resolve("hist.csv"), "Date,USD,CNY\n2026-10-21,1.25,8.00\n");
        var out = folder.resolve("eur-rates.csv");
        assertThat(run("rates", history, "--out", out).exit()).isZero();
        var rates = Books.shipped().euroRates().with(out);
        var november = LocalDate.parse("2026-11-28");
        assertThat(rates.on("CNY", november)).hasValueSatisfying(r -> {
            assertThat(r.eur()).isEqualByComparingTo("0.125");
            assertThat(r.mark()).isEqualTo("[S] hist.csv");
        });
        assertThat(rates.on("CNY", LocalDate.parse("2026-10-31")))
                .as("before the loaded ones")
                .hasValueSatisfying(r -> assertThat(r.mark()).startsWith("assumed"));
        assertThat(rates.on("KZT", november))
                .hasValueSatisfying(r -> assertThat(r.mark()).startsWith("assumed"));
        for (var broken : List.of("", "x", "currency,valid_from,eur,mark\nCNY,soon,1,x", "currency\nCNY")) {
            var read = Books.shipped().euroRates().with(Files.writeString(out, broken));
            assertThat(read.on("CNY", november)).isPresent();
            assertThat(read.loaded()).isEmpty();
        }
        assertThat(Books.shipped()
                        .euroRates()
                        .with(Files.writeString(out, "currency\nCNY"))
                        .against())
                .hasSize(1);
    }

    @Test
    void emptyFilesAndFilesOfAnotherEncodingAreFindings() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.csv"), "");
        var gbk = Files.write(folder.resolve("gbk.csv"), "税号,税率\n".getBytes(Charset.forName("GBK")));
        assertThat(run("tax", empty, "--day", "2026-11-28").out()).contains("CSV-EMPTY");
        assertThat(run("tax", empty, "--day", "2026-11-28").exit()).isEqualTo(1);
        assertThat(run("farside", empty, "--day", "2026-11-28").out()).contains("CSV-EMPTY");
        assertThat(run("tariff", gbk, "--from", "2026-01-01", "--out", folder.resolve("t.csv"))
                        .out())
                .contains("CSV-ENCODING");
        assertThat(run("rates", gbk, "--out", folder.resolve("r.csv")).out()).contains("CSV-ENCODING");
        assertThat(run("rates", empty, "--out", folder.resolve("r.csv")).out())
                .contains("EURO-COLUMN", "nothing was written");
    }

    private Run build(String file, String... more) {
        var args = new ArrayList<Object>(
                List.of("build", example(file), "--out", folder.resolve("out"), "--at", "2026-11-28T04:00:00Z"));
        args.addAll(List.of("--key", folder.resolve("key.pem")));
        args.addAll(List.of(more));
        return run(args.toArray());
    }

    private String built(String type) throws IOException {
        try (var files = Files.list(folder.resolve("out"))) {
            var file = files.filter(f -> f.getFileName().toString().contains("_" + type + "_"))
                    .findFirst()
                    .orElseThrow();
            assertThat(run("check", file).exit()).isZero();
            return Files.readString(file);
        }
    }

    private Run build(String name) {
        return run(
                "build",
                example("export.csv"),
                "--out",
                folder.resolve(name),
                "--at",
                "2026-11-28T04:00:00Z",
                "--key",
                folder.resolve("key.pem"));
    }
}
