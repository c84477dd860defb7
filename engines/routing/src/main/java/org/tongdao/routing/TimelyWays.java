package org.tongdao.routing;

import java.util.Arrays;

/**
 * The cheapest way by a deadline that is earlier than that of the scan: best first over the connections, with the values of the scan as what is still to
 * come at least. Where few ways are cheaper than one already known, few connections are looked at.
 */
final class TimelyWays {

    private static final int NONE = -1;

    private final Timetable t;
    private final PricedWays ways;
    private final Onward on;
    /** By connection, valid in the round of its stamp: paid before it, the connection before, the link between. */
    private final double[] paid;

    private final int[] before;
    private final int[] linkBefore;
    private final int[] stamp;
    private int round;
    private double[] heapKey = new double[256];
    private int[] heapOf = new int[256];
    private int heap;

    private int latest;
    private double limit;
    private int endsAt;
    private int endLink;

    TimelyWays(Timetable t, PricedWays ways) {
        this.t = t;
        this.ways = ways;
        on = ways.on;
        int count = ways.price.length;
        paid = new double[count];
        before = new int[count];
        linkBefore = new int[count];
        stamp = new int[count];
    }

    /** The cost if it is below a limit, or {@link PricedWays#CLOSED}; the way is then that of {@link PricedWays}. */
    double find(int origin, int readyAt, int deadline, double below) {
        round++;
        heap = 0;
        latest = deadline;
        limit = below;
        endsAt = NONE;
        endLink = NONE;
        int direct = begin(origin, readyAt);
        while (heap > 0 && heapKey[0] < limit - 1e-6) {
            double key = heapKey[0];
            int c = heapOf[0];
            pop();
            if (key > paid[c] + ways.value[c] + 1e-6) {
                continue;
            }
            if (ways.arrivalFrom(c) <= deadline) {
                ways.keep(chain(c), c, NONE, true);
                return key;
            }
            expand(c);
        }
        if (endsAt != NONE) {
            ways.keep(chain(endsAt), endsAt, endLink, false);
        } else if (direct != NONE) {
            ways.keepLink(direct);
        }
        return endsAt == NONE && direct == NONE ? PricedWays.CLOSED : limit;
    }

    /** The link that leads to the target at once, if one does so below the limit. */
    private int begin(int origin, int readyAt) {
        int opens = Timetable.open(t.openings[origin], readyAt);
        for (int n = t.placeNode[origin]; n < t.placeNode[origin + 1]; n++) {
            for (int pos = on.position(n, opens); pos < ways.ends[n] && on.departs[pos] < latest; pos++) {
                if (on.closes[pos] >= opens) {
                    reach(on.leaving[pos], 0, NONE, NONE);
                }
            }
        }
        int direct = NONE;
        for (int link = t.linkOut[origin]; link < t.linkOut[origin + 1]; link++) {
            int q = t.linkTo[link];
            int at = on.arrival(link, readyAt);
            if (q == ways.target && at <= latest && t.linkCost[link] < limit) {
                direct = link;
                limit = t.linkCost[link];
            }
            int from = Timetable.open(t.openings[q], at);
            for (int n = t.placeNode[q]; n < t.placeNode[q + 1] && from < Timetable.NEVER; n++) {
                board(n, from, t.linkCost[link], on.position(n, from), NONE, link);
            }
        }
        return direct;
    }

    private void expand(int c) {
        int i = c * Timetable.STRIDE;
        int s = t.connections[i + 6];
        double all = paid[c] + ways.price[c] + t.stopCost[s + 1] - t.stopCost[s];
        int next = on.next[c];
        if (next >= 0 && t.connections[next * Timetable.STRIDE] < latest) {
            reach(next, all, c, PricedWays.STAYS);
        }
        int ready = t.connections[i + 4];
        if (ready > latest) {
            return;
        }
        end(c, t.connections[i + 5], ready, all);
        for (int h = on.first[c]; h < on.first[c + 1]; h++) {
            board(on.node[h], on.at[h], all + on.cost[h], on.from[h], c, on.link[h]);
        }
    }

    private void end(int c, int place, int ready, double all) {
        double handled = all + t.handlingCost[place];
        if (place == ways.target) {
            end(c, NONE, handled);
        }
        for (int k = t.linkIn[ways.target]; k < t.linkIn[ways.target + 1]; k++) {
            int link = t.linkInAt[k];
            if (t.linkFrom[link] == place && on.arrival(link, ready) <= latest) {
                end(c, link, handled + t.linkCost[link]);
            }
        }
    }

    private void end(int c, int link, double all) {
        if (all < limit) {
            limit = all;
            endsAt = c;
            endLink = link;
        }
    }

    private void board(int n, int at, double cost, int from, int c, int link) {
        int place = t.nodePlace[n];
        int free = t.free[place];
        double perMinute = t.storagePerDay[place] / 1440.0;
        double base = cost - perMinute * (at + Math.min(free, t.horizon)) - 1;
        for (int pos = from; pos < ways.ends[n] && on.departs[pos] < latest; pos++) {
            if (base + ways.least[pos] >= limit) {
                return;
            }
            if (on.closes[pos] >= at) {
                int stored = on.departs[pos] - at - free;
                reach(on.leaving[pos], cost + (stored <= 0 ? 0 : Math.max(0, perMinute * stored - 1)), c, link);
            }
        }
    }

    private void reach(int c, double cost, int from, int link) {
        double key = cost + ways.value[c];
        if (key >= limit || stamp[c] == round && paid[c] <= cost) {
            return;
        }
        stamp[c] = round;
        paid[c] = cost;
        before[c] = from;
        linkBefore[c] = link;
        push(key, c);
    }

    /** Connections from the first to this one, each followed by the link before it. */
    private int[] chain(int last) {
        var all = new int[32];
        int size = 0;
        for (int c = last; c != NONE; c = before[c]) {
            all = size + 2 > all.length ? Arrays.copyOf(all, 2 * all.length) : all;
            all[size++] = linkBefore[c];
            all[size++] = c;
        }
        var turned = new int[size];
        for (int k = 0; k < size; k++) {
            turned[k] = all[size - 1 - k];
        }
        return turned;
    }

    private void push(double key, int c) {
        if (heap == heapOf.length) {
            heapKey = Arrays.copyOf(heapKey, 2 * heap);
            heapOf = Arrays.copyOf(heapOf, 2 * heap);
        }
        int i = heap++;
        while (i > 0 && heapKey[(i - 1) / 2] > key) {
            heapKey[i] = heapKey[(i - 1) / 2];
            heapOf[i] = heapOf[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        heapKey[i] = key;
        heapOf[i] = c;
    }

    private void pop() {
        double key = heapKey[--heap];
        int c = heapOf[heap];
        int i = 0;
        while (2 * i + 1 < heap) {
            int child = 2 * i + 1;
            if (child + 1 < heap && heapKey[child + 1] < heapKey[child]) {
                child++;
            }
            if (heapKey[child] >= key) {
                break;
            }
            heapKey[i] = heapKey[child];
            heapOf[i] = heapOf[child];
            i = child;
        }
        heapKey[i] = key;
        heapOf[i] = c;
    }
}
