package org.tongdao.declaration;

import java.time.Instant;
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
import org.tongdao.customs.TradeWay;
import org.tongdao.terms.CustomsRegime;

/** What the desk works with, all in one edition each: who we are, the tariff, the rules. */
record DeskTools(
        Books books,
        RetailParties parties,
        SiteReport.Site site,
        Screening screening,
        RetailRules rules,
        Regimes regimes,
        RetailExport export,
        ImportLimits limits,
        ImportDeclaration imports,
        ImportRules importRules) {

    static DeskTools of(Books books) {
        var parties = books.parties();
        var tariff = books.tariff();
        var screening = books.screening();
        var limits = books.limits();
        return new DeskTools(
                books,
                parties,
                books.site(),
                screening,
                new RetailRules(tariff, screening),
                books.regimes(),
                new RetailExport(parties, tariff),
                limits,
                new ImportDeclaration(books.importParties(), tariff),
                new ImportRules(tariff, screening, new ImportTax(limits, books.rates())));
    }

    String screeningSha256() {
        return books.screeningSha256();
    }

    /** What customs asks for under a regime on the day of an instant. */
    RegimeRules regime(CustomsRegime regime, TradeWay way, Instant at) {
        return regimes.on(regime, way, at.atZone(ChinaTime.ZONE).toLocalDate());
    }

    /** The rule base that decisions of an instant about export are made by. */
    String version(RegimeRules regime, Instant at) {
        return rules.version(at) + " / " + regime.version();
    }

    /** The rule base that decisions about import are made by. */
    String version(RegimeRules regime) {
        return regime.version() + books.brought(Books.TARIFF, Books.SCREENING, Books.LIMITS, Books.RATES);
    }
}
