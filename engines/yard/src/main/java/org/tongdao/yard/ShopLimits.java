package org.tongdao.yard;

/**
 * How long to look for a better schedule.
 *
 * @param nanos of wall time, {@code Long.MAX_VALUE} for no limit
 * @param moves of the search in each thread; equal budgets, seeds and threads give equal schedules
 * @param threads that look side by side, each with its own chance
 * @param seed of chance
 */
public record ShopLimits(long nanos, long moves, int threads, long seed) {

    public ShopLimits {
        if (nanos < 1 || moves < 1 || threads < 1 || threads > 256) {
            throw new IllegalArgumentException(
                    "%d ns, %d moves, %d threads (1…256): all are above 0".formatted(nanos, moves, threads));
        }
    }

    public static ShopLimits seconds(double seconds, int threads, long seed) {
        return new ShopLimits(Math.round(seconds * 1e9), Long.MAX_VALUE, threads, seed);
    }

    public static ShopLimits moves(long moves, long seed) {
        return new ShopLimits(Long.MAX_VALUE, moves, 1, seed);
    }
}
