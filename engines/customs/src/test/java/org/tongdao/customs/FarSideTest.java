package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;

class FarSideTest {

    private static final FarSide FAR =
            FarSide.read("far-side", Tables.data("far-side.csv"), Tables.data("stop-words.csv"));

    private static final FarParcel.Sale SALE = new FarParcel.Sale("WB", "O-1");

    private static FarSide.Rules on(String country, String day) {
        return FAR.on(country, LocalDate.parse(day));
    }

    private static FarParcel.Item item(String hs, String value) {
        return new FarParcel.Item(new HsCode(hs), "plastic building blocks", new BigDecimal(value), "CN", "M-1", "F-1");
    }

    private static FarParcel parcel(String country, long grams, FarParcel.Item... items) {
        return new FarParcel(
                "LX1",
                country,
                "Seller",
                "Jan Kowalski",
                "Warszawa 1",
                "IM1234567890",
                "PL123",
                "OP-1",
                SALE,
                grams,
                BigDecimal.ZERO,
                List.of(items));
    }

    @Test
    void upToAHundredAndFiftyEuroEachDistinctHs6PaysThreeEuro() {
        var two = parcel("PL", 500, item("9503008390", "40"), item("9503006000", "30"), item("6911101900", "20"));
        var assessment = EuropeanArrival.assess(two, on("PL", "2026-11-28"));
        assertThat(assessment.dutyEur()).isEqualByComparingTo("6");
        assertThat(assessment.procedure()).isEqualTo("F48");
        assertThat(assessment.isComplete()).isTrue();
        assertThat(assessment.trace())
                .extracting(FarStep::text)
                .contains("2 distinct HS6 and origin × EUR 3 = EUR 6", "VAT was paid at the sale (IOSS)");
        assertThat(assessment.version()).isEqualTo("far-side-2026-11-01");
        assertThat(EuropeanArrival.assess(two, on("PL", "2026-06-30")).dutyEur())
                .isZero();
        assertThat(EuropeanArrival.assess(two, on("PL", "2026-06-30")).procedure())
                .isEqualTo("C07+F48");
        assertThat(EuropeanArrival.assess(two, on("PL", "2028-07-01")).dutyEur())
                .isZero();
    }

    @Test
    void aboveItIsAFullDeclaration() {
        var dear = EuropeanArrival.assess(parcel("PL", 500, item("9503008390", "150.01")), on("PL", "2026-11-28"));
        assertThat(dear.procedure()).isEqualTo("H1");
        assertThat(dear.dutyEur()).isZero();
        assertThat(dear.findings()).extracting(Finding::rule).containsExactly("EU-H1");
        assertThat(EuropeanArrival.assess(parcel("PL", 500, item("9503008390", "150")), on("PL", "2026-11-28"))
                        .procedure())
                .isEqualTo("F48");
    }

    @Test
    void nationalFeesCountFromTheirDay() {
        assertThat(EuropeanArrival.assess(parcel("RO", 500, item("9503008390", "10")), on("RO", "2026-11-28"))
                        .feeEur())
                .isEqualByComparingTo("5");
        assertThat(EuropeanArrival.assess(parcel("RO", 500, item("9503008390", "10")), on("RO", "2025-12-31"))
                        .feeEur())
                .isZero();
        assertThat(EuropeanArrival.assess(parcel("PL", 500, item("9503008390", "10")), on("PL", "2026-11-28"))
                        .feeEur())
                .isZero();
    }

    @Test
    void productIdentifiersAreNeededSinceNovember() {
        var bare = new FarParcel.Item(new HsCode("9503008390"), "toy blocks", BigDecimal.TEN, "CN", "M-1", "");
        assertThat(rules(parcel("PL", 500, bare), "2026-11-01")).containsExactly("EU-PRODUCT-ID");
        assertThat(rules(parcel("PL", 500, bare), "2026-10-31")).isEmpty();
    }

    @Test
    void whatIcs2RejectsIsFoundBefore() {
        var vague = new FarParcel.Item(new HsCode("9503"), "Gifts", BigDecimal.ZERO, "CN", "M", "F");
        var parcel = new FarParcel("LX1", "PL", "", "", "", "PL99", "", "", SALE, 0, BigDecimal.ZERO, List.of(vague));
        assertThat(rules(parcel, "2026-11-28"))
                .containsExactlyInAnyOrder(
                        "EU-DATA-MISSING",
                        "EU-DATA-MISSING",
                        "EU-DATA-MISSING",
                        "EU-DATA-MISSING",
                        "EU-DATA-MISSING",
                        "EU-IOSS",
                        "EU-HS",
                        "EU-STOP-WORD",
                        "EU-VALUE");
        var good =
                new FarParcel.Item(new HsCode("950300"), "gift box of wooden blocks", BigDecimal.ONE, "CN", "M", "F");
        assertThat(rules(parcel("PL", 1, good), "2026-11-28")).isEmpty();
        assertThat(rules(parcel("PL", 1), "2026-11-28")).containsExactly("EU-DATA-MISSING");
    }

    private static List<String> rules(FarParcel parcel, String day) {
        return EuropeanArrival.assess(parcel, on("PL", day)).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    @ParameterizedTest(name = "EUR {0}, {1} g on {2}")
    @CsvSource({
        "200, 5000, 2026-06-30, 0, 0", "300, 5000, 2026-06-30, 15.00, 0", "300, 12000, 2026-06-30, 24.00, 0",
                "100, 33000, 2026-06-30, 4.00, 0",
        "200, 5000, 2026-11-28, 0, 0", "300, 5000, 2026-11-28, 15.00, 50.40", "300, 40000, 2026-11-28, 40.00, 54.40",
                "100, 33000, 2026-11-28, 0, 0"
    })
    void kazakhstanTakesDutyOnTheExcessAndSinceTheNewRegimeOnTheWholeValue(
            String value, long grams, String day, BigDecimal duty, BigDecimal vat) {
        var assessment = EurasianArrival.assess(parcel("KZ", grams, item("9503008390", value)), on("KZ", day));
        assertThat(assessment.dutyEur()).isEqualByComparingTo(duty);
        assertThat(assessment.vatEur()).isEqualByComparingTo(vat);
        assertThat(assessment.isComplete()).isTrue();
    }

    @Test
    void aRuleWhoseStartIsNotConfirmedSaysSo() {
        assertThat(EurasianArrival.assess(parcel("KZ", 500, item("9503008390", "300")), on("KZ", "2026-11-28"))
                        .mark())
                .contains("not confirmed");
        assertThat(EurasianArrival.assess(parcel("KZ", 500, item("9503008390", "300")), on("KZ", "2026-06-30"))
                        .mark())
                .isEqualTo("[S]");
        assertThat(EurasianArrival.assess(parcel("BY", 500, item("9503008390", "300")), on("BY", "2026-11-28"))
                        .trace())
                .contains(new FarStep(FarStep.Kind.VAT_UNKNOWN, List.of("BY")));
    }

    @Test
    void alcoholAndParcelsWithoutOperatorStopInTheNewRegime() {
        var wine = EurasianArrival.assess(parcel("KZ", 500, item("2204210000", "30")), on("KZ", "2026-11-28"));
        assertThat(wine.findings()).extracting(Finding::rule).containsExactly("EAEU-EXCLUDED");
        assertThat(wine.basis()).extracting(FarBasis::rule).contains("excluded-goods", "excluded-alcohol");
        assertThat(EurasianArrival.assess(parcel("KZ", 500, item("2204210000", "30")), on("KZ", "2026-06-30"))
                        .findings())
                .isEmpty();
        var cigars = EurasianArrival.assess(parcel("BY", 500, item("2402100000", "30")), on("BY", "2026-11-28"));
        assertThat(cigars.findings()).extracting(Finding::rule).containsExactly("EAEU-EXCLUDED");
    }

    @Test
    void goodsThatMayBeUnderLicenceAskAndSayHowSureThatIs() {
        var radio = EurasianArrival.assess(parcel("KZ", 500, item("8517690000", "30")), on("KZ", "2026-11-28"));
        assertThat(radio.isComplete()).as("a question, no stop").isTrue();
        assertThat(radio.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("EAEU-LICENSED");
            assertThat(f.maybe()).contains("radio transmitters", "Maybe");
        });
        assertThat(radio.mark()).contains("[M] verify");
        assertThat(EurasianArrival.assess(parcel("KZ", 500, item("8518300000", "30")), on("KZ", "2026-11-28"))
                        .findings())
                .as("headphones")
                .isEmpty();
    }

    @Test
    void theOperatorsDeclarationNeedsShopOrderAndBothParties() {
        var nothing = new FarParcel.Sale("", "");
        var nobody = new FarParcel("LX1", "KZ", "", "", "", "", "", "", nothing, 0, BigDecimal.ZERO, List.of());
        assertThat(columns(nobody, "2026-11-28"))
                .containsExactly("sender", "buyer", "address", "gross_g", "items", "operator", "platform", "order_no");
        assertThat(columns(nobody, "2026-06-30"))
                .as("before, without operator")
                .containsExactly("sender", "buyer", "address", "gross_g", "items");
        var bare = new FarParcel.Item(new HsCode("9503008390"), "", BigDecimal.ZERO, "CN", "", "");
        assertThat(columns(parcel("KZ", 500, bare), "2026-11-28")).containsExactly("description", "value_eur");
    }

    private static List<String> columns(FarParcel parcel, String day) {
        return EurasianArrival.assess(parcel, on("KZ", day)).findings().stream()
                .map(f -> f.place().column())
                .toList();
    }

    @Test
    void whileTheStartIsNotConfirmedWhatTheRulesBeforeWouldTakeIsSaid() {
        var heavy = EurasianArrival.assess(parcel("KZ", 33_000, item("9503008390", "100")), on("KZ", "2026-11-28"));
        assertThat(heavy.dutyEur()).isZero();
        assertThat(heavy.trace()).contains(new FarStep(FarStep.Kind.UNCONFIRMED, List.of("2026-07-01", "4")));
        var same = EurasianArrival.assess(parcel("KZ", 5_000, item("9503008390", "300")), on("KZ", "2026-11-28"));
        assertThat(same.trace()).extracting(FarStep::kind).doesNotContain(FarStep.Kind.UNCONFIRMED);
        var before = EurasianArrival.assess(parcel("KZ", 33_000, item("9503008390", "100")), on("KZ", "2026-06-30"));
        assertThat(before.trace()).extracting(FarStep::kind).doesNotContain(FarStep.Kind.UNCONFIRMED);
    }

    @Test
    void everyAssessmentNamesItsRulesWithSourceAndCertainty() {
        var basis = EuropeanArrival.assess(parcel("RO", 500, item("9503008390", "10")), on("RO", "2026-11-28"))
                .basis();
        assertThat(basis).allSatisfy(b -> {
            assertThat(b.source()).isNotBlank();
            assertThat(b.mark()).startsWith("[");
        });
        assertThat(basis)
                .extracting(FarBasis::rule, FarBasis::place, FarBasis::value)
                .contains(tuple("duty-per-item-eur", "EU", "3"), tuple("national-fee-eur", "RO", "5"));
    }

    @ParameterizedTest
    @EnumSource(FarStep.Kind.class)
    void aStepIsToldWithItsValues(FarStep.Kind kind) {
        int places = (int) kind.english().chars().filter(c -> c == '{').count();
        var values = IntStream.range(0, places).mapToObj(i -> "value" + i).toList();
        assertThat(values).allMatch(new FarStep(kind, values).text()::contains);
        assertThat(new FarStep(kind, values).text()).doesNotContain("{");
    }

    @Test
    void eachCountryIsAssessedByTheRulesOfItsUnion() {
        var day = LocalDate.parse("2026-11-28");
        var goods = item("9503008390", "40");
        assertThat(FAR.assess(parcel("HU", 500, goods), day))
                .hasValueSatisfying(a -> assertThat(a.procedure()).isEqualTo("F48"));
        assertThat(FAR.assess(parcel("KZ", 500, goods), day))
                .hasValueSatisfying(a -> assertThat(a.procedure()).isNotEqualTo("F48"));
        assertThat(FAR.assess(parcel("TJ", 500, goods), day)).isEmpty();
    }

    @Test
    void everyRowOfTheFarSideHasSourceAndMark() {
        for (var row : CsvTable.read(Tables.data("far-side.csv"))) {
            assertThat(row.get("source")).isNotBlank();
            assertThat(row.get("mark")).startsWith("[");
        }
    }
}
