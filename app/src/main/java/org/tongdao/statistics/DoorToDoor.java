package org.tongdao.statistics;

import java.math.BigDecimal;

/**
 * Days from acceptance to the door, of delivered parcels.
 *
 * @param parcels how many were delivered
 * @param p50 half of them took at most so many days, two decimals, interpolated between neighbours
 * @param p90 nine tenths of them
 * @param shareWithin14Days 0 … 1, four decimals
 */
public record DoorToDoor(int parcels, BigDecimal p50, BigDecimal p90, BigDecimal shareWithin14Days) {}
