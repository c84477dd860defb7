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
import org.tongdao.customs.TariffBook;
import org.tongdao.customs.TradeWay;
import org.tongdao.terms.CustomsRegime;

/** What the desk works with, all in one edition each: who we are, the tariff, the rules. */
final class DeskTools {

    private final Books books;
    private final RetailParties parties;
    private final SiteReport.Site site;
    private final TariffBook tariff;
    private final Screening screening;
    private final String screeningSha256;
    private final RetailRules rules;
    private final Regimes regimes;
    private final RetailExport export;
    private final ImportLimits limits;
    private final ImportDeclaration imports;
    private final ImportRules importRules;

    DeskTools(Books books) {
        this.books = books;
        this.parties = books.parties();
        this.site = books.site();
        this.tariff = books.tariff();
        this.screening = books.screening();
        this.screeningSha256 = books.screeningSha256();
        this.rules = new RetailRules(tariff, screening);
        this.regimes = books.regimes();
        this.export = new RetailExport(parties, tariff);
        this.limits = books.limits();
        this.imports = new ImportDeclaration(books.importParties(), tariff);
        this.importRules = new ImportRules(tariff, screening, new ImportTax(limits, books.rates()));
    }

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

    /** The rule base that decisions about import are made by. */
    String version(RegimeRules regime) {
        return regime.version() + books.brought(Books.TARIFF, Books.SCREENING, Books.LIMITS, Books.RATES);
    }
}
