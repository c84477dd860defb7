package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.LoadAnswer.Loaded;

/**
 * All boxes into containers: one after the other is filled with the best subset of what is left, the last by the cheapest type that takes the rest. Passes
 * differ in how much more a large box counts than a small one, because what fills the first containers well can leave the worst for the last; the cheapest
 * pass is kept. A pass that cannot become cheaper any more ends early.
 */
final class FleetLoading {

    private static final double[] LARGE_FIRST = {1, 1.15, 1.3, 1.05, 1.5, 1.1, 1.2, 1.8};
    private static final long QUICK = 60;

    /** What the payload counts beside the room, pass by pass, where both are scarce: heavy and light boxes are then mixed. */
    private static final double[] MASS_TOO = {1, 0, 0.5};

    private static final double NEARLY = 0.5;

    private final LoadProblem problem;
    private final PackLimits limits;
    private final long deadline;
    private @Nullable LoadAnswer best;
    private long nodes;

    FleetLoading(LoadProblem problem, PackLimits limits) {
        this.problem = problem;
        this.limits = limits;
        this.deadline = limits.nanos() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : limits.clock().getAsLong() + limits.nanos();
    }

    LoadAnswer solve() {
        long budget = QUICK;
        for (int pass = 0; pass == 0 || !isOver(); pass++) {
            double mass = isMassScarce() ? MASS_TOO[pass % MASS_TOO.length] : 0;
            var taste = new Loading.Taste(LARGE_FIRST[pass % LARGE_FIRST.length], mass);
            var answer = pass(taste, budget, pass == 0);
            if (answer != null && (best == null || better(answer, best))) {
                best = answer;
            }
            if (best != null && best.leftOut().isEmpty() && best.containers().size() <= leastContainers()) {
                break;
            }
            if (pass % LARGE_FIRST.length == LARGE_FIRST.length - 1) {
                budget *= 3;
            }
        }
        var found = java.util.Objects.requireNonNull(best);
        return new LoadAnswer(found.containers(), found.leftOut(), nodes);
    }

    private boolean isOver() {
        return nodes >= limits.nodes() || late() || Thread.currentThread().isInterrupted();
    }

    private boolean late() {
        return deadline != Long.MAX_VALUE && limits.clock().getAsLong() > deadline;
    }

    private static boolean better(LoadAnswer a, LoadAnswer b) {
        long leftA = boxes(a);
        long leftB = boxes(b);
        return leftA > leftB || leftA == leftB && a.cost() < b.cost() - 1e-9;
    }

    private static long boxes(LoadAnswer answer) {
        return answer.containers().stream().mapToLong(c -> c.boxes().size()).sum();
    }

    /** No answer of fewer containers is possible: by room or by payload, were all of the largest type. */
    private long leastContainers() {
        if (problem.fleet().size() > 1) {
            return 1;
        }
        double volume = 0;
        double mass = 0;
        for (var c : problem.cargo()) {
            volume += (double) c.volumeMm3() * c.quantity();
            mass += (double) c.grossG() * c.quantity();
        }
        var type = problem.fleet().get(0).type();
        return (long) Math.ceil(Math.max(volume / type.inner().volumeMm3(), mass / type.payloadG()));
    }

    private @Nullable LoadAnswer pass(Loading.Taste taste, long budget, boolean first) {
        Map<String, Integer> left = new HashMap<>();
        problem.cargo().forEach(c -> left.put(c.id(), c.quantity()));
        var used = new HashMap<ContainerOffer, Integer>();
        var loaded = new ArrayList<Loaded>();
        double cost = 0;
        var rest = problem;
        while (left.values().stream().anyMatch(n -> n > 0)) {
            var next = next(rest, used, taste, budget);
            int placed =
                    next == null ? 0 : next.boxes().size() - rest.standing().size();
            if (next == null || placed == 0 && (rest.standing().isEmpty() || !loaded.isEmpty())) {
                break;
            }
            loaded.add(next);
            used.merge(next.offer(), 1, Integer::sum);
            cost += next.offer().cost();
            next.boxes().stream().skip(rest.standing().size()).forEach(b -> left.merge(b.cargo(), -1, Integer::sum));
            boolean hopeless =
                    best != null && cost >= best.cost() && best.leftOut().isEmpty();
            if (!first && (late() || hopeless)) {
                return null;
            }
            rest = problem.with(List.of(), List.of())
                    .with(problem.cargo().stream()
                            .map(c -> c.with(left.getOrDefault(c.id(), 0)))
                            .toList());
        }
        return new LoadAnswer(loaded, new LeftOut(problem, loaded).findings(), nodes);
    }

    /** The container that costs least together with what the boxes it does not take will cost at least. */
    private @Nullable Loaded next(
            LoadProblem rest, Map<ContainerOffer, Integer> used, Loading.Taste taste, long budget) {
        long open = rest.cargo().stream().mapToLong(Cargo::quantity).sum();
        var tries = new ArrayList<Loaded>();
        double leastCost = Double.MAX_VALUE;
        double leastRate = Double.MAX_VALUE;
        boolean begun = !rest.standing().isEmpty() || !rest.reserved().isEmpty();
        for (var offer : begun ? problem.fleet().subList(0, 1) : problem.fleet()) {
            if (used.getOrDefault(offer, 0) < offer.available()) {
                var filled = Loading.fill(rest, offer, some(budget), taste);
                nodes += Math.max(1, filled.nodes()); // so that boxes that fit nowhere use the budget up too
                var one = new Loaded(offer, filled.boxes());
                tries.add(one);
                leastCost = Math.min(leastCost, offer.cost());
                leastRate = Math.min(leastRate, offer.cost() / Math.max(1, one.volumeMm3()));
            }
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

    /** Whether mass asks for nearly as many containers as room does, or for more. */
    private boolean isMassScarce() {
        var type = problem.fleet().get(0).type();
        double mass = problem.cargo().stream()
                .mapToDouble(c -> (double) c.grossG() * c.quantity())
                .sum();
        return mass / type.payloadG() > NEARLY * volume(problem) / type.inner().volumeMm3() && mass > type.payloadG();
    }

    private static double volume(LoadProblem rest) {
        return rest.cargo().stream()
                .mapToDouble(c -> (double) c.volumeMm3() * c.quantity())
                .sum();
    }

    private PackLimits some(long budget) {
        return new PackLimits(
                true,
                deadline == Long.MAX_VALUE
                        ? Long.MAX_VALUE
                        : Math.max(1, deadline - limits.clock().getAsLong()),
                budget,
                limits.threads(),
                limits.clock(),
                share -> {});
    }
}
