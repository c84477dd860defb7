package org.tongdao.journey;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the world of a training ground goes on.
 *
 * @param scenario of the emulator, JSON
 * @param hurry seconds of its world per second, 0: it stands
 * @param seeks it runs without rest for as long as this is so
 * @param runTo it runs without rest until then
 */
record Course(
        String scenario, int hurry, boolean seeks, @Nullable Instant runTo) {

    private static final Duration FAR = Duration.ofDays(60);

    /** How far the clock may go in a pulse that this much time has passed before. */
    Instant target(Instant now, Duration real) {
        if (seeks) {
            return now.plus(FAR);
        }
        return runTo != null && runTo.isAfter(now) ? runTo : now.plus(real.multipliedBy(hurry));
    }
}
