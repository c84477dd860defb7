package org.tongdao.customs;

/** Which way goods go under a regime. */
public enum TradeWay {
    EXPORT("E"),
    IMPORT("I");

    private final String flag;

    TradeWay(String flag) {
        this.flag = flag;
    }

    /** {@code ieFlag} of the interface. */
    public String flag() {
        return flag;
    }
}
