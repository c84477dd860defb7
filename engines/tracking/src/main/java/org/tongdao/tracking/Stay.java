package org.tongdao.tracking;

import java.time.Instant;
import java.util.Optional;

/**
 * From when until when one thing was in or on another.
 *
 * @param until {@link Instant#MAX} while it lasts
 */
public record Stay(String child, String parent, Instant from, Instant until) {

    public boolean lasts() {
        return until.equals(Instant.MAX);
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && !at.isAfter(until);
    }

    Stay until(Instant end) {
        return new Stay(child, parent, from, end);
    }

    /** The part of this stay within another, empty when they do not overlap. */
    Optional<Stay> within(Stay other) {
        Instant start = from.isAfter(other.from) ? from : other.from;
        Instant end = until.isBefore(other.until) ? until : other.until;
        return start.isAfter(end) ? Optional.empty() : Optional.of(new Stay(child, parent, start, end));
    }
}
