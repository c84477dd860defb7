package org.tongdao.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.dispatch.Actual.Mark;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.yard.YardStage;

/** What speaks against an actual: the future, the wrong order, something told before, work that nobody could do so fast. */
final class ActualRules {

    private ActualRules() {}

    static List<Finding> of(Actual actual, TrainHere train, StationBoard board) {
        var findings = new ArrayList<Finding>();
        if (actual.at().isAfter(board.now())) {
            findings.add(error(
                    "ACTUAL-FUTURE",
                    actual,
                    "It is " + board.now() + " now. Type what has happened; move the step to plan it."));
        }
        if (!Flow.stages(train).contains(actual.stage())) {
            findings.add(error("ACTUAL-NO-STAGE", actual, "This train does not go through that here."));
            return findings;
        }
        if (isKnown(actual, train) && !actual.correction()) {
            findings.add(error(
                    "ACTUAL-KNOWN", actual, "It was told before. Tick correction and say why, if that was wrong."));
        }
        findings.addAll(order(actual, train));
        if (findings.isEmpty()) {
            findings.addAll(pace(actual, train, board));
        }
        return findings;
    }

    private static boolean isKnown(Actual actual, TrainHere train) {
        return Optional.ofNullable(train.facts().get(actual.stage()))
                .flatMap(f -> actual.mark() == Mark.BEGIN ? f.begin() : f.end())
                .isPresent();
    }

    private static List<Finding> order(Actual actual, TrainHere train) {
        var findings = new ArrayList<Finding>();
        for (var before : Flow.before(train, actual.stage())) {
            var end = end(train, before);
            if (end.isEmpty()) {
                findings.add(error("ACTUAL-ORDER", actual, before + " was not told to be over. Tell that first."));
            } else if (actual.at().isBefore(end.get())) {
                findings.add(error("ACTUAL-TOO-EARLY", actual, before + " was over only at " + end.get() + "."));
            }
        }
        if (actual.stage() == YardStage.ARRIVAL_CHECK && actual.mark() == Mark.END && !train.isArrived()) {
            findings.add(error("ACTUAL-ORDER", actual, "The train's arrival was not told yet."));
        }
        var fact = Optional.ofNullable(train.facts().get(actual.stage()));
        var begin = fact.flatMap(TrainHere.StepFact::begin);
        if (actual.mark() == Mark.END && begin.isEmpty() && actual.stage() != YardStage.DEPARTURE) {
            findings.add(error("ACTUAL-ORDER", actual, "Its beginning was not told. Tell that first."));
        }
        if (actual.mark() == Mark.END && begin.filter(actual.at()::isBefore).isPresent()) {
            findings.add(error("ACTUAL-TOO-EARLY", actual, "It began only at " + begin.get() + "."));
        }
        fact.flatMap(TrainHere.StepFact::end)
                .filter(end -> actual.mark() == Mark.BEGIN && actual.at().isAfter(end))
                .ifPresent(end -> findings.add(error("ACTUAL-ORDER", actual, "It was over at " + end + " already.")));
        return findings;
    }

    private static Optional<Instant> end(TrainHere train, YardStage stage) {
        return Optional.ofNullable(train.facts().get(stage)).flatMap(TrainHere.StepFact::end);
    }

    /** Stage times are assumed, so this is said and does not stop. */
    private static List<Finding> pace(Actual actual, TrainHere train, StationBoard board) {
        var begin = Optional.ofNullable(train.facts().get(actual.stage())).flatMap(TrainHere.StepFact::begin);
        var least = Flow.least(board.station(), train, actual.stage());
        return begin.filter(b -> actual.mark() == Mark.END && actual.at().isBefore(b.plus(least)))
                        .isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        "ACTUAL-TOO-FAST",
                        Place.of(actual.trainNo() + " " + actual.stage()),
                        actual.at().toString(),
                        "The station needs at least " + least.toMinutes()
                                + " min for it (assumed). It is stored; check the time."));
    }

    static Finding error(String rule, Actual actual, String maybe) {
        return Finding.error(
                rule,
                Place.of(actual.trainNo() + " " + actual.stage() + " " + actual.mark()),
                actual.at().toString(),
                maybe);
    }
}
