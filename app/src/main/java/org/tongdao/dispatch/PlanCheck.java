package org.tongdao.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.yard.YardStage;

/** Judges a plan without the planner: order of stages, one train on a unit, closures kept, nothing still to come before now, facts as told. */
final class PlanCheck {

    private PlanCheck() {}

    static List<Finding> check(PlanQuestion question, List<PlannedStep> steps) {
        var findings = new ArrayList<Finding>();
        for (var step : steps) {
            findings.addAll(ofStep(question, steps, step));
        }
        findings.addAll(overlaps(Hold.of(steps, question.trains())));
        return findings;
    }

    private static List<Finding> ofStep(PlanQuestion question, List<PlannedStep> steps, PlannedStep step) {
        var findings = new ArrayList<Finding>();
        if (step.unit() < 1 || step.unit() > question.units(step.resource())) {
            findings.add(finding("YARD-UNIT", step, "Unit " + step.unit() + " does not exist here."));
        }
        if (!step.isOpen()) {
            return findings;
        }
        var train = question.trains().stream()
                .filter(t -> t.id() == step.trainId())
                .findFirst()
                .orElseThrow();
        if (train.facts().containsKey(step.stage())) {
            findings.add(finding("YARD-FACT", step, "It was told and cannot be planned."));
        }
        if (step.begin().isBefore(question.now()) || step.begin().isBefore(train.arrival())) {
            findings.add(finding("YARD-PAST", step, "It would begin before now, or before the train is here."));
        }
        for (var before : Flow.before(train, step.stage())) {
            if (steps.stream()
                    .noneMatch(s -> s.trainId() == train.id()
                            && s.stage() == before
                            && !s.end().isAfter(step.begin()))) {
                findings.add(finding("YARD-ORDER", step, before + " is not over by then."));
            }
        }
        if (question.closures().stream().anyMatch(c -> closed(c, step))) {
            findings.add(finding("YARD-CLOSED", step, "The unit cannot work then."));
        }
        return findings;
    }

    private static boolean closed(Closure closure, PlannedStep step) {
        boolean unit = closure.covers(step.resource(), step.unit()) && step.stage() != YardStage.TRANSLOADING;
        boolean second = Flow.second(step.stage())
                .filter(r -> closure.covers(r, step.second()))
                .isPresent();
        return (unit || second)
                && closure.from().isBefore(step.end())
                && step.begin().isBefore(closure.until());
    }

    /** Two facts may overlap, since no fact names its unit; a plan may not. */
    private static List<Finding> overlaps(List<Hold> holds) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < holds.size(); i++) {
            for (int j = i + 1; j < holds.size(); j++) {
                var a = holds.get(i);
                var b = holds.get(j);
                if (a.trainId() != b.trainId() && a.meets(b) && !(a.fact() && b.fact())) {
                    findings.add(Finding.error(
                            "YARD-OVERLAP",
                            Place.of(a.resource() + " " + a.unit()),
                            a.trainNo() + " " + b.trainNo(),
                            "Two trains would be on it at once. Move one of them."));
                }
            }
        }
        return findings;
    }

    private static Finding finding(String rule, PlannedStep step, String maybe) {
        return Finding.error(
                rule,
                Place.of(step.trainNo() + " " + step.stage()),
                step.begin().toString(),
                maybe);
    }
}
