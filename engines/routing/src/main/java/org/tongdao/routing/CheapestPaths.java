package org.tongdao.routing;

import java.util.Arrays;

/**
 * The cheapest ways from one place to all others by any time, with a price on each connection: one scan over the connections, exact with storage.
 *
 * <p>The pricing of {@link AssignSolver}. Working space of one thread.
 */
final class CheapestPaths {

    private static final int NONE = -1;

    private final Timetable t;
    /** By connection: added to the cost of a container, or CLOSED. */
    final long[] price;

    static final long CLOSED = Long.MAX_VALUE / 8;

    private final long[] tripCost;
    private final int[] tripFrom;
    private final int[] tripLabel;
    private final int[] tripStamp;
    private int stamp;

    private int[] time = new int[4096];
    private long[] cost = new long[4096];
    private int[] parent = new int[4096];
    private int[] board = new int[4096];
    private int[] alight = new int[4096];
    private int labels;

    private final Bag[] nodeBag;
    private final Bag[] endBag;
    private final int[] touchedNodes;
    private int nodesTouched;
    private final int[] touchedPlaces;
    private int placesTouched;
    private int origin;

    CheapestPaths(Timetable t) {
        this.t = t;
        price = new long[t.connections.length / Timetable.STRIDE];
        int trips = t.patternTrip[t.patterns()];
        tripCost = new long[trips];
        tripFrom = new int[trips];
        tripLabel = new int[trips];
        tripStamp = new int[trips];
        nodeBag = Bag.many(t.nodes());
        endBag = Bag.many(t.stations());
        touchedNodes = new int[t.nodes()];
        touchedPlaces = new int[t.stations()];
    }

    /** Looks for everything that can be there by {@code latest}. */
    void from(int place, int readyAt, int latest) {
        for (int i = 0; i < nodesTouched; i++) {
            nodeBag[touchedNodes[i]].size = 0;
        }
        for (int i = 0; i < placesTouched; i++) {
            endBag[touchedPlaces[i]].size = 0;
        }
        nodesTouched = 0;
        placesTouched = 0;
        labels = 0;
        stamp++;
        origin = place;
        int opens = Timetable.open(t.openings[place], readyAt);
        int start = label(opens, 0, NONE, NONE, NONE);
        for (int n = t.placeNode[place]; n < t.placeNode[place + 1]; n++) {
            board(n, start);
        }
        links(place, label(readyAt, 0, NONE, NONE, NONE), latest);
        var c = t.connections;
        for (int i = first(readyAt); i < c.length && c[i] <= latest; i += Timetable.STRIDE) {
            connection(i, latest);
        }
    }

    private void connection(int i, int latest) {
        var c = t.connections;
        int trip = c[i + 3];
        boolean aboard = tripStamp[trip] == stamp;
        long best = aboard ? tripCost[trip] : CLOSED;
        var bag = nodeBag[c[i + 2]];
        int from = NONE;
        for (int b = 0; b < bag.size; b++) {
            int label = bag.labels[b];
            if (time[label] <= c[i + 1] && cost[label] < best) {
                long paid = cost[label]
                        + (parent[label] == NONE && board[label] == NONE
                                ? 0
                                : t.storage(t.nodePlace[c[i + 2]], c[i] - time[label]));
                if (paid < best) {
                    best = paid;
                    from = label;
                }
            }
        }
        if (best >= CLOSED) {
            return;
        }
        if (from != NONE) {
            tripStamp[trip] = stamp;
            tripFrom[trip] = i;
            tripLabel[trip] = from;
        }
        int s = c[i + 6];
        long after = price[i / Timetable.STRIDE] >= CLOSED
                ? CLOSED
                : best + t.stopCost[s + 1] - t.stopCost[s] + price[i / Timetable.STRIDE];
        tripCost[trip] = after;
        if (after < CLOSED && c[i + 4] <= latest) {
            arrive(i, after, latest);
        }
    }

    private void arrive(int i, long paid, int latest) {
        var c = t.connections;
        int place = c[i + 5];
        int p = c[i + 7];
        int ready = c[i + 4];
        long plain = paid + t.handlingCost[place];
        int label = NONE;
        if (!beaten(endBag[place], ready, plain, 0)) {
            label = label(ready, plain, tripLabel[c[i + 3]], tripFrom[c[i + 3]], i);
            end(place, label);
            links(place, label, latest);
        }
        for (int n = t.placeNode[place]; n < t.placeNode[place + 1]; n++) {
            int at = t.readyAt(p, n, ready);
            long total = paid + t.alightCost(p, n);
            if (at < Timetable.NEVER
                    && t.nodeStop[n] < t.nodeStop[n + 1]
                    && !beaten(nodeBag[n], at, total, t.storagePerDay[place])) {
                boolean same = label != NONE && at == ready && total == plain;
                board(n, same ? label : label(at, total, tripLabel[c[i + 3]], tripFrom[c[i + 3]], i));
            }
        }
    }

    private boolean beaten(Bag bag, int at, long total, int perDay) {
        for (int b = 0; b < bag.size; b++) {
            int a = bag.labels[b];
            if (time[a] <= at && cost[a] + Weights.dearest(perDay, at - time[a]) <= total) {
                return true;
            }
        }
        return false;
    }

    private void links(int place, int label, int latest) {
        for (int k = t.linkOut[place]; k < t.linkOut[place + 1]; k++) {
            int at = Timetable.open(t.linkOpenings[k], time[label]) + t.linkMinutes[k];
            if (at > latest) {
                continue;
            }
            int q = t.linkTo[k];
            long total = cost[label] + t.linkCost[k];
            if (!beaten(endBag[q], at, total, 0)) {
                end(q, label(at, total, label, -2 - k, NONE));
            }
            int opens = Timetable.open(t.openings[q], at);
            for (int n = t.placeNode[q]; n < t.placeNode[q + 1]; n++) {
                if (t.nodeStop[n] < t.nodeStop[n + 1] && !beaten(nodeBag[n], opens, total, t.storagePerDay[q])) {
                    board(n, label(opens, total, label, -2 - k, NONE));
                }
            }
        }
    }

    private void board(int n, int label) {
        if (nodeBag[n].size == 0) {
            touchedNodes[nodesTouched++] = n;
        }
        nodeBag[n].add(label, time[label], 0);
    }

    private void end(int place, int label) {
        if (endBag[place].size == 0) {
            touchedPlaces[placesTouched++] = place;
        }
        endBag[place].add(label, time[label], 0);
    }

    private int label(int at, long paid, int before, int boarded, int left) {
        if (labels == time.length) {
            int n = 2 * labels;
            time = Arrays.copyOf(time, n);
            cost = Arrays.copyOf(cost, n);
            parent = Arrays.copyOf(parent, n);
            board = Arrays.copyOf(board, n);
            alight = Arrays.copyOf(alight, n);
        }
        time[labels] = at;
        cost[labels] = paid;
        parent[labels] = before;
        board[labels] = boarded;
        alight[labels] = left;
        return labels++;
    }

    private int first(int minute) {
        int low = 0;
        int high = price.length;
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

    /** The label of the cheapest way that is at a place by a deadline; −1 when there is none. */
    int cheapest(int place, int deadline) {
        int best = NONE;
        var bag = endBag[place];
        for (int b = 0; b < bag.size; b++) {
            int label = bag.labels[b];
            if (time[label] <= deadline && (best == NONE || cost[label] < cost[best])) {
                best = label;
            }
        }
        return best;
    }

    long cost(int label) {
        return cost[label];
    }

    /** The way to a label: connections used, one by one, and its steps. */
    Way way(int label, int readyAt) {
        var used = new int[16];
        int count = 0;
        var trace = new JourneyTrace(t);
        for (int at = label; board[at] != NONE; at = parent[at]) {
            if (board[at] <= -2) {
                trace.addLink(-2 - board[at]);
                continue;
            }
            int trip = t.connections[board[at] + 3];
            int p = t.connections[board[at] + 7];
            trace.addService(t.connections[board[at] + 6], t.connections[alight[at] + 6] + 1, trip - t.patternTrip[p]);
            for (int i = board[at]; i <= alight[at]; i += Timetable.STRIDE) {
                if (t.connections[i + 3] == trip) {
                    used = count == used.length ? Arrays.copyOf(used, 2 * count) : used;
                    used[count++] = i / Timetable.STRIDE;
                }
            }
        }
        return new Way(trace, origin, readyAt, Arrays.copyOf(used, count));
    }

    /** A way that was found, with its true cost. */
    static final class Way {
        final Journey journey;
        final int[] connections;

        Way(JourneyTrace trace, int origin, int readyAt, int[] connections) {
            this.journey = trace.journey(origin, readyAt);
            this.connections = connections;
        }
    }
}
