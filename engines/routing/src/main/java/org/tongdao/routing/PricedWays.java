package org.tongdao.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest ways to one target from everywhere and at every time, by one scan backwards over the connections, each of which may have a price on top.
 *
 * <p>Costs are of one whole container, storage rounded to the goods' favour by less than a minor unit a wait, so that a sum is never above the true one.
 * The way from one start arrives by the deadline of the scan. Working space of one thread.
 */
final class PricedWays {

    static final double CLOSED = 1e18;

    private static final int NONE = -1;
    static final int STAYS = -2;
    private static final int ENDS = -3;

    private final Timetable t;
    final Onward on;
    /** On top of the cost, by connection; {@link #CLOSED} when it must not be used. */
    final double[] price;
    /** By connection: from its departure on, to the target; and what comes after it. */
    final double[] value;

    private final int[] then;
    private final int[] thenLink;
    /** By position at a node: the value; the least of value and storage from the beginning of the timetable, from there on. */
    final double[] here;

    final double[] least;

    private final int[] leastAt;
    /** Connections looked at so far: the measure of effort. */
    long scanned;

    /** By node: the first position after the deadline. */
    final int[] ends;

    int target;
    private int latest;
    private int end;
    private double found;
    private int foundAt;
    private int startLink;
    private int[] kept = new int[32];
    /** After each: {@link #STAYS}, a link, or none. */
    private int[] keptLink = new int[32];

    private int size;

    PricedWays(Timetable t) {
        this.t = t;
        on = new Onward(t);
        int count = t.connections.length / Timetable.STRIDE;
        price = new double[count];
        value = new double[count];
        then = new int[count];
        thenLink = new int[count];
        here = new double[count];
        least = new double[count];
        ends = new int[t.nodes()];
        leastAt = new int[count];
    }

    /** Everything that leaves from a minute on and arrives by another; of {@code loads} only what has room for {@code one}. */
    void to(int place, int earliest, int deadline, @Nullable Shipment one, @Nullable Loads loads) {
        target = place;
        latest = deadline;
        end = first(deadline + 1);
        int begin = first(earliest);
        scanned += Math.max(0, end - begin);
        for (int n = 0; n < ends.length; n++) {
            ends[n] = on.nodeAt[n] == on.nodeAt[n + 1] ? on.nodeAt[n] : on.position(n, deadline + 1);
        }
        for (int c = end - 1; c >= begin; c--) {
            boolean open = price[c] < CLOSED && (one == null || loads == null || loads.fits(one, c));
            connection(c, open);
            settle(c);
        }
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
        return low;
    }

    private void connection(int c, boolean open) {
        value[c] = CLOSED;
        int i = c * Timetable.STRIDE;
        if (!open) {
            return;
        }
        int next = on.next[c];
        found = next >= 0 && next < end ? value[next] : CLOSED;
        then[c] = STAYS;
        thenLink[c] = NONE;
        int place = t.connections[i + 5];
        int ready = t.connections[i + 4];
        if (ready <= latest) {
            arrive(c, place, ready);
            for (int h = on.first[c]; h < on.first[c + 1]; h++) {
                if (board(on.node[h], on.at[h], on.cost[h], on.from[h], on.beyond[h])) {
                    then[c] = foundAt;
                    thenLink[c] = on.link[h];
                }
            }
        }
        int s = t.connections[i + 6];
        value[c] = Math.min(CLOSED, found + price[c] + t.stopCost[s + 1] - t.stopCost[s]);
    }

    private void arrive(int c, int place, int ready) {
        int paid = t.handlingCost[place];
        if (place == target && paid < found) {
            found = paid;
            then[c] = ENDS;
        }
        for (int k = t.linkIn[target]; k < t.linkIn[target + 1]; k++) {
            int link = t.linkInAt[k];
            if (t.linkFrom[link] == place && paid + t.linkCost[link] < found && on.arrival(link, ready) <= latest) {
                found = paid + t.linkCost[link];
                then[c] = ENDS;
                thenLink[c] = link;
            }
        }
    }

    /** The best that boards at a node from a minute on, storage paid; true when it is better than what was found. */
    private boolean board(int n, int at, int paid, int from, int beyond) {
        double before = found;
        int place = t.nodePlace[n];
        int stop = Math.min(beyond, ends[n]);
        int free = t.free[place];
        double perMinute = t.storagePerDay[place] / 1440.0;
        double best = found - paid;
        int bestAt = NONE;
        for (int pos = from; pos < stop; pos++) {
            if (here[pos] < best && on.closes[pos] >= at) {
                int stored = on.departs[pos] - at - free;
                double all = stored <= 0 ? here[pos] : here[pos] + Math.max(0, perMinute * stored - 1);
                if (all < best) {
                    best = all;
                    bestAt = on.leaving[pos];
                }
            }
        }
        if (stop < ends[n]) {
            double all = least[stop] - perMinute * (at + Math.min(free, t.horizon)) - 1;
            if (all < best) {
                best = all;
                bestAt = leastAt[stop];
            }
        }
        if (bestAt != NONE) {
            found = best + paid;
            foundAt = bestAt;
        }
        return found < before;
    }

    private void settle(int c) {
        int i = c * Timetable.STRIDE;
        int n = t.connections[i + 2];
        int pos = on.position[c];
        here[pos] = value[c];
        double timed = value[c] + t.storagePerDay[t.nodePlace[n]] / 1440.0 * t.connections[i];
        boolean later = pos + 1 < ends[n] && least[pos + 1] < timed;
        least[pos] = later ? least[pos + 1] : timed;
        leastAt[pos] = later ? leastAt[pos + 1] : c;
    }

    /** The least cost from a start to the target, or {@link #CLOSED}; the way itself is then {@link #way}. */
    double from(int origin, int readyAt) {
        found = CLOSED;
        foundAt = NONE;
        startLink = NONE;
        if (origin == target) {
            found = 0;
            keep();
            return 0;
        }
        int opens = Timetable.open(t.openings[origin], readyAt);
        for (int n = t.placeNode[origin]; n < t.placeNode[origin + 1]; n++) {
            for (int pos = on.position(n, opens); pos < ends[n]; pos++) {
                if (here[pos] < found && on.closes[pos] >= opens) {
                    found = here[pos];
                    foundAt = on.leaving[pos];
                }
            }
        }
        for (int link = t.linkOut[origin]; link < t.linkOut[origin + 1]; link++) {
            followLink(link, readyAt);
        }
        keep();
        return found;
    }

    private void followLink(int link, int readyAt) {
        int q = t.linkTo[link];
        int at = on.arrival(link, readyAt);
        if (q == target && at <= latest && t.linkCost[link] < found) {
            found = t.linkCost[link];
            foundAt = NONE;
            startLink = link;
        }
        int opens = Timetable.open(t.openings[q], at);
        for (int n = t.placeNode[q]; n < t.placeNode[q + 1] && opens < Timetable.NEVER; n++) {
            if (board(n, opens, t.linkCost[link], on.position(n, opens), on.beyond(n, opens))) {
                startLink = link;
            }
        }
    }

    /** When the way that was found last arrives. */
    int arrival(int readyAt) {
        if (foundAt == NONE) {
            return startLink == NONE ? readyAt : on.arrival(startLink, readyAt);
        }
        return arrivalFrom(foundAt);
    }

    /** When the best way arrives that goes on with a connection. */
    int arrivalFrom(int first) {
        int c = first;
        while (then[c] != ENDS) {
            c = then[c] == STAYS ? on.next[c] : then[c];
        }
        int ready = t.connections[c * Timetable.STRIDE + 4];
        return thenLink[c] == NONE ? ready : on.arrival(thenLink[c], ready);
    }

    /** The way that was found last, kept as connections and the links after them. */
    void keep() {
        size = 0;
        follow(foundAt);
    }

    /**
     * Another way as the one found last: to a connection by a chain of the solver's own, and on from there as the scan says or to the end.
     *
     * @param chain connections, each followed by the link before it or {@link #STAYS}
     */
    void keep(int[] chain, int last, int endLink, boolean goOn) {
        size = 0;
        foundAt = chain[0];
        startLink = chain[1];
        for (int k = 0; k + 2 < chain.length; k += 2) {
            note(chain[k], chain[k + 3]);
        }
        if (goOn) {
            follow(last);
        } else {
            note(last, endLink);
        }
    }

    /** A link alone. */
    void keepLink(int link) {
        size = 0;
        foundAt = NONE;
        startLink = link;
    }

    private void follow(int from) {
        for (int c = from; c != NONE; c = after(c)) {
            note(c, then[c] == STAYS ? STAYS : thenLink[c]);
        }
    }

    private void note(int c, int link) {
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, 2 * size);
            keptLink = Arrays.copyOf(keptLink, 2 * size);
        }
        kept[size] = c;
        keptLink[size++] = link;
    }

    /** The connections of the way that was kept, in order. */
    int[] connections() {
        return Arrays.copyOf(kept, size);
    }

    private int after(int c) {
        return then[c] == ENDS ? NONE : then[c] == STAYS ? on.next[c] : then[c];
    }

    /** The way that was kept. */
    Way way(int origin, int readyAt) {
        var trace = new JourneyTrace(t);
        for (int k = size - 1; k >= 0; k--) {
            int c = kept[k];
            if (keptLink[k] == STAYS) {
                continue;
            }
            if (keptLink[k] != NONE) {
                trace.addLink(keptLink[k]);
            }
            int board = k;
            while (board > 0 && keptLink[board - 1] == STAYS) {
                board--;
            }
            int i = c * Timetable.STRIDE;
            trace.addService(
                    t.connections[kept[board] * Timetable.STRIDE + 6],
                    t.connections[i + 6] + 1,
                    t.connections[i + 3] - t.patternTrip[t.connections[i + 7]]);
        }
        if (startLink != NONE) {
            trace.addLink(startLink);
        }
        return new Way(trace, origin, readyAt, connections());
    }
}
