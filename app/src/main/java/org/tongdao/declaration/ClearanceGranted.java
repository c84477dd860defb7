package org.tongdao.declaration;

import java.time.Instant;
import java.util.List;

/**
 * Customs released these parcels.
 *
 * @param parcelIds sorted
 * @param at when customs says it did
 */
public record ClearanceGranted(List<Long> parcelIds, Instant at) {}
