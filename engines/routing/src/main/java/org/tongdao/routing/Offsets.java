package org.tongdao.routing;

/**
 * What is the same for every trip of a pattern, so that a search along one reads neighbouring numbers: from the start of a trip until goods are ready at a
 * stop, at the soonest; and links in the order in which they are walked.
 */
final class Offsets {

    /** By stop: from the moment that a trip leaves until its goods are ready at the first node, were the place always open. */
    final int[] ready;
    /** By place: whether it is always open, so that {@link #ready} is exact. */
    final boolean[] always;
    /** By place: whether it has several nodes. */
    final boolean[] split;
    /** By position in {@link Timetable#boardLink}. */
    final int[] linkTo;

    final int[] linkMinutes;

    Offsets(Timetable t) {
        ready = new int[t.stopPlace.length];
        always = new boolean[t.stations()];
        split = new boolean[t.stations()];
        for (int place = 0; place < t.stations(); place++) {
            always[place] = t.openings[place].length == 0;
            split[place] = t.placeNode[place + 1] - t.placeNode[place] > 1;
        }
        for (int p = 0; p < t.patterns(); p++) {
            for (int s = t.patternStop[p]; s < t.patternStop[p + 1]; s++) {
                int at = t.timeAt(p, s - t.patternStop[p], 0);
                ready[s] = t.arrival[at] - t.leaves[t.patternTrip[p]] + t.handling[t.stopPlace[s]];
            }
        }
        linkTo = new int[t.boardLink.length];
        linkMinutes = new int[t.boardLink.length];
        for (int i = 0; i < t.boardLink.length; i++) {
            linkTo[i] = t.linkTo[t.boardLink[i]];
            linkMinutes[i] = t.linkMinutes[t.boardLink[i]];
        }
    }
}
