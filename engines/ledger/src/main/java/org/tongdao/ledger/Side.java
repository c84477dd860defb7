package org.tongdao.ledger;

/** The two sides of an entry: into the account, out of the account. */
public enum Side {
    DEBIT,
    CREDIT;

    public Side opposite() {
        return this == DEBIT ? CREDIT : DEBIT;
    }

    long sign() {
        return this == DEBIT ? 1 : -1;
    }
}
