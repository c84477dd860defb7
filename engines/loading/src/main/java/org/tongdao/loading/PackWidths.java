package org.tongdao.loading;

/**
 * How wide beam after beam is: each about {@code √2} times as wide as the one before, so that it costs twice as much. A beam that is not finished has come to
 * little, so where no further beam would be finished after the next one, that is made as wide as what is left allows. None is as narrow as one before it, since
 * that found the same.
 */
final class PackWidths {

    private static final double WIDER = Math.sqrt(2);
    private static final int WIDEST = 10_000;

    private double next = 1;
    private int width = 1;
    private long cost;
    private int beams;

    /** How many beams were finished. */
    int beams() {
        return beams;
    }

    /** @param left what may still be spent, in the unit in which beams are told to have cost */
    int next(double left) {
        if (cost == 0) {
            return (int) next;
        }
        double each = cost / (double) width / width;
        boolean furtherAfterIt = left > (1 + WIDER * WIDER) * each * next * next;
        int fitting = (int) Math.min(WIDEST, Math.sqrt(left / each));
        return furtherAfterIt || fitting <= width ? (int) next : fitting;
    }

    /** Told of each finished beam. */
    void finished(int width, long cost) {
        this.width = width;
        this.cost = cost;
        beams++;
        next = Math.max(next * WIDER, Math.max(next, width) + 1);
    }

    boolean areAtTheWidest() {
        return next > WIDEST;
    }
}
