package org.tongdao.routing;

import java.util.Arrays;

/**
 * What is needed from each node to a target at the least, were there always a departure at once: minutes or cost, from the target backwards over the patterns in order of the measure (Dijkstra, with buckets).
 *
 * <p>Never too high, so a search may drop what cannot end better than what it has. Working space of one thread.
 */
final class Bounds {

    static final int FAR = Timetable.NEVER;

    static final int MINUTES = 0;
    static final int COST = 1;
    static final int CO2 = 2;
    static final int RISK = 3;

    private static final int BUCKETS = 4096;

    private final Timetable t;
    private final int measure;
    /** By stop: to the next; during the stay; up to the departure; after the arrival. By link. */
    private final int[] ride;

    private final int[] stay;
    private final int[] boarding;
    private final int[] alighting;
    private final int[] link;
    /** By place: by how much a change of gauge is cheaper than other handling; it is never quicker in a timetable. */
    private final int[] relief;

    private final int shift;
    private final int[] nodeLeft;
    private final int[] placeLeft;
    private final int[] aboardLeft;
    private final int[] toOrigin;
    private final int[] heads = new int[BUCKETS];
    private int[] entries = new int[3 * 1024];
    private int used;
    private int waiting;
    private int best;
    private int floor;

    Bounds(Timetable t, int measure) {
        this.t = t;
        this.measure = measure;
        int stops = t.stopPlace.length;
        ride = new int[stops];
        stay = new int[stops];
        boarding = new int[stops];
        alighting = new int[stops];
        link = new int[t.linkTo.length];
        relief = new int[t.stations()];
        measure();
        nodeLeft = new int[t.nodes()];
        placeLeft = new int[t.stations()];
        aboardLeft = new int[t.stopPlace.length];
        toOrigin = new int[t.stations()];
        Arrays.fill(toOrigin, FAR);
        shift = Math.max(0, 32 - Integer.numberOfLeadingZeros(longest()) - 11);
    }

    private void measure() {
        for (int place = 0; place < relief.length; place++) {
            relief[place] = usual(place) - least(place);
        }
        for (int p = 0; p < t.patterns(); p++) {
            int base = t.patternStop[p];
            for (int i = 0; i < t.patternStop[p + 1] - base; i++) {
                boolean last = base + i == t.patternStop[p + 1] - 1;
                ride[base + i] = last ? 0 : ride(p, i);
                stay[base + i] = stay(p, i);
                boarding[base + i] = boarding(p, i);
                alighting[base + i] = alighting(p, i);
            }
        }
        for (int k = 0; k < link.length; k++) {
            link[k] = ofLink(k);
        }
    }

    private int longest() {
        int longest = 1;
        for (int p = 0; p < t.patterns(); p++) {
            int all = 0;
            for (int s = t.patternStop[p]; s < t.patternStop[p + 1]; s++) {
                all += alighting[s] + ride[s] + stay[s] + boarding[s];
            }
            longest = Math.max(longest, all);
        }
        for (int of : link) {
            longest = Math.max(longest, 2 * of);
        }
        return longest;
    }

    /** From ready at a stop to the departure there. */
    int boarding(int stop) {
        return boarding[stop];
    }

    /** From ready to board at a node. */
    int node(int n) {
        return Math.min(nodeLeft[n], floor);
    }

    /** From ready off a service at a place, handled and paid as for the road; may be below 0 where a change of gauge costs less. */
    int place(int p) {
        int left = Math.min(placeLeft[p], floor);
        return left >= FAR ? FAR : left - relief[p];
    }

    /** From the departure of a pattern at a stop, on board. */
    int aboard(int stop) {
        return Math.min(aboardLeft[stop], floor);
    }

    /** Looks back from a target until the origin is surely reached; what lies further is at least as far as that. */
    void to(int origin, int target) {
        Arrays.fill(nodeLeft, FAR);
        Arrays.fill(placeLeft, FAR);
        Arrays.fill(aboardLeft, FAR);
        Arrays.fill(heads, -1);
        used = 0;
        waiting = 0;
        best = FAR;
        floor = FAR;
        toOrigin[origin] = 0;
        for (int i = t.boardLinkOut[origin]; i < t.boardLinkOut[origin + 1]; i++) {
            int q = t.linkTo[t.boardLink[i]];
            toOrigin[q] = Math.min(toOrigin[q], link[t.boardLink[i]]);
        }
        lower(target, 0);
        for (int i = t.linkIn[target]; i < t.linkIn[target + 1]; i++) {
            lower(t.linkFrom[t.linkInAt[i]], link[t.linkInAt[i]]);
        }
        for (int bucket = 0; waiting > 0; bucket++) {
            if (bucket << shift > best) {
                floor = bucket << shift;
                break;
            }
            empty(bucket);
        }
        toOrigin[origin] = FAR;
        for (int i = t.boardLinkOut[origin]; i < t.boardLinkOut[origin + 1]; i++) {
            toOrigin[t.linkTo[t.boardLink[i]]] = FAR;
        }
    }

    private void empty(int bucket) {
        int slot = bucket & BUCKETS - 1;
        while (heads[slot] >= 0) {
            int entry = heads[slot];
            heads[slot] = entries[entry + 2];
            waiting--;
            int at = entries[entry];
            if (placeLeft[at] == entries[entry + 1]) {
                for (int b = t.placeStop[at]; b < t.placeStop[at + 1]; b++) {
                    walk(t.callPattern[b], t.callIndex[b], placeLeft[at]);
                }
            }
        }
    }

    private void lower(int at, int value) {
        if (value < placeLeft[at]) {
            placeLeft[at] = value;
            if (used == entries.length) {
                entries = Arrays.copyOf(entries, 2 * used);
            }
            int slot = value >> shift & BUCKETS - 1;
            entries[used] = at;
            entries[used + 1] = value;
            entries[used + 2] = heads[slot];
            heads[slot] = used;
            used += 3;
            waiting++;
        }
    }

    /** Back along a pattern as long as that is an improvement. */
    private void walk(int p, int from, int left) {
        int base = t.patternStop[p];
        int value = left + alighting[base + from];
        for (int s = base + from - 1; s >= base; s--) {
            value += ride[s];
            if (value >= aboardLeft[s]) {
                return;
            }
            aboardLeft[s] = value;
            int n = t.stopNode[s];
            int board = value + boarding[s];
            if (board < nodeLeft[n]) {
                improve(n, board);
            }
            value += stay[s];
        }
    }

    private void improve(int n, int value) {
        nodeLeft[n] = value;
        int q = t.nodePlace[n];
        if (toOrigin[q] < FAR) {
            best = Math.min(best, value + toOrigin[q]);
        }
        lower(q, value);
        for (int i = t.calledLinkIn[q]; i < t.calledLinkIn[q + 1]; i++) {
            int way = t.calledLink[i];
            lower(t.linkFrom[way], value + link[way]);
        }
    }

    private int ofLink(int link) {
        return switch (measure) {
            case MINUTES -> t.linkMinutes[link];
            case COST -> t.linkCost[link];
            case CO2 -> t.linkCo2[link];
            default -> 0;
        };
    }

    private int ride(int p, int i) {
        int s = t.patternStop[p] + i;
        return switch (measure) {
            case MINUTES -> t.arrival[t.timeAt(p, i + 1, 0)] - t.departure[t.timeAt(p, i, 0)];
            case COST -> t.stopCost[s + 1] - t.stopCost[s];
            case CO2 -> t.stopCo2[s + 1] - t.stopCo2[s];
            default -> 0;
        };
    }

    private int stay(int p, int i) {
        int at = t.timeAt(p, i, 0);
        return measure == MINUTES ? t.departure[at] - t.arrival[at] : 0;
    }

    private int boarding(int p, int i) {
        int at = t.timeAt(p, i, 0);
        return switch (measure) {
            case MINUTES -> t.departure[at] - t.deadline[at];
            case RISK -> t.patternRisk[p];
            default -> 0;
        };
    }

    private int alighting(int p, int i) {
        return least(t.stopPlace[t.patternStop[p] + i]);
    }

    /** From arrival to ready at a place, by a change of gauge where that is less. */
    private int least(int place) {
        boolean cheaper = measure == COST && t.transload[place] >= 0;
        return cheaper ? Math.min(usual(place), t.transloadCost[place]) : usual(place);
    }

    private int usual(int place) {
        return switch (measure) {
            case MINUTES -> t.handling[place];
            case COST -> t.handlingCost[place];
            case RISK -> t.placeRisk[place];
            default -> 0;
        };
    }
}
