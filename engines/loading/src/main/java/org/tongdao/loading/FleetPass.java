package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.LoadAnswer.Loaded;

/**
 * All boxes into containers, one container after the other: one pass of {@link FleetLoading}. It knows nothing of the passes beside it but the cheapest answer
 * of those before it, and that only to end early.
 */
final class FleetPass {

    private final LoadProblem problem;
    private final Loading.Taste taste;
    private final Supplier<PackLimits> limits;
    private final Map<ContainerOffer, Integer> used = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param limits of one container, asked before each
     */
    FleetPass(LoadProblem problem, Loading.Taste taste, Supplier<PackLimits> limits) {
        this.problem = problem;
        this.taste = taste;
        this.limits = limits;
    }

    /**
     * One container more.
     *
     * @param nodes that the choice of it took
     * @param cost of all containers of the pass up to it; what a step costs that found none is that of those before it
     */
    record Step(long nodes, double cost) {}

    /** @param answer none when the pass was given up */
    record Done(@Nullable LoadAnswer answer, List<Step> steps) {}

    /** What ends a pass early, given the cost so far. */
    interface GiveUp {
        boolean at(double cost);
    }

    Done run(GiveUp giveUp) {
        Map<String, Integer> left = new HashMap<>();
        problem.cargo().forEach(c -> left.put(c.id(), c.quantity()));
        var loaded = new ArrayList<Loaded>();
        double cost = 0;
        var rest = problem;
        boolean stands = !problem.standing().isEmpty();
        var begun = begunGroups();
        while (stands && loaded.isEmpty() || left.values().stream().anyMatch(n -> n > 0)) {
            var next = next(rest, cost);
            int placed =
                    next == null ? 0 : next.boxes().size() - rest.standing().size();
            if (next == null || placed == 0 && (rest.standing().isEmpty() || !loaded.isEmpty())) {
                break;
            }
            loaded.add(next);
            used.merge(next.offer(), 1, Integer::sum);
            cost += next.offer().cost();
            next.boxes().stream().skip(rest.standing().size()).forEach(b -> left.merge(b.cargo(), -1, Integer::sum));
            steps.set(steps.size() - 1, new Step(steps.get(steps.size() - 1).nodes(), cost));
            if (giveUp.at(cost)) {
                return new Done(null, List.copyOf(steps));
            }
            rest = problem.with(List.of(), List.of())
                    .with(problem.cargo().stream()
                            .map(c -> c.with(begun.contains(c.sorting().group()) ? 0 : left.getOrDefault(c.id(), 0)))
                            .toList());
        }
        var answer = new LoadAnswer(loaded, LeftOut.counted(problem, loaded), 0);
        return new Done(answer, List.copyOf(steps));
    }

    /** Groups that travel whole and of which boxes stand: what is left of them may go into no other container. */
    private Set<String> begunGroups() {
        if (!problem.rules().wholeGroups()) {
            return Set.of();
        }
        var stand = problem.standing().stream().map(LoadProblem.Stowed::cargo).collect(Collectors.toSet());
        return problem.cargo().stream()
                .filter(c -> stand.contains(c.id()) && !c.sorting().group().isEmpty())
                .map(c -> c.sorting().group())
                .collect(Collectors.toSet());
    }

    /** The container that costs least together with what the boxes it does not take will cost at least. */
    private @Nullable Loaded next(LoadProblem rest, double cost) {
        long open = rest.cargo().stream().mapToLong(Cargo::quantity).sum();
        var tries = tries(rest, cost);
        double leastCost = Double.MAX_VALUE;
        double leastRate = Double.MAX_VALUE;
        for (var one : tries) {
            leastCost = Math.min(leastCost, one.offer().cost());
            leastRate = Math.min(leastRate, one.offer().cost() / Math.max(1, one.volumeMm3()));
        }
        Loaded best = null;
        double least = Double.MAX_VALUE;
        for (var one : tries) {
            boolean whole = one.boxes().size() - rest.standing().size() == open;
            double after = whole ? 0 : Math.max(leastCost, leastRate * (volume(rest) - one.volumeMm3()));
            double placed = one.boxes().size() - rest.standing().size();
            if ((placed > 0 || !rest.standing().isEmpty()) && one.offer().cost() + after < least) {
                least = one.offer().cost() + after;
                best = one;
            }
        }
        return best;
    }

    private List<Loaded> tries(LoadProblem rest, double cost) {
        var tries = new ArrayList<Loaded>();
        long nodes = 0;
        boolean begun = !rest.standing().isEmpty() || !rest.reserved().isEmpty();
        for (var offer : begun ? problem.fleet().subList(0, 1) : problem.fleet()) {
            if (used.getOrDefault(offer, 0) < offer.available()) {
                var filled = Loading.fill(rest, offer, limits.get(), taste);
                nodes += Math.max(1, filled.nodes()); // so that boxes that fit nowhere use the budget up too
                tries.add(new Loaded(offer, filled.boxes()));
            }
        }
        steps.add(new Step(nodes, cost));
        return tries;
    }

    static double volume(LoadProblem problem) {
        return problem.cargo().stream()
                .mapToDouble(c -> (double) c.volumeMm3() * c.quantity())
                .sum();
    }
}
