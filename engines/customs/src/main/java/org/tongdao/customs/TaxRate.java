package org.tongdao.customs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rate of duty or consumption tax as the tariff writes it: ad valorem ({@code 10} or {@code 10%}), specific ({@code 3元/千克}) or compound
 * ({@code 20%+1元/千克}).
 *
 * <p>Rates that depend on the price ("up to 5,000 dollars … above …") are not one rate; {@link #parse} does not know them and the importer says so.
 *
 * @param share of the value, 0.1 for ten percent
 * @param perUnit yuan for one {@code unit}; 0 when there is no specific part
 * @param unit three-digit customs code, empty when there is no specific part
 */
public record TaxRate(BigDecimal share, BigDecimal perUnit, String unit) {

    public static final TaxRate ZERO = new TaxRate(BigDecimal.ZERO, BigDecimal.ZERO, "");

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s*%?");
    private static final Pattern SPECIFIC = Pattern.compile("(?:人民币)?(\\d{1,7}(?:\\.\\d{1,5})?)\\s*元?/([\\p{L}\\d]+)");

    /** Reads a rate; empty when the text is none of the three forms or names a unit that customs does not have. */
    public static Optional<TaxRate> parse(String text) {
        var share = BigDecimal.ZERO;
        var perUnit = BigDecimal.ZERO;
        var unit = "";
        var parts = text.strip().replace('＋', '+').replace('％', '%').split("\\+");
        if (parts.length > 2) {
            return Optional.empty();
        }
        for (var part : parts) {
            var percent = PERCENT.matcher(part.strip());
            var specific = SPECIFIC.matcher(part.strip());
            if (percent.matches()) {
                share = share.add(new BigDecimal(percent.group(1)).movePointLeft(2));
            } else if (specific.matches() && unit.isEmpty()) {
                var code = CodeLists.official().unit(specific.group(2));
                if (code.isEmpty()) {
                    return Optional.empty();
                }
                perUnit = new BigDecimal(specific.group(1));
                unit = code.get();
            } else {
                return Optional.empty();
            }
        }
        return share.compareTo(BigDecimal.ONE.movePointRight(1)) > 0
                ? Optional.empty()
                : Optional.of(new TaxRate(share, perUnit, unit));
    }

    public boolean isZero() {
        return share.signum() == 0 && perUnit.signum() == 0;
    }

    /** The specific part in fen for a quantity in this rate's unit, half up. */
    long specificFen(BigDecimal quantity) {
        return perUnit.multiply(quantity)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** As the tariff writes it. */
    @Override
    public String toString() {
        var percent = RetailExport.number(share.movePointRight(2)) + "%";
        if (unit.isEmpty()) {
            return percent;
        }
        var specific = RetailExport.number(perUnit) + "元/"
                + CodeLists.official().nameZh("unit", unit).orElse(unit);
        return share.signum() == 0 ? specific : percent + "+" + specific;
    }
}
