package org.tongdao.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tongdao.yard.YardStage;

/**
 * A train at a station or on its way there, with what was told of it.
 *
 * @param arrival told, or expected
 * @param containers that change wagons here; 0 for a train that keeps them
 * @param inspected an inspection was ordered, or told
 * @param slot planned departure of the first train that takes its containers on; the promise to keep
 * @param facts by stage; a stage nobody told of is missing
 */
public record TrainHere(
        long id,
        String no,
        String fromNode,
        Instant arrival,
        int containers,
        boolean inspected,
        Optional<Instant> slot,
        Map<YardStage, StepFact> facts) {

    /**
     * What was told of one stage; at least one of the two.
     *
     * @param begin when it began
     * @param end when it was done
     */
    public record StepFact(Optional<Instant> begin, Optional<Instant> end) {}

    public boolean changesGauge() {
        return containers > 0;
    }

    boolean isDone(YardStage stage) {
        var fact = facts.get(stage);
        return fact != null && fact.end().isPresent();
    }

    public boolean isArrived() {
        return facts.containsKey(YardStage.ARRIVAL_CHECK);
    }
}
