package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BestSoFarTest {

    @Test
    void theEndOfTheProcessInterruptsTheSearchAndWaitsForWhatItTells() throws InterruptedException {
        var open = new AtomicReference<BestSoFar>();
        var begun = new CountDownLatch(1);
        var told = new StringBuffer();
        var search = new Thread(() -> {
            try (var best = BestSoFar.open()) {
                open.set(best);
                begun.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                told.append("what was found");
            }
        });
        search.start();
        begun.await();
        Objects.requireNonNull(open.get()).run();
        assertThat(told.toString()).isEqualTo("what was found");
        search.join();
    }
}
