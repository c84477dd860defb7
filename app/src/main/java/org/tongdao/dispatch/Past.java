package org.tongdao.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.dispatch.PlannedStep.Told;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/**
 * What facts say of a train's stages. Where only the end was told, the beginning is the usual duration before it, but not before the stage before was
 * over; where a later stage was told of, the ones before it are over too; what began and is overdue ends now at the earliest.
 */
final class Past {

    private final PlanQuestion question;
    private final TrainHere train;
    private final List<PlannedStep> steps = new ArrayList<>();

    private Past(PlanQuestion question, TrainHere train) {
        this.question = question;
        this.train = train;
    }

    static List<PlannedStep> of(PlanQuestion question, TrainHere train) {
        var past = new Past(question, train);
        Flow.stages(train).forEach(past::add);
        return past.steps;
    }

    private void add(YardStage stage) {
        var floor = Flow.before(train, stage).stream()
                .flatMap(b -> find(b).stream())
                .map(PlannedStep::end)
                .max(Instant::compareTo)
                .orElse(train.arrival());
        var usual = Flow.usual(question.station(), train, stage);
        var fact = Optional.ofNullable(train.facts().get(stage));
        if (fact.flatMap(TrainHere.StepFact::end).isPresent()) {
            var end = fact.get().end().get();
            done(stage, fact.get().begin().orElse(guess(floor, end, usual)), end, Told.DONE);
        } else if (laterBegin(stage).isPresent()) {
            var end = laterBegin(stage).get();
            done(stage, fact.flatMap(TrainHere.StepFact::begin).orElse(guess(floor, end, usual)), end, Told.IMPLIED);
        } else {
            fact.flatMap(TrainHere.StepFact::begin)
                    .ifPresent(begin -> done(stage, begin, expected(stage, begin, usual), Told.BEGUN));
        }
    }

    private void done(YardStage stage, Instant begin, Instant end, Told told) {
        var from = begin.isAfter(end) ? end : begin;
        steps.add(new PlannedStep(
                train.id(), train.no(), stage, Flow.shownOn(stage), 1, 0, from, from, end, false, told));
    }

    /** Work that a closure interrupts goes on after it. */
    private Instant expected(YardStage stage, Instant begin, Duration usual) {
        var end = begin.plus(usual);
        if (stage == YardStage.TRANSLOADING) {
            for (var c : question.closures()) {
                if (c.resource() == YardResource.CRANE
                        && c.from().isBefore(end)
                        && c.until().isAfter(begin)) {
                    end = end.plus(Duration.between(c.from().isAfter(begin) ? c.from() : begin, c.until()));
                }
            }
        }
        return end.isBefore(question.now()) ? question.now() : end;
    }

    private static Instant guess(Instant floor, Instant end, Duration usual) {
        var begin = end.minus(usual);
        return begin.isBefore(floor) && floor.isBefore(end) ? floor : begin;
    }

    /** The earliest thing told of a stage that needs this one. */
    private Optional<Instant> laterBegin(YardStage stage) {
        return Flow.stages(train).stream()
                .filter(later -> needs(later, stage))
                .flatMap(later -> Optional.ofNullable(train.facts().get(later)).stream())
                .map(f -> f.begin().or(f::end).orElseThrow())
                .min(Instant::compareTo);
    }

    private boolean needs(YardStage later, YardStage stage) {
        return Flow.before(train, later).stream().anyMatch(b -> b == stage || needs(b, stage));
    }

    private Optional<PlannedStep> find(YardStage stage) {
        return steps.stream().filter(s -> s.stage() == stage).findFirst();
    }
}
