package org.tongdao.loading;

import java.util.Arrays;

/** A partly filled container: what is left of each type, where blocks stand, which cuboids are free (each maximal, they overlap). */
final class PackState {

    /** Numbers a space or a placed block takes: two opposite corners. */
    static final int SIX = 6;

    int[] left = {};
    int[] spaces = new int[64 * SIX];
    int spaceCount;
    int[] placed = new int[32 * SIX];
    int[] blocks = new int[32];
    int placedCount;
    long volume;
    /** Blocks that may still be placed, by volume. */
    int[] open = {};

    int openCount;

    static PackState empty(PackProblem problem, int[] order) {
        var state = new PackState();
        state.left =
                problem.types().stream().mapToInt(PackProblem.BoxType::quantity).toArray();
        state.open = order;
        state.openCount = order.length;
        state.space(0, 0, 0, problem.length(), problem.width(), problem.height());
        return state;
    }

    void copyFrom(PackState other) {
        left = other.left.clone();
        if (spaces.length < other.spaceCount * SIX) {
            spaces = new int[other.spaces.length];
        }
        System.arraycopy(other.spaces, 0, spaces, 0, other.spaceCount * SIX);
        spaceCount = other.spaceCount;
        if (blocks.length < other.placedCount) {
            placed = new int[other.placed.length];
            blocks = new int[other.blocks.length];
        }
        System.arraycopy(other.placed, 0, placed, 0, other.placedCount * SIX);
        System.arraycopy(other.blocks, 0, blocks, 0, other.placedCount);
        placedCount = other.placedCount;
        volume = other.volume;
        if (open.length < other.openCount) {
            open = new int[other.openCount];
        }
        System.arraycopy(other.open, 0, open, 0, other.openCount);
        openCount = other.openCount;
    }

    PackState copy() {
        var state = new PackState();
        state.copyFrom(this);
        return state;
    }

    void dropSpace(int s) {
        spaceCount--;
        System.arraycopy(spaces, spaceCount * SIX, spaces, s * SIX, SIX);
    }

    /** Forgets blocks for which boxes are missing. */
    void prune(Blocks all) {
        int kept = 0;
        for (int i = 0; i < openCount; i++) {
            int block = open[i];
            if (enough(all.uses[block])) {
                open[kept++] = block;
            }
        }
        openCount = kept;
    }

    private boolean enough(int[] uses) {
        for (int t = 0; t < uses.length; t++) {
            if (uses[t] > left[t]) {
                return false;
            }
        }
        return true;
    }

    void place(Blocks all, int block, int x, int y, int z, boolean fullSupport) {
        if (placedCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * placedCount);
            placed = Arrays.copyOf(placed, 2 * placedCount * SIX);
        }
        int x2 = x + all.dx[block];
        int y2 = y + all.dy[block];
        int z2 = z + all.dz[block];
        write(placed, placedCount, x, y, z, x2, y2, z2);
        blocks[placedCount++] = block;
        volume += all.volume[block];
        var uses = all.uses[block];
        for (int t = 0; t < uses.length; t++) {
            left[t] -= uses[t];
        }
        cut(x, y, z, x2, y2, z2, x + all.topX[block], y + all.topY[block], fullSupport);
        prune(all);
    }

    private void cut(int x, int y, int z, int x2, int y2, int z2, int topX, int topY, boolean fullSupport) {
        int old = spaceCount;
        for (int s = old - 1; s >= 0; s--) {
            int i = s * SIX;
            int a = spaces[i];
            int b = spaces[i + 1];
            int c = spaces[i + 2];
            int d = spaces[i + 3];
            int e = spaces[i + 4];
            int f = spaces[i + 5];
            if (a >= x2 || d <= x || b >= y2 || e <= y || c >= z2 || f <= z) {
                continue;
            }
            spaces[i + 3] = spaces[i];
            if (a < x) {
                space(a, b, c, x, e, f);
            }
            if (x2 < d) {
                space(x2, b, c, d, e, f);
            }
            if (b < y) {
                space(a, b, c, d, y, f);
            }
            if (y2 < e) {
                space(a, y2, c, d, e, f);
            }
            if (c < z) {
                space(a, b, c, d, e, z);
            }
            if (z2 < f) {
                if (!fullSupport) {
                    space(a, b, z2, d, e, f);
                } else if (Math.max(a, x) < Math.min(d, topX) && Math.max(b, y) < Math.min(e, topY)) {
                    space(Math.max(a, x), Math.max(b, y), z2, Math.min(d, topX), Math.min(e, topY), f);
                }
            }
        }
        if (fullSupport) {
            joinTops(old);
        }
        dropInner(old);
    }

    /** Spaces that begin at one height and meet are supported together: what is common to them in the one direction is free and borne along the other. */
    private void joinTops(int old) {
        for (int s = old; s < spaceCount; s++) {
            for (int o = 0; o < spaceCount; o++) {
                int i = s * SIX;
                int j = o * SIX;
                if (o != s && spaces[i + 2] > 0 && spaces[i + 2] == spaces[j + 2] && spaces[j] != spaces[j + 3]) {
                    joinTops(i, j, 0, 1);
                    joinTops(i, j, 1, 0);
                }
            }
        }
    }

    private void joinTops(int i, int j, int along, int across) {
        int from = Math.min(spaces[i + along], spaces[j + along]);
        int to = Math.max(spaces[i + along + 3], spaces[j + along + 3]);
        boolean meet = spaces[i + along] <= spaces[j + along + 3] && spaces[j + along] <= spaces[i + along + 3];
        boolean longer = to - from > spaces[i + along + 3] - spaces[i + along]
                && to - from > spaces[j + along + 3] - spaces[j + along];
        int low = Math.max(spaces[i + across], spaces[j + across]);
        int high = Math.min(spaces[i + across + 3], spaces[j + across + 3]);
        int top = Math.min(spaces[i + 5], spaces[j + 5]);
        if (!meet || !longer || low >= high) {
            return;
        }
        if (along == 0) {
            space(from, low, spaces[i + 2], to, high, top);
        } else {
            space(low, from, spaces[i + 2], high, to, top);
        }
        if (liesInAnother(spaceCount - 1)) {
            spaceCount--;
        }
    }

    /** Drops spaces that were cut (of no length) and new ones that lie in another. */
    private void dropInner(int old) {
        for (int s = spaceCount - 1; s >= 0; s--) {
            if (spaces[s * SIX] == spaces[s * SIX + 3] || s >= old && liesInAnother(s)) {
                dropSpaceInOrder(s);
            }
        }
    }

    private void dropSpaceInOrder(int s) {
        System.arraycopy(spaces, (s + 1) * SIX, spaces, s * SIX, (spaceCount - s - 1) * SIX);
        spaceCount--;
    }

    private boolean liesInAnother(int s) {
        int i = s * SIX;
        for (int o = 0; o < spaceCount; o++) {
            int j = o * SIX;
            if (o != s
                    && spaces[j] != spaces[j + 3]
                    && spaces[j] <= spaces[i]
                    && spaces[j + 1] <= spaces[i + 1]
                    && spaces[j + 2] <= spaces[i + 2]
                    && spaces[j + 3] >= spaces[i + 3]
                    && spaces[j + 4] >= spaces[i + 4]
                    && spaces[j + 5] >= spaces[i + 5]) {
                return true;
            }
        }
        return false;
    }

    private void space(int a, int b, int c, int d, int e, int f) {
        if ((spaceCount + 1) * SIX > spaces.length) {
            spaces = Arrays.copyOf(spaces, 2 * spaces.length);
        }
        write(spaces, spaceCount++, a, b, c, d, e, f);
    }

    private static void write(int[] to, int at, int a, int b, int c, int d, int e, int f) {
        int i = at * SIX;
        to[i] = a;
        to[i + 1] = b;
        to[i + 2] = c;
        to[i + 3] = d;
        to[i + 4] = e;
        to[i + 5] = f;
    }
}
