package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Beams that may be given up once they are hopeless. */
class PackBeamTest {

    private static final int WIDTH = 4;

    private final PackProblem problem = MadeLoads.family(15, 3);
    private final PackCargo cargo = new PackCargo(problem);
    private final Blocks blocks = Blocks.of(problem, cargo, true, 1500);
    private final PackState root = PackState.empty(problem, blocks, cargo, true);

    @Test
    void beamsWithHopeFindMostOfWhatOthersFindWithFewerNodes() {
        var whole = Objects.requireNonNull(found(root, 0, false).load());
        double floor = whole.worth * 0.998;
        var tear = new PackTear(problem, blocks, root, 5);
        int all = 0;
        int kept = 0;
        long nodes = 0;
        long nodesWithHope = 0;
        for (int i = 0; i < 60; i++) {
            var rest = tear.torn(whole);
            var one = found(rest, floor, false);
            var hopeful = found(rest, floor, true);
            nodes += one.nodes();
            nodesWithHope += hopeful.nodes();
            all += one.load() == null ? 0 : 1;
            kept += hopeful.load() == null ? 0 : 1;
            if (hopeful.load() != null) {
                assertThat(hopeful.load().worth).isEqualTo(Objects.requireNonNull(one.load()).worth);
            }
        }
        assertThat(all).isGreaterThan(10);
        assertThat(kept).isGreaterThan(all * 3 / 4);
        assertThat(nodesWithHope).isLessThan(nodes);
    }

    @Test
    void aBeamThatIsFarFromWhatIsAskedForIsGivenUpAfterItsFirstStep() {
        double worth = Objects.requireNonNull(found(root, 0, false).load()).worth;
        var hopeless = found(root, worth * 1.5, true);
        assertThat(hopeless.load()).isNull();
        assertThat(hopeless.nodes()).isEqualTo(WIDTH);
    }

    private Found found(PackState from, double floor, boolean mayGiveUp) {
        var limits = PackLimits.nodes(true, 10_000);
        var budget = new PackBudget(limits);
        budget.grant(1);
        try (var beam = new PackBeam(problem, cargo, blocks, root, limits, budget, places -> true)) {
            beam.begin(0, true, true, 0);
            var load = mayGiveUp ? beam.runWithHope(from.copy(), WIDTH, floor) : beam.run(from.copy(), WIDTH, floor);
            return new Found(load, budget.nodes());
        }
    }

    private record Found(@Nullable PackState load, long nodes) {}
}
