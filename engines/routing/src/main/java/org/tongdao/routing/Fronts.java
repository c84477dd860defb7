package org.tongdao.routing;

/** The labels that no other beats, at each place and at the end, while a {@link ParetoSearch} runs; decides whether its candidate becomes one of them. */
final class Fronts {

    private static final int NONE = -1;

    final Labels l;
    final Ends ends = new Ends();
    final Candidate candidate = new Candidate();
    private final Candidate c = candidate;
    private final boolean transfers;
    int round;
    int epoch;
    /** Labels stay for earlier departures even when one of more services beats them. */
    boolean ranging;

    Fronts(Labels labels, boolean transfers) {
        this.l = labels;
        this.transfers = transfers;
    }

    /** Takes the candidate as an end unless one is as good; those of this departure that it beats go. */
    void arrive() {
        if (c.border == 0 || c.time >= Timetable.NEVER || hopeless(0, 0, 0, 0)) {
            return;
        }
        ends.add(c, label(), Math.max(1, round), epoch, transfers);
    }

    /** At the end of a range: where services do not count, what was only better by fewer of them goes. */
    void settle() {
        if (!transfers) {
            ends.settle();
        }
    }

    /** Whether an end is already as good as the candidate can become. */
    boolean hopeless(int minutesLeft, int costLeft, int co2Left, int riskLeft) {
        return minutesLeft >= Bounds.FAR
                || ends.beat(c, minutesLeft, costLeft, co2Left, riskLeft, Math.max(1, round), epoch);
    }

    /** Puts the candidate into a bag unless one there is as good, also after waiting; those that it beats go. */
    boolean keep(Bag bag, int weight, boolean stretched) {
        int size = bag.size;
        for (int i = 0; i < size; i++) {
            if (bag.time[i] <= c.time && bag.cost[i] <= c.cost) {
                int a = bag.labels[i];
                if (l.co2[a] <= c.co2
                        && l.risk[a] <= c.risk
                        && l.border[a] >= c.border
                        && (l.epoch[a] == epoch || l.round[a] <= round)
                        && waits(bag.cost[i], bag.time[i], c.cost, c.time, weight, stretched)) {
                    return false;
                }
            }
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (c.time > bag.time[i] || c.cost > bag.cost[i] || !beats(bag, i, weight, stretched)) {
                bag.move(i, kept++);
            }
        }
        bag.size = kept;
        bag.add(label(), c.time, c.cost);
        return true;
    }

    private boolean beats(Bag bag, int i, int weight, boolean stretched) {
        int a = bag.labels[i];
        return (!ranging || l.round[a] >= round)
                && c.co2 <= l.co2[a]
                && c.risk <= l.risk[a]
                && c.border >= l.border[a]
                && waits(c.cost, c.time, bag.cost[i], bag.time[i], weight, stretched);
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
