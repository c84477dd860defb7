package org.tongdao.statistics;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lane came to in a month, from own recorded facts only: cost, days and reliability, with the change to the month before. A parcel counts in
 * the month in which it was delivered or came back, if its release by customs is known.
 *
 * @param parcels delivered
 * @param returned came back instead
 * @param days from release to the door, the middle one; null when all came back
 * @param daysP90 nine of ten took no longer
 * @param within share at the door within 14 days of the release, 0 to 1; what came back was not
 * @param cnyPerKg charged freight over gross weight of the parcels that were charged in CNY and not refunded; null when there is none
 * @param trendDays days against the calendar month before; null when nothing was delivered in it
 * @param trendCny CNY a kg against it; null when one of the two is missing
 */
public record LaneIndex(
        String hub,
        YearMonth month,
        long parcels,
        long returned,
        @Nullable BigDecimal days,
        @Nullable BigDecimal daysP90,
        double within,
        @Nullable BigDecimal cnyPerKg,
        @Nullable BigDecimal trendDays,
        @Nullable BigDecimal trendCny) {

    /**
     * The index of a year of Beijing's calendar.
     *
     * @param years that could have lines, latest first; none when nothing has reached an end
     * @param lines latest month first
     */
    public record OfYear(int year, List<Integer> years, List<LaneIndex> lines) {}
}
