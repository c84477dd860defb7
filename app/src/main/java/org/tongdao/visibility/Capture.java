package org.tongdao.visibility;

import java.time.Instant;
import java.util.Optional;

/**
 * A call of a partner's program that told events, and what became of them.
 *
 * @param allOrNone one bad event keeps all others out
 * @param finishedAt empty while it is worked at
 * @param taken events that are new
 * @param known events that had been told before, by the same id or with the same content
 * @param results JSON: one object for each event with pointer, eventID, outcome and findings
 */
public record Capture(
        long id,
        boolean allOrNone,
        Instant createdAt,
        Optional<Instant> finishedAt,
        int taken,
        int known,
        int refused,
        String results) {

    public boolean isGood() {
        return finishedAt.isPresent() && refused == 0;
    }
}
