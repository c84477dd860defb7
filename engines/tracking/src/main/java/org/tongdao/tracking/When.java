package org.tongdao.tracking;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The time dimension of an event: the instant, and the offset that the clock on the wall showed there.
 *
 * @param eventTime when it happened, not when it was told
 * @param offset −13:59 … +14:00, as EPCIS allows
 */
public record When(Instant eventTime, ZoneOffset offset) {

    private static final int LOWEST_S = -(13 * 3600 + 59 * 60);
    private static final int HIGHEST_S = 14 * 3600;

    public When {
        if (offset.getTotalSeconds() < LOWEST_S
                || offset.getTotalSeconds() > HIGHEST_S
                || offset.getTotalSeconds() % 60 != 0) {
            throw new IllegalArgumentException(
                    "EPCIS has no offset " + offset + ". Maybe whole minutes between -13:59 and +14:00.");
        }
    }
}
