package org.tongdao.yard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Judges a plan without the planner: every step there once, in order, long enough, on a unit that exists and suits, one train at a time on each, closures and
 * reservations kept, nothing new before now, facts as told.
 */
public final class DayCheck {

    private final DayQuestion question;
    private final List<DayStep> steps;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<DayStep>> byTrain = new HashMap<>();

    private DayCheck(DayQuestion question, List<DayStep> steps) {
        this.question = question;
        this.steps = steps;
        steps.forEach(s ->
                byTrain.computeIfAbsent(s.trainId(), t -> new ArrayList<>()).add(s));
    }

    /** Findings; none means that the plan is right. */
    public static List<Finding> check(DayQuestion question, List<DayStep> steps) {
        var check = new DayCheck(question, steps);
        question.trains().forEach(check::ofTrain);
        for (var step : steps) {
            check.strangers(step);
        }
        check.overlaps();
        return List.copyOf(check.findings);
    }

    private void strangers(DayStep step) {
        if (question.trains().stream().noneMatch(t -> t.id().equals(step.trainId()))) {
            say("YARD-TRAIN", step, "This train is not in the question.");
        }
    }

    private void ofTrain(DayTrain train) {
        for (var node : DayFlow.nodes(train)) {
            var own = byTrain.getOrDefault(train.id(), List.of()).stream()
                    .filter(s -> s.stage() == node.stage() && s.part() == node.part())
                    .toList();
            if (own.size() != 1) {
                findings.add(Finding.error(
                        "YARD-STEPS",
                        Place.of(train.id() + " " + node.stage()),
                        "" + own.size(),
                        "Each step of a train is planned once."));
            } else {
                ofStep(train, node, own.get(0));
            }
        }
    }

    private void ofStep(DayTrain train, DayFlow.Node node, DayStep step) {
        var told = question.fixed().stream()
                .filter(f -> f.is(train.id(), node.stage(), node.part()))
                .findFirst();
        if (told.isPresent()) {
            if (!told.get().begin().equals(step.begin()) || !told.get().end().equals(step.end())) {
                say(
                        "YARD-FACT",
                        step,
                        "It was told from " + told.get().begin() + " to "
                                + told.get().end() + ".");
            }
            return;
        }
        order(train, node, step);
        units(train, step);
        if (step.begin().isBefore(question.now()) || step.begin().isBefore(train.arrival())) {
            say("YARD-PAST", step, "It would begin before now, or before the train is here.");
        }
        for (var pin : question.pins()) {
            boolean mine = pin.trainId().equals(train.id()) && pin.stage() == node.stage();
            if (mine
                    && (step.begin().isBefore(pin.notBefore())
                            || !pin.unit().isEmpty() && !pin.unit().equals(step.unit()))) {
                say("YARD-PIN", step, "It is pinned to '" + pin.unit() + "' from " + pin.notBefore() + ".");
            }
        }
    }

    private void order(DayTrain train, DayFlow.Node node, DayStep step) {
        for (var before : DayFlow.before(train, node, question.rules().mode())) {
            var earlier = find(train.id(), before.stage(), before.part());
            if (earlier.filter(e -> e.end().isAfter(step.begin())).isPresent()) {
                say("YARD-ORDER", step, before.stage() + " is not over by then.");
            }
        }
        if (DayFlow.waitsForBox(train, node)) {
            var free = find(train.id(), YardStage.TRANSLOADING, 0)
                    .map(t -> t.begin().plusSeconds(rate(t).offSeconds(1 + node.part())));
            if (free.filter(f -> f.isAfter(step.begin())).isPresent()) {
                say("YARD-BOX", step, "The box is still on its wagon until " + free.get() + ".");
            }
        }
        long least = node.stage() == YardStage.TRANSLOADING
                ? rate(step).seconds(train.containers())
                : DayFlow.seconds(question.layout(), train, node.stage(), 0);
        if (Duration.between(step.begin(), step.end()).toSeconds() < least) {
            say("YARD-SHORT", step, "It takes " + least + " seconds here.");
        }
    }

    private CraneRate rate(DayStep transload) {
        return question.layout()
                .find(YardResource.CRANE, transload.second())
                .map(u -> DayFlow.rate(question.layout(), u.secondsPerLift()))
                .orElse(question.layout().crane());
    }

    private void units(DayTrain train, DayStep step) {
        unit(train, step, DayFlow.shownOn(step.stage()), step.unit(), step.stage() != YardStage.TRANSLOADING);
        DayFlow.second(step.stage()).ifPresent(r -> unit(train, step, r, step.second(), true));
        if (step.stage() == YardStage.TRANSLOADING) {
            boolean elsewhere = find(train.id(), YardStage.PLACING, 0)
                    .filter(p -> !p.unit().equals(step.unit()))
                    .isPresent();
            var crane = question.layout().find(YardResource.CRANE, step.second());
            var track = question.layout().find(YardResource.TRANSLOAD_TRACK, step.unit());
            boolean far = crane.isPresent()
                    && track.isPresent()
                    && !crane.get().group().isEmpty()
                    && !crane.get().group().equals(track.get().group());
            if (elsewhere || far) {
                say(
                        "YARD-TRACK",
                        step,
                        elsewhere ? "The train was placed elsewhere." : "The crane does not reach this track.");
            }
        }
        if (step.stage() == YardStage.DEPARTURE && !question.layout().slots().isEmpty()) {
            int second = (int) Math.floorMod(step.begin().getEpochSecond(), 86_400L);
            if (!question.layout().slots().contains(second)) {
                say("YARD-SLOT", step, "The next railway has no path then.");
            }
        }
    }

    private void unit(DayTrain train, DayStep step, YardResource resource, String id, boolean works) {
        var unit = question.layout().find(resource, id);
        if (unit.isEmpty()) {
            say("YARD-UNIT", step, resource + " '" + id + "' does not exist here.");
            return;
        }
        if (!DayFlow.suits(unit.get(), train)) {
            say(
                    "YARD-SUITS",
                    step,
                    resource + " " + id + " does not suit gauge, length or heaviest box of this train.");
        }
        for (var closures : List.of(question.layout().closures(), question.closures())) {
            for (var closure : closures) {
                if (works
                        && closure.covers(unit.get(), train.id())
                        && closure.from().isBefore(step.end())
                        && step.begin().isBefore(closure.until())) {
                    say("YARD-CLOSED", step, resource + " " + id + " cannot work then: " + closure.reason());
                }
            }
        }
    }

    private record Hold(DayStep step, YardResource resource, String unit, Instant from, Instant until) {}

    /** A train that stands on a track when it is reserved for another is in the way, though it does no work there. */
    private void reserved(Hold hold) {
        for (var closures : List.of(question.layout().closures(), question.closures())) {
            for (var closure : closures) {
                boolean mine = closure.trainId().isEmpty()
                        || closure.trainId().equals(hold.step().trainId())
                        || hold.step().fixed();
                if (!mine
                        && DayFlow.keepsTrack(hold.step().stage())
                        && closure.resource() == hold.resource()
                        && (closure.unit().isEmpty() || closure.unit().equals(hold.unit()))
                        && closure.from().isBefore(hold.until())
                        && hold.from().isBefore(closure.until())) {
                    say(
                            "YARD-RESERVED",
                            hold.step(),
                            hold.unit() + " is kept for " + closure.trainId() + " from " + closure.from() + " until "
                                    + closure.until() + ".");
                }
            }
        }
    }

    private void overlaps() {
        var holds = new HashMap<String, List<Hold>>();
        for (var step : steps) {
            for (var hold : holds(step)) {
                reserved(hold);
                holds.computeIfAbsent(hold.resource() + " " + hold.unit(), k -> new ArrayList<>())
                        .add(hold);
            }
        }
        for (var list : holds.values()) {
            for (int i = 0; i < list.size(); i++) {
                for (int j = i + 1; j < list.size(); j++) {
                    overlap(list.get(i), list.get(j));
                }
            }
        }
    }

    private void overlap(Hold a, Hold b) {
        boolean both = a.step().fixed() && b.step().fixed();
        if (!both && a.from().isBefore(b.until()) && b.from().isBefore(a.until())) {
            findings.add(Finding.error(
                    "YARD-OVERLAP",
                    Place.of(a.resource() + " " + a.unit()),
                    a.step().trainId() + " " + b.step().trainId(),
                    "Two trains would be on it at once. Move one of them."));
        }
    }

    private List<Hold> holds(DayStep step) {
        var holds = new ArrayList<Hold>();
        if (DayFlow.keepsTrack(step.stage())) {
            var changes = find(step.trainId(), YardStage.PLACING, 0).isPresent();
            var until = find(step.trainId(), DayFlow.freedBy(changes, step.stage()), 0)
                    .map(DayStep::end)
                    .orElse(step.end());
            holds.add(new Hold(step, DayFlow.shownOn(step.stage()), step.unit(), step.begin(), until));
        } else if (step.stage() != YardStage.TRANSLOADING) {
            holds.add(new Hold(step, DayFlow.shownOn(step.stage()), step.unit(), step.begin(), step.end()));
        }
        DayFlow.second(step.stage())
                .filter(r -> !step.second().isEmpty())
                .ifPresent(r -> holds.add(new Hold(step, r, step.second(), step.begin(), step.end())));
        return holds;
    }

    private Optional<DayStep> find(String train, YardStage stage, int part) {
        return byTrain.getOrDefault(train, List.of()).stream()
                .filter(s -> s.stage() == stage && s.part() == part)
                .findFirst();
    }

    private void say(String rule, DayStep step, String maybe) {
        findings.add(Finding.error(
                rule,
                Place.of(step.trainId() + " " + step.stage()),
                step.begin().toString(),
                maybe));
    }
}
