package org.tongdao.loading;

import java.util.Arrays;

/**
 * What the order of the stops forbids in one space: what leaves later never stands on what leaves earlier, or between it and the door. What stands already lies
 * outside of the space, so each box in the same row or column forbids blocks that reach far enough from the corner to meet it there; these reaches are looked up
 * once for all blocks of a stop.
 */
final class PackTurns {

    private static final int COLUMNS = 3;

    /** By box in the same row or column: its stop, below zero where it is behind or below; how far a block may reach across; how far up or, below zero, along. */
    private int[] beside = new int[COLUMNS * 32];

    private int count;
    /** By box that forbids blocks of the stop asked for: how far one may reach across, and how far up or along; reaching further both across and one of these meets it. */
    private int[] limits = new int[COLUMNS * 32];

    private int limited;

    /** Turns to one space of a load and to the corner of it that is meant. */
    void turnTo(PackState state, BlockLoads loads, int[] at, int i, boolean farX, boolean farY, boolean farZ) {
        count = 0;
        var box = state.placed;
        for (int p = 0; p < state.placedCount; p++) {
            int j = p * PackState.SIX;
            if (box[j + 1] >= at[i + 4] || box[j + 4] <= at[i + 1]) {
                continue;
            }
            boolean row = box[j + 2] < at[i + 5] && box[j + 5] > at[i + 2];
            if (row || box[j] < at[i + 3] && box[j + 3] > at[i]) {
                boolean after = row ? box[j] >= at[i + 3] : box[j + 2] >= at[i + 5];
                int stop = loads.stop[state.blocks[p]];
                int across = gap(box, j + 1, at, i + 1, farY);
                int other = row ? gap(box, j + 2, at, i + 2, farZ) : -1 - gap(box, j, at, i, farX);
                add(after ? stop : -stop, across, other);
            }
        }
    }

    private static int gap(int[] box, int j, int[] at, int i, boolean far) {
        return Math.max(0, far ? at[i + 3] - box[j + 3] : box[j] - at[i]);
    }

    private void add(int stop, int across, int other) {
        int n = COLUMNS * count++;
        if (n == beside.length) {
            beside = Arrays.copyOf(beside, 2 * n);
            limits = new int[2 * n];
        }
        beside[n] = stop;
        beside[n + 1] = across;
        beside[n + 2] = other;
    }

    /** Turns to one stop, counted from 1; whether any block of it, however small, may stand at the corner. */
    boolean may(int stop) {
        limited = 0;
        for (int n = 0; n < COLUMNS * count; n += COLUMNS) {
            boolean forbids = beside[n] > 0 ? stop < beside[n] : stop > -beside[n];
            if (forbids) {
                int across = beside[n + 1];
                int other = beside[n + 2];
                if (across == 0 && (other == 0 || other == -1)) {
                    return false;
                }
                limits[COLUMNS * limited] = across;
                limits[COLUMNS * limited + 1] = other >= 0 ? other : Integer.MAX_VALUE;
                limits[COLUMNS * limited++ + 2] = other < 0 ? -1 - other : Integer.MAX_VALUE;
            }
        }
        return true;
    }

    /** Whether a block of that stop with these lengths may stand at the corner. */
    boolean may(int dx, int dy, int dz) {
        for (int n = 0; n < COLUMNS * limited; n += COLUMNS) {
            if (dy > limits[n] && (dz > limits[n + 1] || dx > limits[n + 2])) {
                return false;
            }
        }
        return true;
    }
}
