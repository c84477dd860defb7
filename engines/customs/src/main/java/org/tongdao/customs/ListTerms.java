package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.terms.CustomsRegime;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What a regime makes of a parcel on its day: the codes that order and list carry, and whether a list is the right paper at all.
 *
 * <p>Everything here comes from {@code data/regimes.csv} by the day of declaring; {@link #version} is stored with the decision. Source: announcements
 * 2018-113, 2020-75 and 2024-167, specification 2022-05.
 *
 * @param tradeMode supervision mode: 9610, 9710, 9810 or 1210
 * @param orderType E retail, B to companies, W booking of an overseas warehouse, I import
 * @param statisticsFlag A simplified, B to be summarised; export lists carry it
 * @param ledger of 1210, else {@link ZoneLedger#NONE}
 * @param version of the rules
 */
public record ListTerms(String tradeMode, String orderType, String statisticsFlag, ZoneLedger ledger, String version) {

    /** Terms of a parcel; the regime must be open, see {@link #against}. */
    public static ListTerms of(CustomsRegime regime, RegimeRules rules, RegimeCase goods, ZoneLedger ledger) {
        return new ListTerms(
                regime.code(),
                rules.orderType(),
                rules.statisticsFlag(rules.mode(goods)),
                rules.needsEms() ? ledger : ZoneLedger.NONE,
                rules.version());
    }

    /**
     * What stands against declaring these goods by a list under these rules.
     *
     * @param source names the parcel in findings
     * @param stored types of papers that are there before the list, such as CEB303
     */
    public static List<Finding> against(
            String source, RegimeRules rules, RegimeCase goods, ZoneLedger ledger, List<String> stored) {
        var findings = new ArrayList<Finding>();
        if (!rules.isOpen()) {
            findings.add(Finding.error(
                    "REGIME-CLOSED",
                    Place.of(source),
                    rules.toString(),
                    "监管方式: this regime does not run in this direction on that day."));
            return findings;
        }
        if (rules.mode(goods) == DeclarationMode.DECLARATION) {
            findings.add(Finding.error(
                    "REGIME-LIST-LIMIT",
                    Place.cell(source, 0, "goodsValue"),
                    "CNY " + goods.valueCny().toPlainString(),
                    "清单: a list takes goods up to CNY " + limit(rules).toPlainString()
                            + " without licence, inspection or duty. Declare these by a customs declaration (报关单)."));
        }
        if (rules.needsEms() && !ledger.isNamed()) {
            findings.add(Finding.error(
                    "REGIME-LEDGER",
                    Place.cell(source, 0, "emsNo"),
                    ledger.emsNo(),
                    "账册编号: this regime needs the account book and the company in the zone; name both."));
        }
        for (var type : rules.missing(stored)) {
            findings.add(Finding.error(
                    "REGIME-DOCUMENT",
                    Place.cell(source, 0, type),
                    type,
                    "前置单证: on this day (" + rules.version() + ") " + type
                            + " must be stored before the list; have it sent first."));
        }
        return findings;
    }

    private static BigDecimal limit(RegimeRules rules) {
        return rules.find("list-limit-cny").map(r -> new BigDecimal(r.value())).orElse(BigDecimal.ZERO);
    }
}
