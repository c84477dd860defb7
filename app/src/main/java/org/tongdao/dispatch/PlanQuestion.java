package org.tongdao.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;
import org.tongdao.yard.YardStation;

/**
 * What a plan follows from.
 *
 * @param now nothing that is still to come is planned before it
 * @param order the five priorities, first served first
 * @param before the plan until now: a step keeps its unit when another is no earlier
 */
public record PlanQuestion(
        YardStation station,
        Instant now,
        List<TrainHere> trains,
        List<Pin> pins,
        List<Closure> closures,
        List<YardPriority> order,
        List<PlannedStep> before) {

    Optional<Pin> pin(long trainId, YardStage stage) {
        return pins.stream()
                .filter(p -> p.trainId() == trainId && p.stage() == stage)
                .reduce((a, b) -> b);
    }

    Optional<PlannedStep> before(long trainId, YardStage stage) {
        return before.stream()
                .filter(s -> s.trainId() == trainId && s.stage() == stage)
                .findFirst();
    }

    /** Units that can be planned; cranes work in sets, one set a train. */
    int units(YardResource resource) {
        int count = station.count(resource);
        return resource == YardResource.CRANE ? Math.max(1, count / station.cranesPerTrain()) : count;
    }
}
