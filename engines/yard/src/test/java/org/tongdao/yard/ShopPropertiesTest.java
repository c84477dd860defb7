package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every schedule of any shop. */
class ShopPropertiesTest {

    private static ShopInstance shop(SplittableRandom random) {
        return Shops.random(
                1 + random.nextInt(6), 1 + random.nextInt(5), 2 + random.nextInt(5), random.nextInt(10_000));
    }

    @Test
    void everyAnswerIsInOrderAndNotBelowItsBound() {
        var random = new SplittableRandom(1);
        for (int turn = 0; turn < 60; turn++) {
            var shop = shop(random);
            var answer = ShopSolver.solve(shop, ShopLimits.moves(300, turn));
            assertThat(ShopCheck.check(shop, answer.schedule())).isEmpty();
            assertThat(answer.makespan()).isEqualTo(answer.schedule().makespan(shop));
            assertThat(answer.makespan()).isGreaterThanOrEqualTo(ShopBound.of(shop));
        }
    }

    @Test
    void theBoundIsNotAboveTheOptimumOfATinyShop() {
        var random = new SplittableRandom(2);
        for (int turn = 0; turn < 40; turn++) {
            var shop = Shops.random(1 + random.nextInt(3), 1 + random.nextInt(2), 2 + random.nextInt(2), turn);
            int optimum = new ShopBruteForce(shop).optimum();
            assertThat(ShopBound.of(shop)).isLessThanOrEqualTo(optimum);
            assertThat(ShopSolver.solve(shop, ShopLimits.moves(400, turn)).makespan())
                    .isEqualTo(optimum);
        }
    }

    @Test
    void moreMovesAreNeverWorseAndEqualSeedsAreEqual() {
        for (int seed = 1; seed <= 8; seed++) {
            var shop = Shops.random(6, 5, 4, seed);
            int few = ShopSolver.solve(shop, ShopLimits.moves(50, seed)).makespan();
            var many = ShopSolver.solve(shop, ShopLimits.moves(1_500, seed));
            assertThat(many.makespan()).isLessThanOrEqualTo(few);
            assertThat(ShopSolver.solve(shop, ShopLimits.moves(1_500, seed)).schedule())
                    .isEqualTo(many.schedule());
        }
    }

    @Test
    void aShopWithTwiceTheTimesTakesTwiceAsLongAtTheOptimum() {
        for (int seed = 1; seed <= 10; seed++) {
            var shop = Shops.random(2, 2, 2, seed);
            assertThat(new ShopBruteForce(twice(shop)).optimum()).isEqualTo(2 * new ShopBruteForce(shop).optimum());
            assertThat(ShopBound.of(twice(shop))).isGreaterThanOrEqualTo(2 * ShopBound.of(shop) - 1);
        }
    }

    private static ShopInstance twice(ShopInstance shop) {
        var jobs = new ArrayList<List<ShopInstance.Operation>>();
        for (int j = 0; j < shop.jobs(); j++) {
            var job = new ArrayList<ShopInstance.Operation>();
            for (int o = shop.firstOf(j); o < shop.firstOf(j + 1); o++) {
                var machines = new ArrayList<Integer>();
                var times = new ArrayList<Integer>();
                for (int m : shop.choices(o)) {
                    machines.add(m);
                    times.add(2 * shop.time(o, m));
                }
                job.add(new ShopInstance.Operation(machines, times));
            }
            jobs.add(job);
        }
        return ShopInstance.of(shop.machines(), jobs);
    }

    @Test
    void movingAnyOperationEarlierThanItCanBeIsFound() {
        var random = new SplittableRandom(5);
        for (int turn = 0; turn < 30; turn++) {
            var shop = shop(random);
            var right = ShopSolver.solve(shop, ShopLimits.moves(200, turn)).schedule();
            for (int o = 0; o < shop.operations(); o++) {
                var starts = new ArrayList<>(right.starts());
                starts.set(o, -1 - random.nextInt(5));
                assertThat(ShopCheck.check(shop, new ShopSchedule(right.machines(), starts)))
                        .isNotEmpty();
            }
        }
    }
}
