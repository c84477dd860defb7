package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Chooses blocks for spaces and completes partial loads; one per thread, with scratch memory of its own. */
final class PackWorker {

    /** What a block loses for each stop before whose turn it comes: room at the front wall belongs to what leaves last, at the door to what leaves first. */
    private static final double[] OUT_OF_TURN = {0.4, 0.6, 0.8};

    static final int KINDS_OF_BEAMS = OUT_OF_TURN.length;

    /** What a load loses at most for each part of length or width that its centre of gravity lies outside of its limit. */
    private static final double ASTRAY = 3;
    /** So much less than that it loses at least. */
    private static final double FORGIVEN = 2.5;

    private final PackProblem problem;
    private final PackCargo cargo;
    private final Blocks blocks;
    private final PackCorner corner;
    private final PackRanking ranking;
    private final PackState scratch;
    private final PackChoice one = new PackChoice(1);
    private double astray = ASTRAY;

    PackWorker(PackProblem problem, PackCargo cargo, Blocks blocks, boolean fullSupport) {
        this.problem = problem;
        this.cargo = cargo;
        this.blocks = blocks;
        this.corner = new PackCorner(problem, fullSupport || cargo.support > 0);
        this.ranking = new PackRanking(problem, cargo, blocks, corner, fullSupport);
        this.scratch = new PackState(new Spaces(problem, fullSupport));
        begin(0, true, true);
    }

    /** When this says so, blocks are chosen with less care. */
    void hurryWhen(BooleanSupplier hurried) {
        ranking.hurryWhen(hurried);
    }

    /**
     * Beams differ in how strictly stop follows stop: what suits one load is ruin for another.
     *
     * @param front whether loads are built from the front wall
     * @param door whether they are built from the door
     */
    void begin(int beam, boolean front, boolean door) {
        ranking.count(OUT_OF_TURN[beam % KINDS_OF_BEAMS]);
        corner.from(front, door);
    }

    /** How little, from 0 to 1, a centre of gravity outside of its limit counts from now on: on the way to a load in balance many are not. */
    void forgive(double part) {
        astray = ASTRAY - part * FORGIVEN;
    }

    /** What a load counts: its worth, less for a centre of gravity outside of its limit. */
    double value(PackState load) {
        return cargo.maxEccentricity < 1
                ? load.worth * Math.max(0.01, 1 - astray * load.eccentricity(problem, blocks, cargo.maxEccentricity))
                : load.worth;
    }

    /** The best {@code width} next steps; none when nothing more fits. */
    List<PackChild> rank(PackState state, int width) {
        var choice = new PackChoice(width);
        int space = pick(state, choice);
        var children = new ArrayList<PackChild>();
        for (int i = 0; space >= 0 && i < choice.count; i++) {
            children.add(new PackChild(state, space, choice.blocks[i]));
        }
        return children;
    }

    void complete(PackChild child, double best) {
        scratch.copyFrom(child.parent);
        put(scratch, child.space, child.block);
        for (int space = pick(scratch, one); space >= 0; space = pick(scratch, one)) {
            put(scratch, space, one.blocks[0]);
        }
        child.completed = value(scratch);
        if (scratch.worth > best) {
            child.done = scratch.copy();
        }
    }

    /** The nearest space into which something fits, and the best blocks for it; spaces that nothing fits are dropped. Minus one when none is left. */
    private int pick(PackState state, PackChoice choice) {
        if (!state.hasOpen()) {
            return -1;
        }
        while (state.free.count > 0) {
            int space = nearest(state.free);
            choice.clear();
            ranking.rank(state, space, choice);
            if (choice.count > 0) {
                return space;
            }
            if (!shortened(state.free.at, space * PackState.SIX)) {
                state.free.drop(space);
            }
        }
        return -1;
    }

    /** Whether a space in which nothing may stand, maybe for what its first metre of floor bears already, was begun at the next metre. */
    private boolean shortened(int[] at, int i) {
        if (cargo.perMetreG == Long.MAX_VALUE) {
            return false;
        }
        if (corner.farX(at, i)) {
            at[i + 3] = (at[i + 3] - 1) / cargo.metre * cargo.metre;
        } else {
            at[i] = (at[i] / cargo.metre + 1) * cargo.metre;
        }
        return at[i] < at[i + 3];
    }

    private int nearest(Spaces free) {
        int nearest = 0;
        long least = Long.MAX_VALUE;
        long largest = 0;
        for (int s = 0; s < free.count; s++) {
            long distance = corner.distance(free.at, s * PackState.SIX);
            if (distance > least) {
                continue;
            }
            long volume = free.volume(s);
            if (distance < least || volume > largest) {
                least = distance;
                largest = volume;
                nearest = s;
            }
        }
        return nearest;
    }

    void put(PackState state, int space, int block) {
        var at = state.free.at;
        int i = space * PackState.SIX;
        state.place(
                blocks,
                block,
                corner.x(at, i, blocks.dx[block]),
                corner.y(at, i, blocks.dy[block]),
                corner.z(at, i, blocks.dz[block]));
    }
}
