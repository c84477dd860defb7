/**
 * The border: train orders to the railway, the departure gate, what the railway tells, containers lifted from one gauge to the other.
 *
 * <p>Purpose: a train leaves only when every parcel on it is released, every container sealed, supervision and gauge change done (I-08, I-20, I-22), and
 * what left on one wagon set arrives complete on the next (I-06). Words used: train order, passage, transload, blocker, train fact. May use: platform,
 * planning, declaration (the changed binding of an opened container), yard, tracking. Publishes: TrainDeparted, TrainTransloaded, TrainArrived,
 * ParcelPulled, PullEnded.
 */
@ApplicationModule(
        displayName = "Port",
        allowedDependencies = {"platform", "terms", "yard", "tracking", "declaration"})
@NullMarked
package org.tongdao.port;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
