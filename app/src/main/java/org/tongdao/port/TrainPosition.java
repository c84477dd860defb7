package org.tongdao.port;

import java.time.Instant;

/**
 * Where a train is, from the last fact told about it.
 *
 * @param lastNode where it was seen last
 * @param lastMilestone what was told there
 * @param lastAt when
 * @param toNode end of its run
 * @param moving false while it stands at {@code lastNode}
 * @param share of the way from lastNode to toNode that it has made by now, 0…1, from the expected arrival
 * @param expectedArrival planned running time after the told departure
 */
public record TrainPosition(
        long trainId,
        String trainNo,
        int gauge,
        String lastNode,
        String lastMilestone,
        Instant lastAt,
        String toNode,
        boolean moving,
        double share,
        Instant expectedArrival) {}
