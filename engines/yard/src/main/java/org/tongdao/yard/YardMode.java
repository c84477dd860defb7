package org.tongdao.yard;

/** How customs supervision and the gauge change go together (串联 / 并联作业). */
public enum YardMode {
    /** First customs, then placing and transloading. */
    SERIAL,
    /** Side by side; both must be done before the train is waybilled and marshalled (I-22). */
    PARALLEL
}
