package org.tongdao.customs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Money;
import org.tongdao.terms.Place;

/**
 * Composite tax of cross-border retail import (综合税): within the limits duty is 0 and VAT and consumption tax are paid at a share, so that tax = value ×
 * (c + v) ÷ (1 − c) × 0.7; a single item over the limit of an order pays everything in full; the rest is general trade.
 *
 * <p>Source: reference README §2 (ecns, knudsen, wodebaobao); that the value includes freight and insurance is from memory. Rates and limits are loaded
 * and dated. Amounts are rounded half up to a fen per line and tax. Whether the buyer's quota suffices is asked with what was used before; holding it
 * against concurrent orders is the database's work.
 */
public final class ImportTax {

    private static final Currency YUAN = Currency.getInstance("CNY");

    private final ImportLimits limits;
    private final ImportRates rates;

    public ImportTax(ImportLimits limits, ImportRates rates) {
        this.limits = limits;
        this.rates = rates;
    }

    /** Assesses an order of a buyer who used {@code usedFen} of this year's quota before. */
    public TaxAssessment assess(ImportPurchase purchase, long usedFen) {
        var limit = limits.at(purchase.at());
        var day = purchase.at().atZone(ChinaTime.ZONE).toLocalDate();
        var version = "limits-" + limit.from() + " / " + rates.version(day);
        var findings = new ArrayList<Finding>();
        var way = way(purchase, usedFen, limit, findings);
        var found = new ArrayList<ImportRate>();
        for (int i = 0; i < purchase.lines().size(); i++) {
            var line = purchase.lines().get(i);
            var rate = rates.find(line.hs(), day);
            if (rate.isEmpty()) {
                findings.add(error(
                        purchase,
                        i + 1,
                        "TAX-RATE-UNKNOWN",
                        line.hs().value(),
                        "No rate is loaded for this code on " + day + "; import the tariff or correct the code."));
            } else if (units(purchase, i + 1, line, rate.get(), findings)) {
                found.add(rate.get());
            }
        }
        boolean whole = found.size() == purchase.lines().size() && way != TaxAssessment.Way.GENERAL_TRADE;
        return new TaxAssessment(
                purchase.orderNo(),
                way,
                whole ? lines(purchase, found, way, limit.share()) : List.of(),
                whole ? purchase.valueFen() : 0,
                version,
                findings);
    }

    private static TaxAssessment.Way way(
            ImportPurchase purchase, long usedFen, ImportLimits.Limits limit, List<Finding> findings) {
        long value = purchase.valueFen();
        boolean amounts = value > 0 && purchase.lines().stream().allMatch(l -> l.valueFen() > 0);
        if (!amounts || purchase.freightFen() < 0 || purchase.insuranceFen() < 0) {
            findings.add(error(
                    purchase,
                    0,
                    "TAX-VALUE",
                    yuan(value),
                    "Every line is worth more than 0, freight and insurance at least 0."));
            return TaxAssessment.Way.GENERAL_TRADE;
        }
        if (usedFen + value > limit.yearFen()) {
            findings.add(error(
                    purchase,
                    0,
                    "TAX-YEAR-LIMIT",
                    yuan(value),
                    "Used " + yuan(usedFen) + " before; the year allows " + yuan(limit.yearFen())
                            + ". Declare as general trade."));
            return TaxAssessment.Way.GENERAL_TRADE;
        }
        if (value <= limit.orderFen()) {
            return TaxAssessment.Way.COMPOSITE;
        }
        if (purchase.isSingleItem()) {
            findings.add(Finding.warning(
                    "TAX-SINGLE-ITEM",
                    Place.of(purchase.orderNo()),
                    yuan(value),
                    "A single item over the limit of " + yuan(limit.orderFen())
                            + " for an order pays duty, VAT and consumption tax in full."));
            return TaxAssessment.Way.FULL;
        }
        findings.add(error(
                purchase,
                0,
                "TAX-ORDER-LIMIT",
                yuan(value),
                "One order allows " + yuan(limit.orderFen())
                        + "; only a single item may be above. Declare as general trade."));
        return TaxAssessment.Way.GENERAL_TRADE;
    }

    private static boolean units(
            ImportPurchase purchase, int row, ImportPurchase.Line line, ImportRate rate, List<Finding> findings) {
        for (var part : List.of(rate.duty(), rate.consumption())) {
            if (!part.unit().isEmpty() && line.quantityIn(part.unit()).isEmpty()) {
                findings.add(error(
                        purchase,
                        row,
                        "TAX-UNIT",
                        line.unit(),
                        "The rate " + part + " needs the quantity in unit " + part.unit()
                                + "; declare the line in it."));
                return false;
            }
        }
        return true;
    }

    private static List<TaxAssessment.Line> lines(
            ImportPurchase purchase, List<ImportRate> rates, TaxAssessment.Way way, BigDecimal share) {
        long[] weights = purchase.lines().stream()
                .mapToLong(ImportPurchase.Line::valueFen)
                .toArray();
        var carriage = new Money(purchase.freightFen() + purchase.insuranceFen(), YUAN).allocate(weights);
        var lines = new ArrayList<TaxAssessment.Line>();
        for (int i = 0; i < weights.length; i++) {
            boolean full = way == TaxAssessment.Way.FULL;
            lines.add(line(
                    purchase.lines().get(i),
                    weights[i] + carriage[i].minor(),
                    rates.get(i),
                    full ? BigDecimal.ONE : share,
                    full));
        }
        return lines;
    }

    private static TaxAssessment.Line line(
            ImportPurchase.Line line, long value, ImportRate rate, BigDecimal share, boolean withDuty) {
        long duty = withDuty
                ? fen(rate.duty().share().multiply(BigDecimal.valueOf(value))) + specific(rate.duty(), line)
                : 0;
        var c = rate.consumption().share();
        var base = BigDecimal.valueOf(value + duty + specific(rate.consumption(), line));
        var gross = base.divide(BigDecimal.ONE.subtract(c), MathContext.DECIMAL64);
        var consumption = gross.multiply(c).add(BigDecimal.valueOf(specific(rate.consumption(), line)));
        return new TaxAssessment.Line(
                line.hs().value(),
                value,
                duty,
                fen(consumption.multiply(share)),
                fen(gross.multiply(rate.vat().share()).multiply(share)));
    }

    private static long specific(TaxRate rate, ImportPurchase.Line line) {
        return rate.unit().isEmpty()
                ? 0
                : rate.specificFen(line.quantityIn(rate.unit()).orElseThrow());
    }

    private static long fen(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static Finding error(ImportPurchase purchase, int row, String rule, String value, String maybe) {
        return Finding.error(rule, Place.row(purchase.orderNo(), row), value, maybe);
    }

    private static String yuan(long fen) {
        return "CNY " + BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
