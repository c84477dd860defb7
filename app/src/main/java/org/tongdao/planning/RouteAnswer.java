package org.tongdao.planning;

import java.util.List;
import org.tongdao.routing.Blocker;
import org.tongdao.terms.Finding;

/** Ways to choose from, under a budget the surest, or why there are none. */
public record RouteAnswer(
        List<RouteOption> options, List<Finding> findings, List<Blocker> blockers, RouteBudget budget) {

    /** Nothing found. */
    public static RouteAnswer none(List<Finding> findings) {
        return new RouteAnswer(List.of(), findings, List.of(), RouteBudget.NONE);
    }
}
