package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.PackPlan.Place;
import org.tongdao.terms.Finding;

/** Plans of one container, spoilt one fault at a time. */
class PackMutationTest {

    private static final List<PackPlan> PLANS = List.of(
            PackSolver.solve(MadeLoads.family(3, 1), PackLimits.nodes(true, 5)),
            PackSolver.solve(MadeLoads.family(8, 2), PackLimits.nodes(true, 5)),
            PackSolver.solve(MadeLoads.family(20, 3), PackLimits.nodes(true, 5)));

    private static List<String> rules(PackPlan plan, List<Place> places) {
        return PackChecker.check(new PackPlan(plan.problem(), places, 0), true).stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    private static List<String> rulesWith(PackPlan plan, int at, UnaryOperator<Place> change) {
        var places = new ArrayList<>(plan.places());
        places.set(at, change.apply(places.get(at)));
        return rules(plan, places);
    }

    private static Place at(Place p, int x, int y, int z) {
        return new Place(p.type(), x, y, z, p.dx(), p.dy(), p.dz());
    }

    @Test
    void whatTheSolverMadeIsInOrder() {
        assertThat(PLANS)
                .allSatisfy(plan -> assertThat(rules(plan, plan.places())).isEmpty());
    }

    @Test
    void everyWallIsWatched() {
        for (var plan : PLANS) {
            for (int i = 0; i < plan.places().size(); i += 7) {
                assertThat(rulesWith(plan, i, p -> at(p, -1, p.y(), p.z()))).contains("PACK-OUTSIDE");
                assertThat(rulesWith(plan, i, p -> at(p, 588 - p.dx(), p.y(), p.z())))
                        .contains("PACK-OUTSIDE");
                assertThat(rulesWith(plan, i, p -> at(p, p.x(), -1, p.z()))).contains("PACK-OUTSIDE");
                assertThat(rulesWith(plan, i, p -> at(p, p.x(), 234 - p.dy(), p.z())))
                        .contains("PACK-OUTSIDE");
                assertThat(rulesWith(plan, i, p -> at(p, p.x(), p.y(), -1))).contains("PACK-OUTSIDE");
                assertThat(rulesWith(plan, i, p -> at(p, p.x(), p.y(), 221 - p.dz())))
                        .contains("PACK-OUTSIDE");
            }
        }
    }

    @Test
    void everyOverlapIsFoundHoweverSmall() {
        var random = new Random(5);
        for (var plan : PLANS) {
            var places = plan.places();
            for (int round = 0; round < 20; round++) {
                var there = places.get(random.nextInt(places.size()));
                int i = random.nextInt(places.size());
                if (places.get(i) == there) {
                    continue;
                }
                var rules = rulesWith(
                        plan, i, p -> at(p, there.x() + there.dx() - 1, there.y() + there.dy() - 1, there.z()));
                assertThat(rules).contains("PACK-OVERLAP");
            }
        }
    }

    @Test
    void oneBoxTwiceIsAnOverlapAndOneTooMany() {
        for (var plan : PLANS) {
            var all = plan.problem().types().get(0);
            var places = new ArrayList<>(plan.places());
            for (int i = 0; i <= all.quantity(); i++) {
                places.add(new Place(
                        all.id(),
                        0,
                        0,
                        0,
                        all.sizes().get(0),
                        all.sizes().get(1),
                        all.sizes().get(2)));
            }
            assertThat(rules(plan, places)).contains("PACK-OVERLAP", "PACK-QUANTITY");
        }
    }

    @Test
    void aTurnThatIsNotAllowedIsSeenAndOneThatIsAllowedIsNot() {
        var flat = new PackProblem.BoxType(1, List.of(4, 3, 2), List.of(false, false, true), 1);
        var problem = new PackProblem(1, 10, 10, 10, List.of(flat));
        int sound = 0;
        for (var way : List.of(
                List.of(4, 3, 2),
                List.of(3, 4, 2),
                List.of(4, 2, 3),
                List.of(2, 4, 3),
                List.of(2, 3, 4),
                List.of(3, 2, 4))) {
            var plan = new PackPlan(problem, List.of(new Place(1, 0, 0, 0, way.get(0), way.get(1), way.get(2))), 0);
            boolean stands = way.get(2) == 2;
            assertThat(PackChecker.check(plan, true).isEmpty())
                    .as(way.toString())
                    .isEqualTo(stands);
            sound += stands ? 1 : 0;
        }
        assertThat(sound).isEqualTo(2);
    }

    @Test
    void everyBoxThatBearsAnotherIsMissed() {
        for (var plan : PLANS) {
            for (int i = 0; i < plan.places().size(); i += 3) {
                var gone = plan.places().get(i);
                boolean bears = plan.places().stream()
                        .anyMatch(p -> p.z() == gone.z() + gone.dz()
                                && p.x() < gone.x() + gone.dx()
                                && gone.x() < p.x() + p.dx()
                                && p.y() < gone.y() + gone.dy()
                                && gone.y() < p.y() + p.dy());
                var rest = new ArrayList<>(plan.places());
                rest.remove(i);
                assertThat(rules(plan, rest)).isEqualTo(bears ? List.of("PACK-SUPPORT") : List.of());
            }
        }
    }

    @Test
    void withoutSupportTheSamePlanMayHang() {
        for (var plan : PLANS) {
            var top = plan.places().stream().filter(p -> p.z() > 0).toList();
            assertThat(PackChecker.check(new PackPlan(plan.problem(), top, 0), false))
                    .isEmpty();
            assertThat(rules(plan, top)).containsExactly("PACK-SUPPORT");
        }
    }

    @Test
    void aTypeNobodyOfferedIsNamed() {
        var plan = PLANS.get(0);
        var rules = rulesWith(plan, 0, p -> new Place(99, p.x(), p.y(), p.z(), p.dx(), p.dy(), p.dz()));
        assertThat(rules).contains("PACK-TYPE");
    }
}
