package org.tongdao.customs;

/** What the three-document match says of one order, from good to bad. */
public enum MatchVerdict {
    /** All documents are there and say the same. */
    MATCHED,
    /** All are there; what differs has a harmless reason that a person should confirm. */
    NEAR_MISS,
    /** A document is not there yet. */
    MISSING,
    /** Documents contradict one another; declaring would be refused. */
    CONFLICT
}
