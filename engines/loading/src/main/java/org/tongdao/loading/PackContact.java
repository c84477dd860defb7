package org.tongdao.loading;

import java.util.Arrays;

/**
 * How much of a block's surface would touch walls and blocks, were it put into one space. What stands already lies outside of the space, so it can touch only by
 * the side of the space that it lies at; blocks are sorted by side once for all candidates.
 */
final class PackContact {

    /** What is nearer than this part of a block's length touches. */
    private static final int FIFTIETH = 50;

    /** What has only three of its six faces near anything touches half of its surface at most: the fourth power of that. */
    static final double HALF_TO_THE_FOURTH = 1.0 / 16;

    private static final int AXES = 3;
    private static final int FOUR = 4;

    private final int[] wall;
    /** Corners of the space. */
    private final int[] low = new int[AXES];

    private final int[] high = new int[AXES];
    private final boolean[] far = new boolean[AXES];
    /** By side, near and far of each axis: from and to along the two other axes of each block there. */
    private final int[][] beside = new int[2 * AXES][FOUR * 16];

    private final int[] count = new int[2 * AXES];

    PackContact(PackProblem problem) {
        wall = new int[] {problem.length(), problem.width(), problem.height()};
    }

    /** Turns to one space of a load and to the corner of it that is meant. */
    void meet(PackState of, int[] at, int i, boolean farX, boolean farY, boolean farZ) {
        System.arraycopy(at, i, low, 0, AXES);
        System.arraycopy(at, i + AXES, high, 0, AXES);
        far[0] = farX;
        far[1] = farY;
        far[2] = farZ;
        Arrays.fill(count, 0);
        var box = of.placed;
        for (int j = 0; j < of.placedCount * PackState.SIX; j += PackState.SIX) {
            if (box[j] <= high[0]
                    && box[j + 3] >= low[0]
                    && box[j + 1] <= high[1]
                    && box[j + 4] >= low[1]
                    && box[j + 2] <= high[2]
                    && box[j + 5] >= low[2]) {
                sort(box, j);
            }
        }
    }

    /** A block at an edge or a corner of the space lies outside by two axes and never touches. */
    private void sort(int[] box, int j) {
        int axis = -1;
        for (int a = 0; a < AXES; a++) {
            if (box[j + AXES + a] == low[a] || box[j + a] == high[a]) {
                if (axis >= 0) {
                    return;
                }
                axis = a;
            }
        }
        if (axis < 0) {
            return;
        }
        int side = 2 * axis + (box[j + axis] == high[axis] ? 1 : 0);
        int n = FOUR * count[side]++;
        if (n == beside[side].length) {
            beside[side] = Arrays.copyOf(beside[side], 2 * n);
        }
        int u = axis == 0 ? 1 : 0;
        int v = axis == 2 ? 1 : 2;
        var into = beside[side];
        into[n] = box[j + u];
        into[n + 1] = box[j + AXES + u];
        into[n + 2] = box[j + v];
        into[n + 3] = box[j + AXES + v];
    }

    /** The fourth power of the touching surface in parts of all; 0 for any that is below {@code least}. */
    double toTheFourth(int dx, int dy, int dz, double least) {
        int x = far[0] ? high[0] - dx : low[0];
        int y = far[1] ? high[1] - dy : low[1];
        int z = far[2] ? high[2] - dz : low[2];
        long sideX = (long) dy * dz;
        long sideY = (long) dx * dz;
        long sideZ = (long) dx * dy;
        double part = 0.5 / (sideX + sideY + sideZ);
        long mostX = faces(0, dx) * sideX;
        long most = mostX + faces(1, dy) * sideY + faces(2, dz) * sideZ;
        if (fourth(most * part) < least) {
            return 0;
        }
        long touchingX = touching(0, x, dx, sideX, y, y + dy, z, z + dz);
        if (fourth((most - mostX + touchingX) * part) < least) {
            return 0;
        }
        long touching = touchingX
                + touching(1, y, dy, sideY, x, x + dx, z, z + dz)
                + touching(2, z, dz, sideZ, x, x + dx, y, y + dy);
        double share = fourth(touching * part);
        return share < least ? 0 : share;
    }

    private static double fourth(double share) {
        return share * share * share * share;
    }

    /** Whether something is so much shorter than a room that only one of its ends touches, whatever fraction of a unit the room is longer. */
    static boolean isShort(int length, int room) {
        return (FIFTIETH + 1L) * length < (long) FIFTIETH * room;
    }

    /** How many of the two faces across one axis come near enough to touch anything; that at the corner always does. */
    private int faces(int axis, int length) {
        return high[axis] - low[axis] - length <= length / FIFTIETH ? 2 : 1;
    }

    /** Both faces across one axis; {@code whole} is the area of one. */
    private long touching(int axis, int from, int length, long whole, int u, int u2, int v, int v2) {
        int within = length / FIFTIETH;
        int to = from + length;
        long near = from <= within ? whole : from - low[axis] <= within ? common(2 * axis, u, u2, v, v2) : 0;
        return near
                + (to >= wall[axis] - within
                        ? whole
                        : high[axis] - to <= within ? common(2 * axis + 1, u, u2, v, v2) : 0);
    }

    private long common(int side, int u, int u2, int v, int v2) {
        var with = beside[side];
        long area = 0;
        for (int n = 0; n < FOUR * count[side]; n += FOUR) {
            int overU = Math.min(u2, with[n + 1]) - Math.max(u, with[n]);
            int overV = Math.min(v2, with[n + 3]) - Math.max(v, with[n + 2]);
            if (overU > 0 && overV > 0) {
                area += (long) overU * overV;
            }
        }
        return area;
    }
}
