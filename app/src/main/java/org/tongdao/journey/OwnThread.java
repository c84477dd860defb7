package org.tongdao.journey;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tongdao.emulator.FarSide;

/** A far side that lives in a thread of its own, as in life: its failures and its slowness are not ours. */
final class OwnThread implements FarSide, AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final FarSide side;
    private final ExecutorService thread;

    OwnThread(FarSide side, String name) {
        this.side = side;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            var made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    @Override
    public Optional<Instant> deliver(Instant now) {
        try {
            return thread.submit(() -> side.deliver(now)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the emulated far side failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the emulated far side did not answer within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the far side was at work", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
