package org.tongdao.routing;

import java.util.Arrays;

/** The journeys found so far, one row of ints each; one that beat a candidate is asked first next time. */
final class Ends {

    private static final int ROW = 8;

    private int[] rows = new int[16 * ROW];
    int size;

    int label(int i) {
        return rows[i * ROW + 6];
    }

    /** Whether one is as good in everything as a candidate of a round and a departure can become; one of a later departure only with no more services. */
    boolean beat(Fronts.Candidate c, int minutes, int paid, int emitted, int risked, int round, int epoch) {
        int time = c.time + minutes;
        int cost = c.cost + paid;
        int co2 = c.co2 + emitted;
        int risk = c.risk + risked;
        var r = rows;
        for (int i = 0; i < size * ROW; i += ROW) {
            if (r[i] <= time
                    && r[i + 1] <= cost
                    && r[i + 2] <= co2
                    && r[i + 3] <= risk
                    && (r[i + 5] == epoch || r[i + 4] <= round)) {
                first(i);
                return true;
            }
        }
        return false;
    }

    private void first(int i) {
        for (int k = 0; i > 0 && k < 7; k++) {
            int was = rows[k];
            rows[k] = rows[i + k];
            rows[i + k] = was;
        }
    }

    /** Takes out what one of a later departure beats, however many services that boards. */
    void settle() {
        int kept = 0;
        for (int i = 0; i < size * ROW; i += ROW) {
            if (!later(i)) {
                System.arraycopy(rows, i, rows, kept, ROW);
                kept += ROW;
            }
        }
        size = kept / ROW;
    }

    /** What beat one that was taken out stands further on or was kept, or something kept beat it in turn. */
    private boolean later(int i) {
        var r = rows;
        for (int k = 0; k < size * ROW; k += ROW) {
            if (r[k + 5] > r[i + 5]
                    && r[k] <= r[i]
                    && r[k + 1] <= r[i + 1]
                    && r[k + 2] <= r[i + 2]
                    && r[k + 3] <= r[i + 3]) {
                return true;
            }
        }
        return false;
    }

    /** Adds one; those of the same departure that it beats go. */
    void add(Fronts.Candidate c, int label, int round, int epoch, boolean transfers) {
        int kept = 0;
        for (int i = 0; i < size * ROW; i += ROW) {
            boolean beaten = rows[i + 5] == epoch
                    && (!transfers || rows[i + 4] >= round)
                    && c.time <= rows[i]
                    && c.cost <= rows[i + 1]
                    && c.co2 <= rows[i + 2]
                    && c.risk <= rows[i + 3];
            if (!beaten) {
                System.arraycopy(rows, i, rows, kept, ROW);
                kept += ROW;
            }
        }
        if (kept == rows.length) {
            rows = Arrays.copyOf(rows, 2 * kept);
        }
        rows[kept] = c.time;
        rows[kept + 1] = c.cost;
        rows[kept + 2] = c.co2;
        rows[kept + 3] = c.risk;
        rows[kept + 4] = round;
        rows[kept + 5] = epoch;
        rows[kept + 6] = label;
        size = kept / ROW + 1;
    }
}
