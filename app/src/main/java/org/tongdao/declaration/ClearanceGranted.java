package org.tongdao.declaration;

import java.util.List;

/**
 * Customs released these parcels.
 *
 * @param parcelIds sorted; when each was released stands in its clearance
 */
public record ClearanceGranted(List<Long> parcelIds) {}
