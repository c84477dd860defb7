package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which blocks of a stop may stand at a corner, against looking at everything that stands there. */
class PackTurnsTest {

    private final PackProblem problem = MadeLoads.family(9, 4);
    private final PackCargo cargo = new PackCargo(problem);
    private int allowed;
    private int refused;
    private int nowhere;

    @Test
    void itSaysOfEveryBlockWhatLookingAtEachBoxSays() {
        cargo.stops = true;
        for (int t = 0; t < cargo.stop.length; t++) {
            cargo.stop[t] = 1 + t % 3;
        }
        var blocks = Blocks.of(problem, cargo, true, 600);
        for (int seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            var state = loaded(blocks, random);
            for (int space = 0; space < state.free.count; space++) {
                for (int stop = 1; stop <= 3; stop++) {
                    ask(state, blocks, space, stop, random);
                }
            }
        }
        assertThat(allowed).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
        assertThat(nowhere).isGreaterThan(500);
    }

    private PackState loaded(Blocks blocks, Random random) {
        var worker = new PackWorker(problem, cargo, blocks, true);
        worker.begin(2, true, true);
        var state = PackState.empty(problem, blocks, cargo, true);
        for (int steps = 3 + random.nextInt(25); steps > 0; steps--) {
            var next = worker.rank(state, 6);
            if (next.isEmpty()) {
                return state;
            }
            var child = next.get(random.nextInt(next.size()));
            worker.put(state, child.space, child.block);
        }
        return state;
    }

    private void ask(PackState state, Blocks blocks, int space, int stop, Random random) {
        var at = state.free.at;
        int i = space * PackState.SIX;
        boolean[] far = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
        var turns = new PackTurns();
        turns.turnTo(state, blocks.loads, at, i, far[0], far[1], far[2]);
        boolean any = turns.may(stop);
        for (int block = 0; block < blocks.size; block++) {
            int dx = blocks.dx[block];
            int dy = blocks.dy[block];
            int dz = blocks.dz[block];
            boolean fits = dx <= at[i + 3] - at[i] && dy <= at[i + 4] - at[i + 1] && dz <= at[i + 5] - at[i + 2];
            if (fits && blocks.loads.stop[block] == stop) {
                int x = far[0] ? at[i + 3] - dx : at[i];
                int y = far[1] ? at[i + 4] - dy : at[i + 1];
                int z = far[2] ? at[i + 5] - dz : at[i + 2];
                boolean may = reachable(state, blocks.loads, stop, x, y, z, x + dx, y + dy, z + dz);
                assertThat(any && turns.may(dx, dy, dz)).isEqualTo(may);
                allowed += may ? 1 : 0;
                refused += any && !may ? 1 : 0;
                nowhere += any ? 0 : 1;
            }
        }
    }

    private static boolean reachable(
            PackState state, BlockLoads loads, int stop, int x, int y, int z, int x2, int y2, int z2) {
        var box = state.placed;
        for (int p = 0; p < state.placedCount; p++) {
            int other = loads.stop[state.blocks[p]];
            int j = p * PackState.SIX;
            if (other == stop || box[j + 1] >= y2 || box[j + 4] <= y) {
                continue;
            }
            boolean inFront = box[j + 2] < z2 && box[j + 5] > z && (other > stop ? box[j] >= x2 : x >= box[j + 3]);
            boolean onTop = box[j] < x2 && box[j + 3] > x && (other > stop ? box[j + 2] >= z2 : z >= box[j + 5]);
            if (inFront || onTop) {
                return false;
            }
        }
        return true;
    }
}
