package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Units and the queue before them. */
class PoolTest {

    private static final YardStation STATION = Stations.of("dostyk");
    private long serial;

    private static Visit visit(String id) {
        return new Visit(id, 0, 10, STATION, 1);
    }

    private Pool.Claim claim(Visit visit, int amount, int rank, long since) {
        return new Pool.Claim(visit, YardStage.TRANSLOADING, amount, rank, since, serial++);
    }

    @Test
    void theBetterClassIsServedFirstThenWhoWaitsLonger() {
        var pool = new Pool(YardResource.CRANE, 1, 0, 1_000);
        var last = visit("last");
        var first = visit("first");
        var second = visit("second");
        pool.enqueue(claim(last, 1, 2, 0));
        pool.enqueue(claim(second, 1, 1, 10));
        pool.enqueue(claim(first, 1, 1, 5));
        assertThat(pool.waiting()).extracting(c -> c.visit().id).containsExactly("first", "second", "last");
        assertThat(pool.serve(20).orElseThrow().visit()).isSameAs(first);
        assertThat(pool.serve(20)).isEmpty();
        pool.give(first, 30);
        assertThat(pool.serve(30).orElseThrow().visit()).isSameAs(second);
        assertThat(second.waited[YardResource.CRANE.ordinal()]).isEqualTo(20);
    }

    @Test
    void nobodyIsOvertakenByASmallerClaim() {
        var pool = new Pool(YardResource.CRANE, 2, 0, 1_000);
        var one = visit("one");
        pool.enqueue(claim(one, 1, 1, 0));
        assertThat(pool.serve(0)).isPresent();
        pool.enqueue(claim(visit("two"), 2, 1, 1));
        pool.enqueue(claim(visit("small"), 1, 1, 2));
        assertThat(pool.serve(3)).isEmpty();
        pool.give(one, 4);
        assertThat(pool.serve(4).orElseThrow().visit().id).isEqualTo("two");
        assertThat(pool.holders()).containsExactly("two");
    }

    @Test
    void utilisationCountsTheMeasuredTimeOnly() {
        var pool = new Pool(YardResource.LOCOMOTIVE, 2, 100, 200);
        var one = visit("one");
        pool.enqueue(claim(one, 1, 1, 50));
        assertThat(pool.serve(50)).isPresent();
        pool.give(one, 150);
        assertThat(pool.utilisation(200)).isCloseTo(50 / 200.0, within(1e-9));
        var other = visit("other");
        pool.enqueue(claim(other, 1, 1, 180));
        assertThat(pool.serve(180)).isPresent();
        assertThat(pool.utilisation(500)).isCloseTo(70 / 200.0, within(1e-9));
    }

    @Test
    void theLongestQueueIsThatOfTheMeasuredTime() {
        var pool = new Pool(YardResource.LOCOMOTIVE, 1, 100, 200);
        var holder = visit("holder");
        pool.enqueue(claim(holder, 1, 1, 0));
        assertThat(pool.serve(0)).isPresent();
        pool.enqueue(claim(visit("a"), 1, 1, 10));
        pool.enqueue(claim(visit("b"), 1, 1, 10));
        assertThat(pool.serve(10)).isEmpty();
        assertThat(pool.longestQueue()).isZero();
        assertThat(pool.serve(150)).isEmpty();
        assertThat(pool.longestQueue()).isEqualTo(2);
    }

    @Test
    void whatIsNotHeldCannotBeGivenBack() {
        var pool = new Pool(YardResource.PATH, 1, 0, 10);
        assertThatThrownBy(() -> pool.give(visit("nobody"), 1)).hasMessageContaining("nobody");
    }
}
