package org.tongdao.routing;

/**
 * When goods are at the door, as a distribution over half hours from their readiness.
 *
 * @param shares of each half hour, from 0 on; what is missing to 1 never arrives within the timetable
 */
public record Odds(double[] shares) {

    static final int BIN = 30;

    public Odds {
        shares = shares.clone();
    }

    @Override
    public double[] shares() {
        return shares.clone();
    }

    /** The share that is there within so many days. */
    public double within(double days) {
        double sum = 0;
        for (int i = 0; i < shares.length && i * BIN <= days * 1440; i++) {
            sum += shares[i];
        }
        return Math.min(1, sum);
    }

    /** Days within which this share is there; infinite when it never is. */
    public double days(double share) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            if (sum >= share - 1e-9) {
                return i * BIN / 1440.0;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
