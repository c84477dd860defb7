package org.tongdao.customs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * A parcel at the border of the EAEU (Kazakhstan first): free up to a threshold, above it duty on the excess (until mid 2026) or on the full value (the new
 * e-commerce regime, whose start is not confirmed: the mark says so).
 *
 * <p>Duty is the greater of the share of the value and the minimum by weight. VAT is counted on value and duty where our data hold the country's rate.
 */
public final class EurasianArrival {

    private EurasianArrival() {}

    public static FarAssessment assess(FarParcel parcel, FarSide.Rules rules) {
        var trace = new ArrayList<String>();
        var findings = new ArrayList<Finding>();
        complete(parcel, rules, findings);
        boolean fresh = rules.find("full-percent").isPresent();
        var value = parcel.valueEur();
        var kilograms = BigDecimal.valueOf(parcel.grossGrams(), 3);
        var threshold = rules.number("threshold-eur").orElse(BigDecimal.ZERO);
        var heavy = rules.number("threshold-kg").filter(kg -> kilograms.compareTo(kg) > 0);
        boolean above = value.compareTo(threshold) > 0 || heavy.isPresent();
        trace.add("value EUR " + RetailExport.number(value) + ", " + RetailExport.number(kilograms)
                + " kg; free up to EUR "
                + RetailExport.number(threshold)
                + rules.number("threshold-kg")
                        .map(kg -> " and " + RetailExport.number(kg) + " kg")
                        .orElse(""));
        var duty = !above
                ? BigDecimal.ZERO
                : fresh ? full(value, kilograms, rules, trace) : excess(value, kilograms, threshold, rules, trace);
        var vat = above && fresh ? vat(value.add(duty), rules, trace) : BigDecimal.ZERO;
        return new FarAssessment(
                fresh
                        ? "e-commerce declaration by operator"
                        : above ? "passenger customs declaration" : "express register",
                duty,
                vat,
                BigDecimal.ZERO,
                trace,
                rules.version(),
                rules.marks(List.of("threshold-eur", fresh ? "full-percent" : "excess-percent")),
                findings);
    }

    private static BigDecimal full(BigDecimal value, BigDecimal kilograms, FarSide.Rules rules, List<String> trace) {
        return greater(
                value.multiply(share(rules, "full-percent")),
                kilograms.multiply(rules.number("full-min-eur-per-kg").orElse(BigDecimal.ZERO)),
                "of the full value",
                trace);
    }

    private static BigDecimal excess(
            BigDecimal value, BigDecimal kilograms, BigDecimal threshold, FarSide.Rules rules, List<String> trace) {
        var over = value.subtract(threshold).max(BigDecimal.ZERO);
        var byWeight = rules.number("threshold-kg")
                .map(kg -> kilograms.subtract(kg).max(BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO);
        // over the value alone the whole weight counts, over the weight alone only what is over
        var weight = over.signum() > 0 ? kilograms : byWeight;
        return greater(
                over.multiply(share(rules, "excess-percent")),
                weight.multiply(rules.number("excess-min-eur-per-kg").orElse(BigDecimal.ZERO)),
                "of the excess of EUR " + RetailExport.number(over),
                trace);
    }

    private static BigDecimal greater(BigDecimal share, BigDecimal weight, String what, List<String> trace) {
        var duty = cents(share.max(weight));
        trace.add("duty " + what + " EUR " + RetailExport.number(cents(share)) + ", by weight at least EUR "
                + RetailExport.number(cents(weight)) + ": EUR " + RetailExport.number(duty));
        return duty;
    }

    private static BigDecimal vat(BigDecimal base, FarSide.Rules rules, List<String> trace) {
        var rate = rules.number("vat-percent");
        if (rate.isEmpty()) {
            trace.add("VAT of " + rules.country() + " is not in our data");
            return BigDecimal.ZERO;
        }
        var vat = cents(base.multiply(rate.get().movePointLeft(2)));
        trace.add("VAT " + RetailExport.number(rate.get()) + " % of EUR " + RetailExport.number(base) + " = EUR "
                + RetailExport.number(vat));
        return vat;
    }

    private static BigDecimal share(FarSide.Rules rules, String rule) {
        return rules.number(rule).orElse(BigDecimal.ZERO).movePointLeft(2);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static void complete(FarParcel parcel, FarSide.Rules rules, List<Finding> findings) {
        if (parcel.buyer().isBlank()) {
            findings.add(missing(parcel, "buyer", "The declaration names the recipient."));
        }
        if (parcel.grossGrams() <= 0) {
            findings.add(missing(parcel, "gross_g", "The least duty is by weight."));
        }
        if (rules.find("operator-declares").isPresent() && parcel.operator().isBlank()) {
            findings.add(missing(
                    parcel,
                    "operator",
                    "A registered e-commerce operator declares (start of this rule not confirmed)."));
        }
        if (parcel.items().isEmpty()) {
            findings.add(missing(parcel, "items", "A parcel holds at least one item."));
        }
        for (int i = 0; i < parcel.items().size(); i++) {
            var hs = parcel.items().get(i).hs().value();
            boolean excluded = rules.find("excluded-goods").isPresent() && (hs.startsWith("22") || hs.startsWith("24"));
            if (excluded) {
                findings.add(Finding.error(
                        "EAEU-EXCLUDED",
                        Place.cell(parcel.waybillNo(), i + 1, "hs"),
                        hs,
                        "Alcohol and tobacco are outside of the e-commerce regime."));
            }
        }
    }

    private static Finding missing(FarParcel parcel, String field, String maybe) {
        return Finding.error("EAEU-DATA-MISSING", Place.cell(parcel.waybillNo(), 0, field), "", maybe);
    }
}
