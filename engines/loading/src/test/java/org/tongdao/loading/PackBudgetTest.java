package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a search may still spend. */
class PackBudgetTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong(5 * SECOND);

    @Test
    void timeCountsFromTheBeginningAndTheFirstLoadIsAlwaysMade() {
        var budget = new PackBudget(PackLimits.seconds(true, 10).withClock(now::get));
        budget.grant(0.5);
        now.addAndGet(4 * SECOND);
        assertThat(budget.spent()).isEqualTo(0.8);
        now.addAndGet(2 * SECOND);
        assertThat(budget.isLate()).isTrue();
        assertThat(budget.isOver()).isFalse();
        budget.countNode();
        assertThat(budget.isOver()).isTrue();
        budget.grant(1);
        assertThat(budget.isOver()).isFalse();
        assertThat(budget.spent()).isEqualTo(0.6);
    }

    @Test
    void nodesAreForetoldFromThePaceSoFar() {
        var budget = new PackBudget(PackLimits.seconds(true, 10).withClock(now::get));
        budget.grant(1);
        for (int n = 0; n < 30; n++) {
            budget.countNode();
        }
        now.addAndGet(3 * SECOND);
        assertThat(budget.nodesInAll()).isEqualTo(100);
        assertThat(budget.allowed(500)).isEqualTo(500);
    }

    @Test
    void noMoreLoadsAreCompletedThanAllowed() {
        var budget = new PackBudget(PackLimits.nodes(true, 3));
        budget.grant(1);
        budget.countNode();
        assertThat(budget.allowed(5)).isEqualTo(2);
        assertThat(budget.nodesInAll()).isEqualTo(3);
        budget.countNode();
        budget.countNode();
        assertThat(budget.allowed(5)).isZero();
        assertThat(budget.isOver()).isTrue();
    }

    @Test
    void careIsGivenUpOnlyForAFirstLoadThatIsFarTooLate() {
        var budget = new PackBudget(PackLimits.seconds(true, 1).withClock(now::get));
        budget.grant(1);
        now.addAndGet(3 * SECOND / 2);
        assertThat(budget.isFarTooLate()).isFalse();
        now.addAndGet(SECOND);
        assertThat(budget.isFarTooLate()).isTrue();
        budget.countNode();
        assertThat(budget.isFarTooLate()).isFalse();
    }
}
