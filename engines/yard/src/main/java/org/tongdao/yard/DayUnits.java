package org.tongdao.yard;

import java.util.Arrays;

/** When each unit is taken: by trains (until further notice when they keep a track), and by closures, which may exempt one train. In epoch seconds, sorted by begin. */
final class DayUnits {

    static final long NEVER = Long.MAX_VALUE / 16;
    private static final int CLOSED = -1;

    private final long[][] from;
    private final long[][] until;
    /** The train that takes it, or {@link #CLOSED}. */
    private final int[][] who;

    private final int[][] exempt;
    private final int[] count;

    DayUnits(DayModel model) {
        int n = model.units.size();
        from = new long[n][8];
        until = new long[n][8];
        who = new int[n][8];
        exempt = new int[n][8];
        count = new int[n];
        for (var closures : java.util.List.of(model.question.layout().closures(), model.question.closures())) {
            for (var closure : closures) {
                for (int u = 0; u < n; u++) {
                    if (closure.covers(model.units.get(u), "")) {
                        put(
                                u,
                                closure.from().getEpochSecond(),
                                closure.until().getEpochSecond(),
                                CLOSED,
                                closure.trainId().isEmpty() ? -1 : model.trainNumber(closure.trainId()));
                    }
                }
            }
        }
    }

    private DayUnits(int n) {
        from = new long[n][];
        until = new long[n][];
        who = new int[n][];
        exempt = new int[n][];
        count = new int[n];
        for (int u = 0; u < n; u++) {
            from[u] = new long[8];
            until[u] = new long[8];
            who[u] = new int[8];
            exempt[u] = new int[8];
        }
    }

    DayUnits copy() {
        var copy = new DayUnits(count.length);
        copy.copyFrom(this);
        return copy;
    }

    void copyFrom(DayUnits other) {
        for (int u = 0; u < count.length; u++) {
            int c = other.count[u];
            if (from[u].length < c) {
                grow(u, other.from[u].length);
            }
            System.arraycopy(other.from[u], 0, from[u], 0, c);
            System.arraycopy(other.until[u], 0, until[u], 0, c);
            System.arraycopy(other.who[u], 0, who[u], 0, c);
            System.arraycopy(other.exempt[u], 0, exempt[u], 0, c);
            count[u] = c;
        }
    }

    /**
     * The first moment from {@code ready} on at which a unit is free.
     *
     * @param taken seconds in which no other train may have it, {@link #NEVER} for good
     * @param open seconds in which it must not be closed
     */
    long earliest(int unit, int train, long ready, long taken, long open) {
        long begin = ready;
        boolean moved = true;
        while (moved && begin < NEVER) {
            moved = false;
            for (int i = 0; i < count[unit]; i++) {
                boolean closed = who[unit][i] == CLOSED;
                long length = closed ? open : taken;
                if (begin < until[unit][i] && from[unit][i] - begin < length && !(closed && exempt[unit][i] == train)) {
                    begin = until[unit][i];
                    moved = true;
                }
            }
        }
        return Math.min(begin, NEVER);
    }

    void take(int unit, int train, long begin, long end) {
        put(unit, begin, end, train, -1);
    }

    /** The train that keeps the unit leaves it. */
    void free(int unit, int train, long end) {
        for (int i = 0; i < count[unit]; i++) {
            if (who[unit][i] == train && until[unit][i] == NEVER) {
                until[unit][i] = Math.max(end, from[unit][i]);
            }
        }
    }

    private void put(int u, long begin, long end, int train, int exempted) {
        if (count[u] == from[u].length) {
            grow(u, 2 * count[u]);
        }
        int at = count[u]++;
        while (at > 0 && from[u][at - 1] > begin) {
            from[u][at] = from[u][at - 1];
            until[u][at] = until[u][at - 1];
            who[u][at] = who[u][at - 1];
            exempt[u][at] = exempt[u][at - 1];
            at--;
        }
        from[u][at] = begin;
        until[u][at] = end;
        who[u][at] = train;
        exempt[u][at] = exempted;
    }

    private void grow(int u, int size) {
        from[u] = Arrays.copyOf(from[u], size);
        until[u] = Arrays.copyOf(until[u], size);
        who[u] = Arrays.copyOf(who[u], size);
        exempt[u] = Arrays.copyOf(exempt[u], size);
    }
}
