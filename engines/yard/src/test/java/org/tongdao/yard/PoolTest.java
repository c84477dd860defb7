package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoolTest {

    private final Pool cranes = new Pool(YardResource.CRANE, 3, 100, 200);
    private long serial;

    @Test
    void theBetterClassGoesFirstThenTheLongerWaiting() {
        ask("a", 3, 1, 0);
        ask("late", 3, 1, 5);
        ask("early", 3, 1, 4);
        ask("urgent", 3, 0, 9);
        assertThat(served(10)).isEqualTo("urgent");
        assertThat(cranes.waiting()).extracting(c -> c.visit().id).containsExactly("a", "early", "late");
    }

    @Test
    void aSmallClaimDoesNotOvertakeABigOneThatWaits() {
        ask("two", 2, 0, 0);
        assertThat(served(0)).isEqualTo("two");
        ask("big", 2, 0, 1);
        ask("small", 1, 0, 2);
        assertThat(cranes.serve(3)).isEmpty();
        assertThat(cranes.holders()).containsExactly("two");
    }

    @Test
    void unitsGoByTheLowestNumberAndComeBackTogether() {
        var first = ask("first", 2, 0, 0);
        served(0);
        assertThat(first.held.get(YardResource.CRANE)).containsExactly(0, 1);
        var second = ask("second", 1, 0, 0);
        served(0);
        assertThat(second.held.get(YardResource.CRANE)).containsExactly(2);
        cranes.give(first, 50);
        var third = ask("third", 1, 0, 50);
        served(50);
        assertThat(third.held.get(YardResource.CRANE)).containsExactly(0);
        assertThat(cranes.holders()).containsExactlyInAnyOrder("second", "third");
    }

    @Test
    void waitingIsCountedFromTheClaimToTheGrant() {
        var visit = ask("a", 1, 0, 30);
        served(75);
        assertThat(visit.waited[YardResource.CRANE.ordinal()]).isEqualTo(45);
    }

    @Test
    void onlyTheMeasuredTimeCountsAsUse() {
        var visit = ask("a", 3, 0, 0);
        served(0);
        cranes.give(visit, 150);
        assertThat(cranes.utilisation(150)).isCloseTo(0.5, within(1e-9));
        var still = ask("b", 1, 0, 180);
        served(180);
        assertThat(still.held).isNotEmpty();
        assertThat(cranes.utilisation(190)).isCloseTo(0.5 + 20.0 / 300, within(1e-9));
    }

    @Test
    void theLongestQueueIsSeenInTheMeasuredTimeOnly() {
        ask("a", 3, 0, 0);
        served(0);
        ask("b", 3, 0, 10);
        ask("c", 3, 0, 20);
        assertThat(cranes.serve(20)).isEmpty();
        assertThat(cranes.longestQueue()).isZero();
        assertThat(cranes.serve(120)).isEmpty();
        assertThat(cranes.longestQueue()).isEqualTo(2);
    }

    @Test
    void givingBackWhatIsNotHeldIsAProgrammingError() {
        var visit = new Visit("a", 0, 1, Layouts.free(), 1);
        assertThatThrownBy(() -> cranes.give(visit, 1)).hasMessageContaining("does not hold");
    }

    private Visit ask(String id, int amount, int rank, long since) {
        var visit = new Visit(id, since, 1, Layouts.free(), 1);
        cranes.enqueue(new Pool.Claim(visit, YardStage.TRANSLOADING, amount, rank, since, serial++));
        return visit;
    }

    private String served(long now) {
        return cranes.serve(now).orElseThrow().visit().id;
    }
}
