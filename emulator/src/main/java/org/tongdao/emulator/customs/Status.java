package org.tongdao.emulator.customs;

/** The return statuses that this office uses (CEB code list returnStatus, 2022-05). */
final class Status {

    static final String DECLARING = "2";
    static final String SENT = "3";
    static final String REFUSED = "100";
    static final String STORED = "120";
    static final String MANUAL_REVIEW = "300";
    static final String EXAMINED = "399";
    static final String INSPECTION = "500";
    static final String RELEASED = "800";
    static final String CLOSED = "899";

    private Status() {}
}
