package org.tongdao.yard;

import java.util.SplittableRandom;
import org.tongdao.terms.Dice;

/**
 * A duration that is not the same every time: triangular, in minutes, written {@code 30/40/60} (least/usual/most).
 *
 * <p>Stage times of border stations are published as totals at best; a triangle is the plainest shape that keeps a least, a usual and a most.
 */
public record Spread(double min, double mode, double max) {

    public Spread {
        if (!(min >= 0 && min <= mode && mode <= max)) {
            throw new IllegalArgumentException(
                    "not a spread of minutes: %s/%s/%s. Maybe the order is not least/usual/most."
                            .formatted(min, mode, max));
        }
    }

    public static Spread fixed(double minutes) {
        return new Spread(minutes, minutes, minutes);
    }

    /** Mean in minutes. */
    public double mean() {
        return (min + mode + max) / 3;
    }

    /** One draw in whole seconds. */
    long drawSeconds(SplittableRandom random) {
        return Math.round(60 * Dice.triangular(random, min, mode, max));
    }
}
