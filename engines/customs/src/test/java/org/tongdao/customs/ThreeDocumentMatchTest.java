package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeDocumentMatchTest {

    private static final ThreeDocumentMatch IMPORT =
            new ThreeDocumentMatch(new MatchRules(true, true, new BigDecimal("0.01"), "test"));
    private static final ThreeDocumentMatch EXPORT =
            new ThreeDocumentMatch(new MatchRules(false, false, new BigDecimal("0.01"), "test"));

    private final MatchOrder order = order("O-1");
    private final MatchPayment payment = payment("O-1", "113.80");
    private final MatchWaybill waybill = waybill("O-1", "13912345678", "北京市朝阳区1号");

    private static MatchOrder order(String no) {
        return new MatchOrder(
                no,
                "P",
                "张三",
                "110101199001011234",
                "张三",
                "13912345678",
                "北京市朝阳区1号",
                "PAY",
                "T-" + no,
                money("100"),
                money("5"),
                money("10.80"),
                money("2"),
                money("113.80"),
                "142");
    }

    private static MatchPayment payment(String no, String amount) {
        return new MatchPayment("PAY", "T-" + no, no, "P", "张三", "110101199001011234", money(amount), "142");
    }

    private static MatchWaybill waybill(String no, String phone, String address) {
        return new MatchWaybill("C", "W-" + no, no, "P", "张三", phone, address);
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    private static MatchOutcome one(
            ThreeDocumentMatch match, MatchOrder o, List<MatchPayment> p, List<MatchWaybill> w) {
        return match.match(new ThreeDocumentMatch.Documents(List.of(o), p, w)).get(0);
    }

    @Test
    void threeDocumentsThatSayTheSameMatch() {
        var outcome = one(IMPORT, order, List.of(payment), List.of(waybill));
        assertThat(outcome.verdict()).isEqualTo(MatchVerdict.MATCHED);
        assertThat(outcome.trace())
                .extracting(MatchStep::rule)
                .containsExactly(
                        "ORDER-SUM",
                        "PAYMENT-ORDER",
                        "PAYMENT-PLATFORM",
                        "AMOUNT",
                        "CURRENCY",
                        "PAYER",
                        "PAYER-ID",
                        "CONSIGNEE",
                        "PHONE",
                        "ADDRESS");
        assertThat(outcome.reasons()).isEmpty();
    }

    @Test
    void aFenMoreOrLessIsRounding() {
        var outcome = one(IMPORT, order, List.of(payment("O-1", "113.81")), List.of(waybill));
        assertThat(outcome.verdict()).isEqualTo(MatchVerdict.NEAR_MISS);
        assertThat(outcome.reasons()).extracting(MatchStep::en).containsExactly("amount differs 0.01: tax rounding");
        assertThat(one(IMPORT, order, List.of(payment("O-1", "113.82")), List.of(waybill))
                        .verdict())
                .isEqualTo(MatchVerdict.CONFLICT);
        assertThat(one(IMPORT, order, List.of(payment("O-1", "113.8")), List.of(waybill))
                        .verdict())
                .as("the same amount written otherwise")
                .isEqualTo(MatchVerdict.MATCHED);
    }

    @ParameterizedTest
    @CsvSource({
        "8613912345678, country prefix",
        "+86 139-1234-5678, country prefix",
        "008613912345678, country prefix",
        "139 1234 5678, separators",
        "13912345679, documents differ",
        "5678, documents differ",
        "9913912345678, documents differ"
    })
    void aPhoneIsComparedAsAClerkDoes(String phone, String why) {
        var outcome = one(IMPORT, order, List.of(payment), List.of(waybill("O-1", phone, order.address())));
        assertThat(outcome.reasons())
                .singleElement()
                .satisfies(s -> assertThat(s.en()).contains(why));
    }

    @Test
    void anAddressThatDiffersInWidthOrBlanksIsNear() {
        var outcome = one(IMPORT, order, List.of(payment), List.of(waybill("O-1", order.phone(), "北京市 朝阳区，１号")));
        assertThat(outcome.verdict()).isEqualTo(MatchVerdict.NEAR_MISS);
        assertThat(one(IMPORT, order, List.of(payment), List.of(waybill("O-1", order.phone(), "北京市海淀区1号")))
                        .verdict())
                .isEqualTo(MatchVerdict.CONFLICT);
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertThat(one(IMPORT, order, List.of(), List.of(waybill)).reasons())
                .extracting(MatchStep::rule)
                .containsExactly("PAYMENT");
        assertThat(one(IMPORT, order, List.of(payment), List.of()).reasons())
                .extracting(MatchStep::rule)
                .containsExactly("WAYBILL");
        assertThat(one(IMPORT, order, List.of(), List.of()).verdict()).isEqualTo(MatchVerdict.MISSING);
    }

    @Test
    void exportsNeedNoPaymentUnlessTheOrderNamesOne() {
        var plain = new MatchOrder(
                "O-1",
                "P",
                "",
                "",
                "张三",
                order.phone(),
                order.address(),
                "",
                "",
                money("1"),
                money("0"),
                money("0"),
                money("0"),
                money("1"),
                "142");
        assertThat(one(EXPORT, plain, List.of(), List.of(waybill)).verdict()).isEqualTo(MatchVerdict.MATCHED);
        assertThat(one(EXPORT, order, List.of(), List.of(waybill)).verdict()).isEqualTo(MatchVerdict.MISSING);
        assertThat(one(IMPORT, plain, List.of(), List.of(waybill)).verdict()).isEqualTo(MatchVerdict.MISSING);
    }

    @Test
    void somebodyElsesPaymentIsAConflictAndIdsAreNotShown() {
        var other = new MatchPayment("PAY", "T-O-1", "O-1", "P", "李四", "110101199001019999", money("113.80"), "142");
        var outcome = one(IMPORT, order, List.of(other), List.of(waybill));
        assertThat(outcome.reasons()).extracting(MatchStep::rule).containsExactly("PAYER", "PAYER-ID");
        assertThat(outcome.trace().toString())
                .doesNotContain("110101199001011234")
                .contains("…1234");
        assertThat(one(EXPORT, order, List.of(other), List.of(waybill)).verdict())
                .isEqualTo(MatchVerdict.MATCHED);
    }

    @Test
    void twoDocumentsUnderOneNumberAreAConflict() {
        assertThat(one(IMPORT, order, List.of(payment, payment), List.of(waybill))
                        .reasons())
                .extracting(MatchStep::rule)
                .containsExactly("PAYMENT-ONCE");
        assertThat(one(IMPORT, order, List.of(payment), List.of(waybill, waybill))
                        .reasons())
                .extracting(MatchStep::rule)
                .containsExactly("WAYBILL-ONCE");
        var outcomes = IMPORT.match(
                new ThreeDocumentMatch.Documents(List.of(order, order), List.of(payment), List.of(waybill)));
        assertThat(outcomes)
                .hasSize(2)
                .allSatisfy(
                        o -> assertThat(o.reasons()).extracting(MatchStep::rule).containsExactly("ORDER-ONCE"));
    }

    @Test
    void paymentsAndWaybillsThatNobodyNamesAreListedLast() {
        var outcomes = IMPORT.match(new ThreeDocumentMatch.Documents(
                List.of(order), List.of(payment("X", "1"), payment), List.of(waybill("Y", "1", ""), waybill)));
        assertThat(outcomes).extracting(MatchOutcome::key).containsExactly("O-1", "T-X", "W-Y");
        assertThat(outcomes)
                .extracting(MatchOutcome::verdict)
                .containsExactly(MatchVerdict.MATCHED, MatchVerdict.MISSING, MatchVerdict.MISSING);
    }

    @Test
    void aSumThatDoesNotAddUpIsAConflict() {
        var wrong = new MatchOrder(
                "O-1",
                "P",
                "张三",
                "110101199001011234",
                "张三",
                order.phone(),
                order.address(),
                "PAY",
                "T-O-1",
                money("100"),
                money("5"),
                money("10.80"),
                money("0"),
                money("113.80"),
                "142");
        assertThat(one(IMPORT, wrong, List.of(payment), List.of(waybill)).reasons())
                .extracting(MatchStep::toString)
                .containsExactly("ORDER-SUM CONFLICT '113.80' / '115.80': amount differs 2");
    }

    @Test
    void theOrderOfTheFilesDoesNotMatter() {
        var orders = new ArrayList<MatchOrder>();
        var payments = new ArrayList<MatchPayment>();
        var waybills = new ArrayList<MatchWaybill>();
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            orders.add(order("O-" + i));
            if (random.nextInt(10) > 0) {
                payments.add(payment("O-" + i, random.nextInt(5) == 0 ? "113.81" : "113.80"));
            }
            if (random.nextInt(10) > 0) {
                waybills.add(waybill("O-" + i, random.nextInt(5) == 0 ? "1" : order.phone(), order.address()));
            }
        }
        var first = IMPORT.match(new ThreeDocumentMatch.Documents(orders, payments, waybills));
        Collections.shuffle(payments, random);
        Collections.shuffle(waybills, random);
        assertThat(IMPORT.match(new ThreeDocumentMatch.Documents(orders, payments, waybills)))
                .isEqualTo(first);
        assertThat(first).extracting(MatchOutcome::verdict).contains(MatchVerdict.values());
    }
}
