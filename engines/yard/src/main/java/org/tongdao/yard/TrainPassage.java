package org.tongdao.yard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one train got through a station.
 *
 * @param stages in the order of their beginning
 * @param waited time spent in each resource's queue; a train in two queues at once (parallel mode) counts in both
 * @param operation time in which at least one step was going on; dwell minus operation is pure waiting
 */
public record TrainPassage(
        String trainId,
        Instant arrival,
        Instant departure,
        boolean inspected,
        List<StageRecord> stages,
        Map<YardResource, Duration> waited,
        Duration operation) {

    public Duration dwell() {
        return Duration.between(arrival, departure);
    }

    /** The resource this train waited for longest; empty when it never waited. */
    public Optional<YardResource> bottleneck() {
        return waited.entrySet().stream()
                .filter(e -> !e.getValue().isZero())
                .max(Map.Entry.<YardResource, Duration>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    public Optional<StageRecord> find(YardStage stage) {
        return stages.stream().filter(s -> s.stage() == stage).findFirst();
    }

    /** When supervision let the train go: end of customs, or of the inspection. */
    public Instant supervisionReleased() {
        return find(YardStage.INSPECTION)
                .or(() -> find(YardStage.CUSTOMS))
                .map(StageRecord::end)
                .orElse(departure);
    }
}
