package org.tongdao.routing;

import java.time.Instant;

/**
 * One departure of a service between two places without a stop.
 *
 * @param gaugeMm 0 for road
 * @param costPerFfe for one forty-foot container, in minor units
 */
public record Run(
        long id,
        String service,
        String mode,
        int gaugeMm,
        String from,
        String to,
        Instant departs,
        Instant arrives,
        long costPerFfe) {}
