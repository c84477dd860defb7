package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Any fault planted into a right schedule of a random shop is found, and bounds hold against trying everything. */
class ShopFaultsTest {

    private static ShopSchedule solved(ShopInstance shop) {
        return ShopSolver.solve(shop, ShopLimits.moves(200, 1)).schedule();
    }

    private static ShopSchedule start(ShopSchedule schedule, int operation, int start) {
        var starts = new ArrayList<>(schedule.starts());
        starts.set(operation, start);
        return new ShopSchedule(schedule.machines(), starts);
    }

    @Test
    void anOperationPutOnTopOfItsPredecessorIsFound() {
        for (int seed = 0; seed < 30; seed++) {
            var shop = Shops.random(4, 4, 3, seed);
            var schedule = solved(shop);
            assertThat(ShopCheck.check(shop, schedule)).isEmpty();
            for (int o = 0; o < shop.operations(); o++) {
                if (!shop.isFirst(o)) {
                    int end = schedule.starts().get(o - 1)
                            + shop.time(o - 1, schedule.machines().get(o - 1));
                    assertThat(ShopCheck.check(shop, start(schedule, o, end - 1)))
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void twoOperationsAtOneMomentOnOneMachineAreFound() {
        int planted = 0;
        for (int seed = 0; seed < 30; seed++) {
            var shop = Shops.random(4, 3, 3, seed);
            var schedule = solved(shop);
            for (int a = 0; a < shop.operations(); a++) {
                for (int b = 0; b < a; b++) {
                    if (schedule.machines().get(a).equals(schedule.machines().get(b))) {
                        planted++;
                        var spoilt = start(schedule, a, schedule.starts().get(b));
                        assertThat(ShopCheck.check(shop, spoilt)).isNotEmpty();
                    }
                }
            }
        }
        assertThat(planted).isGreaterThan(200);
    }

    @Test
    void aMachineThatCannotDoTheWorkIsFound() {
        for (int seed = 0; seed < 20; seed++) {
            var shop = Shops.random(3, 3, 4, seed);
            var schedule = solved(shop);
            for (int o = 0; o < shop.operations(); o++) {
                for (int m = 0; m < shop.machines(); m++) {
                    if (shop.time(o, m) == 0) {
                        var machines = new ArrayList<>(schedule.machines());
                        machines.set(o, m);
                        assertThat(ShopCheck.check(shop, new ShopSchedule(machines, schedule.starts())))
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void theBoundIsNeverAboveWhatTryingEverythingFinds() {
        for (int seed = 100; seed < 160; seed++) {
            var shop = Shops.random(3, 2, 3, seed);
            int optimum = new ShopBruteForce(shop).optimum();
            assertThat(ShopBound.of(shop)).as("%d", seed).isLessThanOrEqualTo(optimum);
            var answer = ShopSolver.solve(shop, ShopLimits.moves(400, seed));
            assertThat(answer.makespan()).as("%d", seed).isEqualTo(optimum);
        }
    }

    @Test
    void aShopWithMoreMachinesThanTheGroupsReckonHasABoundAsWell() {
        var random = new SplittableRandom(5);
        var jobs = new ArrayList<List<ShopInstance.Operation>>();
        for (int j = 0; j < 8; j++) {
            jobs.add(List.of(
                    new ShopInstance.Operation(List.of(random.nextInt(20)), List.of(3 + random.nextInt(5))),
                    new ShopInstance.Operation(List.of(random.nextInt(20)), List.of(3 + random.nextInt(5)))));
        }
        var shop = ShopInstance.of(20, jobs);
        var answer = ShopSolver.solve(shop, ShopLimits.moves(500, 1));
        assertThat(answer.bound()).isBetween(6, answer.makespan());
        assertThat(ShopCheck.check(shop, answer.schedule())).isEmpty();
    }

    @Test
    void moreMovesNeverEndLater() {
        var shop = Shops.random(8, 6, 4, 9);
        int before = Integer.MAX_VALUE;
        for (long moves : new long[] {10, 200, 2_000}) {
            int makespan = ShopSolver.solve(shop, ShopLimits.moves(moves, 3)).makespan();
            assertThat(makespan).isLessThanOrEqualTo(before);
            before = makespan;
        }
    }

    @Test
    void impossibleInstancesAreErrorsOfTheProgram() {
        assertThatThrownBy(() -> new ShopInstance.Operation(List.of(0, 1), List.of(1)))
                .hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> new ShopInstance.Operation(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        ShopInstance.of(2, List.of(List.of(new ShopInstance.Operation(List.of(2), List.of(1))))))
                .hasMessageContaining("2 machines");
    }
}
