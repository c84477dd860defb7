package org.tongdao.ledger;

/** One line of an entry. */
public record Line(String account, Side side, Amount amount) {

    public Line {
        if (amount.quantity() <= 0) {
            throw new IllegalArgumentException(
                    "a line moves something: " + amount + " on " + account + ". Maybe the other side was meant.");
        }
    }

    public static Line debit(String account, Amount amount) {
        return new Line(account, Side.DEBIT, amount);
    }

    public static Line credit(String account, Amount amount) {
        return new Line(account, Side.CREDIT, amount);
    }

    /** Positive for debit, negative for credit. */
    long signed() {
        return side.sign() * amount.quantity();
    }
}
