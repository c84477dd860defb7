package org.tongdao.routing;

import java.util.SplittableRandom;
import org.tongdao.terms.Dice;

/**
 * A triangular span of minutes: shortest, most likely, longest; the form in which the corridor's hours are published.
 *
 * @param min minutes, not negative
 * @param mode minutes, not below {@code min}
 * @param max minutes, not below {@code mode}
 */
public record Triangle(int min, int mode, int max) {

    /** No time at all, for sure. */
    public static final Triangle NONE = new Triangle(0, 0, 0);

    public Triangle {
        if (min < 0 || mode < min || max < mode) {
            throw new IllegalArgumentException(
                    "minutes " + min + ", " + mode + ", " + max + ". Maybe they are not in rising order.");
        }
    }

    /** One draw, in minutes. */
    double draw(SplittableRandom random) {
        return Dice.triangular(random, min, mode, max);
    }

    /** The share of draws of at most this many minutes. */
    double share(double minutes) {
        if (minutes >= max) {
            return 1;
        }
        if (minutes < min) {
            return 0;
        }
        double span = max - min;
        if (minutes < mode) {
            return (minutes - min) * (minutes - min) / (span * (mode - min));
        }
        return 1 - (max - minutes) * (max - minutes) / (span * (max - mode));
    }

    /** The share of draws from a whole minute to the next, of a span that has a length; linear in the minute between the three given ones. */
    double within(int minute) {
        double span = max - min;
        if (minute < min || minute >= max) {
            return 0;
        }
        return minute < mode
                ? (2.0 * (minute - min) + 1) / (span * (mode - min))
                : (2.0 * (max - minute) - 1) / (span * (max - mode));
    }
}
