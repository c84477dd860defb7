package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The small parts of the block search. */
class PackPartsTest {

    @Test
    void aChoiceKeepsTheBestInOrderAsSortingWould() {
        for (int seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            int width = 1 + random.nextInt(6);
            var choice = new PackChoice(width);
            var scores = new ArrayList<Double>();
            for (int block = 0; block < 20; block++) {
                double score = random.nextDouble();
                scores.add(score);
                choice.offer(block, score);
            }
            var best = scores.stream()
                    .sorted(java.util.Comparator.reverseOrder())
                    .limit(width)
                    .toList();
            assertThat(choice.count).isEqualTo(width);
            for (int i = 0; i < width; i++) {
                assertThat(scores.get(choice.blocks[i])).isEqualTo(best.get(i));
            }
            assertThat(choice.least).isEqualTo(best.get(width - 1));
        }
    }

    @Test
    void whileAChoiceIsNotFullEverythingIsTakenAndAfterClearingItIsEmpty() {
        var choice = new PackChoice(3);
        assertThat(choice.least).isNegative();
        choice.offer(7, 0.5);
        assertThat(choice.least).isNegative();
        assertThat(choice.count).isEqualTo(1);
        choice.clear();
        assertThat(choice.count).isZero();
    }

    @Test
    void limitsAreSharedOutAndNeverFallToNothing() {
        var nodes = PackLimits.nodes(true, 10);
        assertThat(nodes.share(0.5).nodes()).isEqualTo(5);
        assertThat(nodes.share(0.001).nodes()).isEqualTo(1);
        assertThat(nodes.share(0.5).nanos()).isEqualTo(Long.MAX_VALUE);
        var time = PackLimits.seconds(false, 2);
        assertThat(time.share(0.25).nanos()).isEqualTo(500_000_000);
        assertThat(time.share(0.25).nodes()).isEqualTo(Long.MAX_VALUE);
        assertThat(time.withThreads(3).threads()).isEqualTo(3);
        assertThat(time.withSupport(true).fullSupport()).isTrue();
    }

    @Test
    void theSearchEndsByItsOwnClock() {
        var ticks = new AtomicLong();
        var limits = PackLimits.seconds(true, 1).withClock(() -> ticks.addAndGet(20_000_000));
        var plan = PackSolver.solve(MadeLoads.family(10, 2), limits);
        assertThat(ticks.get()).isBetween(1_000_000_000L, 3_000_000_000L);
        assertThat(PackChecker.check(plan, true)).isEmpty();
        assertThat(plan.utilisation()).isGreaterThan(0.6);
    }

    @Test
    void evenWithoutTimeThereIsOneWholeLoad() {
        var plan = PackSolver.solve(MadeLoads.family(10, 2), PackLimits.seconds(true, 1e-9));
        assertThat(plan.nodes()).isGreaterThanOrEqualTo(1);
        assertThat(plan.utilisation()).isGreaterThan(0.6);
    }

    @Test
    void progressOnlyRisesAndEndsWithThePlan() {
        var told = new ArrayList<Double>();
        var plan = PackSolver.solve(
                MadeLoads.family(8, 6), PackLimits.nodes(true, 120).withProgress(told::add));
        assertThat(told).isSorted().doesNotHaveDuplicates().last().isEqualTo(plan.utilisation());
    }

    @Test
    void aNodeBudgetIsKeptToTheNode() {
        for (long nodes : new long[] {1, 2, 17}) {
            assertThat(PackSolver.solve(MadeLoads.family(5, 4), PackLimits.nodes(false, nodes))
                            .nodes())
                    .isEqualTo(nodes);
        }
    }

    @Test
    void workersThatFailFailTheSearch() {
        var problem = MadeLoads.family(3, 1);
        var cargo = new PackCargo(problem);
        var blocks = Blocks.of(problem, cargo, true, 100);
        var workers =
                List.of(new PackWorker(problem, cargo, blocks, true), new PackWorker(problem, cargo, blocks, true));
        try (var crew = new PackCrew(workers, () -> false)) {
            var state = PackState.empty(problem, blocks, cargo, true);
            var broken = new PackChild(state, 0, Integer.MAX_VALUE);
            assertThatThrownBy(() -> crew.complete(List.of(broken, broken, broken), -1, true))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aBoxInACornerTouchesThreeWallsAndInTheMiddleNone() {
        var problem = MadeLoads.family(3, 1);
        var cargo = new PackCargo(problem);
        var state = PackState.empty(problem, Blocks.of(problem, cargo, false, 100), cargo, false);
        var contact = new PackContact(problem);
        contact.meet(state, new int[] {0, 0, 0, 587, 233, 220}, 0, false, false, false);
        assertThat(contact.toTheFourth(50, 50, 50, 0)).isEqualTo(0.0625);
        assertThat(contact.toTheFourth(587, 233, 220, 0)).isEqualTo(1.0);
        double share = (2 * 50 * 50 + 2 * 587 * 50.0) / (2 * 50 * 50 + 4 * 587 * 50.0);
        assertThat(contact.toTheFourth(587, 50, 50, 0)).isCloseTo(Math.pow(share, 4), within(1e-12));
        contact.meet(state, new int[] {200, 100, 100, 400, 200, 200}, 0, false, false, false);
        assertThat(contact.toTheFourth(50, 50, 50, 0)).isZero();
        contact.meet(state, new int[] {200, 100, 100, 587, 233, 220}, 0, true, true, true);
        assertThat(contact.toTheFourth(50, 50, 50, 0)).isEqualTo(0.0625);
    }

    @Test
    void aPlaceKnowsItsVolumeAndAPlanItsShare() {
        var place = new PackPlan.Place(1, 0, 0, 0, 2, 3, 4);
        assertThat(place.volume()).isEqualTo(24);
        var type = new PackProblem.BoxType(1, List.of(2, 3, 4), List.of(true, true, true), 5);
        var problem = new PackProblem(1, 10, 10, 10, List.of(type));
        assertThat(new PackPlan(problem, List.of(place), 0).utilisation()).isEqualTo(0.024);
        assertThat(problem.offered()).isEqualTo(120);
    }
}
