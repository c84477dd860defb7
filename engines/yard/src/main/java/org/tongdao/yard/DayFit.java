package org.tongdao.yard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Says before any planning what cannot go well: trains that no track or crane suits, closures and pins of what does not exist, facts of the future. */
public final class DayFit {

    private DayFit() {}

    /** Findings of a question; a train with an error cannot be planned whole. */
    public static List<Finding> check(DayQuestion question) {
        var findings = new ArrayList<Finding>();
        question.trains().forEach(t -> train(question.layout(), t, findings));
        Set<String> trains = question.trains().stream().map(DayTrain::id).collect(Collectors.toSet());
        for (var closure : question.closures()) {
            if (!closure.unit().isEmpty()
                    && question.layout()
                            .find(closure.resource(), closure.unit())
                            .isEmpty()) {
                findings.add(Finding.error(
                        "YARD-UNIT",
                        Place.of("closure"),
                        closure.resource() + " " + closure.unit(),
                        "It does not exist here."));
            }
            if (!closure.trainId().isEmpty() && !trains.contains(closure.trainId())) {
                findings.add(unknown("reservation", closure.trainId()));
            }
        }
        question.pins().stream()
                .filter(p -> !trains.contains(p.trainId()))
                .forEach(p -> findings.add(unknown("pin", p.trainId())));
        DayFacts.check(question, findings);
        for (var fact : question.fixed()) {
            if (!trains.contains(fact.trainId())) {
                findings.add(unknown("fact", fact.trainId()));
            } else if (fact.begin().isAfter(question.now())) {
                findings.add(Finding.error(
                        "YARD-FUTURE",
                        Place.of(fact.trainId() + " " + fact.stage()),
                        fact.begin().toString(),
                        "It was told to begin after now, " + question.now() + "."));
            }
        }
        return findings;
    }

    private static Finding unknown(String what, String train) {
        return Finding.error("YARD-TRAIN", Place.of(what), train, "No such train is expected here.");
    }

    private static void train(YardLayout layout, DayTrain train, List<Finding> findings) {
        tracks(layout, train, YardResource.RECEIVING_TRACK, train.gaugeMm(), findings);
        if (train.changesGauge()) {
            tracks(layout, train, YardResource.TRANSLOAD_TRACK, train.gaugeMm(), findings);
            tracks(layout, train, YardResource.DEPARTURE_TRACK, train.onwardMm(), findings);
            boolean lifted = layout.units(YardResource.CRANE).stream().anyMatch(u -> DayFlow.suits(u, train));
            if (!lifted) {
                findings.add(Finding.error(
                        "YARD-HEAVY",
                        Place.of(train.id()),
                        train.heaviestKg() + " kg",
                        "Its heaviest box is heavier than every crane set here lifts."));
            }
        }
    }

    private static void tracks(
            YardLayout layout, DayTrain train, YardResource resource, int gauge, List<Finding> findings) {
        var units = layout.units(resource);
        if (units.stream().noneMatch(u -> gauge == 0 || u.gaugeMm() == 0 || u.gaugeMm() == gauge)) {
            findings.add(Finding.error(
                    "YARD-GAUGE", Place.of(train.id()), gauge + " mm", "No " + resource + " here has this gauge."));
        } else if (units.stream().noneMatch(u -> DayFlow.suits(u, train))) {
            findings.add(Finding.error(
                    "YARD-LENGTH",
                    Place.of(train.id()),
                    train.lengthM() + " m",
                    "Every " + resource + " of its gauge is shorter than the train."));
        }
    }
}
