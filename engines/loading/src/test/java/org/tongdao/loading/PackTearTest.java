package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Parts of loads taken out, to be filled anew. */
class PackTearTest {

    private final PackProblem problem = MadeLoads.family(12, 4);
    private final PackCargo cargo = new PackCargo(problem);
    private final Blocks blocks = Blocks.of(problem, cargo, true, 1500);
    private final PackWorker worker = new PackWorker(problem, cargo, blocks, true);

    @Test
    void whatIsLeftStandsWhereItStoodAndOnTheWholeOfItsBase() {
        var root = PackState.empty(problem, blocks, cargo, true);
        var load = filled(root.copy());
        var tear = new PackTear(problem, blocks, root, 3);
        int taken = 0;
        for (int n = 0; n < 200; n++) {
            var rest = tear.torn(load);
            taken += load.placedCount - rest.placedCount;
            assertThat(places(load)).containsAll(places(rest));
            assertThat(faults(rest)).isEmpty();
            assertThat(rest.volume).isEqualTo(volume(rest));
        }
        assertThat(taken).isGreaterThan(200);
    }

    @Test
    void whatWasTakenOutCanBeFilledAgain() {
        var root = PackState.empty(problem, blocks, cargo, true);
        var load = filled(root.copy());
        var tear = new PackTear(problem, blocks, root, 5);
        for (int n = 0; n < 100; n++) {
            var again = filled(tear.torn(load));
            assertThat(faults(again)).isEmpty();
            assertThat(again.volume).isGreaterThan(problem.volume() * 7 / 10);
        }
    }

    @Test
    void equalSeedsTakeTheSameOutAndOthersDoNot() {
        var root = PackState.empty(problem, blocks, cargo, true);
        var load = filled(root.copy());
        var one = new PackTear(problem, blocks, root, 1);
        var same = new PackTear(problem, blocks, root, 1);
        var other = new PackTear(problem, blocks, root, 2);
        int differ = 0;
        for (int n = 0; n < 20; n++) {
            var places = places(one.torn(load));
            assertThat(places(same.torn(load))).isEqualTo(places);
            differ += places.equals(places(other.torn(load))) ? 0 : 1;
        }
        assertThat(differ).isPositive();
    }

    private PackState filled(PackState state) {
        for (var next = worker.rank(state, 1); !next.isEmpty(); next = worker.rank(state, 1)) {
            worker.put(state, next.get(0).space, next.get(0).block);
        }
        return state;
    }

    private List<PackPlan.Place> places(PackState state) {
        return PackSolver.places(blocks, state);
    }

    private static long volume(PackPlan.Place p) {
        return (long) p.dx() * p.dy() * p.dz();
    }

    private long volume(PackState state) {
        return places(state).stream().mapToLong(PackTearTest::volume).sum();
    }

    private List<Finding> faults(PackState state) {
        var named = places(state).stream()
                .map(p -> p.withType(problem.types().get(p.type()).id()))
                .toList();
        return PackChecker.check(new PackPlan(problem, named, 1), true);
    }
}
