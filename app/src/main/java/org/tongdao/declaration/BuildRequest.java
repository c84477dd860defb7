package org.tongdao.declaration;

import java.time.Instant;
import java.time.LocalDate;
import org.tongdao.customs.ChinaTime;
import org.tongdao.customs.RegimeRules;
import org.tongdao.customs.TradeWay;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.terms.CustomsRegime;

/** Under which regime, direction and day a file of orders is declared. */
record BuildRequest(CustomsRegime regime, TradeWay way, Instant at, boolean pilotZone, ZoneLedger ledger) {

    LocalDate day() {
        return at.atZone(ChinaTime.ZONE).toLocalDate();
    }

    RegimeRules rules() {
        return Books.regimes().on(regime, way, day());
    }
}
