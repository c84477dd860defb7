package org.tongdao.yard;

import java.time.Instant;

/**
 * A time in which a unit cannot work, or works for one train only (a reservation, made up to 24 hours ahead).
 *
 * @param unit its id; empty for all of the resource
 * @param trainId the train it is reserved for; empty for nobody
 * @param reason shown to people, e.g. wind
 */
public record YardClosure(
        YardResource resource, String unit, Instant from, Instant until, String trainId, String reason) {

    public YardClosure {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("closure of " + resource + " " + unit + " from " + from + " until "
                    + until + ". Maybe the two are swapped.");
        }
    }

    public static YardClosure of(YardResource resource, String unit, Instant from, Instant until, String reason) {
        return new YardClosure(resource, unit, from, until, "", reason);
    }

    /** Whether it keeps a train off a unit. */
    public boolean covers(YardUnit other, String train) {
        return resource == other.resource()
                && (unit.isEmpty() || unit.equals(other.id()))
                && (trainId.isEmpty() || !trainId.equals(train));
    }
}
