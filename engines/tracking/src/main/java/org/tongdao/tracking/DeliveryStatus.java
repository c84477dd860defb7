package org.tongdao.tracking;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How far a parcel is, in the words of a reader; always derived from events, never set.
 *
 * <p>{@link #allows} is the table of legal moves (I-03). Customs and gauge change run in parallel at a border, so their order is free; DELIVERED and
 * RETURNED are the end.
 */
public enum DeliveryStatus {
    /** Nothing was seen yet. */
    UNKNOWN,
    ACCEPTED,
    AT_PARK,
    CLEARED,
    BAGGED,
    STUFFED,
    LOADED,
    IN_TRANSIT,
    AT_BORDER,
    TRANSLOADING,
    AT_HUB,
    OUT_FOR_DELIVERY,
    DELIVERY_FAILED,
    DELIVERED,
    RETURNED;

    private static final Map<DeliveryStatus, Set<DeliveryStatus>> NEXT = new EnumMap<>(DeliveryStatus.class);

    static {
        NEXT.put(UNKNOWN, EnumSet.allOf(DeliveryStatus.class));
        NEXT.put(ACCEPTED, EnumSet.of(AT_PARK, CLEARED, RETURNED));
        NEXT.put(AT_PARK, EnumSet.of(CLEARED, RETURNED));
        NEXT.put(CLEARED, EnumSet.of(BAGGED, RETURNED));
        NEXT.put(BAGGED, EnumSet.of(STUFFED));
        NEXT.put(STUFFED, EnumSet.of(LOADED, IN_TRANSIT));
        NEXT.put(LOADED, EnumSet.of(IN_TRANSIT, AT_BORDER, TRANSLOADING));
        NEXT.put(IN_TRANSIT, EnumSet.of(AT_BORDER, TRANSLOADING, AT_HUB));
        NEXT.put(AT_BORDER, EnumSet.of(IN_TRANSIT, TRANSLOADING, LOADED, AT_HUB));
        NEXT.put(TRANSLOADING, EnumSet.of(LOADED, IN_TRANSIT, AT_BORDER, AT_HUB));
        NEXT.put(AT_HUB, EnumSet.of(OUT_FOR_DELIVERY, RETURNED));
        NEXT.put(OUT_FOR_DELIVERY, EnumSet.of(DELIVERED, DELIVERY_FAILED, RETURNED));
        NEXT.put(DELIVERY_FAILED, EnumSet.of(OUT_FOR_DELIVERY, DELIVERED, RETURNED));
        NEXT.put(DELIVERED, EnumSet.noneOf(DeliveryStatus.class));
        NEXT.put(RETURNED, EnumSet.noneOf(DeliveryStatus.class));
    }

    public boolean isEnd() {
        return this == DELIVERED || this == RETURNED;
    }

    /** Whether {@code next} may follow; staying is allowed everywhere but at the end. */
    public boolean allows(DeliveryStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next) || (this == next && !isEnd());
    }

    static DeliveryStatus after(Milestone milestone) {
        return switch (milestone) {
            case T010 -> ACCEPTED;
            case T020, T030 -> AT_PARK;
            case T040 -> CLEARED;
            case T050 -> BAGGED;
            case T060 -> STUFFED;
            case T070, T080 -> LOADED;
            case T090, T170 -> IN_TRANSIT;
            case T100, T110, T120, T130, T180, T190 -> AT_BORDER;
            case T140, T150, T160 -> TRANSLOADING;
            case T200, T210, T220 -> AT_HUB;
            case T230 -> OUT_FOR_DELIVERY;
            case T240 -> DELIVERY_FAILED;
            case T250 -> DELIVERED;
            case T900 -> RETURNED;
        };
    }
}
