package org.tongdao.routing;

import java.util.Arrays;

/** The labels that are on board while one pattern is scanned, each on its trip, with what they bring less what the line has cost before they boarded. */
final class Riders {

    private final ParetoSearch search;
    private final Timetable t;
    private final Labels l;
    int size;
    int[] trip = new int[16];
    int[] cost = new int[16];
    int[] co2 = new int[16];
    int[] risk = new int[16];
    int[] label = new int[16];
    int[] boardStop = new int[16];
    byte[] border = new byte[16];

    Riders(ParetoSearch search) {
        this.search = search;
        this.t = search.t;
        this.l = search.l;
    }

    /** Boards a label at stop i of pattern p: the first departure that takes it, and later ones as long as waiting here may pay. */
    void board(int p, int i, int from) {
        int s = t.patternStop[p] + i;
        if (search.lost(s, from)) {
            return;
        }
        int trips = t.trips[p];
        int first = t.firstTrip(p, i, l.time[from]);
        boolean start = l.parent[from] < 0 && l.board[from] == ParetoSearch.START;
        int times = t.patternTime[p] + i * trips;
        int weight = search.weights.pattern[p];
        int place = t.stopPlace[s];
        for (int k = first; k < trips; k++) {
            if (start && t.deadline[times + k] >= search.before) {
                return;
            }
            int stored = search.cost && !start ? t.storage(place, t.departure[times + k] - l.time[from]) : 0;
            if (search.lost(s, t.departure[times + k], l.cost[from] + stored, from)) {
                return;
            }
            enter(p, s, k, from, l.cost[from] + stored);
            if (weight == 0) {
                return;
            }
            boolean last = k + 1 == trips;
            if (!last && !search.weights.patternStretched[p]) {
                int gap = t.departure[times + k + 1] - t.departure[times + k];
                int next = start ? 0 : t.storage(place, t.departure[times + k + 1] - l.time[from]);
                if (stored + Weights.dearest(weight, gap) <= next) {
                    return;
                }
            }
        }
    }

    private void enter(int p, int s, int onTrip, int from, int paid) {
        int c = search.cost ? paid - t.stopCost[s] : 0;
        int o = search.co2 ? l.co2[from] - t.stopCo2[s] : 0;
        int r = search.risk ? l.risk[from] + t.patternRisk[p] : 0;
        int kept = 0;
        for (int e = 0; e < size; e++) {
            if (beats(p, trip[e], cost[e], onTrip, c) && co2[e] <= o && risk[e] <= r && border[e] >= l.border[from]) {
                return;
            }
        }
        for (int e = 0; e < size; e++) {
            boolean beaten =
                    beats(p, onTrip, c, trip[e], cost[e]) && o <= co2[e] && r <= risk[e] && l.border[from] >= border[e];
            if (!beaten) {
                move(e, kept++);
            }
        }
        size = kept;
        add(s, onTrip, from, c, o, r);
    }

    /** Whether one on an earlier or the same trip is no dearer, even if it then waits for the other. */
    private boolean beats(int p, int trip1, int cost1, int trip2, int cost2) {
        if (trip1 > trip2 || cost1 > cost2) {
            return false;
        }
        int weight = search.weights.pattern[p];
        if (trip1 == trip2 || weight == 0) {
            return true;
        }
        if (search.weights.patternStretched[p]) {
            return false;
        }
        int from = t.patternTime[p];
        return cost1 + Weights.dearest(weight, t.departure[from + trip2] - t.departure[from + trip1]) <= cost2;
    }

    private void add(int s, int onTrip, int from, int c, int o, int r) {
        if (size == trip.length) {
            int n = 2 * size;
            trip = Arrays.copyOf(trip, n);
            cost = Arrays.copyOf(cost, n);
            co2 = Arrays.copyOf(co2, n);
            risk = Arrays.copyOf(risk, n);
            label = Arrays.copyOf(label, n);
            boardStop = Arrays.copyOf(boardStop, n);
            border = Arrays.copyOf(border, n);
        }
        trip[size] = onTrip;
        cost[size] = c;
        co2[size] = o;
        risk[size] = r;
        label[size] = from;
        boardStop[size] = s;
        border[size] = l.border[from];
        size++;
    }

    private void move(int e, int to) {
        trip[to] = trip[e];
        cost[to] = cost[e];
        co2[to] = co2[e];
        risk[to] = risk[e];
        label[to] = label[e];
        boardStop[to] = boardStop[e];
        border[to] = border[e];
    }
}
