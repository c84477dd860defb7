package org.tongdao.yard;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** What was told of a train must be able to have happened: not before the train came, not before what it waits for, each step once and forwards. */
final class DayFacts {

    private final DayQuestion question;
    private final List<Finding> findings;
    private final Map<String, DayStep> told = new HashMap<>();

    private DayFacts(DayQuestion question, List<Finding> findings) {
        this.question = question;
        this.findings = findings;
    }

    static void check(DayQuestion question, List<Finding> findings) {
        var facts = new DayFacts(question, findings);
        for (var fact : question.fixed()) {
            if (facts.told.put(key(fact.trainId(), fact.stage(), fact.part()), fact) != null) {
                facts.say("YARD-TOLD-TWICE", fact, fact.begin(), "This step was told already. Keep one of the two.");
            }
        }
        question.fixed().forEach(facts::one);
    }

    private static String key(String train, YardStage stage, int part) {
        return train + '/' + stage + '/' + part;
    }

    private void one(DayStep fact) {
        var train = question.trains().stream()
                .filter(t -> t.id().equals(fact.trainId()))
                .findFirst();
        if (fact.end().isBefore(fact.begin())) {
            say("YARD-BACKWARDS", fact, fact.end(), "It was told to end before it began, " + fact.begin() + ".");
        }
        train.ifPresent(t -> of(t, fact));
    }

    private void of(DayTrain train, DayStep fact) {
        if (fact.begin().isBefore(train.arrival())) {
            say("YARD-EARLY", fact, fact.begin(), "The train came only at " + train.arrival() + ".");
        }
        var node = new DayFlow.Node(fact.stage(), fact.part());
        if (!DayFlow.nodes(train).contains(node)) {
            say("YARD-NO-STEP", fact, fact.begin(), "This train does not go through that here.");
            return;
        }
        for (var before : DayFlow.before(train, node, question.rules().mode())) {
            var earlier = Optional.ofNullable(told.get(key(train.id(), before.stage(), before.part())));
            if (earlier.isEmpty()) {
                say("YARD-UNTOLD", fact, fact.begin(), before.stage() + " was not told, which comes before it.");
            } else if (earlier.get().end().isAfter(fact.begin())) {
                say(
                        "YARD-EARLY",
                        fact,
                        fact.begin(),
                        before.stage() + " was over only at " + earlier.get().end() + ".");
            }
        }
    }

    private void say(String rule, DayStep fact, Instant value, String maybe) {
        findings.add(Finding.error(rule, Place.of(fact.trainId() + " " + fact.stage()), value.toString(), maybe));
    }
}
