/**
 * Where every parcel is: listens to what the other features did, keeps it as EPCIS events, answers for the order page and the public tracking page.
 *
 * <p>Purpose: one append-only log of sightings from which status, place and expected time are derived, never set. Words used: EPCIS event, milestone,
 * timeline, estimate. May use: platform, terms, tracking, editions, and the event records of the features upstream. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Visibility",
        allowedDependencies = {
            "platform",
            "terms",
            "editions",
            "tracking",
            "intake",
            "declaration",
            "consolidation",
            "bench",
            "fulfilment",
            "port"
        })
@NullMarked
package org.tongdao.visibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
