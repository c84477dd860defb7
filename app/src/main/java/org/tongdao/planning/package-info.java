/**
 * Planning: which way each sealed container goes, and which trains carry it.
 *
 * <p>Words used: service run, booking, leg, train, consist. May use: consolidation's containers, routing, loading, yard. Publishes: {@link
 * org.tongdao.planning.TrainComposed}.
 */
@ApplicationModule(
        displayName = "Planning",
        allowedDependencies = {"platform", "terms", "routing", "loading", "yard", "consolidation"})
@NullMarked
package org.tongdao.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
