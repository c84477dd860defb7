package org.tongdao.planning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.tongdao.routing.Itinerary;
import org.tongdao.routing.Outlook;
import org.tongdao.routing.Reliability;
import org.tongdao.routing.Run;
import org.tongdao.routing.Search;

/**
 * Which of the ways a lane takes: the best probability to be at the door within 14 days, in whole per cent; of equals the cheapest, then the
 * earliest. Same readiness and same open departures give the same choice.
 */
final class LanePolicy {

    static final double LIMIT_DAYS = 14;
    private static final long SEED = 20_260_101;

    private LanePolicy() {}

    /** A way with how surely it holds. */
    record Offer(Itinerary way, Outlook outlook) {

        long percent() {
            return Math.round(outlook.within() * 100);
        }
    }

    /** The Pareto set of time and cost with its outlook, best first. */
    static List<Offer> offers(String from, String hub, Instant readyAt, List<Run> runs) {
        var reliability = new Reliability(TimetableFile.SHIPPED, runs, TimetableFile.TRANSFER);
        var question = new Reliability.Question(readyAt, TimetableFile.LAST_MILE_DAYS, LIMIT_DAYS, SEED);
        return Search.pareto(from, hub, readyAt, runs, TimetableFile.TRANSFER).stream()
                .map(way -> new Offer(way, reliability.of(way, question)))
                .sorted(Comparator.comparingLong(Offer::percent)
                        .reversed()
                        .thenComparingLong(o -> o.way().cost())
                        .thenComparing(o -> o.way().arrives()))
                .toList();
    }
}
