package org.tongdao.intake;

import java.time.Instant;

/** A batch has become orders and parcels; published in the transaction that stored them. */
public record OrdersAccepted(long batchId, int parcels, Instant at) {}
