package org.tongdao.declaration;

import java.math.BigDecimal;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.terms.CustomsRegime;

/**
 * Under which terms a file of orders is declared.
 *
 * @param pilotZone the office takes simplified lists (statistics flag A) where nothing speaks against it
 * @param ledger account book of 1210, else {@link ZoneLedger#NONE}
 * @param cnyRate yuan for one unit of the orders' currency, for limits in yuan; 0 when unknown
 */
public record DeclareAs(CustomsRegime regime, boolean pilotZone, ZoneLedger ledger, BigDecimal cnyRate) {

    /** Retail export of 9610, what every file is unless somebody says otherwise. */
    public static final DeclareAs RETAIL =
            new DeclareAs(CustomsRegime.DIRECT_EXPORT_9610, false, ZoneLedger.NONE, BigDecimal.ZERO);

    public static DeclareAs of(CustomsRegime regime) {
        return new DeclareAs(regime, false, ZoneLedger.NONE, BigDecimal.ZERO);
    }
}
