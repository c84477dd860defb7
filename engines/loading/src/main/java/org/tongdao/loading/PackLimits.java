package org.tongdao.loading;

/**
 * How long to look and for what.
 *
 * @param fullSupport whether every box stands on the floor or on boxes with its whole base
 * @param nanos of this thread's work, {@code Long.MAX_VALUE} for no limit
 * @param nodes partial loads that are completed at most; equal budgets give equal plans
 */
public record PackLimits(boolean fullSupport, long nanos, long nodes) {

    public static PackLimits seconds(boolean fullSupport, double seconds) {
        return new PackLimits(fullSupport, Math.round(seconds * 1e9), Long.MAX_VALUE);
    }

    public static PackLimits nodes(boolean fullSupport, long nodes) {
        return new PackLimits(fullSupport, Long.MAX_VALUE, nodes);
    }
}
