package org.tongdao.yard;

import java.time.Instant;

/**
 * One step of a train on the board.
 *
 * @param part 0, or the number of the inspection among the train's, from 0
 * @param unit id of the unit it is shown on
 * @param second id of the locomotive, crane set or check crew it needs as well; empty for none
 * @param ready when everything it waits for is done
 * @param fixed whether it was told or has begun, and cannot be planned
 */
public record DayStep(
        String trainId,
        YardStage stage,
        int part,
        String unit,
        String second,
        Instant ready,
        Instant begin,
        Instant end,
        boolean fixed) {

    boolean is(String train, YardStage other, int otherPart) {
        return trainId.equals(train) && stage == other && part == otherPart;
    }
}
