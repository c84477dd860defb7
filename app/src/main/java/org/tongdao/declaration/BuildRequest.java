package org.tongdao.declaration;

import java.time.Instant;
import org.tongdao.customs.ChinaTime;
import org.tongdao.customs.RegimeRules;
import org.tongdao.customs.TradeWay;

/** Under which terms, direction and day a file of orders is declared. */
record BuildRequest(DeclareAs as, TradeWay way, Instant at) {

    RegimeRules rules() {
        return Books.shipped()
                .regimes()
                .on(as.regime(), way, at.atZone(ChinaTime.ZONE).toLocalDate());
    }
}
