/**
 * Overseas: from the arrival of a container at its hub to the door, or back.
 *
 * <p>Purpose: tell the warehouse what comes, take in what warehouse and carrier tell, compare it with the lists. Words used: handover, unpacking,
 * discrepancy (damaged, short, over), attempt, return case. May use: platform, terms, tracking, port (the end of a
 * pull). Publishes: {@link
 * org.tongdao.fulfilment.ContainersReceived}, {@link org.tongdao.fulfilment.ParcelsMoved}.
 */
@ApplicationModule(
        displayName = "Fulfilment",
        allowedDependencies = {"platform", "terms", "tracking", "port", "editions"})
@NullMarked
package org.tongdao.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
