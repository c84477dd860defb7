package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Touching surface of a block in a space, against looking at every block for every face. */
class PackContactTest {

    private final PackProblem problem = MadeLoads.family(6, 4);
    private final PackCargo cargo = new PackCargo(problem);

    /** A load in which some dozen blocks stand where the search put them. */
    private PackState loaded(Blocks blocks, boolean full, int steps) {
        var worker = new PackWorker(problem, cargo, blocks, full);
        var state = PackState.empty(problem, blocks, cargo, full);
        for (int i = 0; i < steps; i++) {
            var next = worker.rank(state, 3);
            if (next.isEmpty()) {
                return state;
            }
            var child = next.get(i % next.size());
            worker.put(state, child.space, child.block);
        }
        return state;
    }

    @Test
    void itIsWhatLookingAtEveryFaceGives() {
        for (int seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            boolean full = random.nextBoolean();
            var blocks = Blocks.of(problem, cargo, full, 400);
            var state = loaded(blocks, full, 4 + random.nextInt(12));
            var contact = new PackContact(problem);
            for (int s = 0; s < state.free.count; s++) {
                int i = s * PackState.SIX;
                boolean[] far = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
                contact.meet(state, state.free.at, i, far[0], far[1], far[2]);
                for (int round = 0; round < 20; round++) {
                    int[] d = new int[3];
                    int[] from = new int[3];
                    for (int a = 0; a < 3; a++) {
                        int room = state.free.at[i + 3 + a] - state.free.at[i + a];
                        // whole lengths reach the other side, which one in three is to do
                        d[a] = random.nextInt(3) == 0 ? room : 1 + random.nextInt(room);
                        from[a] = far[a] ? state.free.at[i + 3 + a] - d[a] : state.free.at[i + a];
                    }
                    double share = Math.pow(byEveryFace(state, from, d, state.free.at, i), 4);
                    double found = contact.toTheFourth(d[0], d[1], d[2], 0);
                    assertThat(found).isCloseTo(share, within(1e-12));
                    assertThat(contact.toTheFourth(d[0], d[1], d[2], found)).isEqualTo(found);
                    double asked = random.nextDouble();
                    assertThat(contact.toTheFourth(d[0], d[1], d[2], asked)).isEqualTo(found < asked ? 0 : found);
                }
            }
        }
    }

    private double byEveryFace(PackState state, int[] from, int[] d, int[] at, int i) {
        int[] wall = {problem.length(), problem.width(), problem.height()};
        double touching = 0;
        double all = 0;
        for (int a = 0; a < 3; a++) {
            int u = (a + 1) % 3;
            int v = (a + 2) % 3;
            int within = (int) (d[a] * 0.02);
            double face = (double) d[u] * d[v];
            all += 2 * face;
            double near = 0;
            double other = 0;
            for (int p = 0; p < state.placedCount; p++) {
                int j = p * PackState.SIX;
                boolean besideSpace = true;
                for (int b = 0; b < 3; b++) {
                    besideSpace &= state.placed[j + b] <= at[i + 3 + b] && state.placed[j + 3 + b] >= at[i + b];
                }
                double area = common(state, j, from, d, u) * common(state, j, from, d, v);
                int gap = from[a] - state.placed[j + 3 + a];
                int beyond = state.placed[j + a] - from[a] - d[a];
                near += besideSpace && gap >= 0 && gap <= within ? area : 0;
                other += besideSpace && beyond >= 0 && beyond <= within ? area : 0;
            }
            touching += from[a] <= within ? face : near;
            touching += from[a] + d[a] >= wall[a] - within ? face : other;
        }
        return touching / all;
    }

    private static double common(PackState state, int j, int[] from, int[] d, int axis) {
        int low = Math.max(from[axis], state.placed[j + axis]);
        int high = Math.min(from[axis] + d[axis], state.placed[j + 3 + axis]);
        return Math.max(0, high - low);
    }
}
