package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.customs.FarStep.Kind;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * A parcel at the border of the EU: are the data for ICS2 and H7 complete, and what does it pay?
 *
 * <p>Since 2026-07-01 up to EUR 150 each distinct HS6 (with its origin) of a parcel pays a flat duty, whatever the VAT scheme; since 2026-11-01 each item
 * names merchant's and manufacturer's identifiers. Source: reference README §3; rules by day from {@link FarSide}.
 */
public final class EuropeanArrival {

    private static final List<String> BASIS =
            List.of("low-value-eur", "duty-per-item-eur", "national-fee-eur", "product-identifier", "ics2-hs-digits");

    private final FarSide.Rules rules;
    private final List<Finding> findings = new ArrayList<>();
    private final List<FarStep> trace = new ArrayList<>();

    private EuropeanArrival(FarSide.Rules rules) {
        this.rules = rules;
    }

    public static FarAssessment assess(FarParcel parcel, FarSide.Rules rules) {
        return new EuropeanArrival(rules).assess(parcel);
    }

    private FarAssessment assess(FarParcel parcel) {
        complete(parcel);
        for (int i = 0; i < parcel.items().size(); i++) {
            item(parcel, parcel.items().get(i), i + 1);
        }
        var limit = rules.number("low-value-eur").orElse(BigDecimal.ZERO);
        boolean low = parcel.valueEur().compareTo(limit) <= 0;
        boolean ioss = low && !parcel.iossNumber().isEmpty();
        trace.add(FarStep.of(low ? Kind.LOW_VALUE : Kind.HIGH_VALUE, parcel.valueEur(), limit));
        var duty = low ? flatDuty(parcel) : BigDecimal.ZERO;
        if (!low) {
            findings.add(Finding.warning(
                    "EU-H1",
                    Place.of(parcel.waybillNo()),
                    RetailExport.number(parcel.valueEur()),
                    "Above the low value: a full declaration (H1) with ten-digit codes and duty by the tariff."));
        }
        var fee = rules.number("national-fee-eur").orElse(BigDecimal.ZERO);
        if (fee.signum() > 0) {
            trace.add(FarStep.of(Kind.NATIONAL_FEE, rules.country(), fee));
        }
        trace.add(FarStep.of(ioss ? Kind.VAT_AT_SALE : Kind.VAT_ON_ARRIVAL));
        return new FarAssessment(
                procedure(low, ioss), duty, BigDecimal.ZERO, fee, trace, rules.version(), rules.basis(BASIS), findings);
    }

    /** EUR 3 for each distinct HS6 and origin, not for each line. */
    private BigDecimal flatDuty(FarParcel parcel) {
        var each = rules.number("duty-per-item-eur").orElse(BigDecimal.ZERO);
        long kinds = parcel.items().stream()
                .map(i -> i.hs().hs6() + "/" + i.origin())
                .distinct()
                .count();
        var duty = each.multiply(BigDecimal.valueOf(kinds));
        trace.add(
                each.signum() == 0
                        ? FarStep.of(Kind.NO_FLAT_DUTY, rules.day())
                        : FarStep.of(Kind.FLAT_DUTY, kinds, each, duty));
        return duty;
    }

    private String procedure(boolean low, boolean ioss) {
        return low
                ? rules.find(ioss ? "procedure-ioss" : "procedure-standard")
                        .map(RegimeRule::value)
                        .orElse("C07")
                : "H1";
    }

    private void complete(FarParcel parcel) {
        filled(parcel, "sender", parcel.sender(), "ICS2 names the seller and consignor.");
        filled(parcel, "buyer", parcel.buyer(), "ICS2 names the buyer and consignee.");
        filled(parcel, "buyer_address", parcel.buyerAddress(), "ICS2 needs the place of delivery.");
        filled(
                parcel,
                "declarant_eori",
                parcel.declarantEori(),
                "H7 is declared by the IOSS holder or an indirect representative with an EORI.");
        if (parcel.grossGrams() <= 0) {
            add(
                    parcel,
                    0,
                    "EU-DATA-MISSING",
                    "gross_g",
                    String.valueOf(parcel.grossGrams()),
                    "ICS2 needs the gross mass.");
        }
        if (!parcel.iossNumber().isEmpty() && !parcel.iossNumber().matches("IM\\d{10}")) {
            add(parcel, 0, "EU-IOSS", "ioss", parcel.iossNumber(), "An IOSS number is IM and ten digits.");
        }
        if (parcel.items().isEmpty()) {
            add(parcel, 0, "EU-DATA-MISSING", "items", "", "A parcel holds at least one item.");
        }
    }

    private void item(FarParcel parcel, FarParcel.Item item, int row) {
        int digits = rules.number("ics2-hs-digits").map(BigDecimal::intValue).orElse(0);
        if (item.hs().value().length() < digits) {
            add(parcel, row, "EU-HS", "hs", item.hs().value(), "ICS2 wants " + digits + " digits.");
        }
        if (rules.isStopWord(item.description())) {
            add(
                    parcel,
                    row,
                    "EU-STOP-WORD",
                    "description",
                    item.description(),
                    "ICS2 rejects words that say nothing; name the goods, such as 'plastic building blocks'.");
        }
        boolean identified =
                !item.merchantId().isEmpty() && !item.manufacturerId().isEmpty();
        if (rules.find("product-identifier").isPresent() && !identified) {
            add(
                    parcel,
                    row,
                    "EU-PRODUCT-ID",
                    "product_id",
                    item.merchantId() + "/" + item.manufacturerId(),
                    "Since "
                            + rules.find("product-identifier")
                                    .map(RegimeRule::from)
                                    .orElseThrow()
                            + " each item names the merchant's and the manufacturer's identifier.");
        }
        if (item.valueEur().signum() <= 0) {
            add(
                    parcel,
                    row,
                    "EU-VALUE",
                    "value",
                    item.valueEur().toPlainString(),
                    "The intrinsic value is above 0, also of gifts.");
        }
    }

    private void filled(FarParcel parcel, String field, String value, String maybe) {
        if (value.isBlank()) {
            add(parcel, 0, "EU-DATA-MISSING", field, "", maybe);
        }
    }

    private void add(FarParcel parcel, int row, String rule, String field, String value, String maybe) {
        findings.add(Finding.error(rule, Place.cell(parcel.waybillNo(), row, field), value, maybe));
    }
}
