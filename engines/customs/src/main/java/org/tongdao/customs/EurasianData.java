package org.tongdao.customs;

import java.util.ArrayList;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What the declaration of a parcel in the EAEU lacks, and goods that stand outside of the e-commerce regime (alcohol, tobacco, goods under licence).
 *
 * @param basis rules on excluded goods that were met
 */
record EurasianData(List<Finding> findings, List<FarBasis> basis) {

    static EurasianData of(FarParcel parcel, FarSide.Rules rules) {
        var found = new EurasianData(new ArrayList<>(), new ArrayList<>());
        found.complete(parcel);
        if (rules.find("operator-declares").isPresent()) {
            found.sold(parcel);
        }
        for (int i = 0; i < parcel.items().size(); i++) {
            found.item(parcel, parcel.items().get(i), i + 1);
            found.excluded(parcel, i, rules);
        }
        return found;
    }

    private void complete(FarParcel parcel) {
        need(parcel, 0, "sender", parcel.sender(), "The declaration names the seller.");
        need(parcel, 0, "buyer", parcel.buyer(), "The declaration names the recipient.");
        need(parcel, 0, "address", parcel.buyerAddress(), "The declaration names the address of the recipient.");
        need(parcel, 0, "gross_g", parcel.grossGrams() > 0 ? "given" : "", "The least duty is by weight.");
        need(parcel, 0, "items", parcel.items().isEmpty() ? "" : "given", "A parcel holds at least one item.");
    }

    private void sold(FarParcel parcel) {
        need(
                parcel,
                0,
                "operator",
                parcel.operator(),
                "A registered e-commerce operator declares (start of this rule not confirmed).");
        need(parcel, 0, "platform", parcel.sale().shop(), "The operator declares the shop.");
        need(parcel, 0, "order_no", parcel.sale().orderNo(), "The operator declares the order.");
    }

    private void item(FarParcel parcel, FarParcel.Item item, int row) {
        need(parcel, row, "description", item.description(), "Name the goods.");
        need(parcel, row, "value_eur", item.valueEur().signum() > 0 ? "given" : "", "Each item has its value.");
    }

    private void excluded(FarParcel parcel, int index, FarSide.Rules rules) {
        var hs = parcel.items().get(index).hs().value();
        for (var kind :
                rules.find("excluded-goods").map(r -> r.value().split("\\|")).orElse(new String[0])) {
            for (var rule : rules.family("excluded-" + kind)) {
                if (List.of(rule.value().split("\\|")).stream().anyMatch(hs::startsWith)) {
                    basis.add(FarBasis.of(rule));
                    findings.add(outside(kind, Place.cell(parcel.waybillNo(), index + 1, "hs"), hs, rule));
                }
            }
        }
    }

    /** What is surely outside stops; a list from memory asks. */
    private static Finding outside(String kind, Place place, String hs, RegimeRule rule) {
        return kind.equals("licensed")
                ? Finding.warning(
                        "EAEU-LICENSED",
                        place,
                        hs,
                        "Maybe under licence (" + rule.source() + "), then outside of the e-commerce regime.")
                : Finding.error(
                        "EAEU-EXCLUDED", place, hs, "Alcohol and tobacco are outside of the e-commerce regime.");
    }

    private void need(FarParcel parcel, int row, String field, String value, String maybe) {
        if (value.isBlank()) {
            findings.add(Finding.error("EAEU-DATA-MISSING", Place.cell(parcel.waybillNo(), row, field), "", maybe));
        }
    }
}
