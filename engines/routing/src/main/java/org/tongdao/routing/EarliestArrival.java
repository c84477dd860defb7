package org.tongdao.routing;

import java.util.Arrays;
import java.util.Optional;

/**
 * The earliest arrival, by one scan over the connections in the order of departure (Dibbelt et al., Connection Scan Algorithm).
 *
 * <p>Starts by binary search at the first departure that may matter and ends where nothing can arrive earlier. Working space of one thread; one object
 * answers many queries. Equal arguments give equal answers.
 */
public final class EarliestArrival {

    private static final int NONE = -1;
    private static final int START = -2;

    private final Timetable t;
    /** By node: boardable from; by place: ready off a service. */
    private final int[] boardable;

    private final int[] served;
    /** By node: the connection left and its first, or the link by which one boards from there. */
    private final int[] alighted;

    private final int[] boarded;
    private final int[] nodeLink;
    private final int[] tripBoarded;
    private final int[] toTarget;

    private int[] ways = new int[64];
    private int waysUsed;
    private int target;
    private int best;
    private int bestLink;

    public EarliestArrival(Timetable timetable) {
        this.t = timetable;
        boardable = new int[t.nodes()];
        served = new int[t.stations()];
        alighted = new int[t.stations()];
        boarded = new int[t.stations()];
        nodeLink = new int[t.nodes()];
        tripBoarded = new int[t.patternTrip[t.patterns()]];
        toTarget = new int[t.stations()];
        Arrays.fill(toTarget, NONE);
    }

    /** The journey of goods ready at a minute; empty when there is none in the timetable. */
    public Optional<Journey> find(int from, int to, int readyAt) {
        if (from == to) {
            return Optional.of(new JourneyTrace(t).journey(from, readyAt));
        }
        if (arrival(from, to, readyAt) >= Timetable.NEVER) {
            return Optional.empty();
        }
        return Optional.of(journey(from, to, readyAt));
    }

    /** The minute of arrival alone, or one far away when there is none. */
    int arrival(int from, int to, int readyAt) {
        if (from == to) {
            return best = readyAt;
        }
        begin(to);
        start(from, readyAt);
        scan(to, readyAt);
        end(to);
        return best;
    }

    /** The latest minute from {@code earliest} on at which goods may become ready and still arrive by the deadline; −1 when it cannot be kept. */
    public int latestReady(int from, int to, int earliest, int deadline) {
        if (arrival(from, to, earliest) > deadline) {
            return -1;
        }
        int low = earliest;
        int high = deadline;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (arrival(from, to, middle) <= deadline) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void begin(int to) {
        Arrays.fill(boardable, Timetable.NEVER);
        Arrays.fill(served, Timetable.NEVER);
        Arrays.fill(tripBoarded, NONE);
        best = Timetable.NEVER;
        bestLink = NONE;
        target = to;
        waysUsed = 0;
        for (int i = t.linkIn[to + 1] - 1; i >= t.linkIn[to]; i--) {
            toTarget[t.linkFrom[t.linkInAt[i]]] = i;
        }
    }

    private void end(int to) {
        for (int i = t.linkIn[to]; i < t.linkIn[to + 1]; i++) {
            toTarget[t.linkFrom[t.linkInAt[i]]] = NONE;
        }
    }

    private void start(int from, int readyAt) {
        served[from] = Integer.MIN_VALUE;
        alighted[from] = START;
        int opens = Timetable.open(t.openings[from], readyAt);
        for (int n = t.placeNode[from]; n < t.placeNode[from + 1]; n++) {
            boardable[n] = opens;
            nodeLink[n] = NONE;
        }
        relax(from, readyAt);
    }

    private void scan(int to, int readyAt) {
        var c = t.connections;
        for (int i = first(readyAt); i < c.length && c[i] < best; i += Timetable.STRIDE) {
            int trip = c[i + 3];
            int entry = tripBoarded[trip];
            if (entry == NONE) {
                if (boardable[c[i + 2]] > c[i + 1]) {
                    continue;
                }
                tripBoarded[trip] = i;
                entry = i;
            }
            int ready = c[i + 4];
            int place = c[i + 5];
            if (ready < served[place] && ready < best) {
                served[place] = ready;
                alighted[place] = i;
                boarded[place] = entry;
                arrive(place, ready, c[i + 7], place == to);
            } else if (ready < best && t.placeNode[place + 1] - t.placeNode[place] > 1) {
                split(place, ready, c[i + 7], i, entry);
            }
        }
    }

    private void arrive(int place, int ready, int pattern, boolean target) {
        int first = t.placeNode[place];
        int last = t.placeNode[place + 1];
        if (last - first > 1) {
            split(place, ready, pattern, alighted[place], boarded[place]);
        } else if (ready < boardable[first]) {
            boardable[first] = ready;
            nodeLink[first] = NONE;
        }
        if (target) {
            best = ready;
            bestLink = NONE;
        }
        relax(place, ready);
    }

    /** Where gauges meet, the first to arrive need not be the first to go on; each node keeps its own way. */
    private void split(int place, int ready, int pattern, int connection, int entry) {
        for (int n = t.placeNode[place]; n < t.placeNode[place + 1]; n++) {
            int at = t.readyAt(pattern, n, ready);
            if (at < boardable[n]) {
                boardable[n] = at;
                nodeLink[n] = -2 - way(connection, entry);
            }
        }
    }

    private int way(int connection, int entry) {
        if (waysUsed + 2 > ways.length) {
            ways = Arrays.copyOf(ways, 2 * ways.length);
        }
        ways[waysUsed] = connection;
        ways[waysUsed + 1] = entry;
        waysUsed += 2;
        return waysUsed - 2;
    }

    private void relax(int place, int ready) {
        int into = toTarget[place];
        while (into >= 0 && into < t.linkIn[target + 1] && t.linkFrom[t.linkInAt[into]] == place) {
            int link = t.linkInAt[into++];
            int at = Timetable.open(t.linkOpenings[link], ready) + t.linkMinutes[link];
            if (at < best) {
                best = at;
                bestLink = link;
            }
        }
        for (int link = t.boardLinkOut[place]; link < t.boardLinkOut[place + 1]; link++) {
            int l = t.boardLink[link];
            int at = Timetable.open(t.linkOpenings[l], ready) + t.linkMinutes[l];
            if (at < best) {
                int q = t.linkTo[l];
                at = Timetable.open(t.openings[q], at);
                for (int n = t.placeNode[q]; n < t.placeNode[q + 1]; n++) {
                    if (at < boardable[n]) {
                        boardable[n] = at;
                        nodeLink[n] = l;
                    }
                }
            }
        }
    }

    /** The first connection that leaves at or after a minute. */
    private int first(int minute) {
        int low = 0;
        int high = t.connections.length / Timetable.STRIDE;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (t.connections[middle * Timetable.STRIDE] >= minute) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low * Timetable.STRIDE;
    }

    private Journey journey(int from, int to, int readyAt) {
        var trace = new JourneyTrace(t);
        int place = to;
        if (bestLink != NONE) {
            trace.addLink(bestLink);
            place = t.linkFrom[bestLink];
        }
        int node = NONE;
        while (place != from || node != NONE && nodeLink[node] != NONE) {
            int connection;
            int entry;
            if (node != NONE && nodeLink[node] >= 0) {
                trace.addLink(nodeLink[node]);
                place = t.linkFrom[nodeLink[node]];
                node = NONE;
                continue;
            } else if (node != NONE && nodeLink[node] <= -2) {
                connection = ways[-2 - nodeLink[node]];
                entry = ways[-2 - nodeLink[node] + 1];
            } else {
                connection = alighted[place];
                entry = boarded[place];
            }
            int p = t.connections[entry + 7];
            trace.addService(
                    t.connections[entry + 6],
                    t.connections[connection + 6] + 1,
                    t.connections[entry + 3] - t.patternTrip[p]);
            node = t.connections[entry + 2];
            place = t.nodePlace[node];
        }
        return trace.journey(from, readyAt);
    }
}
