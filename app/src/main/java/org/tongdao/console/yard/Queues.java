package org.tongdao.console.yard;

import java.util.List;
import org.tongdao.dispatch.PlannedStep;
import org.tongdao.dispatch.PlannedStep.Told;
import org.tongdao.dispatch.StationBoard;
import org.tongdao.yard.YardPriority;

/**
 * One of the five priorities as a queue.
 *
 * @param place 1 is served first
 * @param going trains at it now
 * @param next steps still to come, soonest first
 */
record Queues(YardPriority priority, int place, List<PlannedStep> going, List<PlannedStep> next, long done) {

    static List<Queues> of(StationBoard board) {
        return board.order().stream().map(p -> of(board, p)).toList();
    }

    private static Queues of(StationBoard board, YardPriority priority) {
        var steps = board.steps().stream()
                .filter(s -> s.stage().priority().filter(p -> p == priority).isPresent())
                .toList();
        return new Queues(
                priority,
                board.order().indexOf(priority) + 1,
                steps.stream().filter(s -> s.told() == Told.BEGUN).toList(),
                steps.stream().filter(PlannedStep::isOpen).toList(),
                steps.stream()
                        .filter(s -> s.told() == Told.DONE || s.told() == Told.IMPLIED)
                        .count());
    }

    /** The order with this class one place earlier. */
    public String earlier(List<YardPriority> order) {
        var names = new java.util.ArrayList<>(order.stream().map(Enum::name).toList());
        int at = names.indexOf(priority.name());
        java.util.Collections.swap(names, at, Math.max(0, at - 1));
        return String.join(" ", names);
    }
}
