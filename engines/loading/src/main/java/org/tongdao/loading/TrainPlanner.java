package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Composes one train: the most worth that its limits allow, on the fewest wagons for it, with a proved bound.
 *
 * <p>{@link TrainSearch} chooses the boxes and pairs the 20' in one go; wagons of one route then stand together, in the order given or by name, so that what is
 * unloaded first stands at the end of the train.
 */
public final class TrainPlanner {

    private static final Comparator<List<TrainBox>> HEAVY_FIRST = Comparator.comparingLong(TrainPlanner::mass)
            .reversed()
            .thenComparing(w -> w.get(0).no());

    private final TrainRules rules;
    private final List<Consist.LeftOut> leftOut = new ArrayList<>();

    private TrainPlanner(TrainRules rules) {
        this.rules = rules;
    }

    /**
     * How long to look.
     *
     * @param nodes of the search tree at most
     * @param nanos by {@code clock}
     * @param clock nanoseconds of any origin
     */
    public record Effort(long nodes, long nanos, LongSupplier clock) {

        /** Enough for a train of 60 wagons out of a pool of 150 in a second or less; equal on every machine. */
        public static final Effort USUAL = new Effort(300, Long.MAX_VALUE, () -> 0);

        public static Effort seconds(double seconds) {
            return new Effort(Long.MAX_VALUE, Math.round(seconds * 1e9), System::nanoTime);
        }
    }

    public static Consist plan(TrainRules rules, List<TrainBox> boxes) {
        return plan(rules, boxes, List.of(), Effort.USUAL).consist();
    }

    /** @param unloading destinations in the order in which they are reached; those not named come last, by name */
    public static TrainPlan plan(TrainRules rules, List<TrainBox> boxes, List<String> unloading, Effort effort) {
        return new TrainPlanner(rules).compose(boxes, unloading, effort);
    }

    private TrainPlan compose(List<TrainBox> boxes, List<String> unloading, Effort effort) {
        Map<String, List<TrainBox>> routes = new TreeMap<>();
        for (var box : boxes) {
            if (box.grossG() > rules.maxGrossG(box.type())) {
                leftOut.add(new Consist.LeftOut(box, "TRAIN-BOX-GROSS"));
            } else {
                routes.computeIfAbsent(box.route(), r -> new ArrayList<>()).add(box);
            }
        }
        var found = new TrainSearch(rules, List.copyOf(routes.values()), effort).solve();
        var wagons = new ArrayList<>(found.wagons());
        wagons.sort(Comparator.comparingInt((List<TrainBox> w) -> -rank(w, unloading))
                .thenComparing(w -> w.get(0).route())
                .thenComparing(HEAVY_FIRST));
        nameWhatStays(routes.values(), wagons);
        var consist = new Consist(rules, List.copyOf(wagons), List.copyOf(leftOut));
        return new TrainPlan(consist, found.worth(), found.bound(), found.nodes());
    }

    private static int rank(List<TrainBox> wagon, List<String> unloading) {
        int at = unloading.indexOf(wagon.get(0).route());
        return at < 0 ? unloading.size() : at;
    }

    private void nameWhatStays(Iterable<List<TrainBox>> routes, List<List<TrainBox>> wagons) {
        long mass = wagons.stream().mapToLong(TrainPlanner::mass).sum();
        var taken = new java.util.HashSet<TrainBox>();
        wagons.forEach(taken::addAll);
        for (var route : routes) {
            for (var box : route) {
                if (!taken.contains(box)) {
                    boolean heavy = mass + box.grossG() > rules.limits().maxBoxesG();
                    leftOut.add(new Consist.LeftOut(box, heavy ? "TRAIN-GROSS" : "TRAIN-LENGTH"));
                }
            }
        }
    }

    static long mass(List<TrainBox> load) {
        return load.stream().mapToLong(TrainBox::grossG).sum();
    }
}
