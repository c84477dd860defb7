package org.tongdao.routing;

import java.util.TreeSet;

/** The moments of a window after which one departure less can be caught: between them nothing changes. */
final class Departures {

    private final Timetable t;

    Departures(Timetable t) {
        this.t = t;
    }

    /** Rising; the last moments at which goods can be ready at a place and board something there, or by a link at the next. */
    int[] of(int place, int first, int last) {
        var moments = new TreeSet<Integer>();
        moments.add(last);
        board(place, first, last, moments);
        for (int i = t.boardLinkOut[place]; i < t.boardLinkOut[place + 1]; i++) {
            int link = t.boardLink[i];
            var there = new TreeSet<Integer>();
            board(t.linkTo[link], first, last + 15 * 1440 + t.linkMinutes[link], there);
            for (int at : there) {
                int leave = latest(t.linkOpenings[link], at - t.linkMinutes[link]);
                if (leave >= first && leave <= last) {
                    moments.add(leave);
                }
            }
        }
        return moments.stream().mapToInt(i -> i).toArray();
    }

    private void board(int place, int first, int last, TreeSet<Integer> moments) {
        for (int b = t.nodeStop[t.placeNode[place]]; b < t.nodeStop[t.placeNode[place + 1]]; b++) {
            int p = t.boardPattern[b];
            int from = t.patternTime[p] + t.boardIndex[b] * t.trips[p];
            for (int k = t.firstTrip(p, t.boardIndex[b], first);
                    k < t.trips[p] && t.deadline[from + k] <= last + 15 * 1440;
                    k++) {
                int at = latest(t.openings[place], t.deadline[from + k]);
                if (at >= first && at <= last) {
                    moments.add(at);
                }
            }
        }
    }

    /** The latest moment from which the next opening is not after {@code t}; −1 when there is none. */
    private static int latest(int[] pairs, int t) {
        if (pairs.length == 0) {
            return t;
        }
        int best = -1;
        for (int i = 0; i < pairs.length && pairs[i] <= t; i += 2) {
            best = Math.min(t, pairs[i + 1] - 1);
        }
        return best;
    }
}
