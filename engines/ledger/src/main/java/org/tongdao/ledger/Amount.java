package org.tongdao.ledger;

import java.util.Currency;
import org.tongdao.terms.Money;

/**
 * A whole number of one unit: minor units of a currency, or pieces of one article and lot.
 *
 * <p>Money and stock follow the same algebra because both are counted in units that must not be mixed.
 *
 * @param quantity positive on a line of an entry, any sign as a balance
 * @param unit {@code money:CNY} or {@code stock:SKU-1/LOT-7}
 */
public record Amount(long quantity, String unit) {

    private static final String MONEY = "money:";
    private static final String STOCK = "stock:";

    public static Amount of(Money money) {
        return new Amount(money.minor(), MONEY + money.currency().getCurrencyCode());
    }

    /** Pieces of an article; {@code article} names SKU and lot. */
    public static Amount pieces(long count, String article) {
        return new Amount(count, STOCK + article);
    }

    public boolean isMoney() {
        return unit.startsWith(MONEY);
    }

    /** This amount as money; a stock amount has no currency and is refused. */
    public Money money() {
        if (!isMoney()) {
            throw new IllegalStateException("not money: " + this);
        }
        return new Money(quantity, Currency.getInstance(unit.substring(MONEY.length())));
    }

    @Override
    public String toString() {
        return isMoney() ? money().toString() : quantity + " " + unit;
    }
}
