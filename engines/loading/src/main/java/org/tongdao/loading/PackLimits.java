package org.tongdao.loading;

import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/**
 * How long to look and for what. The search also ends, with what it has, when its thread is interrupted.
 *
 * @param fullSupport whether every box stands on the floor or on boxes with its whole base
 * @param nanos by {@code clock} from the start, {@code Long.MAX_VALUE} for no limit
 * @param nodes partial loads that are completed at most; equal budgets and seeds give equal plans, however many threads
 * @param threads that complete partial loads side by side
 * @param seed of the lots that are drawn when parts of the best load are filled anew
 * @param clock nanoseconds of any origin, asked from the calling thread, with several threads from all of them
 * @param progress told each better share of the container, 0 to 1, of a fleet the share of each better answer, from the calling thread
 */
public record PackLimits(
        boolean fullSupport,
        long nanos,
        long nodes,
        int threads,
        long seed,
        LongSupplier clock,
        DoubleConsumer progress) {

    private static final long SEED = 1;

    public static PackLimits seconds(boolean fullSupport, double seconds) {
        return new PackLimits(
                fullSupport, Math.round(seconds * 1e9), Long.MAX_VALUE, 1, SEED, System::nanoTime, better -> {});
    }

    public static PackLimits nodes(boolean fullSupport, long nodes) {
        return new PackLimits(fullSupport, Long.MAX_VALUE, nodes, 1, SEED, System::nanoTime, better -> {});
    }

    public PackLimits withThreads(int threads) {
        return new PackLimits(fullSupport, nanos, nodes, threads, seed, clock, progress);
    }

    public PackLimits withSeed(long seed) {
        return new PackLimits(fullSupport, nanos, nodes, threads, seed, clock, progress);
    }

    public PackLimits withClock(LongSupplier clock) {
        return new PackLimits(fullSupport, nanos, nodes, threads, seed, clock, progress);
    }

    public PackLimits withProgress(DoubleConsumer progress) {
        return new PackLimits(fullSupport, nanos, nodes, threads, seed, clock, progress);
    }

    PackLimits withNanos(long nanos) {
        return new PackLimits(fullSupport, nanos, nodes, threads, seed, clock, progress);
    }

    PackLimits withSupport(boolean full) {
        return new PackLimits(full, nanos, nodes, threads, seed, clock, progress);
    }

    /** The same with so much at least. */
    PackLimits atLeast(long leastNanos, long leastNodes) {
        return new PackLimits(
                fullSupport, Math.max(nanos, leastNanos), Math.max(nodes, leastNodes), threads, seed, clock, progress);
    }

    /** The same with a part of the budget. */
    PackLimits share(double part) {
        long some = nanos == Long.MAX_VALUE ? nanos : Math.max(1, Math.round(nanos * part));
        long few = nodes == Long.MAX_VALUE ? nodes : Math.max(1, Math.round(nodes * part));
        return new PackLimits(fullSupport, some, few, threads, seed, clock, progress);
    }
}
