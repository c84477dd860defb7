package org.tongdao.emulator.customs;

import java.time.Instant;

/**
 * A time in which something is wrong at the far side, for training: {@code from} included, {@code to} excluded.
 *
 * @param kind what is wrong
 */
public record Incident(Instant from, Instant to, Kind kind) {

    /** What can be wrong. */
    public enum Kind {
        /** Officers take four times as long for what they begin in this time. */
        SLOW,
        /** No receipt appears; they come when it is over. */
        SILENT,
        /** Signatures of messages sent in this time are said to fail, as when a smart key misbehaves. */
        SIGNATURES_FAIL,
        /** Messages sent in this time are refused whole by the platform (900, code 3001). */
        MESSAGES_REFUSED
    }

    public Incident {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("incident " + kind + " ends at " + to + ", before it begins at " + from);
        }
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
