package org.tongdao.declaration;

import java.time.Instant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.tongdao.customs.ChinaTime;
import org.tongdao.customs.ImportDeclaration;
import org.tongdao.customs.ImportLimits;
import org.tongdao.customs.ImportRules;
import org.tongdao.customs.ImportTax;
import org.tongdao.customs.RegimeRules;
import org.tongdao.customs.Regimes;
import org.tongdao.customs.RetailExport;
import org.tongdao.customs.RetailParties;
import org.tongdao.customs.RetailRules;
import org.tongdao.customs.Screening;
import org.tongdao.customs.SiteReport;
import org.tongdao.customs.TariffBook;
import org.tongdao.customs.TradeWay;
import org.tongdao.terms.CustomsRegime;

/** What the desk works with: who we are, the tariff, the rules. Read once. */
@Component
@Lazy
class Desk {

    /** The work clock may stand in the past; a soft key counts there too. */
    static final Instant SOFT_KEY_FROM = Instant.parse("2020-01-01T00:00:00Z");

    private final RetailParties parties = Books.parties();
    private final SiteReport.Site site = Books.site();
    private final TariffBook tariff = Books.tariff();
    private final Screening screening = Books.screening();
    private final String screeningSha256 = Books.screeningSha256();
    private final RetailRules rules = new RetailRules(tariff, screening);
    private final Regimes regimes = Books.regimes();
    private final RetailExport export = new RetailExport(parties, tariff);
    private final ImportLimits limits = Books.limits();
    private final ImportDeclaration imports = new ImportDeclaration(Books.importParties(), tariff);
    private final ImportRules importRules = new ImportRules(tariff, screening, new ImportTax(limits, Books.rates()));

    RetailExport export() {
        return export;
    }

    RetailRules rules() {
        return rules;
    }

    Screening screening() {
        return screening;
    }

    String screeningSha256() {
        return screeningSha256;
    }

    RetailParties parties() {
        return parties;
    }

    SiteReport.Site site() {
        return site;
    }

    Regimes regimes() {
        return regimes;
    }

    ImportDeclaration imports() {
        return imports;
    }

    ImportRules importRules() {
        return importRules;
    }

    ImportLimits limits() {
        return limits;
    }

    /** What customs asks for under a regime on the day of an instant. */
    RegimeRules regime(CustomsRegime regime, TradeWay way, Instant at) {
        return regimes.on(regime, way, at.atZone(ChinaTime.ZONE).toLocalDate());
    }

    /** The rule base that decisions of an instant about export are made by. */
    String version(RegimeRules regime, Instant at) {
        return rules.version(at) + " / " + regime.version();
    }
}
