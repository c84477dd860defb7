package org.tongdao.declaration;

import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.tongdao.customs.ChinaTime;
import org.tongdao.customs.ListTerms;
import org.tongdao.customs.RegimeCase;
import org.tongdao.customs.RegimeRules;
import org.tongdao.customs.Regimes;
import org.tongdao.customs.RetailExport;
import org.tongdao.customs.RetailParties;
import org.tongdao.customs.RetailRules;
import org.tongdao.customs.TariffBook;
import org.tongdao.customs.TradeWay;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.terms.CustomsRegime;

/** What the desk works with: who we are, the tariff, the rules. Read once. */
@Component
@Lazy
class Desk {

    /** The work clock may stand in the past; a soft key counts there too. */
    static final Instant SOFT_KEY_FROM = Instant.parse("2020-01-01T00:00:00Z");

    private final RetailParties parties = Books.parties();
    private final TariffBook tariff = Books.tariff();
    private final RetailRules rules = new RetailRules(tariff, Books.screening());
    private final Regimes regimes = Books.regimes();
    private final RetailExport export = new RetailExport(parties, tariff);

    RetailExport export() {
        return export;
    }

    RetailRules rules() {
        return rules;
    }

    RetailParties parties() {
        return parties;
    }

    Regimes regimes() {
        return regimes;
    }

    /** What customs asks for under 9610 on the day of an instant. */
    RegimeRules regime(Instant at) {
        return regimes.on(
                CustomsRegime.DIRECT_EXPORT_9610,
                TradeWay.EXPORT,
                at.atZone(ChinaTime.ZONE).toLocalDate());
    }

    /** What orders and lists of 9610 carry on the day of an instant. */
    ListTerms terms(Instant at) {
        return ListTerms.of(
                CustomsRegime.DIRECT_EXPORT_9610, regime(at), RegimeCase.plain(BigDecimal.ZERO), ZoneLedger.NONE);
    }

    /** The rule base that decisions of an instant are made by. */
    String version(Instant at) {
        return rules.version(at) + " / " + regime(at).version();
    }
}
