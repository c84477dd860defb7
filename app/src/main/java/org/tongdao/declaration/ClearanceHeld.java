package org.tongdao.declaration;

import java.time.Instant;
import java.util.List;

/**
 * Customs did not release these parcels; they wait in the broker's queue.
 *
 * @param parcelIds sorted
 * @param cause {@code REFUSED}, {@code INSPECTION}, {@code REVIEW}, {@code DETAINED} or {@code RETURNED}
 * @param at when customs says so
 */
public record ClearanceHeld(List<Long> parcelIds, String cause, Instant at) {}
