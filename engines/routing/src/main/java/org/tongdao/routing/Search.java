package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scans departures in the order of time and keeps, per place and gauge, the arrivals that no other beats in both time and cost.
 *
 * <p>Exact for runs that arrive later than they depart (others are refused) and costs that are not negative: the handling time at a place depends
 * only on the two gauges, so a label that is beaten on the same gauge can never lead to a better end. Equal arguments give equal answers. Checked
 * against the enumeration of all ways on thousands of random networks.
 */
public final class Search {

    private Search() {}

    private record Label(Instant arrives, long cost, int gaugeMm, List<Run> runs) {

        boolean beats(Label other) {
            return !arrives.isAfter(other.arrives) && cost <= other.cost;
        }
    }

    /** Handling between two runs at a place. */
    @FunctionalInterface
    public interface Transfer {
        Duration at(String place, int gaugeMm, int nextGaugeMm);
    }

    /** The Pareto set of (arrival, cost), earliest first. */
    public static List<Itinerary> pareto(String from, String to, Instant readyAt, List<Run> runs, Transfer transfer) {
        Map<String, List<Label>> labels = new HashMap<>();
        labels.put(from, new ArrayList<>(List.of(new Label(readyAt, 0, -1, List.of()))));
        runs.stream()
                .peek(Search::check)
                .sorted(Comparator.comparing(Run::departs)
                        .thenComparing(Run::service)
                        .thenComparing(Run::from)
                        .thenComparing(Run::to))
                .forEach(run -> {
                    for (var label : List.copyOf(labels.getOrDefault(run.from(), List.of()))) {
                        var ready = label.runs().isEmpty()
                                ? label.arrives()
                                : label.arrives().plus(transfer.at(run.from(), label.gaugeMm(), run.gaugeMm()));
                        if (!ready.isAfter(run.departs())) {
                            keep(labels.computeIfAbsent(run.to(), k -> new ArrayList<>()), extended(label, run));
                        }
                    }
                });
        return front(labels.getOrDefault(to, List.of()));
    }

    /** Without those that another beats, whatever gauge they came in on; of equals the one found first stays. */
    private static List<Itinerary> front(List<Label> ends) {
        var best = new ArrayList<Itinerary>();
        long cheapest = Long.MAX_VALUE;
        for (var label : ends.stream()
                .filter(l -> !l.runs().isEmpty())
                .sorted(Comparator.comparing(Label::arrives).thenComparingLong(Label::cost))
                .toList()) {
            if (label.cost() < cheapest) {
                cheapest = label.cost();
                best.add(new Itinerary(label.runs(), label.cost()));
            }
        }
        return List.copyOf(best);
    }

    private static void check(Run run) {
        if (!run.arrives().isAfter(run.departs()) || run.costPerFfe() < 0) {
            throw new IllegalArgumentException(run + " arrives before it departs or costs less than nothing.");
        }
    }

    private static Label extended(Label label, Run run) {
        var runs = new ArrayList<>(label.runs());
        runs.add(run);
        return new Label(run.arrives(), label.cost() + run.costPerFfe(), run.gaugeMm(), List.copyOf(runs));
    }

    private static void keep(List<Label> labels, Label candidate) {
        if (labels.stream().noneMatch(l -> l.gaugeMm() == candidate.gaugeMm() && l.beats(candidate))) {
            labels.removeIf(l -> l.gaugeMm() == candidate.gaugeMm() && candidate.beats(l));
            labels.add(candidate);
        }
    }
}
