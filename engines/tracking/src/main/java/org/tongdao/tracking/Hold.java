package org.tongdao.tracking;

import java.time.Instant;

/**
 * Why a parcel does not move: an authority keeps it or what it lies in.
 *
 * @param reason as the event said it, e.g. a customs receipt text
 * @param node where, empty when unknown
 */
public record Hold(String reason, String node, Instant since) {

    /** The extension that carries the reason. */
    static final String REASON = "tongdao:reason";
}
