package org.tongdao.yard;

/** Counts the moves of one thread and says when time or moves are used up; the clock is asked every 64 moves. */
final class ShopClock {

    private final long deadline;
    private final long moves;
    private long done;
    private boolean open = true;

    ShopClock(ShopLimits limits, long begun) {
        this.deadline = limits.nanos() == Long.MAX_VALUE ? Long.MAX_VALUE : begun + limits.nanos();
        this.moves = limits.moves();
    }

    boolean tick() {
        done++;
        if (done > moves || (done & 63) == 0 && deadline != Long.MAX_VALUE && System.nanoTime() > deadline) {
            open = false;
        }
        return open;
    }

    boolean isOpen() {
        return open;
    }

    long done() {
        return done;
    }
}
