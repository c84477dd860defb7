package org.tongdao.ledger;

/**
 * Where value or goods can be: a customer who owes, the revenue of a lane, a shelf, goods on the way.
 *
 * @param code stable and unique, parts separated by {@code /}, e.g. {@code receivable/acme}
 * @param kind what a balance on it means
 * @param mayBeNegative whether more may go out than came in; false for shelves and prepaid accounts (I-23)
 */
public record Account(String code, Kind kind, boolean mayBeNegative) {

    /** Bookkeeping's five kinds; a shelf or goods on the way are ASSET, the world outside is EQUITY. */
    public enum Kind {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME,
        EXPENSE
    }

    public Account {
        if (!code.matches("[\\p{L}\\p{N}_.%-]+(/[\\p{L}\\p{N}_.%-]+)*")) {
            throw new IllegalArgumentException("not an account code: '" + code + "'. Maybe receivable/acme was meant.");
        }
    }

    public static Account of(String code, Kind kind) {
        return new Account(code, kind, true);
    }

    public static Account neverNegative(String code, Kind kind) {
        return new Account(code, kind, false);
    }
}
