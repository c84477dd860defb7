/**
 * Acts on many parcels at once (批量).
 *
 * <p>Purpose: what is done to one parcel at the bench can be done to a whole list, with the same rules, the same record and the same way back. A run is
 * drawn from a list, tried (each act is really done and taken back in its transaction, so a trial says what the act would say), started, and done parcel by
 * parcel; what failed can be tried again, and a run can be taken back once where its act has a way back. Words used: run, item, trial. May use: platform,
 * terms, the doors of bench and printing. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Bulk acts",
        allowedDependencies = {"platform", "terms", "bench", "printing"})
@NullMarked
package org.tongdao.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
