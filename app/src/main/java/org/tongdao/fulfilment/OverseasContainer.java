package org.tongdao.fulfilment;

import java.time.Instant;
import java.util.Optional;

/**
 * A container at its hub.
 *
 * @param receivedAt empty while it waits for the gate
 * @param count its parcels
 */
public record OverseasContainer(
        String containerNo, String sealNo, String hub, Instant arrivedAt, Optional<Instant> receivedAt, Count count) {

    /** How many parcels were listed, found at unpacking, short, over; delivered and returned so far. */
    public record Count(long listed, long found, long missing, long over, long delivered, long returned) {

        /** Parcels whose way is not over. */
        public long open() {
            return listed - missing - delivered - returned;
        }
    }
}
