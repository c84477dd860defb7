package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Chooses blocks for spaces and completes partial loads; one per thread, with scratch memory of its own. */
final class PackWorker {

    /** What a block loses for each stop before whose turn it comes: room at the front wall belongs to what leaves last, at the door to what leaves first. */
    private static final double[] OUT_OF_TURN = {0.4, 0.6, 0.8};

    /** What a load loses for each part of length or width that its centre of gravity lies outside of its limit. */
    private static final double ASTRAY = 3;

    private final PackProblem problem;
    private final PackCargo cargo;
    private final Blocks blocks;
    private final boolean fullSupport;
    private final PackReach reach;
    private final PackContact contact;
    private final PackState scratch;
    private final PackChoice one = new PackChoice(1);
    private final double bestRatio;
    private double outOfTurn = OUT_OF_TURN[0];
    private final double[] turn = new double[Long.SIZE];
    private final double[] turnAtDoor = new double[Long.SIZE];
    private final PackSupport support;
    private BooleanSupplier hurried = () -> false;

    PackWorker(PackProblem problem, PackCargo cargo, Blocks blocks, boolean fullSupport) {
        this.problem = problem;
        this.cargo = cargo;
        this.blocks = blocks;
        this.fullSupport = fullSupport;
        this.reach = new PackReach(problem);
        this.contact = new PackContact(problem);
        this.scratch = new PackState(new Spaces(problem, fullSupport));
        this.support = new PackSupport(blocks, fullSupport ? 0 : cargo.support);
        double ratio = 0;
        for (int t = 0; t < blocks.types; t++) {
            ratio = Math.max(ratio, cargo.worth[t] / problem.types().get(t).volume());
        }
        bestRatio = ratio;
    }

    /** When this says so, blocks are chosen by volume and lengths alone, without asking what they would touch. */
    void hurryWhen(BooleanSupplier hurried) {
        this.hurried = hurried;
    }

    /** Beams differ in how strictly stop follows stop: what suits one load is ruin for another. */
    void begin(int beam) {
        outOfTurn = OUT_OF_TURN[beam % OUT_OF_TURN.length];
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
        child.completed = scratch.worth;
        if (cargo.maxEccentricity < 1) {
            child.completed *=
                    Math.max(0.01, 1 - ASTRAY * scratch.eccentricity(problem, blocks, cargo.maxEccentricity));
        }
        if (scratch.worth > best) {
            child.done = scratch.copy();
        }
    }

    /** The nearest space into which something fits, and the best blocks for it; spaces that nothing fits are dropped. Minus one when none is left. */
    private int pick(PackState state, PackChoice choice) {
        if (state.openCount == 0) {
            return -1;
        }
        if (cargo.stops) {
            takeTurns(state);
        }
        while (state.free.count > 0) {
            int space = nearest(state.free);
            choice.clear();
            rank(state, space, choice);
            if (choice.count > 0) {
                return space;
            }
            state.free.drop(space);
        }
        return -1;
    }

    private void takeTurns(PackState state) {
        java.util.Arrays.fill(turn, 0);
        for (int t = 0; t < state.left.length; t++) {
            if (state.left[t] > 0) {
                turn[cargo.stop[t]] = 1;
            }
        }
        double factor = 1;
        for (int stop = 0; stop < turn.length; stop++) {
            turnAtDoor[stop] = factor;
            factor *= turn[stop] > 0 ? outOfTurn : 1;
        }
        factor = 1;
        for (int stop = turn.length - 1; stop >= 0; stop--) {
            double open = turn[stop];
            turn[stop] = factor;
            factor *= open > 0 ? outOfTurn : 1;
        }
    }

    private int nearest(Spaces free) {
        int nearest = 0;
        long least = Long.MAX_VALUE;
        long largest = 0;
        for (int s = 0; s < free.count; s++) {
            long distance = distance(free.at, s * PackState.SIX);
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

    private long distance(int[] at, int i) {
        int x = Math.min(at[i], problem.length() - at[i + 3]);
        int y = Math.min(at[i + 1], problem.width() - at[i + 4]);
        int z = stands() ? at[i + 2] : Math.min(at[i + 2], problem.height() - at[i + 5]);
        return (long) x + y + z;
    }

    private boolean stands() {
        return fullSupport || cargo.support > 0;
    }

    void put(PackState state, int space, int block) {
        var at = state.free.at;
        int i = space * PackState.SIX;
        state.place(blocks, block, x(at, i, block), y(at, i, block), z(at, i, block));
    }

    private int x(int[] at, int i, int block) {
        return farX(at, i) ? at[i + 3] - blocks.dx[block] : at[i];
    }

    private int y(int[] at, int i, int block) {
        return farY(at, i) ? at[i + 4] - blocks.dy[block] : at[i + 1];
    }

    private int z(int[] at, int i, int block) {
        return farZ(at, i) ? at[i + 5] - blocks.dz[block] : at[i + 2];
    }

    private boolean farX(int[] at, int i) {
        return problem.length() - at[i + 3] < at[i];
    }

    private boolean farY(int[] at, int i) {
        return problem.width() - at[i + 4] < at[i + 1];
    }

    private boolean farZ(int[] at, int i) {
        return !stands() && problem.height() - at[i + 5] < at[i + 2];
    }

    private void rank(PackState state, int space, PackChoice choice) {
        var at = state.free.at;
        int i = space * PackState.SIX;
        int roomX = at[i + 3] - at[i];
        int roomY = at[i + 4] - at[i + 1];
        int roomZ = at[i + 5] - at[i + 2];
        double room = (double) roomX * roomY * roomZ;
        reach.of(state.left);
        boolean met = false;
        boolean hurry = hurried.getAsBoolean();
        var scan = blocks.scan();
        long lengths = BlockScan.pack(roomX, roomY, roomZ);
        var inTurn = farX(at, i) ? turnAtDoor : turn;
        int end = firstBelow(state, choice.least());
        for (int k = firstWithin(state, (long) room); k < end; k++) {
            int place = state.open[k];
            if (!BlockScan.mayFit(scan.lengths[place], lengths)) {
                continue;
            }
            int block = scan.block[place];
            int dx = blocks.dx[block];
            int dy = blocks.dy[block];
            int dz = blocks.dz[block];
            double worth = cargo.stops ? blocks.worth[block] * inTurn[blocks.loads.stop[block]] : blocks.worth[block];
            if (dx > roomX || dy > roomY || dz > roomZ || worth <= choice.least()) {
                continue;
            }
            double used = (double) (dx + reach.x(roomX - dx))
                    * (dy + reach.y(roomY - dy))
                    * (dz + reach.z(roomZ - dz) * flat(block))
                    / room;
            double score = worth * used * reach.few(blocks.boxes[block]);
            if (score <= choice.least()) {
                continue;
            }
            if (!hurry && !met) {
                contact.meet(state, at, i, farX(at, i), farY(at, i), farZ(at, i));
                met = true;
            }
            double touching = hurry ? 1 : contact.share(dx, dy, dz, least(choice.least() / score));
            score *= touching * touching * touching * touching;
            if (score > choice.least() && may(state, i, block)) {
                choice.offer(block, score);
                end = firstBelow(state, choice.least());
            }
        }
    }

    /** The share of its surface that a block must touch by so that its score, by the fourth power of it, keeps this part. */
    private static double least(double part) {
        return part <= 0 ? 0 : Math.sqrt(Math.sqrt(part));
    }

    private boolean may(PackState state, int i, int block) {
        if (!state.loads.active && support.isFree()) {
            return true;
        }
        int x = x(state.free.at, i, block);
        int y = y(state.free.at, i, block);
        int z = z(state.free.at, i, block);
        return (!state.loads.active || state.loads.may(state, blocks, block, x, y, z))
                && (support.isFree() || support.bears(state, block, x, y, z));
    }

    /** Blocks are sorted by volume: the first that is not larger than the room. */
    private int firstWithin(PackState state, long room) {
        var volume = blocks.scan().volume;
        int low = 0;
        int high = state.openCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (volume[state.open[middle]] > room) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first whose volume cannot be worth more than that. */
    private int firstBelow(PackState state, double worth) {
        return worth < 0 ? state.openCount : firstWithin(state, (long) Math.floor(worth / bestRatio));
    }

    /** Share of a block's top on which others may stand. */
    private double flat(int block) {
        return fullSupport
                ? (double) blocks.topX[block] * blocks.topY[block] / ((double) blocks.dx[block] * blocks.dy[block])
                : 1;
    }
}
