package org.tongdao.loading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** A partly filled container: what is left of each type, where blocks stand, which blocks may still come, which room is free. */
final class PackState {

    /** Numbers a space or a placed block takes: two opposite corners. */
    static final int SIX = 6;

    int[] left = {};
    final Spaces free;
    int[] placed = new int[32 * SIX];
    int[] blocks = new int[32];
    int placedCount;
    long volume;
    double worth;
    final PlacedLoads loads = new PlacedLoads();
    /** A bit for each rank whose block may still be placed. */
    long[] open = {};

    /** How many of each group are open. */
    int[] openCount = {};

    PackState(Spaces free) {
        this.free = free;
    }

    static PackState empty(PackProblem problem, Blocks all, PackCargo cargo, boolean fullSupport) {
        var state = new PackState(new Spaces(problem, fullSupport));
        state.left = all.offered.clone();
        var from = all.scan().from;
        var bits = new BitSet();
        bits.set(0, all.scan().block.length);
        state.open = bits.toLongArray();
        state.openCount =
                IntStream.range(1, from.length).map(g -> from[g] - from[g - 1]).toArray();
        state.loads.begin(problem, cargo);
        cargo.reserved.forEach(r -> state.free.cut(r[0], r[1], r[2], r[3], r[4], r[5], r[0], r[1]));
        for (var p : cargo.standing) {
            int block = all.standing(p.type(), new int[] {p.dx(), p.dy(), p.dz()});
            if (state.loads.active) {
                state.loads.add(state, all.loads, block, p.x(), p.y(), p.z(), p.x() + p.dx(), p.y() + p.dy());
            }
            state.put(all, block, p.x(), p.y(), p.z());
        }
        return state;
    }

    void copyFrom(PackState other) {
        if (left.length != other.left.length) {
            left = new int[other.left.length];
        }
        System.arraycopy(other.left, 0, left, 0, left.length);
        free.copyFrom(other.free);
        if (blocks.length < other.placedCount) {
            placed = new int[other.placed.length];
            blocks = new int[other.blocks.length];
        }
        System.arraycopy(other.placed, 0, placed, 0, other.placedCount * SIX);
        System.arraycopy(other.blocks, 0, blocks, 0, other.placedCount);
        placedCount = other.placedCount;
        volume = other.volume;
        worth = other.worth;
        if (other.loads.active) {
            loads.copyFrom(other.loads, placedCount);
        }
        if (open.length != other.open.length) {
            open = new long[other.open.length];
            openCount = new int[other.openCount.length];
        }
        System.arraycopy(other.open, 0, open, 0, open.length);
        System.arraycopy(other.openCount, 0, openCount, 0, openCount.length);
    }

    boolean hasOpen() {
        for (int count : openCount) {
            if (count > 0) {
                return true;
            }
        }
        return false;
    }

    PackState copy() {
        var state = new PackState(free.empty());
        state.copyFrom(this);
        return state;
    }

    void place(Blocks all, int block, int x, int y, int z) {
        if (loads.active) {
            loads.add(this, all.loads, block, x, y, z, x + all.dx[block], y + all.dy[block]);
        }
        put(all, block, x, y, z);
        volume += all.volume[block];
        worth += all.worth[block];
        var type = all.useType[block];
        var count = all.useCount[block];
        int group = all.scan().group(block);
        for (int i = 0; i < type.length; i++) {
            int before = left[type[i]];
            left[type[i]] -= count[i];
            openCount[group] -= all.scan().close(open, type[i], before, left[type[i]]);
        }
    }

    /** How far the centre of gravity lies outside of {@code limit}, in parts of length and width; each block's mass is taken as spread evenly. */
    double eccentricity(PackProblem problem, Blocks all, double limit) {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int p = 0; p < placedCount; p++) {
            int i = p * SIX;
            double m = all.loads.massG[blocks[p]];
            mass += m;
            x += m * (placed[i] + placed[i + 3]);
            y += m * (placed[i + 1] + placed[i + 4]);
        }
        if (mass == 0) {
            return 0;
        }
        double along = Math.abs(x / mass / 2 / problem.length() - 0.5) - limit;
        double across = Math.abs(y / mass / 2 / problem.width() - 0.5) - limit;
        return Math.max(0, along) + Math.max(0, across);
    }

    private void put(Blocks all, int block, int x, int y, int z) {
        if (placedCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * placedCount);
            placed = Arrays.copyOf(placed, 2 * placedCount * SIX);
        }
        int x2 = x + all.dx[block];
        int y2 = y + all.dy[block];
        int z2 = z + all.dz[block];
        int i = placedCount * SIX;
        placed[i] = x;
        placed[i + 1] = y;
        placed[i + 2] = z;
        placed[i + 3] = x2;
        placed[i + 4] = y2;
        placed[i + 5] = z2;
        blocks[placedCount++] = block;
        free.cut(x, y, z, x2, y2, z2, x + all.topX[block], y + all.topY[block]);
    }
}
