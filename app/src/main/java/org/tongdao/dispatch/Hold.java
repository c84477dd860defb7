package org.tongdao.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/** A unit that a train keeps: tracks from the step that takes them to the step that frees them, everything else for one step. */
public record Hold(
        long trainId, String trainNo, YardResource resource, int unit, Instant from, Instant until, boolean fact) {

    static List<Hold> of(List<PlannedStep> steps, List<TrainHere> trains) {
        var holds = new ArrayList<Hold>();
        for (var step : steps) {
            var train = trains.stream()
                    .filter(t -> t.id() == step.trainId())
                    .findFirst()
                    .orElseThrow();
            if (Flow.keepsTrack(step.stage())) {
                var until = find(steps, train, Flow.freedBy(train, step.stage()))
                        .map(PlannedStep::end)
                        .orElse(step.end());
                holds.add(hold(step, step.resource(), step.unit(), until));
            } else if (step.stage() != YardStage.TRANSLOADING) {
                holds.add(hold(step, step.resource(), step.unit(), step.end()));
            }
            Flow.second(step.stage())
                    .filter(r -> step.second() > 0)
                    .ifPresent(r -> holds.add(hold(step, r, step.second(), step.end())));
        }
        return holds;
    }

    private static Hold hold(PlannedStep step, YardResource resource, int unit, Instant until) {
        return new Hold(step.trainId(), step.trainNo(), resource, unit, step.begin(), until, !step.isOpen());
    }

    private static Optional<PlannedStep> find(List<PlannedStep> steps, TrainHere train, YardStage stage) {
        return steps.stream()
                .filter(s -> s.trainId() == train.id() && s.stage() == stage)
                .findFirst();
    }

    boolean meets(Hold other) {
        return resource == other.resource
                && unit == other.unit
                && from.isBefore(other.until)
                && other.from.isBefore(until);
    }
}
