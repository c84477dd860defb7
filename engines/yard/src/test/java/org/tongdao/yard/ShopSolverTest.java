package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShopSolverTest {

    @Test
    void theBestKnownValuesOfTheEasyInstancesAreReachedWithAFixedNumberOfMoves() {
        assertThat(makespan(1, 100_000)).isEqualTo(40);
        assertThat(makespan(3, 50_000)).isEqualTo(204);
        assertThat(makespan(4, 100_000)).isEqualTo(60);
        assertThat(makespan(8, 50_000)).isEqualTo(523);
        assertThat(makespan(9, 50_000)).isEqualTo(307);
    }

    @Test
    void theHardInstancesComeCloseWithAFixedNumberOfMoves() {
        assertThat(makespan(2, 100_000)).isLessThanOrEqualTo(27);
        assertThat(makespan(5, 100_000)).isLessThanOrEqualTo(174);
        assertThat(makespan(6, 60_000)).isLessThanOrEqualTo(61);
        assertThat(makespan(7, 60_000)).isLessThanOrEqualTo(146);
        assertThat(makespan(10, 60_000)).isLessThanOrEqualTo(208);
    }

    @Test
    void aScheduleThatMeetsTheBoundIsProvedAndEndsTheSearch() {
        var answer = ShopSolver.solve(Shops.brandimarte(3), ShopLimits.seconds(60, 2, 1));
        assertThat(answer.isProved()).isTrue();
        assertThat(answer.bound()).isEqualTo(204);
    }

    @Test
    void everyScheduleOfARandomShopIsRightAndNotBelowItsBound() {
        for (int seed = 0; seed < 60; seed++) {
            var shop = Shops.random(2 + seed % 5, 1 + seed % 6, 2 + seed % 4, seed);
            var answer = ShopSolver.solve(shop, ShopLimits.moves(2_000, seed));
            assertThat(ShopCheck.check(shop, answer.schedule()))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(answer.makespan()).isGreaterThanOrEqualTo(answer.bound());
        }
    }

    @Test
    void smallShopsAreSolvedToTheOptimumThatTryingEverythingFinds() {
        for (int seed = 0; seed < 12; seed++) {
            var shop = Shops.random(3, 2, 2, 100 + seed);
            var answer = ShopSolver.solve(shop, ShopLimits.moves(3_000, 1));
            assertThat(answer.makespan()).as("seed %d", seed).isEqualTo(new ShopBruteForce(shop).optimum());
            assertThat(answer.bound()).isLessThanOrEqualTo(answer.makespan());
        }
    }

    @Test
    void equalSeedsAndMovesGiveEqualSchedules() {
        var shop = Shops.brandimarte(2);
        var one = ShopSolver.solve(shop, ShopLimits.moves(10_000, 7));
        assertThat(ShopSolver.solve(shop, ShopLimits.moves(10_000, 7))).isEqualTo(one);
        assertThat(one.moves()).isBetween(1L, 10_100L);
    }

    @Test
    void impossibleLimitsAreRefusedWithTheirValues() {
        assertThatThrownBy(() -> new ShopLimits(1, 1, 0, 1)).hasMessageContaining("0 threads");
        assertThatThrownBy(() -> ShopLimits.moves(0, 1)).hasMessageContaining("0 moves");
    }

    private static int makespan(int number, long moves) {
        var shop = Shops.brandimarte(number);
        var answer = ShopSolver.solve(shop, ShopLimits.moves(moves, 1));
        assertThat(ShopCheck.check(shop, answer.schedule())).isEmpty();
        return answer.makespan();
    }
}
