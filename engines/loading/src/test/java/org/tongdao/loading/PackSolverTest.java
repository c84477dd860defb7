package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class PackSolverTest {

    /** A problem of the family of Bischoff and Ratcliff: boxes of 30–120 × 25–100 × 20–80 cm that would fill the container if they fitted. */
    private static PackProblem problem(int types, long seed) {
        var random = new Random(seed);
        long room = 587L * 233 * 220;
        var sizes = new ArrayList<List<Integer>>();
        for (int t = 0; t < types; t++) {
            sizes.add(List.of(30 + random.nextInt(91), 25 + random.nextInt(76), 20 + random.nextInt(61)));
        }
        var quantity = new int[types];
        for (long offered = 0; offered < room; ) {
            int t = random.nextInt(types);
            quantity[t]++;
            offered += sizes.get(t).stream().mapToLong(Integer::longValue).reduce(1, (x, y) -> x * y);
        }
        var kinds = new ArrayList<PackProblem.BoxType>();
        for (int t = 0; t < types; t++) {
            if (quantity[t] > 0) {
                kinds.add(new PackProblem.BoxType(
                        t + 1, sizes.get(t), List.of(random.nextBoolean(), random.nextBoolean(), true), quantity[t]));
            }
        }
        return new PackProblem(1, 587, 233, 220, kinds);
    }

    @Test
    void everyPlanOfEveryKindPassesTheChecker() {
        for (int types : new int[] {1, 3, 8, 20, 60}) {
            for (boolean full : new boolean[] {true, false}) {
                var plan = PackSolver.solve(problem(types, types), PackLimits.nodes(full, 60));
                assertThat(PackChecker.check(plan, full))
                        .as(types + " types, full " + full)
                        .isEmpty();
                assertThat(plan.utilisation())
                        .as(types + " types")
                        .isGreaterThan(types == 1 || types == 60 ? 0.7 : 0.85);
            }
        }
    }

    @Test
    void aPerfectPackingIsFound() {
        var cubes = new PackProblem.BoxType(1, List.of(2, 2, 2), List.of(true, true, true), 8);
        var bars = new PackProblem.BoxType(2, List.of(4, 4, 1), List.of(true, true, true), 4);
        var plan = PackSolver.solve(new PackProblem(1, 8, 4, 4, List.of(cubes, bars)), PackLimits.nodes(true, 200));
        assertThat(plan.utilisation()).isEqualTo(1.0);
    }

    @Test
    void moreWorkIsNeverWorseAndEqualBudgetsGiveEqualPlans() {
        var problem = problem(8, 3);
        double before = 0;
        for (long nodes : new long[] {1, 20, 400}) {
            var plan = PackSolver.solve(problem, PackLimits.nodes(true, nodes));
            assertThat(plan.utilisation()).isGreaterThanOrEqualTo(before);
            assertThat(PackSolver.solve(problem, PackLimits.nodes(true, nodes)).places())
                    .isEqualTo(plan.places());
            before = plan.utilisation();
        }
        assertThat(before).isGreaterThan(0.9);
    }

    @Test
    void aSeedDrawsOtherLotsAndEveryLoadStillPasses() {
        var problem = problem(12, 6);
        var plans = new HashSet<List<PackPlan.Place>>();
        for (long seed = 1; seed <= 4; seed++) {
            var limits = PackLimits.nodes(true, 7000).withSeed(seed);
            var plan = PackSolver.solve(problem, limits);
            assertThat(PackChecker.check(plan, true)).isEmpty();
            assertThat(PackSolver.solve(problem, limits.withThreads(2))).isEqualTo(plan);
            plans.add(plan.places());
        }
        assertThat(plans).hasSizeGreaterThan(1);
    }

    @Test
    void threadsChangeTheTimeAndNotThePlan() {
        var problem = problem(12, 5);
        var alone = PackSolver.solve(problem, PackLimits.nodes(true, 150));
        var together = PackSolver.solve(problem, PackLimits.nodes(true, 150).withThreads(3));
        assertThat(together).isEqualTo(alone);
        assertThat(alone.nodes()).isEqualTo(150);
    }

    @Test
    void progressIsToldAndAnInterruptedSearchGivesWhatItHas() {
        var told = new ArrayList<Double>();
        var limits = PackLimits.seconds(false, 60).withProgress(share -> {
            told.add(share);
            Thread.currentThread().interrupt();
        });
        var plan = PackSolver.solve(problem(8, 4), limits);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).isSorted().last().isEqualTo(plan.utilisation());
        assertThat(plan.utilisation()).isGreaterThan(0.7);
    }

    @Test
    void hundredTypesLoseNoneOfThem() {
        var plan = PackSolver.solve(problem(100, 9), PackLimits.nodes(true, 200));
        assertThat(PackChecker.check(plan, true)).isEmpty();
        assertThat(plan.utilisation()).isGreaterThan(0.8);
        assertThat(plan.places().stream().map(PackPlan.Place::type).distinct().count())
                .isGreaterThan(50);
    }

    @Test
    void nothingFitsSoNothingIsPlaced() {
        var pole = new PackProblem.BoxType(1, List.of(900, 5, 5), List.of(false, false, true), 3);
        var plan = PackSolver.solve(new PackProblem(1, 587, 233, 220, List.of(pole)), PackLimits.seconds(true, 1));
        assertThat(plan.places()).isEmpty();
    }

    @Test
    void aFirstLoadFarBeyondTheLimitIsMadeWithLessCareAndStillStands() {
        var problem = problem(200, 5);
        var now = new AtomicLong();
        var late = PackLimits.seconds(true, 0.001).withClock(() -> now.addAndGet(2_000_000_000L));
        var hasty = PackSolver.solve(problem, late);
        assertThat(PackChecker.check(hasty, true)).isEmpty();
        assertThat(hasty.nodes()).isEqualTo(1);
        assertThat(hasty.utilisation()).isGreaterThan(0.6);
        var careful = PackSolver.solve(problem, PackLimits.nodes(true, 1));
        assertThat(hasty.places()).isNotEqualTo(careful.places());
    }

    @Test
    void theCheckerSeesEveryKindOfFault() {
        var type = new PackProblem.BoxType(1, List.of(4, 3, 2), List.of(false, false, true), 3);
        var problem = new PackProblem(1, 10, 10, 10, List.of(type));
        var places = List.of(
                new PackPlan.Place(1, 0, 0, 0, 4, 3, 2),
                new PackPlan.Place(1, 8, 8, 0, 4, 3, 2),
                new PackPlan.Place(1, 0, 5, 1, 3, 4, 2),
                new PackPlan.Place(1, 5, 0, 0, 2, 3, 4),
                new PackPlan.Place(2, 3, 2, 1, 4, 3, 2));
        assertThat(PackChecker.check(new PackPlan(problem, places, 0), true))
                .extracting(Finding::rule)
                .contains("PACK-OUTSIDE", "PACK-OVERLAP", "PACK-ORIENTATION", "PACK-QUANTITY", "PACK-TYPE");
        var hanging = List.of(new PackPlan.Place(1, 0, 0, 1, 4, 3, 2));
        assertThat(PackChecker.check(new PackPlan(problem, hanging, 0), true))
                .extracting(Finding::rule)
                .containsExactly("PACK-SUPPORT");
        assertThat(PackChecker.check(new PackPlan(problem, hanging, 0), false)).isEmpty();
    }

    @Test
    void lengthsBeyondAllNumbersAndTypesGivenTwiceDoNotPass() {
        var type = new PackProblem.BoxType(1, List.of(4, 3, 2), List.of(true, true, true), 3);
        var problem = new PackProblem(1, 10, 10, 10, List.of(type));
        int far = Integer.MAX_VALUE;
        for (var place : List.of(
                new PackPlan.Place(1, far, 0, 0, 4, 3, 2),
                new PackPlan.Place(1, 0, far, 0, 4, 3, 2),
                new PackPlan.Place(1, 0, 0, far, 4, 3, 2),
                new PackPlan.Place(1, far - 4, 0, 0, 4, 3, 2))) {
            var near = new PackPlan.Place(1, 0, 0, 0, 4, 3, 2);
            assertThat(PackChecker.check(new PackPlan(problem, List.of(near, place), 0), false))
                    .extracting(Finding::rule)
                    .as("%s", place)
                    .containsExactly("PACK-OUTSIDE");
        }
        var twice = new PackProblem(1, 10, 10, 10, List.of(type, type));
        assertThat(PackChecker.check(new PackPlan(twice, List.of(), 0), false))
                .extracting(Finding::rule)
                .containsExactly("PACK-ID");
    }

    @Test
    void aFaultyLineIsNamedAndTheRestIsSolved() {
        var lines = List.of(
                " 2",
                " 1 2502505",
                " 587 233 220",
                " 4",
                " 1 108 0 76 0 30 1 40",
                " 2 110 0 x 1 25 1 33",
                " 3 92 1 0 1 55 1 39",
                " 4 30 0 30 0 30 0 5",
                " 2",
                " 100 100 100",
                " 1",
                " 1 50 1 50 1 900 1 8");
        var read = BrFile.read("br.txt", lines);
        assertThat(read.problems()).hasSize(2);
        assertThat(read.problems().get(0).types()).hasSize(1);
        assertThat(read.findings())
                .extracting(f -> f.rule() + " " + f.place().line())
                .containsExactly("PACK-LINE 6", "PACK-SIZE 7", "PACK-FLAGS 8", "PACK-TOO-LARGE 12");
        assertThat(BrFile.read("br.txt", List.of()).findings())
                .extracting(Finding::rule)
                .containsExactly("PACK-SHORT");
    }
}
