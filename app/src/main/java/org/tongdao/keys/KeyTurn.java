package org.tongdao.keys;

/** What came of taking a key out of service or putting it back. */
public enum KeyTurn {
    DONE,
    /** It stood so already: somebody else was faster. */
    ALREADY,
    /** No other key in service answers: nothing would be signed. */
    LAST,
    UNKNOWN
}
