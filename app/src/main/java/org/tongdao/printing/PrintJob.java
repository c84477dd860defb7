package org.tongdao.printing;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One copy of one label.
 *
 * @param copy 1 for the first
 * @param reason of every copy but the first
 * @param why what went wrong, empty when nothing did
 */
public record PrintJob(
        long id,
        String printer,
        String parcelNo,
        int copy,
        String reason,
        String actor,
        State state,
        int tries,
        String why,
        OffsetDateTime askedAt,
        @Nullable OffsetDateTime endedAt) {

    /** Where a copy is. */
    public enum State {
        /** Not sent yet. */
        WAITING,
        /** On its way to the printer. */
        TAKEN,
        PRINTED,
        /** It certainly did not come out. */
        FAILED,
        /** It may have come out; nobody sends it again but a person who looked. */
        UNSURE
    }
}
