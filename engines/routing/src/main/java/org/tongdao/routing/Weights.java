package org.tongdao.routing;

/** What waiting may cost at most where goods are, and after one link, and further along a pattern: minor units a day. */
final class Weights {

    final int[] place;
    /** After a link out of the place. */
    final int[] linked;
    /** The order of arrivals may stretch beyond their distance: hours of a link or of the place that it leads to. */
    final boolean[] stretched;

    final int[] pattern;
    final boolean[] patternStretched;

    Weights(Timetable t, boolean cost) {
        place = cost ? t.storagePerDay.clone() : new int[t.stations()];
        linked = new int[t.stations()];
        stretched = new boolean[t.stations()];
        for (int p = 0; p < t.stations(); p++) {
            for (int i = t.boardLinkOut[p]; i < t.boardLinkOut[p + 1]; i++) {
                int link = t.boardLink[i];
                linked[p] = Math.max(linked[p], place[t.linkTo[link]]);
                stretched[p] |= t.linkOpenings[link].length > 0 || t.openings[t.linkTo[link]].length > 0;
            }
        }
        pattern = new int[t.patterns()];
        patternStretched = new boolean[t.patterns()];
        for (int p = 0; p < t.patterns(); p++) {
            for (int s = t.patternStop[p] + 1; s < t.patternStop[p + 1]; s++) {
                int at = t.stopPlace[s];
                pattern[p] = Math.max(pattern[p], Math.max(place[at], linked[at]));
                patternStretched[p] |= t.openings[at].length > 0 || linked[at] > 0 && stretched[at];
            }
        }
    }

    /** The dearest that this wait can be, rounded up. */
    static int dearest(int perDay, int minutes) {
        return perDay == 0 ? 0 : (int) (((long) perDay * minutes + 1439) / 1440);
    }
}
