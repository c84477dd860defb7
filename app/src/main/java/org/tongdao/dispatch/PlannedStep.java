package org.tongdao.dispatch;

import java.time.Instant;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/**
 * One stage of one train on one unit.
 *
 * @param resource whose unit it is shown on
 * @param unit from 1
 * @param second unit of the second resource it needs (locomotive, crane set, crew), 0 for none
 * @param ready from when it could have begun, had everything been free
 * @param told what facts say of it
 */
public record PlannedStep(
        long trainId,
        String trainNo,
        YardStage stage,
        YardResource resource,
        int unit,
        int second,
        Instant ready,
        Instant begin,
        Instant end,
        boolean pinned,
        Told told) {

    /** How much of a step is fact. */
    public enum Told {
        /** Still to come. */
        PLANNED,
        /** It began; its end is expected. */
        BEGUN,
        /** It ended. */
        DONE,
        /** Nobody told of it, but a later stage was told of, so it is over; its times are guessed. */
        IMPLIED
    }

    public boolean isOpen() {
        return told == Told.PLANNED;
    }
}
