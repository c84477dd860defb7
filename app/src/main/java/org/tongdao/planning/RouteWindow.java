package org.tongdao.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.tongdao.routing.Blocker;
import org.tongdao.routing.DoorSearch;
import org.tongdao.terms.Finding;

/** The departures of a window, each with the ways worth choosing that begin with it, or why there are none. */
public record RouteWindow(List<Start> starts, List<Finding> findings, List<Blocker> blockers) {

    /**
     * What leaves the start at one moment.
     *
     * @param ready the latest readiness within the window that catches it
     * @param latest when the goods must be handed in: the cut-off, or the departure of a truck on call
     * @param options earliest arrival first
     */
    public record Start(String line, Instant ready, Instant latest, Instant departs, List<RouteOption> options) {

        public RouteOption fastest() {
            return options.get(0);
        }

        public RouteOption cheapest() {
            return best(
                    Comparator.comparingDouble((RouteOption o) -> -o.figures().costCny()));
        }

        /** Most likely there within 14 days. */
        public RouteOption surest() {
            return best(
                    Comparator.comparingDouble((RouteOption o) -> o.figures().within14Days()));
        }

        /** Of equal ones the earliest. */
        private RouteOption best(Comparator<RouteOption> by) {
            return options.stream()
                    .reduce((a, b) -> by.compare(b, a) > 0 ? b : a)
                    .orElseThrow();
        }

        private static Start of(List<RouteOption> options) {
            var sorted = options.stream()
                    .sorted(Comparator.comparing((RouteOption o) -> o.journey().arrives()))
                    .toList();
            var leg = sorted.get(0).journey().legs().get(0);
            var ready = sorted.stream()
                    .map(o -> o.journey().ready())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return new Start(leg.line(), ready, leg.latest(), leg.departs(), sorted);
        }
    }

    static RouteWindow of(DoorSearch.Answer answer, Asked asked) {
        var starts = new LinkedHashMap<String, List<RouteOption>>();
        for (var offer : answer.offers()) {
            var leg = offer.journey().legs().get(0);
            starts.computeIfAbsent(leg.line() + leg.departs(), key -> new ArrayList<>())
                    .add(RouteOption.of(offer, asked));
        }
        return new RouteWindow(
                starts.values().stream()
                        .map(Start::of)
                        .sorted(Comparator.comparing(Start::departs))
                        .toList(),
                answer.findings(),
                answer.blockers());
    }
}
