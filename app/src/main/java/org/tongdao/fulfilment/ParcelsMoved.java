package org.tongdao.fulfilment;

import java.time.Instant;
import java.util.List;

/**
 * Parcels reached a milestone behind the hub, all of them told in one document and at the same place. When each of them did is in {@code parcel_fact}.
 *
 * @param milestone T210, T220, T230, T240, T250 or T900
 * @param parcelIds ascending
 * @param node of the hub
 * @param at the latest of their times
 */
public record ParcelsMoved(String milestone, List<Long> parcelIds, String node, Instant at) {}
