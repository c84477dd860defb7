package org.tongdao.loading;

/** How much of its limits one search has used up; the time counts from when this is made. */
final class PackBudget {

    /** Nanoseconds beyond the limit after which the first load is no longer made with care. */
    private static final long PATIENCE = 1_000_000_000;

    private final PackLimits limits;
    private final long began;
    private long deadline = Long.MAX_VALUE;
    private long mostNodes;
    private long nodes;

    PackBudget(PackLimits limits) {
        this.limits = limits;
        this.began = limits.clock().getAsLong();
    }

    /** Allows a part of the limits, from 0 to 1, in all. */
    void grant(double part) {
        var end = limits.share(part);
        deadline = end.nanos() == Long.MAX_VALUE ? Long.MAX_VALUE : began + end.nanos();
        mostNodes = end.nodes();
    }

    /** Counts a partial load that was completed. */
    void countNode() {
        nodes++;
    }

    long nodes() {
        return nodes;
    }

    /** How many of so many partial loads may still be completed. */
    int allowed(int count) {
        return (int) Math.min(count, mostNodes - nodes);
    }

    /** Whether the search ends; the first load is always made. */
    boolean isOver() {
        return nodes >= mostNodes || nodes > 0 && isLate();
    }

    boolean isLate() {
        return deadline != Long.MAX_VALUE && limits.clock().getAsLong() > deadline
                || Thread.currentThread().isInterrupted();
    }

    /** With ten thousand kinds of boxes the first load alone takes many seconds; it is ended with less care. */
    boolean isFarTooLate() {
        return nodes == 0 && deadline != Long.MAX_VALUE && limits.clock().getAsLong() - deadline > PATIENCE;
    }

    /** What is used up of the limits, from 0 to 1. */
    double spent() {
        double spent = mostNodes == Long.MAX_VALUE ? 0 : (double) nodes / mostNodes;
        return deadline == Long.MAX_VALUE
                ? spent
                : Math.max(spent, (limits.clock().getAsLong() - began) / (double) (deadline - began));
    }

    /** How many partial loads can be completed in all, if the next take as long as those before. */
    double nodesInAll() {
        if (deadline == Long.MAX_VALUE || nodes == 0) {
            return mostNodes;
        }
        double spent = Math.max(1, limits.clock().getAsLong() - began);
        return Math.min(mostNodes, nodes * ((deadline - began) / spent));
    }
}
