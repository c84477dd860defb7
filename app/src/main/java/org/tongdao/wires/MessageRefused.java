package org.tongdao.wires;

import java.io.IOException;

/** The far side is there and does not want this very message. */
final class MessageRefused extends IOException {

    private static final long serialVersionUID = 1L;

    MessageRefused(String what) {
        super(what);
    }
}
