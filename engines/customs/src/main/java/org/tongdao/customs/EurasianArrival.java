package org.tongdao.customs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.customs.FarStep.Kind;

/**
 * A parcel at the border of the EAEU (Kazakhstan first): free up to a threshold, above it duty on the excess (until mid 2026) or on the full value (the new
 * e-commerce regime, whose start is not confirmed: the mark says so, and the trace says what the rules before would take).
 *
 * <p>Duty is the greater of the share of the value and the minimum by weight. VAT is counted on value and duty where our data hold the country's rate.
 * Source: reference README §3 and parcel-data-matrix; rules by day from {@link FarSide}.
 */
public final class EurasianArrival {

    private static final List<String> BASIS = List.of(
            "threshold-eur",
            "threshold-kg",
            "excess-percent",
            "excess-min-eur-per-kg",
            "full-percent",
            "full-min-eur-per-kg",
            "vat-percent",
            "operator-declares",
            "excluded-goods");

    private final FarParcel parcel;
    private final FarSide.Rules rules;
    private final List<FarStep> trace = new ArrayList<>();

    private EurasianArrival(FarParcel parcel, FarSide.Rules rules) {
        this.parcel = parcel;
        this.rules = rules;
    }

    public static FarAssessment assess(FarParcel parcel, FarSide.Rules rules) {
        return new EurasianArrival(parcel, rules).assess();
    }

    private FarAssessment assess() {
        boolean above = isAbove();
        boolean fresh = rules.find("full-percent").isPresent();
        var duty = duty(above, fresh);
        var vat = above && fresh ? vat(parcel.valueEur().add(duty)) : BigDecimal.ZERO;
        doubt(duty);
        var data = EurasianData.of(parcel, rules);
        var basis = new ArrayList<>(rules.basis(BASIS));
        basis.addAll(data.basis());
        return new FarAssessment(
                procedure(above, fresh), duty, vat, BigDecimal.ZERO, trace, rules.version(), basis, data.findings());
    }

    private static String procedure(boolean above, boolean fresh) {
        if (fresh) {
            return "e-commerce declaration by operator";
        }
        return above ? "passenger customs declaration" : "express register";
    }

    private boolean isAbove() {
        var threshold = threshold();
        var most = rules.number("threshold-kg");
        trace.add(most.map(kg -> FarStep.of(Kind.FREE_UP_TO_WEIGHT, parcel.valueEur(), kilograms(), threshold, kg))
                .orElseGet(() -> FarStep.of(Kind.FREE_UP_TO, parcel.valueEur(), kilograms(), threshold)));
        return parcel.valueEur().compareTo(threshold) > 0
                || most.filter(kg -> kilograms().compareTo(kg) > 0).isPresent();
    }

    private BigDecimal duty(boolean above, boolean fresh) {
        if (!above) {
            return BigDecimal.ZERO;
        }
        return fresh ? onAll() : onExcess();
    }

    private BigDecimal onAll() {
        var share = cents(parcel.valueEur().multiply(percent("full-percent")));
        var least = cents(kilograms().multiply(orZero("full-min-eur-per-kg")));
        var duty = share.max(least);
        trace.add(FarStep.of(Kind.DUTY_ON_ALL, share, least, duty));
        return duty;
    }

    private BigDecimal onExcess() {
        var over = parcel.valueEur().subtract(threshold()).max(BigDecimal.ZERO);
        var heavier = rules.number("threshold-kg")
                .map(kg -> kilograms().subtract(kg).max(BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO);
        // over the value the whole weight counts, over the weight alone only what is over
        var weight = over.signum() > 0 ? kilograms() : heavier;
        var share = cents(over.multiply(percent("excess-percent")));
        var least = cents(weight.multiply(orZero("excess-min-eur-per-kg")));
        var duty = share.max(least);
        trace.add(FarStep.of(Kind.DUTY_ON_EXCESS, over, share, least, duty));
        return duty;
    }

    private BigDecimal vat(BigDecimal base) {
        var rate = rules.number("vat-percent");
        if (rate.isEmpty()) {
            trace.add(FarStep.of(Kind.VAT_UNKNOWN, rules.country()));
            return BigDecimal.ZERO;
        }
        var vat = cents(base.multiply(rate.get().movePointLeft(2)));
        trace.add(FarStep.of(Kind.VAT, rate.get(), base, vat));
        return vat;
    }

    /** Where nobody confirmed that the rules of the day began, those before may still hold: what they take is said when it differs. */
    private void doubt(BigDecimal duty) {
        var started = rules.find("full-percent").filter(r -> r.mark().contains("not confirmed"));
        if (started.isEmpty()) {
            return;
        }
        var before = new EurasianArrival(parcel, rules.before(started.get()));
        var then = before.duty(before.isAbove(), false);
        if (then.compareTo(duty) != 0) {
            trace.add(FarStep.of(Kind.UNCONFIRMED, started.get().from(), then));
        }
    }

    private BigDecimal threshold() {
        return orZero("threshold-eur");
    }

    private BigDecimal kilograms() {
        return BigDecimal.valueOf(parcel.grossGrams(), 3);
    }

    private BigDecimal orZero(String rule) {
        return rules.number(rule).orElse(BigDecimal.ZERO);
    }

    private BigDecimal percent(String rule) {
        return orZero(rule).movePointLeft(2);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
