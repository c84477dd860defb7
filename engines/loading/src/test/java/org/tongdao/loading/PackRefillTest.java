package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Loads whose parts are filled anew. */
class PackRefillTest {

    private static final PackLimits LIMITS = PackLimits.nodes(true, 4_000);

    private final PackProblem problem = MadeLoads.family(15, 3);
    private final PackCargo cargo = new PackCargo(problem);
    private final Blocks blocks = Blocks.of(problem, cargo, true, 1500);
    private final PackState root = PackState.empty(problem, blocks, cargo, true);
    private final PackBudget budget = new PackBudget(LIMITS);

    @Test
    void whatABeamFoundIsBetteredAndEachNewBestIsAsked() {
        var asked = new ArrayList<List<PackPlan.Place>>();
        try (var beam = beam(asked::add)) {
            var first = first(beam);
            double before = beam.best().worth;
            new PackRefill(beam, budget, tear()).run(List.of(first));
            assertThat(beam.best().worth).isGreaterThan(before);
            assertThat(asked.get(asked.size() - 1)).isEqualTo(PackSolver.places(blocks, beam.best()));
            var plan = new PackPlan(problem, asked.get(asked.size() - 1), 0);
            assertThat(PackChecker.check(named(plan), true)).isEmpty();
        }
        assertThat(budget.nodes()).isEqualTo(LIMITS.nodes());
    }

    @Test
    void aLoadThatIsRefusedIsNeverTheBest() {
        try (var beam = beam(places -> false)) {
            var first = first(beam);
            new PackRefill(beam, budget, tear()).run(List.of(first));
            assertThat(beam.hasFound()).isFalse();
            assertThat(beam.best()).isSameAs(root);
        }
    }

    private PackBeam beam(Predicate<List<PackPlan.Place>> accepts) {
        return new PackBeam(problem, cargo, blocks, root, LIMITS, budget, accepts);
    }

    private PackState first(PackBeam beam) {
        budget.grant(1);
        beam.begin(0, true, true, 0);
        return Objects.requireNonNull(beam.run(root.copy(), 2, 0));
    }

    private PackTear tear() {
        return new PackTear(problem, blocks, root, 7);
    }

    private PackPlan named(PackPlan plan) {
        return new PackPlan(
                problem,
                plan.places().stream()
                        .map(p -> p.withType(problem.types().get(p.type()).id()))
                        .toList(),
                0);
    }
}
