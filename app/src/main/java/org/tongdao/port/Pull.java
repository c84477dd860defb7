package org.tongdao.port;

import java.time.Instant;
import java.util.Optional;

/**
 * A parcel that was taken out of a container, for screens.
 *
 * @param amendmentNo of the train's manifest
 * @param seal that went on the doors then
 * @param outcome what became of it; empty while it is with the inspectors
 */
public record Pull(
        long id,
        String parcelNo,
        String containerNo,
        long containerId,
        String trainNo,
        String node,
        String heldIn,
        int amendmentNo,
        String seal,
        String reason,
        String actor,
        Instant at,
        Optional<PullEnd.Outcome> outcome) {}
