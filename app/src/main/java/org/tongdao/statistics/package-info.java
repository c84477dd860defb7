/**
 * Numbers: how many parcels, kilograms and how much value went where, how long it took, how often customs was done the same day.
 *
 * <p>Purpose: every figure is a recomputation from recorded facts through read-only views, never a running total (I-37); typical values of others are
 * shown as typical. Words used: door-to-door days, P50, P90, same-day clearance, port (border station), period, base (the same period a year before). May use: platform, terms. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Statistics",
        allowedDependencies = {"platform", "terms"})
@NullMarked
package org.tongdao.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
