package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;

/**
 * What must hold before an import parcel is declared, beyond the shapes of fields: an identity card that can be one, known codes, goods in the tariff
 * book and off the prohibited list, weights, what 9610 or 1210 asks for, and the limits of the buyer.
 *
 * <p>The tax collected in advance is compared with {@link ImportTax}; another amount is a warning, since customs works it out itself. Whether the year's
 * quota still holds is the database's question.
 */
public final class ImportRules {

    private static final CodeLists CODES = CodeLists.official();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final TariffBook tariff;
    private final Screening screening;
    private final ImportTax tax;

    public ImportRules(TariffBook tariff, Screening screening, ImportTax tax) {
        this.tariff = tariff;
        this.screening = screening;
        this.tax = tax;
    }

    /** Everything against declaring this parcel on these terms; its place is the parcel's document number and the row. */
    public List<Finding> check(ImportParcel parcel, ListTerms terms) {
        var findings = new ArrayList<Finding>();
        if (!isIdentityCard(parcel.buyer().idNumber())) {
            findings.add(
                    error(
                            parcel,
                            "IMPORT-IDENTITY",
                            "buyerIdNumber",
                            masked(parcel.buyer().idNumber()),
                            "订购人证件号码: no identity card has this number; its last character does not check. Ask the buyer again."));
        }
        if (parcel.netGrams() > parcel.carriage().grossGrams()) {
            findings.add(error(
                    parcel,
                    "IMPORT-WEIGHT",
                    "netWeight",
                    parcel.netGrams() + " g",
                    "净重: more than the gross weight of " + parcel.carriage().grossGrams() + " g."));
        }
        if (parcel.paid().signum() <= 0) {
            findings.add(error(
                    parcel,
                    "IMPORT-PAID",
                    "acturalPaid",
                    parcel.paid().toPlainString(),
                    "实际支付金额: goods, freight and tax less discount must be more than 0."));
        }
        carriage(findings, parcel, terms);
        for (int i = 0; i < parcel.lines().size(); i++) {
            line(findings, parcel, terms, i);
        }
        if (findings.stream().noneMatch(Finding::stops)) {
            limits(findings, parcel);
        }
        return findings;
    }

    private static void carriage(List<Finding> findings, ImportParcel parcel, ListTerms terms) {
        var carriage = parcel.carriage();
        if (CODES.country(carriage.from()).isEmpty()) {
            findings.add(error(
                    parcel,
                    "IMPORT-COUNTRY",
                    "country",
                    carriage.from(),
                    "启运国(地区): customs has no code for this country. Use ISO 3166 such as KZ."));
        }
        if (!CODES.contains("trafMode", carriage.mode())) {
            findings.add(error(
                    parcel,
                    "IMPORT-TRAFFIC",
                    "trafMode",
                    carriage.mode(),
                    "运输方式: not a customs code. Rail is 3; goods out of a zone carry the code of the zone."));
        }
        boolean named = !carriage.vehicle().isBlank()
                && !carriage.voyage().isBlank()
                && !carriage.billNo().isBlank();
        if (terms.tradeMode().equals("9610") && !named) {
            findings.add(error(
                    parcel,
                    "IMPORT-VEHICLE",
                    "trafNo",
                    carriage.vehicle(),
                    "运输工具编号: under 9610 vehicle, voyage and bill must be named."));
        }
    }

    private void line(List<Finding> findings, ImportParcel parcel, ListTerms terms, int index) {
        var line = parcel.lines().get(index);
        int row = index + 1;
        var source = parcel.copNo();
        if (tariff.find(line.hs()).isEmpty()) {
            findings.add(Finding.error(
                    "IMPORT-HS",
                    Place.cell(source, row, "gcode"),
                    line.hs().value(),
                    "商品编码: not in the tariff book (" + tariff.version() + "). Look the goods up by name."));
        }
        if (!CODES.contains("unit", line.unit())) {
            findings.add(Finding.error(
                    "IMPORT-UNIT",
                    Place.cell(source, row, "unit"),
                    line.unit(),
                    "计量单位: not a customs unit. Use three digits such as 011 (件) or 035 (千克)."));
        }
        if (CODES.country(line.origin()).isEmpty()) {
            findings.add(Finding.error(
                    "IMPORT-COUNTRY",
                    Place.cell(source, row, "country"),
                    line.origin(),
                    "原产国(地区): customs has no code for this country. Use ISO 3166 such as DE."));
        }
        if (terms.ledger().isNamed() && line.recordNo().isBlank()) {
            findings.add(Finding.error(
                    "IMPORT-RECORD",
                    Place.cell(source, row, "itemRecordNo"),
                    line.sku(),
                    "账册备案料号: goods out of an account book carry their number in it."));
        }
        var day = parcel.at().atZone(ChinaTime.ZONE).toLocalDate();
        findings.addAll(screening
                .screen(List.of(line.name(), line.model()), line.hs(), "CN", day)
                .findings(Place.cell(source, row, "gname")));
    }

    /** The parcel as what the buyer's limits and taxes are about: goods and freight in fen. */
    public static ImportPurchase purchase(ImportParcel parcel) {
        var lines = parcel.lines().stream()
                .map(l -> new ImportPurchase.Line(
                        l.hs(), BigDecimal.valueOf(l.quantity()), l.unit(), l.netGrams(), fen(l.total())))
                .toList();
        return new ImportPurchase(parcel.orderNo(), lines, fen(parcel.payment().freight()), 0, parcel.at());
    }

    private void limits(List<Finding> findings, ImportParcel parcel) {
        var assessed = tax.assess(purchase(parcel), 0);
        for (var finding : assessed.findings()) {
            boolean limit = finding.rule().matches("TAX-(VALUE|ORDER-LIMIT|YEAR-LIMIT)");
            findings.add(
                    limit || finding.severity() != Severity.ERROR
                            ? finding
                            : Finding.warning(finding.rule(), finding.place(), finding.value(), finding.maybe()));
        }
        var due = BigDecimal.valueOf(assessed.taxFen(), 2);
        boolean known = !assessed.lines().isEmpty();
        if (known && due.subtract(parcel.payment().tax()).abs().compareTo(CENT) > 0) {
            findings.add(Finding.warning(
                    "IMPORT-TAX",
                    Place.cell(parcel.copNo(), 0, "taxTotal"),
                    parcel.payment().tax().toPlainString(),
                    "代扣税款: we work out CNY " + due.toPlainString() + " (" + assessed.version() + ")."));
        }
    }

    /** Eighteen characters of which the last is the check character of ISO 7064 MOD 11-2 (GB 11643). */
    static boolean isIdentityCard(String number) {
        if (!number.matches("\\d{17}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11) == number.charAt(17);
    }

    /** Findings travel further than identity numbers may. */
    private static String masked(String number) {
        return number.length() <= 4 ? number : "*".repeat(number.length() - 4) + number.substring(number.length() - 4);
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Finding error(ImportParcel parcel, String rule, String field, String value, String maybe) {
        return Finding.error(rule, Place.cell(parcel.copNo(), 0, field), value, maybe);
    }
}
