/**
 * Consolidation (集货): cleared parcels into bags, bags into containers, each sealed with a plan a crew can follow.
 *
 * <p>Words used: bag (SSCC), container (ISO 6346), seal, load plan. May use: declaration's clearance facts, loading, paper. Publishes: {@link
 * org.tongdao.consolidation.UnitSealed}.
 */
@ApplicationModule(
        displayName = "Consolidation",
        allowedDependencies = {"platform", "terms", "loading", "paper"})
@NullMarked
package org.tongdao.consolidation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
