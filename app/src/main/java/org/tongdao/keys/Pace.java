package org.tongdao.keys;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Holds a key to its signatures a minute: who asks for one too many waits until the oldest of the last minute is a minute old. One asks at a time; how many were made may be read meanwhile. */
final class Pace {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final int perMinute;
    private final LongSupplier nanos;
    private final LongConsumer sleep;
    private final Deque<Long> lastMinute = new ConcurrentLinkedDeque<>();

    /** @param perMinute 0: no limit */
    Pace(int perMinute, LongSupplier nanos, LongConsumer sleep) {
        this.perMinute = perMinute;
        this.nanos = nanos;
        this.sleep = sleep;
    }

    static Pace of(int perMinute) {
        return new Pace(perMinute, System::nanoTime, Pace::sleepNanos);
    }

    int perMinute() {
        return perMinute;
    }

    /** Signatures of the last minute; 0 when there is no limit, because then nobody counts. */
    int usedInLastMinute() {
        long since = nanos.getAsLong() - MINUTE_NANOS;
        return (int) lastMinute.stream().filter(at -> at > since).count();
    }

    /** Returns when one more signature may be made, and counts it. */
    void await() {
        if (perMinute == 0) {
            return;
        }
        while (lastMinute.size() >= perMinute) {
            long free = lastMinute.getFirst() + MINUTE_NANOS - nanos.getAsLong();
            if (free > 0) {
                sleep.accept(free);
            } else {
                lastMinute.removeFirst();
            }
        }
        lastMinute.addLast(nanos.getAsLong());
    }

    private static void sleepNanos(long nanos) {
        try {
            Thread.sleep(nanos / 1_000_000 + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the key", e);
        }
    }
}
