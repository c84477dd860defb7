package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DayBoundTest {

    @Test
    void shortestRestFirstIsKnownForSmallCases() {
        assertThat(DayBound.sumOfEnds(new long[] {0, 0, 0}, new long[] {3, 1, 2}))
                .isEqualTo(1 + 3 + 6);
        assertThat(DayBound.sumOfEnds(new long[] {0, 1}, new long[] {5, 1})).isEqualTo(2 + 6);
        assertThat(DayBound.sumOfEnds(new long[] {}, new long[] {})).isZero();
    }

    @Test
    void noOrderWithoutBreakingOffIsBetter() {
        var random = new SplittableRandom(1);
        for (int turn = 0; turn < 200; turn++) {
            int n = 1 + random.nextInt(5);
            var release = new long[n];
            var work = new long[n];
            for (int i = 0; i < n; i++) {
                release[i] = random.nextInt(10);
                work[i] = 1 + random.nextInt(9);
            }
            assertThat(DayBound.sumOfEnds(release, work)).isLessThanOrEqualTo(best(release, work, 0, 0));
        }
    }

    private static long best(long[] release, long[] work, int done, long now) {
        long least = done == (1 << work.length) - 1 ? 0 : Long.MAX_VALUE;
        for (int i = 0; i < work.length; i++) {
            if ((done & 1 << i) == 0) {
                long end = Math.max(now, release[i]) + work[i];
                least = Math.min(least, end + best(release, work, done | 1 << i, end));
            }
        }
        return least;
    }

    @Test
    void everyPlanCostsAtLeastTheBound() {
        for (int seed = 1; seed <= 8; seed++) {
            for (var station : java.util.List.of("khorgos", "alashankou", "dostyk")) {
                var figures = DayPlanner.plan(Days.day(station, 3 * seed, seed), DayLimits.rounds(30, 1))
                        .figures();
                assertThat(figures.cost()).as("%s %d", station, seed).isGreaterThanOrEqualTo(figures.bound());
            }
        }
    }
}
