package org.tongdao.loading;

import java.util.Arrays;

/** What stands on each placed block, what each metre of the floor carries, and which kinds are on board; only for cargo with such limits. */
final class PlacedLoads {

    boolean active;
    private PackCargo cargo;
    private double[] onTop = {};
    private int[] layersOnTop = {};
    private long[] metreG = {};
    private long kinds;
    private long apart;
    private long massG;

    @SuppressWarnings("NullAway.Init") // begin() or copyFrom() comes first where active
    PlacedLoads() {}

    void begin(PackProblem problem, PackCargo of) {
        cargo = of;
        active = of.weighs || of.bears || of.stops || of.kinds;
        metreG = of.perMetreG == Long.MAX_VALUE ? new long[0] : new long[1 + (problem.length() - 1) / of.metre];
        onTop = new double[32];
        layersOnTop = new int[32];
    }

    void copyFrom(PlacedLoads other, int placed) {
        active = other.active;
        cargo = other.cargo;
        kinds = other.kinds;
        apart = other.apart;
        massG = other.massG;
        metreG = other.metreG.clone();
        if (onTop.length < placed) {
            onTop = new double[other.onTop.length];
            layersOnTop = new int[other.onTop.length];
        }
        System.arraycopy(other.onTop, 0, onTop, 0, placed);
        System.arraycopy(other.layersOnTop, 0, layersOnTop, 0, placed);
    }

    /** Whether the block may stand there for its weight, what bears it and its kinds; of stops see {@link PackTurns}. */
    boolean may(PackState state, Blocks all, int block, int x, int y, int z) {
        var loads = all.loads;
        int x2 = x + all.dx[block];
        int y2 = y + all.dy[block];
        if (massG + loads.massG[block] > cargo.payloadG
                || (kinds & loads.apart[block]) != 0
                || (apart & loads.kinds[block]) != 0
                || metreG.length > 0 && !floorBears(loads.massG[block], x, x2)) {
            return false;
        }
        return !cargo.bears
                || z == 0
                || eachBears(state, loads, x, y, z, x2, y2, loads.pressure[block], loads.layers[block]);
    }

    private boolean floorBears(long mass, int x, int x2) {
        for (int m = x / cargo.metre; m <= (x2 - 1) / cargo.metre; m++) {
            if (metreG[m] + share(mass, m, x, x2) > cargo.perMetreG) {
                return false;
            }
        }
        return true;
    }

    /** Rounded up, so that the sum of many is never below what it is. */
    private long share(long mass, int m, int x, int x2) {
        int from = Math.max(x, m * cargo.metre);
        int to = Math.min(x2, (m + 1) * cargo.metre);
        return (mass * (to - from) + x2 - x - 1) / (x2 - x);
    }

    private boolean eachBears(
            PackState state, BlockLoads loads, int x, int y, int z, int x2, int y2, double pressure, int layers) {
        var box = state.placed;
        for (int p = 0; p < state.placedCount; p++) {
            int j = p * PackState.SIX;
            if (box[j + 5] != z || box[j] >= x2 || box[j + 3] <= x || box[j + 1] >= y2 || box[j + 4] <= y) {
                continue;
            }
            if (pressure <= onTop[p] && layers <= layersOnTop[p]) {
                continue;
            }
            int block = state.blocks[p];
            double all = Math.max(pressure, onTop[p]);
            int most = Math.max(layers, layersOnTop[p]);
            if (all > loads.mostPressure[block] || most > loads.layersOnTop[block]) {
                return false;
            }
            if (box[j + 2] > 0
                    && !eachBears(
                            state,
                            loads,
                            box[j],
                            box[j + 1],
                            box[j + 2],
                            box[j + 3],
                            box[j + 4],
                            all + loads.pressure[block],
                            most + loads.layers[block])) {
                return false;
            }
        }
        return true;
    }

    void add(PackState state, BlockLoads loads, int block, int x, int y, int z, int x2, int y2) {
        int n = state.placedCount;
        if (n == onTop.length) {
            onTop = Arrays.copyOf(onTop, 2 * n + 32);
            layersOnTop = Arrays.copyOf(layersOnTop, 2 * n + 32);
        }
        onTop[n] = 0;
        layersOnTop[n] = 0;
        massG += loads.massG[block];
        kinds |= loads.kinds[block];
        apart |= loads.apart[block];
        for (int m = x / cargo.metre; metreG.length > 0 && m <= (x2 - 1) / cargo.metre; m++) {
            metreG[m] += share(loads.massG[block], m, x, x2);
        }
        if (cargo.bears && z > 0) {
            press(state, loads, x, y, z, x2, y2, loads.pressure[block], loads.layers[block]);
        }
    }

    private void press(
            PackState state, BlockLoads loads, int x, int y, int z, int x2, int y2, double pressure, int layers) {
        var box = state.placed;
        for (int p = 0; p < state.placedCount; p++) {
            int j = p * PackState.SIX;
            boolean under = box[j + 5] == z && box[j] < x2 && box[j + 3] > x && box[j + 1] < y2 && box[j + 4] > y;
            if (!under || pressure <= onTop[p] && layers <= layersOnTop[p]) {
                continue;
            }
            onTop[p] = Math.max(pressure, onTop[p]);
            layersOnTop[p] = Math.max(layers, layersOnTop[p]);
            int block = state.blocks[p];
            press(
                    state,
                    loads,
                    box[j],
                    box[j + 1],
                    box[j + 2],
                    box[j + 3],
                    box[j + 4],
                    onTop[p] + loads.pressure[block],
                    layersOnTop[p] + loads.layers[block]);
        }
    }
}
