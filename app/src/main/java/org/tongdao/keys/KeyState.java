package org.tongdao.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a key stands.
 *
 * @param profile algorithms it signs with, or empty while it does not answer
 * @param perMinute most signatures a minute, 0 for no limit
 * @param lastMinute signatures of the last minute, counted only under a limit
 * @param rule what is wrong with it, or empty
 * @param value what it said
 * @param maybe what to do
 * @param validUntil last instant its certificate counts, absent until it answered
 */
public record KeyState(
        String name,
        String profile,
        int perMinute,
        int lastMinute,
        String rule,
        String value,
        String maybe,
        @Nullable Instant validUntil) {

    public boolean isWell() {
        return rule.isEmpty();
    }
}
