package org.tongdao.routing;

/**
 * When goods are at the door, as a distribution over half hours from their readiness.
 *
 * @param shares of each half hour: those that are there at its end and were not at its beginning, the first one of no time at all; what is missing to 1 never
 *     arrives within the timetable
 */
public record Odds(double[] shares) {

    static final int BIN = 30;

    /** Less than a second: days are fractions that no double has exactly. */
    private static final double MOMENT = 1e-3;

    public Odds {
        shares = shares.clone();
    }

    @Override
    public double[] shares() {
        return shares.clone();
    }

    /** The share that is there within so many days; exact at half hours, between them that of the one before. */
    public double within(double days) {
        double sum = 0;
        for (int i = 0; i < shares.length && i * BIN <= days * 1440 + MOMENT; i++) {
            sum += shares[i];
        }
        return Math.min(1, sum);
    }

    /** Days within which this share is there, up to the end of the half hour; infinite when it never is. */
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
