/**
 * The declaration desk: everything between an accepted parcel and customs' word that it may leave.
 *
 * <p>Purpose: declare parcels once and only once, keep what was sent byte for byte, take receipts in whatever order they come, and put what needs a
 * person into the broker's queue with cause and fix. Words used: order, waybill, list (申报清单), binding (总分单), receipt (回执), release (放行), inspection
 * (查验), supersede. May use: platform, terms, customs, keys, editions. Publishes: {@link org.tongdao.declaration.ClearanceGranted}, {@link
 * org.tongdao.declaration.ClearanceHeld}.
 */
@ApplicationModule(
        displayName = "Declaration",
        allowedDependencies = {"platform", "terms", "customs", "keys", "editions"})
@NullMarked
package org.tongdao.declaration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
