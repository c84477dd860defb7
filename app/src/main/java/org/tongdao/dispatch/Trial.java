package org.tongdao.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.yard.YardStage;

/**
 * What would follow from a change.
 *
 * @param findings that speak against it; nothing is saved while one stops
 */
public record Trial(StationBoard before, StationBoard after, List<Finding> findings) {

    /** A step that would be elsewhere, or at another time. */
    public record Moved(PlannedStep was, PlannedStep is) {}

    /** A departure, its promise, and whether it is kept before and after. */
    public record Promise(String trainNo, Optional<Instant> slot, Instant was, Instant is) {

        public boolean isBroken() {
            return slot.filter(is::isAfter).isPresent();
        }
    }

    public boolean isAllowed() {
        return findings.stream().noneMatch(Finding::stops);
    }

    public List<Moved> moved() {
        var moved = new ArrayList<Moved>();
        for (var is : after.steps()) {
            find(before, is).filter(was -> differs(was, is)).ifPresent(was -> moved.add(new Moved(was, is)));
        }
        return moved;
    }

    /** Departures that would be at another time. */
    public List<Promise> promises() {
        return moved().stream()
                .filter(m -> m.is().stage() == YardStage.DEPARTURE)
                .map(m -> new Promise(
                        m.is().trainNo(),
                        after.train(m.is().trainId()).flatMap(TrainHere::slot),
                        m.was().begin(),
                        m.is().begin()))
                .toList();
    }

    private static Optional<PlannedStep> find(StationBoard board, PlannedStep step) {
        return board.steps().stream()
                .filter(s -> s.trainId() == step.trainId() && s.stage() == step.stage())
                .findFirst();
    }

    private static boolean differs(PlannedStep a, PlannedStep b) {
        return a.unit() != b.unit() || !a.begin().equals(b.begin());
    }
}
