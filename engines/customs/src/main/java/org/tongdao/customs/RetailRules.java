package org.tongdao.customs;

import java.util.ArrayList;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What must hold before a parcel is declared under 9610, beyond the shapes of fields: known codes, goods in the tariff book and off the prohibited
 * list, weights and values that fit together.
 */
public final class RetailRules {

    private static final CodeLists CODES = CodeLists.official();

    private final TariffBook tariff;
    private final Screening screening;

    public RetailRules(TariffBook tariff, Screening screening) {
        this.tariff = tariff;
        this.screening = screening;
    }

    /** The rule base that decisions of this instant are made by; stored with them. */
    public String version(java.time.Instant at) {
        return tariff.version() + " / "
                + screening.version(at.atZone(ChinaTime.ZONE).toLocalDate());
    }

    /** Everything against declaring this parcel; its place is the parcel's document number and the row. */
    public List<Finding> check(RetailParcel parcel) {
        var findings = new ArrayList<Finding>();
        var source = parcel.copNo();
        if (CODES.country(parcel.country()).isEmpty()) {
            findings.add(Finding.error(
                    "RETAIL-COUNTRY",
                    Place.cell(source, 0, "country"),
                    parcel.country(),
                    "国家(地区)代码: customs has no code for this country. Use ISO 3166 such as KZ."));
        }
        if (CODES.currency(parcel.currency()).isEmpty()) {
            findings.add(Finding.error(
                    "RETAIL-CURRENCY",
                    Place.cell(source, 0, "currency"),
                    parcel.currency(),
                    "币制: no customs code is known for this currency. Convert the order to CNY, USD or EUR."));
        }
        if (parcel.netGrams() > parcel.grossGrams()) {
            findings.add(Finding.error(
                    "RETAIL-WEIGHT",
                    Place.cell(source, 0, "netWeight"),
                    parcel.netGrams() + " g",
                    "净重: more than the gross weight of " + parcel.grossGrams() + " g."));
        }
        for (int i = 0; i < parcel.lines().size(); i++) {
            line(findings, parcel, parcel.lines().get(i), i + 1);
        }
        return findings;
    }

    private void line(List<Finding> findings, RetailParcel parcel, RetailLine line, int row) {
        var source = parcel.copNo();
        if (tariff.find(line.hs()).isEmpty()) {
            findings.add(Finding.error(
                    "RETAIL-HS",
                    Place.cell(source, row, "gcode"),
                    line.hs().value(),
                    "商品编码: not in the tariff book (" + tariff.version() + "). Look the goods up by name."));
        }
        if (!CODES.contains("unit", line.unit())) {
            findings.add(Finding.error(
                    "RETAIL-UNIT",
                    Place.cell(source, row, "unit"),
                    line.unit(),
                    "计量单位: not a customs unit. Use three digits such as 011 (件) or 035 (千克)."));
        }
        if (line.total().signum() <= 0) {
            findings.add(Finding.error(
                    "RETAIL-VALUE",
                    Place.cell(source, row, "totalPrice"),
                    line.total().toPlainString(),
                    "总价: a line of an export list is worth more than 0."));
        }
        var day = parcel.at().atZone(ChinaTime.ZONE).toLocalDate();
        var goods = screening.screen(List.of(line.nameZh(), line.nameEn()), line.hs(), parcel.country(), day);
        findings.addAll(goods.findings(Place.cell(source, row, "gname")));
    }
}
