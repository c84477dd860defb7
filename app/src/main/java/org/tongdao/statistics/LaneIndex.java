package org.tongdao.statistics;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a lane came to in a month of deliveries, from own recorded facts only: cost, days and reliability, with the change to the month before.
 *
 * @param parcels delivered, with a known release by customs
 * @param days from release to the door, the middle one
 * @param daysP90 nine of ten took no longer
 * @param within share at the door within 14 days of the release, 0 to 1
 * @param cnyPerKg charged freight over gross weight, in CNY; null when nothing was charged in CNY
 * @param trendDays days against the month before with deliveries; null for the first
 * @param trendCny CNY a kg against it; null when one of the two is missing
 */
public record LaneIndex(
        String hub,
        YearMonth month,
        long parcels,
        BigDecimal days,
        BigDecimal daysP90,
        double within,
        @Nullable BigDecimal cnyPerKg,
        @Nullable BigDecimal trendDays,
        @Nullable BigDecimal trendCny) {}
