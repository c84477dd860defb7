package org.tongdao.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.yard.YardResource;

/**
 * What the yard engine expects of a train at the end of its run.
 *
 * @param station id of the station table; empty when the train changes no gauge there or the place has no figures
 * @param arrival told, or expected
 * @param containers that change wagons
 * @param parallel customs beside the gauge change
 * @param serial customs first
 * @param connections the trains that take the containers on
 */
public record PassagePlan(
        long trainId,
        String node,
        String station,
        Instant arrival,
        int containers,
        Optional<Outlook> parallel,
        Optional<Outlook> serial,
        List<Connection> connections) {

    /**
     * Over many possible days of other traffic.
     *
     * @param readyP50 half of the days the next train may leave by then
     * @param readyP95 on 19 of 20 days
     * @param meanDwellHours arrival to departure
     * @param bottleneck what the train waits for most; empty when it never waits
     * @param inspectionShare of the days with an inspection
     */
    public record Outlook(
            Instant readyP50,
            Instant readyP95,
            double meanDwellHours,
            Optional<YardResource> bottleneck,
            double inspectionShare) {}

    /** Whether the next train's planned departure can be kept on 19 of 20 days. */
    public record Connection(String trainNo, Instant plannedDeparture, boolean holds) {}
}
