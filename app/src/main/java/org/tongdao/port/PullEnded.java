package org.tongdao.port;

import java.time.Instant;

/**
 * A pull has ended, with what became of the parcel.
 *
 * @param node where the inspectors had it
 * @param reason as the person gave it
 */
public record PullEnded(long pullId, long parcelId, String node, PullEnd.Outcome outcome, String reason, Instant at) {}
