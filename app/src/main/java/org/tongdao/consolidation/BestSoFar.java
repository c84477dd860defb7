package org.tongdao.consolidation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C ends the search, not the command: while this is open, the end of the process interrupts the thread that opened it and waits until it has told what it found so far. */
final class BestSoFar implements AutoCloseable, Runnable {

    private static final long MOST_SECONDS = 20;

    private final Thread searching = Thread.currentThread();
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this, "best so far");

    private BestSoFar() {}

    static BestSoFar open() {
        var best = new BestSoFar();
        Runtime.getRuntime().addShutdownHook(best.hook);
        return best;
    }

    @Override
    public void run() {
        searching.interrupt();
        try {
            told.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            told.countDown(); // the process ends already; the hook has been told
        }
    }
}
