package org.tongdao.loading;

import java.util.function.BooleanSupplier;

/** Finds the best blocks for a space; one per thread, with scratch memory of its own. */
final class PackRanking {

    private final PackCargo cargo;
    private final Blocks blocks;
    private final PackCorner corner;
    private final PackRoom room = new PackRoom();
    private final BlockSieve sieve;
    private final PackReach reach;
    private final PackContact contact;
    private final PackTurns turns = new PackTurns();
    private final PackSupport support;
    private final double bestRatio;
    private double outOfTurn = 1;
    /** Whether what stands in the rows and columns of the room was looked up. */
    private boolean turned;

    /** Whether what the room's sides touch was looked up. */
    private boolean met;

    private boolean hurry;
    private BooleanSupplier hurried = () -> false;

    PackRanking(PackProblem problem, PackCargo cargo, Blocks blocks, PackCorner corner, boolean fullSupport) {
        this.cargo = cargo;
        this.blocks = blocks;
        this.corner = corner;
        this.sieve = new BlockSieve(blocks.scan());
        this.reach = new PackReach(problem);
        this.contact = new PackContact(problem);
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

    /** What a block counts for each stop before whose turn it comes. */
    void count(double outOfTurn) {
        this.outOfTurn = outOfTurn;
    }

    /** Offers the blocks that may stand in a space; the stop whose turn it is counts whole, each further one less. */
    void rank(PackState state, int space, PackChoice choice) {
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
        boolean atDoor = corner.farX(state.free.at, room.at);
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
            turns.turnTo(
                    state,
                    blocks.loads,
                    at,
                    room.at,
                    corner.farX(at, room.at),
                    corner.farY(at, room.at),
                    corner.farZ(at, room.at));
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
            contact.meet(
                    state, at, room.at, corner.farX(at, room.at), corner.farY(at, room.at), corner.farZ(at, room.at));
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
        int x = corner.x(state.free.at, i, blocks.dx[block]);
        int y = corner.y(state.free.at, i, blocks.dy[block]);
        int z = corner.z(state.free.at, i, blocks.dz[block]);
        return (!state.loads.active || state.loads.may(state, blocks, block, x, y, z))
                && (support.isFree() || support.bears(state, block, x, y, z));
    }
}
