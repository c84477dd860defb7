package org.tongdao.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All journeys that no other beats in both arrival and transfers, by rounds of boardings (Delling et al., Round-Based Public Transit Routing).
 *
 * <p>Working space of one thread; one object answers many queries. Equal arguments give equal answers.
 */
public final class RoundSearch {

    /** Services boarded at most. */
    public static final int MAX_BOARDINGS = 16;

    private static final int NONE = -1;

    private final Timetable t;
    private final int maxBoardings;
    private final int[] served;
    private final int[] boardable;
    private final int[] before;
    private final int[] labelOf;
    private final int[] labelBefore;
    private final int[] servedLabel;
    private final boolean[] fresh;
    private final int[] freshNodes;
    private int freshCount;
    private final boolean[] improved;
    private final int[] improvedPlaces;
    private int improvedCount;
    private final int[] from;
    private final int[] queue;
    private int queued;
    private final int[] toTarget;
    private final Offsets offsets;

    /** Four ints a label: the label before it, stop boarded or −1 − link, stop left, trip. */
    private int[] labels = new int[4096];

    private int labelCount;
    private int target;
    private int best;
    private int bestLabel;

    public RoundSearch(Timetable timetable) {
        this(timetable, MAX_BOARDINGS);
    }

    /** With a limit of one's own. */
    public RoundSearch(Timetable timetable, int maxBoardings) {
        this.t = timetable;
        this.maxBoardings = maxBoardings;
        served = new int[t.stations()];
        boardable = new int[t.nodes()];
        before = new int[t.nodes()];
        labelOf = new int[t.nodes()];
        labelBefore = new int[t.nodes()];
        servedLabel = new int[t.stations()];
        fresh = new boolean[t.nodes()];
        freshNodes = new int[t.nodes()];
        improved = new boolean[t.stations()];
        improvedPlaces = new int[t.stations()];
        from = new int[t.patterns()];
        queue = new int[t.patterns()];
        toTarget = new int[t.stations()];
        offsets = new Offsets(t);
        Arrays.fill(toTarget, NONE);
        Arrays.fill(from, Integer.MAX_VALUE);
    }

    /** The journeys of goods ready at a minute, earliest first; empty when there is none. */
    public List<Journey> find(int origin, int destination, int readyAt) {
        var ends = new ArrayList<Journey>();
        if (origin == destination) {
            return List.of(new JourneyTrace(t).journey(origin, readyAt));
        }
        begin(origin, destination, readyAt);
        int told = NONE;
        for (int k = 1; k <= maxBoardings && freshCount > 0; k++) {
            round();
            if (k == 1 || bestLabel != told) {
                told = bestLabel;
                if (told != NONE) {
                    ends.add(0, journey(told, origin, readyAt));
                }
            }
        }
        if (told == NONE && bestLabel != NONE) {
            ends.add(journey(bestLabel, origin, readyAt));
        }
        end(destination);
        return List.copyOf(ends);
    }

    private void begin(int origin, int destination, int readyAt) {
        Arrays.fill(served, Timetable.NEVER);
        Arrays.fill(boardable, Timetable.NEVER);
        Arrays.fill(before, Timetable.NEVER);
        labelCount = 0;
        best = Timetable.NEVER;
        bestLabel = NONE;
        target = destination;
        for (int i = t.linkIn[destination + 1] - 1; i >= t.linkIn[destination]; i--) {
            toTarget[t.linkFrom[t.linkInAt[i]]] = i;
        }
        served[origin] = Integer.MIN_VALUE;
        int opens = Timetable.open(t.openings[origin], readyAt);
        for (int n = t.placeNode[origin]; n < t.placeNode[origin + 1]; n++) {
            board(n, opens, NONE);
        }
        relax(origin, readyAt, NONE);
        settle();
    }

    private void end(int destination) {
        for (int i = t.linkIn[destination]; i < t.linkIn[destination + 1]; i++) {
            toTarget[t.linkFrom[t.linkInAt[i]]] = NONE;
        }
        for (int i = 0; i < freshCount; i++) {
            fresh[freshNodes[i]] = false;
        }
        freshCount = 0;
    }

    private void board(int node, int at, int label) {
        if (at < boardable[node]) {
            boardable[node] = at;
            labelOf[node] = label;
            if (!fresh[node]) {
                fresh[node] = true;
                freshNodes[freshCount++] = node;
            }
        }
    }

    /** What the round found becomes what the next one boards from. */
    private void settle() {
        for (int i = 0; i < freshCount; i++) {
            int n = freshNodes[i];
            before[n] = boardable[n];
            labelBefore[n] = labelOf[n];
        }
    }

    private void round() {
        collect();
        for (int q = 0; q < queued; q++) {
            int p = queue[q];
            int i = from[p];
            from[p] = Integer.MAX_VALUE;
            ride(p, i);
        }
        for (int i = 0; i < improvedCount; i++) {
            int place = improvedPlaces[i];
            improved[place] = false;
            relax(place, served[place], servedLabel[place]);
        }
        improvedCount = 0;
        settle();
    }

    private void collect() {
        queued = 0;
        for (int f = 0; f < freshCount; f++) {
            int n = freshNodes[f];
            fresh[n] = false;
            for (int b = t.nodeStop[n]; b < t.nodeStop[n + 1]; b++) {
                int p = t.boardPattern[b];
                if (from[p] == Integer.MAX_VALUE) {
                    queue[queued++] = p;
                }
                from[p] = Math.min(from[p], t.boardIndex[b]);
            }
        }
        freshCount = 0;
    }

    /** Along a pattern by the earliest trip that takes the goods; times are those of the trip's start and an offset, so that one trip is one number. */
    private void ride(int p, int first) {
        int trips = t.trips[p];
        int base = t.patternStop[p];
        int last = t.patternStop[p + 1] - 1;
        int firstLeaves = t.patternTrip[p];
        int lastLeaves = t.leaves[firstLeaves + trips - 1];
        int trip = trips;
        int leaves = 0;
        int before = lastLeaves;
        int boardStop = NONE;
        int label = NONE;
        for (int s = base + first; s <= last; s++) {
            int place = t.stopPlace[s];
            if (trip < trips) {
                int ready = leaves + offsets.ready[s];
                if (ready < best && (ready < served[place] || offsets.split[place])) {
                    ready = offsets.always[place] ? ready : t.ready[t.timeAt(p, s - base, trip)];
                    if (ready < best) {
                        alight(p, s, ready, boardStop, trip, label);
                    }
                }
            }
            int goods = this.before[t.stopNode[s]];
            if (goods < best && s < last && goods <= before + t.stopTaken[s]) {
                int earlier = t.firstTrip(p, s - base, goods);
                if (earlier < trip) {
                    trip = earlier;
                    leaves = t.leaves[firstLeaves + trip];
                    before = trip == 0 ? -Timetable.NEVER : t.leaves[firstLeaves + trip - 1];
                    boardStop = s;
                    label = labelBefore[t.stopNode[s]];
                }
            }
        }
    }

    private void alight(int p, int s, int ready, int boardStop, int trip, int parent) {
        int place = t.stopPlace[s];
        int firstNode = t.placeNode[place];
        boolean split = t.placeNode[place + 1] - firstNode > 1;
        if (ready < served[place]) {
            served[place] = ready;
            int label = label(parent, boardStop, s, trip);
            servedLabel[place] = label;
            if (!improved[place]) {
                improved[place] = true;
                improvedPlaces[improvedCount++] = place;
            }
            if (place == target) {
                best = ready;
                bestLabel = label;
            }
            if (!split) {
                board(firstNode, ready, label);
            }
        }
        if (split) {
            for (int n = firstNode; n < t.placeNode[place + 1]; n++) {
                int at = t.readyAt(p, n, ready);
                if (at < boardable[n]) {
                    board(n, at, label(parent, boardStop, s, trip));
                }
            }
        }
    }

    private int label(int parent, int a, int b, int trip) {
        int at = labelCount;
        if (at + 4 > labels.length) {
            labels = Arrays.copyOf(labels, 2 * labels.length);
        }
        labels[at] = parent;
        labels[at + 1] = a;
        labels[at + 2] = b;
        labels[at + 3] = trip;
        labelCount += 4;
        return at;
    }

    private void relax(int place, int ready, int parent) {
        int into = toTarget[place];
        while (into >= 0 && into < t.linkIn[target + 1] && t.linkFrom[t.linkInAt[into]] == place) {
            int link = t.linkInAt[into++];
            int at = Timetable.open(t.linkOpenings[link], ready) + t.linkMinutes[link];
            if (at < best) {
                best = at;
                bestLabel = label(parent, -1 - link, 0, 0);
            }
        }
        for (int i = t.boardLinkOut[place]; i < t.boardLinkOut[place + 1]; i++) {
            int q = offsets.linkTo[i];
            int soonest = ready + offsets.linkMinutes[i];
            if (soonest < best && (soonest < boardable[t.placeNode[q]] || offsets.split[q])) {
                reach(t.boardLink[i], q, ready, parent);
            }
        }
    }

    private void reach(int link, int q, int ready, int parent) {
        int at = Timetable.open(t.linkOpenings[link], ready) + t.linkMinutes[link];
        if (at >= best) {
            return;
        }
        at = Timetable.open(t.openings[q], at);
        int label = NONE;
        for (int n = t.placeNode[q]; n < t.placeNode[q + 1]; n++) {
            if (at < boardable[n]) {
                label = label == NONE ? label(parent, -1 - link, 0, 0) : label;
                board(n, at, label);
            }
        }
    }

    private Journey journey(int end, int origin, int readyAt) {
        var trace = new JourneyTrace(t);
        for (int l = end; l != NONE; l = labels[l]) {
            if (labels[l + 1] < 0) {
                trace.addLink(-1 - labels[l + 1]);
            } else {
                trace.addService(labels[l + 1], labels[l + 2], labels[l + 3]);
            }
        }
        return trace.journey(origin, readyAt);
    }
}
