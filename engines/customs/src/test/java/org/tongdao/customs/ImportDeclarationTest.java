package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.CustomsRegime;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;

class ImportDeclarationTest {

    private static final Instant AT = Instant.parse("2026-11-28T04:00:00Z");
    private static final String CARD = "11010519491231002X";
    private static final ImportParties PARTIES =
            new ImportParties(RetailExportTest.PARTIES, "6501230004", "通道支付有限公司", "6501230001");
    private static final ZoneLedger LEDGER = new ZoneLedger("H94001234567", "6501230005", "通道保税仓储有限公司");
    private static final RegimeRules RULES = Regimes.read("regimes", Tables.data("regimes.csv"))
            .on(CustomsRegime.BONDED_1210, TradeWay.IMPORT, LocalDate.parse("2026-11-28"));
    private static final ListTerms DIRECT = terms(CustomsRegime.DIRECT_EXPORT_9610, ZoneLedger.NONE);
    private static final ListTerms BONDED = terms(CustomsRegime.BONDED_1210, LEDGER);

    private final ImportDeclaration declaration = new ImportDeclaration(PARTIES, Tables.tariff());
    private final ImportRules rules = new ImportRules(
            Tables.tariff(),
            Screening.read("prohibited", Tables.data("prohibited.csv")),
            new ImportTax(
                    ImportLimits.read(Tables.data("import-limits.csv")),
                    ImportRates.read("rates-starter", Tables.data("import-rates.csv"))));

    private static ListTerms terms(CustomsRegime regime, ZoneLedger ledger) {
        var rules = Regimes.read("regimes", Tables.data("regimes.csv"))
                .on(regime, TradeWay.IMPORT, LocalDate.parse("2026-11-28"));
        return ListTerms.of(regime, rules, RegimeCase.plain(BigDecimal.ONE), ledger);
    }

    private static ImportParcel.Line sweets(String recordNo) {
        return new ImportParcel.Line(
                "SWEET-1",
                recordNo,
                "巧克力糖果",
                "Alma|水果味|500克",
                new HsCode("1704900000"),
                "KZ",
                2,
                "011",
                new BigDecimal("50.00"),
                1_000);
    }

    private static ImportParcel parcel(String card, String vehicle, ImportParcel.Line... lines) {
        return new ImportParcel(
                "C-1",
                "ORDER-1",
                "LX1",
                new ImportParcel.Buyer("user-1", "张三", card, "13912345678", "李四", "13912345679", "乌鲁木齐市天山区1号"),
                new ImportParcel.Payment(
                        "PAY-1", AT, new BigDecimal("10.00"), new BigDecimal("10.01"), new BigDecimal("5.00")),
                new ImportParcel.Carriage("3", vehicle, "X8002", "CSQU3054383", "KZ", 1_200),
                AT,
                List.of(lines));
    }

    private List<CebDocument> all(ImportParcel parcel, ListTerms terms) {
        return List.of(
                declaration.order(parcel, terms),
                declaration.payment(parcel),
                declaration.waybill(parcel),
                declaration.list(parcel, terms));
    }

    @Test
    void allFourPapersOfBothRegimesObeyCatalogueAndSchema() {
        for (var terms : List.of(DIRECT, BONDED)) {
            for (var document : all(parcel(CARD, "X8002", sweets(terms == BONDED ? "0007" : "")), terms)) {
                assertThat(CebCheck.check(document, Strictness.OUTBOUND))
                        .as(document.type().code())
                        .isEmpty();
                var message = CebMessage.sent(
                        Guid.of(document.type().code()), List.of(document), RetailExportTest.PARTIES.transfer());
                assertThat(OfficialSchemas.complaint(message.type(), Envelope.seal(message, Samples.KEY)))
                        .isEmpty();
            }
        }
    }

    @Test
    void directImportNamesTheTrainAndBondedImportTheAccountBook() {
        var direct = declaration.list(parcel(CARD, "X8002", sweets("")), DIRECT);
        assertThat(direct.get("tradeMode")).isEqualTo("9610");
        assertThat(direct.get("voyageNo")).isEqualTo("X8002");
        assertThat(direct.find("emsNo").orElse("")).isEmpty();
        var bonded = declaration.list(parcel(CARD, "", sweets("0007")), BONDED);
        assertThat(bonded.get("tradeMode")).isEqualTo("1210");
        assertThat(bonded.get("emsNo")).isEqualTo("H94001234567");
        assertThat(bonded.get("areaCode")).isEqualTo("6501230005");
        assertThat(bonded.get(0, "itemRecordNo")).isEqualTo("0007");
        assertThat(bonded.find("trafNo").orElse("")).isEmpty();
    }

    @Test
    void orderPaymentAndWaybillMatchEachOther() {
        var parcel = parcel(CARD, "X8002", sweets(""));
        var order = declaration.order(parcel, DIRECT);
        var payment = declaration.payment(parcel);
        var waybill = declaration.waybill(parcel);
        assertThat(order.get("acturalPaid")).isEqualTo("115.01").isEqualTo(payment.get("amountPaid"));
        assertThat(order.get("payTransactionId")).isEqualTo(payment.get("payTransactionId"));
        var documents = new ThreeDocumentMatch.Documents(
                List.of(MatchOrder.of(order)),
                List.of(MatchPayment.of(payment)),
                List.of(MatchWaybill.of(waybill, order.get("ebpCode"))));
        assertThat(new ThreeDocumentMatch(RULES.match()).match(documents))
                .extracting(MatchOutcome::verdict)
                .containsExactly(MatchVerdict.MATCHED);
    }

    @Test
    void aGoodParcelHasNothingAgainstIt() {
        assertThat(rules.check(parcel(CARD, "X8002", sweets("")), DIRECT)).isEmpty();
        assertThat(rules.check(parcel(CARD, "", sweets("0007")), BONDED)).isEmpty();
    }

    @Test
    void whatCannotBeDeclaredIsSaid() {
        var bad = new ImportParcel.Line(
                "S", "", "糖果", "无品牌", new HsCode("9701210000"), "XX", 1, "999", new BigDecimal("6000"), 9_000);
        assertThat(rules.check(parcel("110105194912310021", "", bad), DIRECT))
                .extracting(Finding::rule)
                .containsExactly(
                        "IMPORT-IDENTITY",
                        "IMPORT-WEIGHT",
                        "IMPORT-VEHICLE",
                        "IMPORT-HS",
                        "IMPORT-UNIT",
                        "IMPORT-COUNTRY");
        assertThat(rules.check(parcel(CARD, "", sweets("")), BONDED))
                .extracting(Finding::rule)
                .containsExactly("IMPORT-RECORD");
    }

    @Test
    void aNumberOfACardIsNotRepeatedInItsFinding() {
        var finding = rules.check(parcel("110105194912310021", "X8002", sweets("")), DIRECT)
                .get(0);
        assertThat(finding.value()).isEqualTo("**************0021");
    }

    @Test
    void anOrderOverTheLimitStopsAndAnotherTaxIsAWarning() {
        var line = sweets("");
        var dear = new ImportParcel.Line(
                "A", "", line.name(), line.model(), line.hs(), "KZ", 2, "011", new BigDecimal("2600"), 1_000);
        assertThat(rules.check(parcel(CARD, "X8002", dear), DIRECT))
                .filteredOn(Finding::stops)
                .extracting(Finding::rule)
                .containsExactly("TAX-ORDER-LIMIT");
        var cheap = new ImportParcel.Line(
                "A", "", line.name(), line.model(), line.hs(), "KZ", 1, "011", new BigDecimal("50"), 1_000);
        assertThat(rules.check(parcel(CARD, "X8002", cheap), DIRECT))
                .extracting(f -> f.rule() + " " + f.severity())
                .containsExactly("IMPORT-TAX WARNING");
    }

    @Test
    void theLastCharacterOfAnIdentityCardChecks() {
        assertThat(ImportRules.isIdentityCard(CARD)).isTrue();
        assertThat(ImportRules.isIdentityCard("110105194912310021")).isFalse();
        assertThat(ImportRules.isIdentityCard("11010519491231")).isFalse();
    }
}
