package org.tongdao.customs;

/**
 * The account book that goods of regime 1210 enter or leave, and the company in the zone that keeps it.
 *
 * @param emsNo number of the account book, at most 30 characters; empty outside 1210
 * @param companyCode ten-digit customs code or USCC of the company in the zone
 * @param companyName its registered name
 */
public record ZoneLedger(String emsNo, String companyCode, String companyName) {

    /** For regimes without an account book. */
    public static final ZoneLedger NONE = new ZoneLedger("", "", "");

    boolean isNamed() {
        return !emsNo.isBlank() && !companyCode.isBlank() && !companyName.isBlank();
    }
}
