package org.tongdao.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The nearest rules that keep goods from their way.
 *
 * <p>Each rule is lifted alone first; of those that open a way the one with the earliest arrival is the answer. When none does, all are lifted and put back
 * one after the other as long as a way stays open: what cannot be put back is a set of which every rule is needed. Exact, because every trial is a search.
 */
final class Blocking {

    private final Relaxed asked;
    private final Function<Relaxed, Optional<Journey>> earliest;

    Blocking(Relaxed asked, Function<Relaxed, Optional<Journey>> earliest) {
        this.asked = asked;
        this.earliest = earliest;
    }

    /** The rules and the way that they keep shut. */
    record Found(List<Blocker> blockers, Journey way) {}

    /** Nothing when there is no way even without any rule. */
    Optional<Found> find() {
        var rules = asked.rules();
        var all = without(rules);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var one = rules.stream()
                .flatMap(rule -> without(List.of(rule)).map(way -> new Found(List.of(rule), way)).stream())
                .min(Comparator.comparing(f -> f.way().arrives()));
        return one.isPresent() ? one : Optional.of(several(rules, all.get()));
    }

    private Found several(List<Blocker> rules, Journey way) {
        var lifted = new ArrayList<>(rules);
        var shut = way;
        for (var rule : rules) {
            lifted.remove(rule);
            var still = without(lifted);
            if (still.isPresent()) {
                shut = still.get();
            } else {
                lifted.add(rule);
            }
        }
        return new Found(List.copyOf(lifted), shut);
    }

    private Optional<Journey> without(List<Blocker> lifted) {
        return earliest.apply(asked.without(lifted));
    }
}
