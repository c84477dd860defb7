package org.tongdao.declaration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.customs.ListTerms;
import org.tongdao.customs.RegimeCase;
import org.tongdao.customs.RegimeRules;
import org.tongdao.customs.RetailParcel;
import org.tongdao.customs.RetailRules;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * An export parcel under its regime: what stands against it, and the codes its papers carry. The same for the desk and for {@code customs build}.
 *
 * @param valueCny what limits in yuan are held against; empty when the parcel's currency is another and nobody said the rate
 */
record ExportCase(DeclareAs as, RegimeRules rules, RetailParcel parcel, Optional<BigDecimal> valueCny) {

    /** What we send ourselves before the list. */
    private static final List<String> OURS = List.of("CEB303", "CEB505");

    /** The value in yuan by the rate of the file, unless the parcel is in yuan. */
    static Optional<BigDecimal> yuan(RetailParcel parcel, BigDecimal cnyRate) {
        if (parcel.currency().equals("CNY")) {
            return Optional.of(parcel.goodsValue());
        }
        return cnyRate.signum() > 0 ? Optional.of(parcel.goodsValue().multiply(cnyRate)) : Optional.empty();
    }

    List<Finding> against(RetailRules own) {
        var against = new ArrayList<>(ListTerms.against(parcel.copNo(), rules, goods(), as.ledger(), OURS));
        if (valueCny.isEmpty() && rules.find("list-limit-cny").isPresent()) {
            against.add(
                    Finding.error(
                            "REGIME-VALUE",
                            Place.cell(parcel.copNo(), 0, "value_cny"),
                            parcel.currency(),
                            "The limit of this regime is in CNY: give the value of the order in yuan, or the rate of the day for the file."));
        }
        against.addAll(own.check(parcel));
        return against;
    }

    /** The regime must be open, see {@link #against}. */
    ListTerms terms() {
        return ListTerms.of(as.regime(), rules, goods(), as.ledger());
    }

    private RegimeCase goods() {
        return new RegimeCase(valueCny.orElse(BigDecimal.ZERO), false, false, false, false, as.pilotZone());
    }
}
