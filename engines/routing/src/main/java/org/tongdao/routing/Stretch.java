package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A departure from one of its calls to the next: what room is counted on, because goods board and leave on the way.
 *
 * @param number from 1, the first after the first call
 */
public record Stretch(Departure departure, int number, String from, String to, Instant departs, Instant arrives) {

    /** What a leg by a line of the network uses up, in order; nothing for a link. An unknown line or call is a wrong call. */
    public static List<Stretch> of(Network network, Journey.Leg leg) {
        if (leg.line().isEmpty()) {
            return List.of();
        }
        var calls = network.line(leg.line()).calls();
        long minutes = Duration.between(leg.departs(), leg.arrives()).toMinutes();
        for (int board = 0; board < calls.size(); board++) {
            for (int end = board + 1; end < calls.size(); end++) {
                if (calls.get(board).station().equals(leg.from())
                        && calls.get(end).station().equals(leg.to())
                        && calls.get(end).arrives() - calls.get(board).departs() == minutes) {
                    var leaves =
                            leg.departs().minusSeconds(60L * calls.get(board).departs());
                    return between(new Departure(leg.line(), leaves), calls, board, end);
                }
            }
        }
        throw new IllegalArgumentException(
                leg.line() + " has no calls as in " + leg + ". Maybe the journey is of another network.");
    }

    /** Every stretch of a departure. */
    public static List<Stretch> of(Network network, Departure departure) {
        var calls = network.line(departure.line()).calls();
        return between(departure, calls, 0, calls.size() - 1);
    }

    private static List<Stretch> between(Departure departure, List<Line.Call> calls, int board, int end) {
        var leaves = departure.leaves();
        var used = new ArrayList<Stretch>();
        for (int i = board; i < end; i++) {
            var from = calls.get(i);
            var to = calls.get(i + 1);
            used.add(new Stretch(
                    departure,
                    i + 1,
                    from.station(),
                    to.station(),
                    leaves.plusSeconds(60L * from.departs()),
                    leaves.plusSeconds(60L * to.arrives())));
        }
        return List.copyOf(used);
    }
}
