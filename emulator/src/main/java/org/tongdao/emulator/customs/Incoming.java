package org.tongdao.emulator.customs;

import java.util.List;

/** A sent file after the e-port looked at it. */
sealed interface Incoming {

    /** A message of a known form that fits the schema. */
    record Message(PaperForm form, boolean signatureGood, List<Paper> papers) implements Incoming {}

    /**
     * No such message: answered with 900.
     *
     * @param type message type as far as it could be read, else Unknown
     * @param code official code of the transport platform, e.g. 0002
     * @param why what is wrong with it
     */
    record Unreadable(String type, String code, String why) implements Incoming {}
}
