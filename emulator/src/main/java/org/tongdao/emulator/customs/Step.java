package org.tongdao.emulator.customs;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing the office says about one paper.
 *
 * @param at when it was decided, the receipt's {@code returnTime}
 * @param status CEB return status: 2, 120, 800 … or a negative error code
 * @param info CEB return text
 * @param lag how long the receipt is on its way
 */
record Step(Instant at, String status, String info, Duration lag) {

    static Step of(Instant at, String status, String info) {
        return new Step(at, status, info, Duration.ZERO);
    }

    Step arrivingLater(Duration by) {
        return new Step(at, status, info, lag.plus(by));
    }

    Instant arrival() {
        return at.plus(lag);
    }
}
