package org.tongdao.dispatch;

import java.time.Duration;
import org.tongdao.yard.DayPlan;
import org.tongdao.yard.YardStage;

/** Seconds of lateness, weighed as the engine does, and of dwell that a board comes to. */
final class PlanCost {

    private PlanCost() {}

    static long of(StationBoard board) {
        long cost = 0;
        for (var step : board.steps()) {
            if (step.stage() == YardStage.DEPARTURE && step.isOpen()) {
                var train = board.train(step.trainId()).orElseThrow();
                long late = Math.max(0, Critical.late(step, board.trains()).toSeconds());
                cost += DayPlan.LATE_WEIGHT * late
                        + Duration.between(train.arrival(), step.end()).toSeconds();
            }
        }
        return cost;
    }
}
