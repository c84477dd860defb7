package org.tongdao.planning;

import java.util.List;
import java.util.TreeMap;
import org.tongdao.routing.Assignment;
import org.tongdao.terms.Finding;

/** What {@code bin/tongdao assign --json} prints: who goes which way, who stays and why, costs in CNY, the proved gap as a share. */
record AssignDocument(
        double cost, double gap, List<Goes> goes, List<Stays> stays, List<FindingDocument> findings, double seconds) {

    /** The journey's costs are of one whole container. */
    record Goes(String id, JourneyDocument journey) {}

    record Stays(String id, String why) {}

    static AssignDocument of(Assignment plan, List<Finding> findings, double seconds) {
        return new AssignDocument(
                plan.cost() / 100.0,
                Math.round(plan.gap() * 1e6) / 1e6,
                new TreeMap<>(plan.ways())
                        .entrySet().stream()
                                .map(e -> new Goes(e.getKey(), JourneyDocument.of(e.getValue())))
                                .toList(),
                new TreeMap<>(plan.leftOut())
                        .entrySet().stream()
                                .map(e -> new Stays(e.getKey(), e.getValue()))
                                .toList(),
                findings.stream().map(FindingDocument::of).toList(),
                seconds);
    }
}
