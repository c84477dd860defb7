package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.PackPlan.Place;

/** What the search asks before it places a block, against judging every box of the load one by one. */
class PlacedLoadsTest {

    private final PackProblem problem = MadeLoads.family(6, 8);
    private final PackCargo cargo = new PackCargo(problem);
    private int allowed;
    private int refused;

    /** Fills a container at random corners of its spaces and has every question judged. */
    private void ask(long seed, boolean oneBoxBlocks, Judge judge) {
        var random = new Random(seed);
        var blocks = Blocks.of(problem, cargo, true, oneBoxBlocks ? 1 : 300);
        var state = PackState.empty(problem, blocks, cargo, true);
        for (int step = 0; step < 400 && state.free.count > 0; step++) {
            int i = random.nextInt(state.free.count) * PackState.SIX;
            var open = BitSet.valueOf(state.open).stream().toArray();
            if (open.length == 0) {
                return;
            }
            int block = blocks.scan().block[open[random.nextInt(open.length)]];
            int[] at = state.free.at;
            if (blocks.dx[block] > at[i + 3] - at[i]
                    || blocks.dy[block] > at[i + 4] - at[i + 1]
                    || blocks.dz[block] > at[i + 5] - at[i + 2]) {
                continue;
            }
            boolean door = random.nextBoolean();
            int x = door ? at[i + 3] - blocks.dx[block] : at[i];
            int y = at[i + 1];
            int z = at[i + 2];
            var there = PackSolver.places(blocks, state);
            var more = new ArrayList<Place>();
            blocks.unfold(block, x, y, z, more);
            boolean may = inTurn(state, blocks, i, block, door) && state.loads.may(state, blocks, block, x, y, z);
            judge.judge(may, there, more);
            allowed += may ? 1 : 0;
            refused += may ? 0 : 1;
            if (may) {
                state.place(blocks, block, x, y, z);
            }
        }
    }

    private boolean inTurn(PackState state, Blocks blocks, int i, int block, boolean door) {
        var turns = new PackTurns();
        turns.turnTo(state, blocks.loads, state.free.at, i, door, false, false);
        return !cargo.stops
                || turns.may(blocks.loads.stop[block])
                        && turns.may(blocks.dx[block], blocks.dy[block], blocks.dz[block]);
    }

    private interface Judge {
        void judge(boolean may, List<Place> there, List<Place> more);
    }

    private void bothHappened(int least) {
        assertThat(allowed).isGreaterThan(least);
        assertThat(refused).isGreaterThan(least);
    }

    private void weighs(Random random) {
        cargo.weighs = true;
        for (int t = 0; t < cargo.massG.length; t++) {
            cargo.massG[t] = 5_000 + random.nextInt(60_000);
        }
    }

    @Test
    void aBoxIsRefusedExactlyWhereItsStopWouldBeBlocked() {
        cargo.stops = true;
        for (int t = 0; t < cargo.stop.length; t++) {
            cargo.stop[t] = 1 + t % 3;
        }
        for (long seed = 1; seed <= 5; seed++) {
            ask(seed, true, (may, there, more) -> {
                boolean blocked = there.stream()
                        .anyMatch(a ->
                                more.stream().anyMatch(b -> leavesLaterInFrontOf(a, b) || leavesLaterInFrontOf(b, a)));
                assertThat(may).isEqualTo(!blocked);
            });
        }
        bothHappened(100);
    }

    @Test
    void whatIsAllowedInBlocksBlocksNoStopBoxByBox() {
        cargo.stops = true;
        for (int t = 0; t < cargo.stop.length; t++) {
            cargo.stop[t] = 1 + t % 2;
        }
        for (long seed = 1; seed <= 8; seed++) {
            ask(seed, false, (may, there, more) -> {
                for (var a : may ? there : List.<Place>of()) {
                    assertThat(more).noneMatch(b -> leavesLaterInFrontOf(a, b) || leavesLaterInFrontOf(b, a));
                }
            });
        }
        bothHappened(50);
    }

    private boolean leavesLaterInFrontOf(Place late, Place early) {
        if (cargo.stop[late.type()] <= cargo.stop[early.type()] || common(late, early, 1) <= 0) {
            return false;
        }
        boolean onTop = common(late, early, 0) > 0 && late.z() >= early.z() + early.dz();
        boolean before = common(late, early, 2) > 0 && late.x() >= early.x() + early.dx();
        return onTop || before;
    }

    private static int common(Place a, Place b, int axis) {
        int[] from = {a.x(), a.y(), a.z()};
        int[] size = {a.dx(), a.dy(), a.dz()};
        int[] other = {b.x(), b.y(), b.z()};
        int[] otherSize = {b.dx(), b.dy(), b.dz()};
        return Math.min(from[axis] + size[axis], other[axis] + otherSize[axis]) - Math.max(from[axis], other[axis]);
    }

    @Test
    void thePayloadIsCountedToTheGram() {
        weighs(new Random(3));
        cargo.payloadG = 1_500_000;
        for (long seed = 1; seed <= 6; seed++) {
            ask(
                    seed,
                    false,
                    (may, there, more) -> assertThat(may).isEqualTo(mass(there) + mass(more) <= cargo.payloadG));
        }
        bothHappened(20);
    }

    private long mass(List<Place> places) {
        return places.stream().mapToLong(p -> cargo.massG[p.type()]).sum();
    }

    @Test
    void noMetreOfTheFloorCarriesMoreThanItMay() {
        weighs(new Random(4));
        cargo.perMetreG = 250_000;
        cargo.metre = 100;
        for (long seed = 1; seed <= 6; seed++) {
            ask(seed, false, (may, there, more) -> {
                var all = new ArrayList<>(there);
                all.addAll(more);
                for (int metre = 0; metre < 6; metre++) {
                    double carried = 0;
                    for (var p : all) {
                        int over = Math.min(p.x() + p.dx(), 100 * metre + 100) - Math.max(p.x(), 100 * metre);
                        carried += over > 0 ? (double) cargo.massG[p.type()] * over / p.dx() : 0;
                    }
                    // shares are rounded up to whole grams, a little for each block
                    assertThat(!may || carried <= cargo.perMetreG).isTrue();
                }
            });
        }
        bothHappened(20);
    }

    @Test
    void kindsThatStayApartAreNeverTogether() {
        cargo.kinds = true;
        for (int t = 0; t < cargo.kind.length; t++) {
            cargo.kind[t] = t % 3;
        }
        cargo.apart[1] = 1L << 2;
        cargo.apart[2] = 1L << 1;
        for (long seed = 1; seed <= 6; seed++) {
            ask(seed, false, (may, there, more) -> {
                boolean one = there.stream().anyMatch(p -> cargo.kind[p.type()] == 1);
                boolean other = there.stream().anyMatch(p -> cargo.kind[p.type()] == 2);
                boolean asOne = more.stream().anyMatch(p -> cargo.kind[p.type()] == 1);
                boolean asOther = more.stream().anyMatch(p -> cargo.kind[p.type()] == 2);
                assertThat(may).isEqualTo(!(one && asOther || other && asOne));
            });
        }
        bothHappened(20);
    }

    /** Masses come down box by box in proportion to the areas that touch; no box may carry more than it bears. */
    @Test
    void whatIsAllowedIsBorneBoxByBox() {
        weighs(new Random(9));
        cargo.bears = true;
        for (int t = 0; t < cargo.massG.length; t++) {
            cargo.mostOnTopG[t] = 2 * cargo.massG[t] + t * 10_000L;
            cargo.layersOnTop[t] = 1 + t % 4;
        }
        for (long seed = 1; seed <= 6; seed++) {
            ask(seed, true, (may, there, more) -> {
                if (may) {
                    var all = new ArrayList<>(there);
                    all.addAll(more);
                    assertThat(overloaded(all)).isEmpty();
                }
            });
        }
        bothHappened(50);
    }

    private List<Place> overloaded(List<Place> places) {
        var topFirst = new ArrayList<>(places);
        topFirst.sort((a, b) -> b.z() - a.z());
        var carried = new double[topFirst.size()];
        var layers = new int[topFirst.size()];
        var over = new ArrayList<Place>();
        for (int i = 0; i < topFirst.size(); i++) {
            var box = topFirst.get(i);
            if (carried[i] > cargo.mostOnTopG[box.type()] * 1.000001 || layers[i] > cargo.layersOnTop[box.type()]) {
                over.add(box);
            }
            for (int j = i + 1; j < topFirst.size() && box.z() > 0; j++) {
                var below = topFirst.get(j);
                int x = common(box, below, 0);
                int y = common(box, below, 1);
                if (below.z() + below.dz() == box.z() && x > 0 && y > 0) {
                    double part = (double) x * y / ((double) box.dx() * box.dy());
                    carried[j] += part * (carried[i] + cargo.massG[box.type()]);
                    layers[j] = Math.max(layers[j], layers[i] + 1);
                }
            }
        }
        return over;
    }
}
