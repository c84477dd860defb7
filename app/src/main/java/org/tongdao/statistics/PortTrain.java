package org.tongdao.statistics;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One train behind a figure of a port.
 *
 * @param at when it was first told there
 * @param parcels in its containers then
 */
public record PortTrain(String trainNo, String node, Instant at, int containers, BigDecimal teu, int parcels) {}
