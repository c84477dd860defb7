package org.tongdao.yard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;

/**
 * The door of the engine: simulates a station and answers when trains get through and what they waited for.
 *
 * <p>Discrete events in whole seconds; equal questions give equal answers. A year of a busy station takes well under a second.
 */
public final class YardSimulation {

    private YardSimulation() {}

    public static YardRun run(YardQuestion question) {
        return run(question, TakeOrder.TRACK_FIRST);
    }

    static YardRun run(YardQuestion question, TakeOrder takeOrder) {
        var visits = Arrivals.of(question);
        var asked = List.copyOf(visits.subList(0, question.trains().size()));
        var floor = new Floor(question, takeOrder);
        floor.run(visits);
        var passages = asked.stream()
                .filter(Visit::departed)
                .map(YardSimulation::passage)
                .toList();
        return new YardRun(Tally.of(question, visits, floor), passages, floor.deadlock());
    }

    private static TrainPassage passage(Visit visit) {
        var stages = new ArrayList<StageRecord>();
        for (var stage : YardStage.values()) {
            int s = stage.ordinal();
            if (visit.end[s] != Visit.NEVER) {
                stages.add(new StageRecord(
                        stage, at(visit.ready[s]), at(visit.begin[s]), at(visit.end[s]), visit.unit[s]));
            }
        }
        stages.sort(Comparator.comparing(StageRecord::begin).thenComparing(StageRecord::stage));
        var waited = new EnumMap<YardResource, Duration>(YardResource.class);
        for (var resource : YardResource.values()) {
            waited.put(resource, Duration.ofSeconds(visit.waited[resource.ordinal()]));
        }
        return new TrainPassage(
                visit.id,
                at(visit.arrival),
                at(visit.departure()),
                visit.inspected,
                List.copyOf(stages),
                waited,
                Duration.ofSeconds(visit.operationSeconds()));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
