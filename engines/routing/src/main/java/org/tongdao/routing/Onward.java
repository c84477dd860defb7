package org.tongdao.routing;

import java.util.Arrays;

/**
 * What can be done after each connection of a timetable, worked out once: the next connection of the trip, and <em>hops</em> — nodes at which the goods can
 * board again, from when on, at which cost, by which link. And by node what leaves there, in order.
 */
final class Onward {

    private final Timetable t;
    /** By connection: the next of its trip or −1. */
    final int[] next;
    /** Hops of connection c: first[c] to before first[c+1]. */
    final int[] first;

    int[] node = new int[1024];
    int[] at = new int[1024];
    int[] cost = new int[1024];
    /** The link, or −1. */
    int[] link = new int[1024];
    /** Positions among the leaving ones: the first not before, and the first from which storage surely runs and no cut-off is missed. */
    int[] from = new int[1024];

    int[] beyond = new int[1024];
    private int size;
    /** By node: connections leaving[nodeAt[n]] to before nodeAt[n+1], by departure. */
    final int[] nodeAt;

    final int[] leaving;
    /** By position there: departure and cut-off. */
    final int[] departs;

    final int[] closes;
    /** Where a connection stands there. */
    final int[] position;

    private final int[] longestCutOff;

    Onward(Timetable t) {
        this.t = t;
        int count = t.connections.length / Timetable.STRIDE;
        nodeAt = new int[t.nodes() + 1];
        leaving = new int[count];
        position = new int[count];
        departs = new int[count];
        closes = new int[count];
        longestCutOff = new int[t.nodes()];
        next = new int[count];
        first = new int[count + 1];
        leaving(count);
        next(count);
        for (int c = 0; c < count; c++) {
            first[c] = size;
            hops(c * Timetable.STRIDE);
        }
        first[count] = size;
    }

    private void leaving(int count) {
        for (int c = 0; c < count; c++) {
            int n = t.connections[c * Timetable.STRIDE + 2];
            nodeAt[n + 1]++;
            int cutOff = t.connections[c * Timetable.STRIDE] - t.connections[c * Timetable.STRIDE + 1];
            longestCutOff[n] = Math.max(longestCutOff[n], cutOff);
        }
        for (int n = 0; n < t.nodes(); n++) {
            nodeAt[n + 1] += nodeAt[n];
        }
        var put = nodeAt.clone();
        for (int c = 0; c < count; c++) {
            position[c] = put[t.connections[c * Timetable.STRIDE + 2]]++;
            leaving[position[c]] = c;
            departs[position[c]] = t.connections[c * Timetable.STRIDE];
            closes[position[c]] = t.connections[c * Timetable.STRIDE + 1];
        }
    }

    private void next(int count) {
        var last = new int[t.patternTrip[t.patterns()]];
        Arrays.fill(last, -1);
        for (int c = count - 1; c >= 0; c--) {
            int trip = t.connections[c * Timetable.STRIDE + 3];
            next[c] = last[trip];
            last[trip] = c;
        }
    }

    private void hops(int i) {
        int ready = t.connections[i + 4];
        int place = t.connections[i + 5];
        int p = t.connections[i + 7];
        for (int n = t.placeNode[place]; n < t.placeNode[place + 1]; n++) {
            hop(n, t.readyAt(p, n, ready), t.alightCost(p, n), -1);
        }
        for (int k = t.boardLinkOut[place]; k < t.boardLinkOut[place + 1]; k++) {
            int way = t.boardLink[k];
            int q = t.linkTo[way];
            int there = arrival(way, ready);
            for (int n = t.placeNode[q]; n < t.placeNode[q + 1]; n++) {
                hop(n, Timetable.open(t.openings[q], there), t.handlingCost[place] + t.linkCost[way], way);
            }
        }
    }

    /** When goods ready at a minute are at the other end of a link. */
    int arrival(int link, int ready) {
        return Timetable.open(t.linkOpenings[link], ready) + t.linkMinutes[link];
    }

    private void hop(int n, int when, int paid, int way) {
        if (when >= Timetable.NEVER || nodeAt[n] == nodeAt[n + 1]) {
            return;
        }
        if (size == node.length) {
            int more = 2 * size;
            node = Arrays.copyOf(node, more);
            at = Arrays.copyOf(at, more);
            cost = Arrays.copyOf(cost, more);
            link = Arrays.copyOf(link, more);
            from = Arrays.copyOf(from, more);
            beyond = Arrays.copyOf(beyond, more);
        }
        node[size] = n;
        at[size] = when;
        cost[size] = paid;
        link[size] = way;
        from[size] = position(n, when);
        beyond[size] = beyond(n, when);
        size++;
    }

    /** The first of what leaves a node at a minute or later. */
    int position(int n, int minute) {
        int low = nodeAt[n];
        int high = nodeAt[n + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (departs[middle] >= minute) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The first of what leaves a node so late that goods ready at a minute are in time for it and no longer stored free. */
    int beyond(int n, int minute) {
        return position(n, minute + Math.max(longestCutOff[n], Math.min(t.free[t.nodePlace[n]], t.horizon)));
    }
}
