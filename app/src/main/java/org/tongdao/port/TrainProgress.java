package org.tongdao.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A train on the board.
 *
 * @param ordered told to the railway
 * @param supervisionReleased by the border at the end of its run
 * @param blocked why its order or told departure was refused, when it was and it has not left since
 * @param priorities the five, in their announced order, for a train whose containers go on by rail; else empty
 */
public record TrainProgress(
        long trainId,
        String trainNo,
        int gauge,
        String from,
        String to,
        Instant plannedDeparture,
        Instant plannedArrival,
        boolean ordered,
        Optional<Instant> departed,
        Optional<Instant> arrived,
        Optional<Instant> supervisionReleased,
        int wagons,
        int containers,
        long parcels,
        long grossKg,
        List<Blocker> blocked,
        List<PriorityState> priorities) {}
