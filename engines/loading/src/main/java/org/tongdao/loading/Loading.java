package org.tongdao.loading;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/**
 * Loads boxes into containers: the best subset into one, or all of them into the fewest or cheapest.
 *
 * <p>Every answer obeys all rules of its problem; {@link LoadChecker} judges that with code of its own. Boxes that stay behind are told with the limit that
 * excluded them. Equal problems and node budgets give equal answers.
 */
public final class Loading {

    private static final double[] LIGHTER = {0, 0.5, 1};

    private Loading() {}

    /** The best subset of the boxes into one container: of the first type of the fleet or, where costs are asked for, of the type that is cheapest for what it takes. */
    public static LoadAnswer one(LoadProblem problem, PackLimits limits) {
        if (!problem.rules().objective().asksCost()) {
            return into(problem, problem.fleet().get(0), limits);
        }
        boolean begun = !problem.standing().isEmpty() || !problem.reserved().isEmpty();
        var offers = begun ? problem.fleet().subList(0, 1) : problem.fleet();
        var answers = offers.stream()
                .map(offer -> into(problem, offer, limits.share(1.0 / offers.size())))
                .toList();
        var best = Collections.min(answers, Comparator.comparingDouble(a -> price(problem, a)));
        long nodes = answers.stream().mapToLong(LoadAnswer::nodes).sum();
        return new LoadAnswer(best.containers(), best.leftOut(), nodes);
    }

    private static LoadAnswer into(LoadProblem problem, ContainerOffer offer, PackLimits limits) {
        var best = fill(problem, offer, limits, Taste.PLAIN);
        var loaded = new Loaded(offer, best.boxes());
        return new LoadAnswer(List.of(loaded), leftOut(problem, loaded), best.nodes());
    }

    /** What stays behind of a problem when one container is loaded so, each with the limit that excluded it. */
    public static List<Finding> leftOut(LoadProblem problem, Loaded loaded) {
        return LeftOut.ofOne(problem.in(loaded.offer()), List.of(loaded));
    }

    /** What a cubic millimetre or a box of the load costs. */
    private static double price(LoadProblem problem, LoadAnswer answer) {
        var one = answer.containers().get(0);
        boolean byVolume = problem.rules().objective() == LoadRules.Objective.COST_PER_M3;
        double carried = byVolume ? one.volumeMm3() : one.boxes().size();
        return carried == 0 ? Double.POSITIVE_INFINITY : one.offer().cost() / carried;
    }

    /** All boxes into the containers of the fleet, as cheap as was found. */
    public static LoadAnswer all(LoadProblem problem, PackLimits limits) {
        var rules = problem.rules();
        var whole = rules.objective().asksCost() ? problem.with(rules.with(LoadRules.Objective.VOLUME)) : problem;
        return new FleetLoading(whole, limits).solve();
    }

    /**
     * What is wanted most of a container that is one of several.
     *
     * @param largeFirst exponent of the volume; above 1 large boxes count more than small ones
     * @param mass what a box's part of the payload counts beside its part of the room, so that heavy and light boxes are mixed and both are used up
     */
    record Taste(double largeFirst, double mass) {

        static final Taste PLAIN = new Taste(1, 0);
    }

    record Filled(List<Stowed> boxes, long nodes) {}

    /** One container under all rules; groups that cannot be whole in it are left for another. */
    static Filled fill(LoadProblem problem, ContainerOffer offer, PackLimits limits, Taste taste) {
        return problem.rules().wholeGroups()
                ? new GroupLoading(offer, limits, taste).fill(problem)
                : best(problem, offer, limits, taste);
    }

    /** The same, whatever groups are torn. */
    static Filled best(LoadProblem problem, ContainerOffer offer, PackLimits limits, Taste taste) {
        var first = solve(problem, offer, limits, worth(problem, offer, 0, taste));
        var objective = problem.rules().objective();
        boolean byRoom = objective == LoadRules.Objective.VOLUME || objective == LoadRules.Objective.COST_PER_M3;
        if (!byRoom || taste.mass() > 0 || !isHeavy(problem, offer)) {
            return first;
        }
        var best = first;
        for (double lighter : LIGHTER) {
            if (lighter > 0) {
                var other = solve(problem, offer, limits.share(0.5), worth(problem, offer, lighter, taste));
                best = better(other, best);
            }
        }
        return best;
    }

    private static Filled solve(
            LoadProblem problem, ContainerOffer offer, PackLimits limits, ToDoubleFunction<Cargo> worth) {
        var search = new LoadSearch(problem, offer, worth);
        return new Filled(search.solve(limits), search.nodes);
    }

    private static Filled better(Filled a, Filled b) {
        long volumeA = a.boxes().stream().mapToLong(Stowed::volumeMm3).sum();
        long volumeB = b.boxes().stream().mapToLong(Stowed::volumeMm3).sum();
        var one = volumeA > volumeB ? a : b;
        return new Filled(one.boxes(), a.nodes() + b.nodes());
    }

    /** Whether the payload rather than the room would be used up first. */
    private static boolean isHeavy(LoadProblem problem, ContainerOffer offer) {
        double mass = problem.cargo().stream()
                .mapToDouble(c -> (double) c.grossG() * c.quantity())
                .sum();
        double volume = problem.cargo().stream()
                .mapToDouble(c -> (double) c.volumeMm3() * c.quantity())
                .sum();
        double room = Math.min(volume, offer.type().inner().volumeMm3());
        return volume > 0 && mass * room / volume > offer.type().payloadG();
    }

    /** What a box is worth; where mass is scarce, heavy boxes are worth less than their volume. */
    private static ToDoubleFunction<Cargo> worth(
            LoadProblem problem, ContainerOffer offer, double lighter, Taste taste) {
        if (problem.rules().objective() == LoadRules.Objective.VALUE) {
            return c -> Math.max(c.value(), 1e-9);
        }
        if (problem.rules().objective() == LoadRules.Objective.COST_PER_PARCEL) {
            return c -> 1;
        }
        double room = offer.type().inner().volumeMm3();
        double payload = Math.max(1, offer.type().payloadG());
        return c -> {
            double volume = c.volumeMm3() / room;
            double scarce = lighter * Math.max(0, c.grossG() / payload - volume);
            double part = Math.pow(Math.max(volume * 0.01, volume - scarce), taste.largeFirst());
            return room * (part + taste.mass() * c.grossG() / payload);
        };
    }
}
