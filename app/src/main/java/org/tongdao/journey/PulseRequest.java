package org.tongdao.journey;

import java.time.Duration;

/**
 * How the standing work of a node is done.
 *
 * @param every how often the tenants are looked after
 * @param emulated whether the far side of every tenant is emulated too
 * @param hurry seconds of emulated time per second while something is under way; without meaning when nothing is emulated
 * @param seed of everything an emulated far side does, for tenants that have none yet
 */
public record PulseRequest(Duration every, boolean emulated, int hurry, long seed) {

    /** As {@code serve} does it: every two seconds, against the real far sides. */
    public static PulseRequest real() {
        return new PulseRequest(Duration.ofSeconds(2), false, 1, 0);
    }
}
