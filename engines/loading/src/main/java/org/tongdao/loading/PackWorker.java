package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Chooses blocks for spaces and completes partial loads; one per thread, with scratch memory of its own. */
final class PackWorker {

    /** What a block loses for each stop before whose turn it comes: room at the front wall belongs to what leaves last, at the door to what leaves first. */
    private static final double[] OUT_OF_TURN = {0.4, 0.6, 0.8};

    static final int KINDS_OF_BEAMS = OUT_OF_TURN.length;

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
    private boolean fromFront = true;
    private boolean fromDoor = true;
    private final PackRoom room = new PackRoom();
    private final PackTurns turns = new PackTurns();
    private final BlockSieve sieve;

    /** Whether what stands in the rows and columns of the room was looked up. */
    private boolean turned;

    /** Whether what the room's sides touch was looked up. */
    private boolean met;

    private boolean hurry;
    private final PackSupport support;
    private BooleanSupplier hurried = () -> false;

    PackWorker(PackProblem problem, PackCargo cargo, Blocks blocks, boolean fullSupport) {
        this.problem = problem;
        this.cargo = cargo;
        this.blocks = blocks;
        this.fullSupport = fullSupport;
        this.sieve = new BlockSieve(blocks.scan());
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

    /**
     * Beams differ in how strictly stop follows stop: what suits one load is ruin for another.
     *
     * @param front whether loads are built from the front wall
     * @param door whether they are built from the door
     */
    void begin(int beam, boolean front, boolean door) {
        outOfTurn = OUT_OF_TURN[beam % KINDS_OF_BEAMS];
        fromFront = front;
        fromDoor = door;
    }

    /** What a load counts: its worth, less for a centre of gravity outside of its limit. */
    double value(PackState load) {
        return cargo.maxEccentricity < 1
                ? load.worth * Math.max(0.01, 1 - ASTRAY * load.eccentricity(problem, blocks, cargo.maxEccentricity))
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
            rank(state, space, choice);
            if (choice.count > 0) {
                return space;
            }
            state.free.drop(space);
        }
        return -1;
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
        int x = farX(at, i) ? problem.length() - at[i + 3] : at[i];
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
        return fromDoor && (!fromFront || problem.length() - at[i + 3] < at[i]);
    }

    private boolean farY(int[] at, int i) {
        return problem.width() - at[i + 4] < at[i + 1];
    }

    private boolean farZ(int[] at, int i) {
        return !stands() && problem.height() - at[i + 5] < at[i + 2];
    }

    /** The stop whose turn it is counts whole, each further one less. */
    private void rank(PackState state, int space, PackChoice choice) {
        room.turnTo(state.free.at, space * PackState.SIX, blocks.scan().unit);
        if (!sieve.turnTo(room)) {
            return;
        }
        hurry = hurried.getAsBoolean();
        met = false;
        turned = false;
        byTurn(state, choice, true);
        if (!hurry) {
            byTurn(state, choice, false);
        }
    }

    /** @param reaching whether blocks are read that may reach through the room along an axis, or those that cannot and so touch little */
    private void byTurn(PackState state, PackChoice choice, boolean reaching) {
        boolean atDoor = farX(state.free.at, room.at);
        int groups = state.openCount.length;
        double factor = 1;
        for (int n = 0; n < groups; n++) {
            int group = atDoor ? n : groups - 1 - n;
            if (state.openCount[group] > 0) {
                rank(state, group, factor, reaching, choice);
                factor *= outOfTurn;
            }
        }
    }

    private void rank(PackState state, int group, double factor, boolean reaching, PackChoice choice) {
        var scan = blocks.scan();
        int first = scan.firstWithin(group, room.volume * bestRatio);
        int end = scan.from[group + 1];
        double bound = reaching ? factor : factor * PackContact.HALF_TO_THE_FOURTH;
        boolean mayCome = !cargo.stops;
        if (first >= end) {
            return;
        }
        for (int word = sieve.next(first / Long.SIZE); word * Long.SIZE < end; word = sieve.next(word + 1)) {
            if (scan.mostOfWord[word] * bound <= choice.least) {
                return;
            }
            long bits = state.open[word] & sieve.fitting(word) & -1L << Math.max(first, word * Long.SIZE);
            if (!hurry) {
                bits &= reaching ? sieve.reaching(word) : ~sieve.reaching(word);
            }
            if (bits != 0 && !mayCome) {
                if (!mayCome(state, scan.stop[group])) {
                    return;
                }
                mayCome = true;
            }
            for (; bits != 0; bits &= bits - 1) {
                int rank = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                if (rank >= end) {
                    return;
                }
                offer(state, rank, factor, choice);
            }
        }
    }

    /** Whether any block of a stop, however small, may stand at the corner of the room. */
    private boolean mayCome(PackState state, int stop) {
        if (!turned) {
            var at = state.free.at;
            turns.turnTo(state, blocks.loads, at, room.at, farX(at, room.at), farY(at, room.at), farZ(at, room.at));
            turned = true;
        }
        return turns.may(stop);
    }

    private void offer(PackState state, int rank, double factor, PackChoice choice) {
        var scan = blocks.scan();
        double score = scan.most[rank] * factor;
        int dx = scan.dx[rank];
        int dy = scan.dy[rank];
        int dz = scan.dz[rank];
        double least = choice.least;
        if (score <= least || dx > room.x || dy > room.y || dz > room.z) {
            return;
        }
        score *= (double) (dx + reach.x(room.x - dx))
                * (dy + reach.y(room.y - dy))
                * (dz + reach.z(room.z - dz) * scan.flat[rank])
                * room.share;
        if (score <= least) {
            return;
        }
        int block = scan.block[rank];
        score *= touching(state, block, least / score);
        if (score > least && may(state, room.at, block)) {
            choice.offer(block, score);
        }
    }

    /** By how much of its surface a block would touch, for its score; 0 when that is too little for {@code least} of it. */
    private double touching(PackState state, int block, double least) {
        if (hurry) {
            return 1;
        }
        if (!met) {
            var at = state.free.at;
            contact.meet(state, at, room.at, farX(at, room.at), farY(at, room.at), farZ(at, room.at));
            met = true;
        }
        return contact.toTheFourth(blocks.dx[block], blocks.dy[block], blocks.dz[block], least);
    }

    private boolean may(PackState state, int i, int block) {
        if (cargo.stops && !turns.may(blocks.dx[block], blocks.dy[block], blocks.dz[block])) {
            return false;
        }
        if (!state.loads.active && support.isFree()) {
            return true;
        }
        int x = x(state.free.at, i, block);
        int y = y(state.free.at, i, block);
        int z = z(state.free.at, i, block);
        return (!state.loads.active || state.loads.may(state, blocks, block, x, y, z))
                && (support.isFree() || support.bears(state, block, x, y, z));
    }
}
