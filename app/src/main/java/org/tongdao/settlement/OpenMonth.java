package org.tongdao.settlement;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What stands in no statement yet, by merchant, month and currency.
 *
 * @param month {@code 2026-01}
 * @param amountMinor in the smallest part of the currency
 */
public record OpenMonth(String merchant, String month, String currency, int lines, long amountMinor) {

    public BigDecimal amount() {
        return BigDecimal.valueOf(amountMinor, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
