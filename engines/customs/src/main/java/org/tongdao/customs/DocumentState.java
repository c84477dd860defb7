package org.tongdao.customs;

import java.util.Collection;
import java.util.Optional;

/**
 * The state of one document: a function of the set of its receipts and of nothing else (I-13). Order, repetition and delay of receipts make no
 * difference; a later word of customs never moves it backwards.
 *
 * @param outcome SENT while nothing has come
 * @param decisive the receipt that decided
 * @param preNo number given by the e-port, if any receipt carried one
 * @param invtNo number given by customs, if any receipt carried one
 */
public record DocumentState(Outcome outcome, Optional<Receipt> decisive, String preNo, String invtNo) {

    public static DocumentState of(Collection<Receipt> receipts) {
        var decisive = receipts.stream().max(Receipt::compareTo);
        return new DocumentState(
                decisive.map(Receipt::outcome).orElse(Outcome.SENT),
                decisive,
                receipts.stream().map(Receipt::preNo).max(String::compareTo).orElse(""),
                receipts.stream().map(Receipt::invtNo).max(String::compareTo).orElse(""));
    }
}
