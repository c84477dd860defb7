package org.tongdao.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container to be, as a planner fills it by hand.
 *
 * @param regime empty until its first unit
 * @param service the departure it is meant for
 * @param maxMm3 what may go in: the inside less the air between bags
 */
public record PlannedBox(
        long id,
        String hub,
        String regime,
        String typeCode,
        String service,
        OffsetDateTime departsAt,
        OffsetDateTime cutOff,
        int parcels,
        long contentG,
        long contentMm3,
        long maxG,
        long maxMm3,
        @Nullable String lockedBy,
        List<Content> contents) {

    /** One unit in it: loose parcels accepted on one day, or a closed bag. */
    public record Content(
            long id,
            long boxId,
            String regime,
            @Nullable String day,
            @Nullable String sscc,
            int parcels,
            long contentG) {}

    public boolean isLocked() {
        return lockedBy != null;
    }

    public long leftG() {
        return maxG - contentG;
    }

    public long leftMm3() {
        return maxMm3 - contentMm3;
    }

    /** Percent of the weight or of the space, whichever is nearer to full. */
    public long filled() {
        return Math.round(100.0 * Math.max((double) contentG / maxG, (double) contentMm3 / maxMm3));
    }

    /** Cubic metres in it, air between parcels and bags included. */
    public BigDecimal cubicMetres() {
        return metres(contentMm3);
    }

    public BigDecimal maxCubicMetres() {
        return metres(maxMm3);
    }

    private static BigDecimal metres(long mm3) {
        return BigDecimal.valueOf(mm3, 9).setScale(1, RoundingMode.HALF_UP);
    }

    PlannedBox with(List<Content> all) {
        return new PlannedBox(
                id,
                hub,
                regime,
                typeCode,
                service,
                departsAt,
                cutOff,
                parcels,
                contentG,
                contentMm3,
                maxG,
                maxMm3,
                lockedBy,
                all.stream().filter(c -> c.boxId() == id).toList());
    }
}
