package org.tongdao.planning;

import java.util.Comparator;
import java.util.List;
import org.tongdao.routing.DoorSearch;
import org.tongdao.routing.Offer;

/**
 * Which of the ways a lane takes: the best probability to be at the door within 14 days, in whole per cent; of equals the cheapest, then the
 * earliest. Same readiness and same open departures give the same choice.
 */
final class LanePolicy {

    static final double LIMIT_DAYS = 14;

    /** Last mile after the hub in days, the longest of data/door-days.csv for the country of the hub (assumed). */
    static final double LAST_MILE_DAYS = 4;

    private LanePolicy() {}

    static double within(Offer offer) {
        return offer.odds().within(LIMIT_DAYS - LAST_MILE_DAYS);
    }

    private static long percent(Offer offer) {
        return Math.round(within(offer) * 100);
    }

    /** The Pareto set, best first; nothing when no way is there. */
    static List<Offer> offers(DoorSearch search, DoorSearch.Question question) {
        return search.ask(question).offers().stream()
                .sorted(Comparator.comparingLong(LanePolicy::percent)
                        .reversed()
                        .thenComparingInt(o -> o.journey().cost())
                        .thenComparing(o -> o.journey().arrives()))
                .toList();
    }
}
