package org.tongdao.yard;

/**
 * How long to look for a better plan.
 *
 * @param nanos of wall time, {@code Long.MAX_VALUE} for no limit
 * @param rounds schedules tried at most; equal budgets and seeds give equal plans; 0 for the first schedule alone
 * @param seed of chance
 */
public record DayLimits(long nanos, long rounds, long seed) {

    public DayLimits {
        if (nanos < 1 || rounds < 0) {
            throw new IllegalArgumentException("%d ns, %d rounds: not below 1 and 0".formatted(nanos, rounds));
        }
    }

    /** The first schedule that the rules give. */
    public static final DayLimits FIRST = new DayLimits(Long.MAX_VALUE, 0, 0);

    public static DayLimits seconds(double seconds, long seed) {
        return new DayLimits(Math.max(1, Math.round(seconds * 1e9)), Long.MAX_VALUE, seed);
    }

    public static DayLimits rounds(long rounds, long seed) {
        return new DayLimits(Long.MAX_VALUE, rounds, seed);
    }
}
