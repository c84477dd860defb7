/**
 * The bench (作业台): people who receive, label, weigh, bag, seal, load, unload, hold and return things by scanning them.
 *
 * <p>Purpose: one door through which every scan goes, exactly once, and comes back as one clear answer. Words used: station, place, act, reversal,
 * standing scan. May use: platform, terms, and the hands of consolidation, which owns bags and containers. Publishes: {@link
 * org.tongdao.bench.UnitsScanned}.
 */
@ApplicationModule(
        displayName = "Bench",
        allowedDependencies = {"platform", "terms", "consolidation"})
@NullMarked
package org.tongdao.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
