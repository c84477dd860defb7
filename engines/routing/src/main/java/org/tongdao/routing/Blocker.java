package org.tongdao.routing;

/**
 * A rule that stands between goods and their way: with all the blockers of an answer lifted there is one, with any of them kept there is none.
 *
 * @param subject line, place, country or kind of goods that the rule is about
 * @param detail the rule itself: weekdays as digits, opening hours, minutes, or words
 */
public record Blocker(Kind kind, String subject, String detail) {

    /** What rules there are. */
    public enum Kind {
        /** A place must be passed. */
        VIA,
        /** A place or a line is closed. */
        CLOSED,
        /** A country must not be passed. */
        AVOID,
        /** Goods that lines on the way do not take. */
        GOODS,
        /** A customs regime that lines on the way do not take. */
        REGIME,
        /** The gross weight of a container. */
        WEIGHT,
        /** Gauge is not changed at a place. */
        GAUGE,
        /** Goods must be there so long before the departure. */
        CUT_OFF,
        /** A place is open at these hours only. */
        HOURS,
        /** A line runs on these weekdays only. */
        DAYS
    }
}
