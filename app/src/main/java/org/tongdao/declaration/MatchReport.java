package org.tongdao.declaration;

/** How a batch of the three-document match ended; {@code unclaimed} payments and waybills count as missing. */
public record MatchReport(long batchId, int orders, int matched, int nearMisses, int missing, int conflicts) {}
