package org.tongdao.intake.rules;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.RowCells;

/** How many, for how much, in what money. */
final class AmountRules {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("RMB", "CNY"),
            Map.entry("人民币", "CNY"),
            Map.entry("元", "CNY"),
            Map.entry("美元", "USD"),
            Map.entry("欧元", "EUR"),
            Map.entry("坚戈", "KZT"),
            Map.entry("ТЕНГЕ", "KZT"),
            Map.entry("ДОЛЛАР США", "USD"),
            Map.entry("ЕВРО", "EUR"),
            Map.entry("ЮАНЬ", "CNY"),
            Map.entry("€", "EUR"),
            Map.entry("$", "USD"));
    private static final BigDecimal MOST_PIECES = BigDecimal.valueOf(100_000);
    private static final BigDecimal MOST_PRICE = BigDecimal.valueOf(10_000_000);

    private AmountRules() {}

    static int quantity(RowCells row, RowFindings findings) {
        var number = Numbers.positive(row, Column.QUANTITY, findings, "QUANTITY");
        if (number.isEmpty()) {
            return 0;
        }
        boolean whole = number.get().stripTrailingZeros().scale() <= 0;
        if (!whole || number.get().compareTo(MOST_PIECES) > 0) {
            findings.error(
                    "QUANTITY-FORMAT",
                    Column.QUANTITY,
                    row.get(Column.QUANTITY),
                    "give a whole number from 1 to 100000");
            return 0;
        }
        return number.get().intValue();
    }

    static BigDecimal price(RowCells row, RowFindings findings) {
        var number = Numbers.positive(row, Column.UNIT_PRICE, findings, "PRICE");
        if (number.isPresent() && (number.get().scale() > 5 || number.get().compareTo(MOST_PRICE) > 0)) {
            findings.error(
                    "PRICE-FORMAT",
                    Column.UNIT_PRICE,
                    row.get(Column.UNIT_PRICE),
                    "give the price of one piece with at most five decimals, up to 10000000");
        }
        return number.orElse(BigDecimal.ZERO);
    }

    static String currency(RowCells row, RowFindings findings) {
        var text = findings.required(Column.CURRENCY).toUpperCase(Locale.ROOT);
        var code = WORDS.getOrDefault(text, text);
        if (!text.isEmpty() && !CURRENCIES.contains(code)) {
            findings.error(
                    "CURRENCY-UNKNOWN",
                    Column.CURRENCY,
                    text,
                    "give the three letters of ISO 4217: CNY, USD, EUR, KZT …");
            return "";
        }
        return code;
    }
}
