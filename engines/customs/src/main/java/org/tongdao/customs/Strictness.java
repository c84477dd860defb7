package org.tongdao.customs;

/** How a message is looked at. */
public enum Strictness {
    /** What we send: schema and specification must both be obeyed. */
    OUTBOUND,
    /** What we get: taken as it is; where it differs, the difference is recorded as a warning. */
    INBOUND
}
