package org.tongdao.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStation;

/**
 * Everything the board shows of a station.
 *
 * @param version the plan that was saved last
 * @param steps what follows from facts, pins and closures now
 * @param critical steps that decide the departure furthest behind its slot
 * @param waits time that steps still to come spend waiting, by resource
 * @param findings of the independent checker; conflicts
 * @param lastFact the latest thing told here
 */
public record StationBoard(
        YardStation station,
        Instant now,
        Version version,
        List<TrainHere> trains,
        List<PlannedStep> steps,
        List<Hold> holds,
        List<Closure> closures,
        Set<PlannedStep> critical,
        Map<YardResource, Duration> waits,
        List<YardPriority> order,
        List<Finding> findings,
        Optional<Instant> lastFact) {

    /** What trains wait for most; empty when nothing waits. */
    public Optional<Map.Entry<YardResource, Duration>> bottleneck() {
        return waits.entrySet().stream()
                .max(Map.Entry.<YardResource, Duration>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
    }

    /** Units as the plan counts them. */
    public int units(YardResource resource) {
        return question().units(resource);
    }

    PlanQuestion question() {
        return new PlanQuestion(station, now, trains, version.pins(), closures, order, version.steps());
    }

    public Optional<TrainHere> train(long id) {
        return trains.stream().filter(t -> t.id() == id).findFirst();
    }
}
