package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;

class ImportTaxTest {

    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    private static final ImportTax TAX = new ImportTax(
            ImportLimits.read(Tables.data("import-limits.csv")),
            ImportRates.read("starter", Tables.data("import-rates.csv")));

    private static ImportPurchase.Line line(String hs, long yuan) {
        return new ImportPurchase.Line(new HsCode(hs), BigDecimal.ONE, "011", 500, yuan * 100);
    }

    private static ImportPurchase purchase(ImportPurchase.Line... lines) {
        return new ImportPurchase("O-1", Arrays.asList(lines), 0, 0, NOW);
    }

    @ParameterizedTest(name = "{0} for CNY {1}")
    @CsvSource({
        // worked examples: 13 % VAT alone is the published 9.1 %, 15 % consumption tax makes 23.06 %, 9 % VAT 6.3 %
        "9503008390, 1000, 0, 9100",
        "3304990011, 1000, 12353, 10706",
        "0402210000, 1000, 0, 6300",
        "2204210000, 1000, 7778, 10111",
    })
    void withinTheLimitsTaxIsValueTimesCPlusVOverOneMinusCTimesSeventyPercent(
            String hs, long yuan, long consumption, long vat) {
        var assessment = TAX.assess(purchase(line(hs, yuan)), 0);
        assertThat(assessment.way()).isEqualTo(TaxAssessment.Way.COMPOSITE);
        assertThat(assessment.lines()).singleElement().satisfies(l -> {
            assertThat(l.dutyFen()).isZero();
            assertThat(l.consumptionFen()).isEqualTo(consumption);
            assertThat(l.vatFen()).isEqualTo(vat);
        });
        assertThat(assessment.quotaFen()).isEqualTo(yuan * 100);
        assertThat(assessment.version()).isEqualTo("limits-2019-01-01 / starter-2019-04-01");
    }

    @Test
    void aBottleOfWhiskyPaysByPriceAndByWeight() {
        var bottle = new ImportPurchase.Line(new HsCode("2208300000"), BigDecimal.ONE, "011", 700, 30_000);
        var assessment = TAX.assess(purchase(bottle), 0);
        // (300 + 0.70) / 0.8 = 375.875; consumption (75.175 + 0.70) × 0.7 = 53.1125; VAT 375.875 × 0.13 × 0.7 = 34.2046
        assertThat(assessment.lines().get(0).consumptionFen()).isEqualTo(5_311);
        assertThat(assessment.lines().get(0).vatFen()).isEqualTo(3_420);
    }

    @Test
    void freightAndInsuranceAreSharedOutToTheFen() {
        var purchase =
                new ImportPurchase("O-1", List.of(line("9503008390", 100), line("0402210000", 200)), 1_000, 1, NOW);
        var assessment = TAX.assess(purchase, 0);
        assertThat(assessment.lines()).extracting(TaxAssessment.Line::valueFen).containsExactly(10_334L, 20_667L);
        assertThat(assessment.quotaFen()).isEqualTo(31_001);
    }

    @Test
    void aSingleItemOverTheLimitOfAnOrderPaysInFullAndCounts() {
        var assessment = TAX.assess(purchase(line("4202210000", 8_000)), 0);
        assertThat(assessment.way()).isEqualTo(TaxAssessment.Way.FULL);
        assertThat(assessment.lines().get(0).dutyFen()).isEqualTo(48_000);
        assertThat(assessment.lines().get(0).vatFen()).isEqualTo(110_240);
        assertThat(assessment.taxFen()).isEqualTo(158_240);
        assertThat(assessment.quotaFen()).isEqualTo(800_000);
        assertThat(assessment.findings()).extracting(Finding::rule).containsExactly("TAX-SINGLE-ITEM");
    }

    @Test
    void twoItemsOverTheLimitAreGeneralTrade() {
        var pair = new ImportPurchase.Line(new HsCode("4202210000"), new BigDecimal(2), "011", 500, 500_001);
        for (var purchase : List.of(purchase(pair), purchase(line("4202210000", 3_000), line("9503008390", 2_001)))) {
            var assessment = TAX.assess(purchase, 0);
            assertThat(assessment.way()).isEqualTo(TaxAssessment.Way.GENERAL_TRADE);
            assertThat(assessment.taxFen()).isZero();
            assertThat(assessment.quotaFen()).isZero();
            assertThat(assessment.findings()).extracting(Finding::rule).containsExactly("TAX-ORDER-LIMIT");
        }
    }

    @Test
    void theYearAllowsTwentySixThousandAndNotAFenMore() {
        assertThat(TAX.assess(purchase(line("9503008390", 5_000)), 2_100_000).way())
                .isEqualTo(TaxAssessment.Way.COMPOSITE);
        assertThat(TAX.assess(purchase(line("9503008390", 5_000)), 2_100_001).findings())
                .extracting(Finding::rule)
                .containsExactly("TAX-YEAR-LIMIT");
        assertThat(TAX.assess(purchase(line("9503008390", 27_000)), 0).way())
                .isEqualTo(TaxAssessment.Way.GENERAL_TRADE);
    }

    @Test
    void theYearIsThatOfShanghai() {
        assertThat(ImportLimits.year(Instant.parse("2026-12-31T15:59:59Z"))).isEqualTo(2026);
        assertThat(ImportLimits.year(Instant.parse("2026-12-31T16:00:00Z"))).isEqualTo(2027);
    }

    @Test
    void yearsAgoTheOldLimitsHold() {
        var then = new ImportPurchase(
                "O-1",
                List.of(line("9503008390", 1_500), line("9503008390", 600)),
                0,
                0,
                Instant.parse("2018-12-31T15:00:00Z"));
        var assessment = TAX.assess(then, 0);
        assertThat(assessment.findings()).extracting(Finding::rule).contains("TAX-ORDER-LIMIT");
        assertThat(assessment.version()).startsWith("limits-2016-04-08");
        assertThatThrownBy(() ->
                        TAX.assess(new ImportPurchase("O", List.of(), 0, 0, Instant.parse("2010-01-01T00:00:00Z")), 0))
                .hasMessageContaining("2010-01-01");
    }

    @Test
    void aCodeWithoutRateAndAUnitThatDoesNotFitAreFindings() {
        assertThat(TAX.assess(purchase(line("9701210000", 10)), 0).findings())
                .extracting(Finding::rule)
                .containsExactly("TAX-RATE-UNKNOWN");
        var beer = TAX.assess(purchase(line("2203000000", 10)), 0);
        assertThat(beer.findings()).extracting(Finding::rule).containsExactly("TAX-UNIT");
        assertThat(beer.lines()).isEmpty();
        assertThat(TAX.assess(purchase(line("9503008390", 0)), 0).findings())
                .extracting(Finding::rule)
                .containsExactly("TAX-VALUE");
    }

    @ParameterizedTest
    @CsvSource({"10, 10%", "6.5%, 6.5%", "3元/千克, 3元/千克", "20%+1元/千克, 20%+1元/千克", "1.5元/035, 1.5元/千克", "0, 0%"})
    void ratesAreReadAsTheTariffWritesThem(String text, String shown) {
        assertThat(TaxRate.parse(text)).hasValueSatisfying(r -> assertThat(r).hasToString(shown));
    }

    @ParameterizedTest
    @CsvSource({"''", "free", "-3", "10%+5%+1元/千克", "3元/斗升", "5000美元以下35%"})
    void whatIsNoRateIsNotGuessed(String text) {
        assertThat(TaxRate.parse(text)).isEmpty();
    }

    @Test
    void theOfficialTableIsImportedRowByRow() {
        var official = """
                税则号列,商品名称,最惠国税率(%),增值税率,消费税率
                9503.00.83.90,玩具,0,13,
                2208.3000,威士忌,5,13,20%+1元/千克
                0402.2100,奶粉,10,9,0
                402.2100,奶粉,10,9,0
                8525.89.19,摄像机,"5000美元以下35%;以上3%加9728元",13,
                9503008390,玩具,0,13,
                """;
        var imported = TariffImport.read(
                "tariff-2026.csv",
                new StringReader(official),
                NOW.atZone(ChinaTime.ZONE).toLocalDate());
        assertThat(imported.rows()).isEqualTo(3);
        assertThat(imported.findings())
                .extracting(f -> f.rule() + " " + f.place().line())
                .containsExactly("TARIFF-CODE 5", "TARIFF-RATE 6", "TARIFF-TWICE 7");
        var book = ImportRates.read("official", new StringReader(imported.table()));
        var rate = book.find(
                        new HsCode("2208300000"), NOW.atZone(ChinaTime.ZONE).toLocalDate())
                .orElseThrow();
        assertThat(rate.consumption()).hasToString("20%+1元/千克");
        assertThat(rate.mark()).contains("tariff-2026.csv");
        assertThat(book.find(
                        new HsCode("2208300000"),
                        NOW.atZone(ChinaTime.ZONE).toLocalDate().minusDays(1)))
                .isEmpty();
        assertThat(TariffImport.read("x", new StringReader("a,b\n1,2\n"), rate.from())
                        .findings())
                .hasSize(3);
    }

    @Test
    void twoRatesOfOneCodeOnOneDayAreRefused() {
        var table =
                "hs,valid_from,valid_to,duty,vat,consumption,mark\n9503008390,2020-01-01,,0,13,0,x\n9503008390,2021-01-01,,0,13,0,x\n";
        assertThatThrownBy(() -> ImportRates.read("x", new StringReader(table))).hasMessageContaining("9503008390");
    }
}
