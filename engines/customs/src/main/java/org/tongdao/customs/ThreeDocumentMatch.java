package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The three-document match (三单比对): do order, payment and waybill of one purchase say the same? What customs compares before it takes a list.
 *
 * <p>A pure function with a trace: each comparison is recorded with both values and the reason, so that a person can accept a near miss and mend a
 * conflict. Derived from the field rules of the specification 2022-05; that buyer and payer are one person is from memory. Linear in the number of
 * documents; for millions let the database find the unequal ones and ask {@link #judge} for these only.
 */
public final class ThreeDocumentMatch {

    /** What is to be matched. */
    public record Documents(List<MatchOrder> orders, List<MatchPayment> payments, List<MatchWaybill> waybills) {

        public Documents {
            orders = List.copyOf(orders);
            payments = List.copyOf(payments);
            waybills = List.copyOf(waybills);
        }
    }

    private final MatchRules rules;

    public ThreeDocumentMatch(MatchRules rules) {
        this.rules = rules;
    }

    /** Outcomes of all orders in their order, then of payments and waybills that no order claims. */
    public List<MatchOutcome> match(Documents documents) {
        Map<String, List<MatchPayment>> payments = new HashMap<>();
        documents
                .payments()
                .forEach(p -> listed(payments, key(p.payCode(), p.payNo())).add(p));
        Map<String, List<MatchWaybill>> waybills = new HashMap<>();
        documents
                .waybills()
                .forEach(w ->
                        listed(waybills, key(w.platformCode(), w.orderNo())).add(w));
        var orders = new HashMap<String, Integer>();
        documents.orders().forEach(o -> orders.merge(key(o.platformCode(), o.orderNo()), 1, Integer::sum));
        var outcomes = new ArrayList<MatchOutcome>();
        var claimed = new HashSet<String>();
        for (var order : documents.orders()) {
            var payKey = key(order.payCode(), order.payNo());
            var key = key(order.platformCode(), order.orderNo());
            claimed.add(payKey);
            outcomes.add(judge(
                    order,
                    order.namesPayment() ? payments.getOrDefault(payKey, List.of()) : List.of(),
                    waybills.getOrDefault(key, List.of()),
                    orders.getOrDefault(key, 1)));
        }
        documents.payments().stream()
                .filter(p -> !claimed.contains(key(p.payCode(), p.payNo())))
                .forEach(p -> outcomes.add(unclaimed(p)));
        documents.waybills().stream()
                .filter(w -> !orders.containsKey(key(w.platformCode(), w.orderNo())))
                .forEach(w -> outcomes.add(unclaimed(w)));
        return outcomes;
    }

    /**
     * Judges one order with what was found for it.
     *
     * @param payments all payments under the order's payment key
     * @param waybills all waybills under the order's key
     * @param sameNumber how many orders have this key, at least 1
     */
    public MatchOutcome judge(
            MatchOrder order, List<MatchPayment> payments, List<MatchWaybill> waybills, int sameNumber) {
        var trace = new ArrayList<MatchStep>();
        if (sameNumber > 1) {
            trace.add(new MatchStep(
                    "ORDER-ONCE",
                    MatchVerdict.CONFLICT,
                    order.orderNo(),
                    String.valueOf(sameNumber),
                    "订单号重复",
                    "the order number stands on several orders"));
        }
        trace.add(amount("ORDER-SUM", order.paid(), order.sum()));
        payment(trace, order, payments);
        waybill(trace, order, waybills);
        return MatchOutcome.of(order.orderNo(), trace);
    }

    /** The outcome of a payment that no order names. */
    public static MatchOutcome unclaimed(MatchPayment payment) {
        return MatchOutcome.of(
                payment.payNo(),
                List.of(MatchStep.missing("ORDER", payment.orderNo(), "支付单没有对应的订单", "no order names this payment")));
    }

    /** The outcome of a waybill whose order is not there. */
    public static MatchOutcome unclaimed(MatchWaybill waybill) {
        return MatchOutcome.of(
                waybill.waybillNo(),
                List.of(MatchStep.missing(
                        "ORDER", waybill.orderNo(), "运单没有对应的订单", "the order of this waybill is not there")));
    }

    private void payment(List<MatchStep> trace, MatchOrder order, List<MatchPayment> payments) {
        if (payments.isEmpty()) {
            if (rules.paymentNeeded() || order.namesPayment()) {
                trace.add(MatchStep.missing("PAYMENT", order.payNo(), "缺少支付单", "the payment is not there"));
            }
            return;
        }
        if (payments.size() > 1) {
            trace.add(several(
                    "PAYMENT-ONCE",
                    order.payNo(),
                    payments.size(),
                    "一个支付号对应多张支付单",
                    "several payments have this number"));
            return;
        }
        var payment = payments.get(0);
        trace.add(MatchText.text("PAYMENT-ORDER", order.orderNo(), payment.orderNo()));
        trace.add(MatchText.text("PAYMENT-PLATFORM", order.platformCode(), payment.platformCode()));
        trace.add(amount("AMOUNT", order.paid(), payment.amount()));
        trace.add(MatchText.text("CURRENCY", order.currency(), payment.currency()));
        if (rules.buyerPays()) {
            trace.add(MatchText.text("PAYER", order.buyerName(), payment.payerName()));
            trace.add(id(order.buyerId(), payment.payerId()));
        }
    }

    private static void waybill(List<MatchStep> trace, MatchOrder order, List<MatchWaybill> waybills) {
        if (waybills.isEmpty()) {
            trace.add(MatchStep.missing("WAYBILL", order.orderNo(), "缺少运单", "the waybill is not there"));
            return;
        }
        if (waybills.size() > 1) {
            trace.add(several(
                    "WAYBILL-ONCE",
                    order.orderNo(),
                    waybills.size(),
                    "一个订单对应多张运单",
                    "several waybills carry this order"));
            return;
        }
        var waybill = waybills.get(0);
        trace.add(MatchText.text("CONSIGNEE", order.consignee(), waybill.consignee()));
        trace.add(MatchText.phone("PHONE", order.phone(), waybill.phone()));
        trace.add(MatchText.text("ADDRESS", order.address(), waybill.address()));
    }

    private MatchStep amount(String rule, BigDecimal left, BigDecimal right) {
        var difference = left.subtract(right).abs();
        if (difference.signum() == 0) {
            return MatchStep.same(rule, left.toPlainString());
        }
        boolean near = difference.compareTo(rules.tolerance()) <= 0;
        var by = RetailExport.number(difference);
        return new MatchStep(
                rule,
                near ? MatchVerdict.NEAR_MISS : MatchVerdict.CONFLICT,
                left.toPlainString(),
                right.toPlainString(),
                near ? "金额相差 " + by + "：税额舍入" : "金额相差 " + by,
                near ? "amount differs " + by + ": tax rounding" : "amount differs " + by);
    }

    private static MatchStep id(String left, String right) {
        var step = MatchText.text("PAYER-ID", left, right);
        return new MatchStep(step.rule(), step.verdict(), shortened(left), shortened(right), step.zh(), step.en());
    }

    private static String shortened(String id) {
        return id.length() <= 4 ? "…" : "…" + id.substring(id.length() - 4);
    }

    private static MatchStep several(String rule, String key, int count, String zh, String en) {
        return new MatchStep(rule, MatchVerdict.CONFLICT, key, String.valueOf(count), zh, en);
    }

    private static <T> List<T> listed(Map<String, List<T>> map, String key) {
        return map.computeIfAbsent(key, k -> new ArrayList<>());
    }

    private static String key(String owner, String number) {
        return owner + "\u0000" + number;
    }
}
