package org.tongdao.routing;

/** The labels that no other beats, at each place and at the end, while a {@link ParetoSearch} runs; decides whether its candidate becomes one of them. */
final class Fronts {

    private static final int NONE = -1;

    final Labels l;
    final Bag ends = new Bag();
    final Candidate candidate = new Candidate();
    private final Candidate c = candidate;
    private final boolean transfers;
    int round;
    int epoch;

    Fronts(Labels labels, boolean transfers) {
        this.l = labels;
        this.transfers = transfers;
    }

    /** Takes the candidate as an end unless one is as good; those of this departure that it beats go. */
    void arrive() {
        if (c.border == 0 || c.time >= Timetable.NEVER || hopeless(0, 0, 0, 0)) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < ends.size; i++) {
            int a = ends.labels[i];
            boolean beaten = l.epoch[a] == epoch
                    && (!transfers || Math.max(1, l.round[a]) >= Math.max(1, round))
                    && c.time <= l.time[a]
                    && c.cost <= l.cost[a]
                    && c.co2 <= l.co2[a]
                    && c.risk <= l.risk[a];
            if (!beaten) {
                ends.labels[kept++] = a;
            }
        }
        ends.size = kept;
        ends.add(label());
    }

    /** Whether an end is already as good as the candidate can become. */
    boolean hopeless(int minutesLeft, int costLeft, int co2Left, int riskLeft) {
        if (minutesLeft >= Bounds.FAR) {
            return true;
        }
        int time = c.time + minutesLeft;
        int paid = c.cost + costLeft;
        int emitted = c.co2 + co2Left;
        int risked = c.risk + riskLeft;
        for (int i = 0; i < ends.size; i++) {
            int a = ends.labels[i];
            if (l.time[a] <= time
                    && l.cost[a] <= paid
                    && l.co2[a] <= emitted
                    && l.risk[a] <= risked
                    && (l.epoch[a] == epoch || l.round[a] <= Math.max(1, round))) {
                ends.labels[i] = ends.labels[0];
                ends.labels[0] = a;
                return true;
            }
        }
        return false;
    }

    /** Puts the candidate into a bag unless one there is as good, also after waiting; those that it beats go, but none that has yet to board. */
    boolean keep(Bag bag, int weight, boolean stretched) {
        for (int i = 0; i < bag.size; i++) {
            int a = bag.labels[i];
            if (l.time[a] <= c.time
                    && l.cost[a] <= c.cost
                    && l.co2[a] <= c.co2
                    && l.risk[a] <= c.risk
                    && l.border[a] >= c.border
                    && (l.epoch[a] == epoch || l.round[a] <= round)
                    && waits(l.cost[a], l.time[a], c.cost, c.time, weight, stretched)) {
                return false;
            }
        }
        int kept = 0;
        for (int i = 0; i < bag.size; i++) {
            int a = bag.labels[i];
            boolean pending = l.epoch[a] == epoch && l.round[a] == round - 1;
            boolean beaten = !pending
                    && c.time <= l.time[a]
                    && c.cost <= l.cost[a]
                    && c.co2 <= l.co2[a]
                    && c.risk <= l.risk[a]
                    && c.border >= l.border[a]
                    && waits(c.cost, c.time, l.cost[a], l.time[a], weight, stretched);
            if (!beaten) {
                bag.labels[kept++] = a;
            }
        }
        bag.size = kept;
        bag.add(label());
        return true;
    }

    private static boolean waits(int cost1, int time1, int cost2, int time2, int weight, boolean stretched) {
        if (weight == 0 || time1 == time2) {
            return true;
        }
        return !stretched && cost1 + Weights.dearest(weight, time2 - time1) <= cost2;
    }

    private int label() {
        if (c.label == NONE) {
            c.label = l.add();
            l.time[c.label] = c.time;
            l.cost[c.label] = c.cost;
            l.co2[c.label] = c.co2;
            l.risk[c.label] = c.risk;
            l.round[c.label] = round;
            l.epoch[c.label] = epoch;
            l.parent[c.label] = c.parent;
            l.board[c.label] = c.board;
            l.alight[c.label] = c.alight;
            l.trip[c.label] = c.trip;
            l.border[c.label] = c.border;
        }
        return c.label;
    }

    /** What is about to become a label. */
    static final class Candidate {
        int time;
        int cost;
        int co2;
        int risk;
        byte border;
        int parent;
        int board;
        int alight;
        int trip;
        int label = NONE;

        void came(int from, int boarded, int alighted, int onTrip) {
            parent = from;
            board = boarded;
            alight = alighted;
            trip = onTrip;
        }

        void at(int when, int paid) {
            time = when;
            cost = paid;
            label = NONE;
        }
    }
}
