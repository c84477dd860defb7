package org.tongdao.dispatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/** What decides the last departure, and what trains wait for most. */
final class Critical {

    private Critical() {}

    /** Back from the departure that is furthest behind its slot, step by step to what each had to wait for. */
    static Set<PlannedStep> path(List<PlannedStep> steps, List<TrainHere> trains) {
        var path = new HashSet<PlannedStep>();
        var at = worst(steps, trains);
        while (at.isPresent() && path.add(at.get())) {
            at = cause(steps, trains, at.get());
        }
        return path;
    }

    private static Optional<PlannedStep> worst(List<PlannedStep> steps, List<TrainHere> trains) {
        return steps.stream()
                .filter(s -> s.stage() == YardStage.DEPARTURE && s.isOpen())
                .max(Comparator.comparing((PlannedStep s) -> late(s, trains)).thenComparing(PlannedStep::end));
    }

    static Duration late(PlannedStep departure, List<TrainHere> trains) {
        return trains.stream()
                .filter(t -> t.id() == departure.trainId())
                .findFirst()
                .flatMap(TrainHere::slot)
                .map(slot -> Duration.between(slot, departure.begin()))
                .orElse(Duration.ZERO);
    }

    private static Optional<PlannedStep> cause(List<PlannedStep> steps, List<TrainHere> trains, PlannedStep step) {
        var train = trains.stream()
                .filter(t -> t.id() == step.trainId())
                .findFirst()
                .orElseThrow();
        var own = steps.stream()
                .filter(s -> s.trainId() == step.trainId()
                        && Flow.before(train, step.stage()).contains(s.stage()))
                .max(Comparator.comparing(PlannedStep::end));
        var other = steps.stream()
                .filter(s -> s.trainId() != step.trainId() && s.end().equals(step.begin()) && shares(s, step))
                .min(Comparator.comparing(PlannedStep::trainNo).thenComparing(PlannedStep::stage));
        return step.begin().isAfter(step.ready()) ? other.or(() -> own) : own;
    }

    private static boolean shares(PlannedStep a, PlannedStep b) {
        boolean second = Flow.second(a.stage()).isPresent()
                && Flow.second(a.stage()).equals(Flow.second(b.stage()))
                && a.second() == b.second();
        return second || a.resource() == b.resource() && a.unit() == b.unit() || frees(a, b);
    }

    /** Whether the end of {@code a} frees the track that {@code b} takes. */
    private static boolean frees(PlannedStep a, PlannedStep b) {
        return switch (b.stage()) {
            case ARRIVAL_CHECK -> a.stage() == YardStage.PLACING;
            case PLACING -> a.stage() == YardStage.PULL_OUT && a.resource() != b.resource();
            case PULL_OUT -> a.stage() == YardStage.DEPARTURE;
            default -> false;
        };
    }

    /** Time that steps still to come spend waiting, by the resource they are shown on. */
    static Map<YardResource, Duration> waits(List<PlannedStep> steps) {
        var waits = new EnumMap<YardResource, Duration>(YardResource.class);
        steps.stream()
                .filter(s -> s.isOpen() && s.begin().isAfter(s.ready()))
                .forEach(s -> waits.merge(waitedFor(s), Duration.between(s.ready(), s.begin()), Duration::plus));
        return waits;
    }

    private static YardResource waitedFor(PlannedStep step) {
        return step.stage() == YardStage.TRANSLOADING ? YardResource.CRANE : step.resource();
    }
}
