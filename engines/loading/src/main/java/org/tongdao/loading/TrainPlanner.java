package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Composes one train: the most containers that its limits allow, on the fewest wagons for them.
 *
 * <p>20' are paired along their order of mass within a route. Neighbours in that order are paired whenever they may be, which leaves the fewest alone: if an
 * optimal pairing joins others, exchanging partners towards neighbours never makes a difference of masses larger than the largest it already holds. When not
 * everything fits, the number of pairs is tried from none to all, each time the lightest pairs and the lightest single loads: nothing else of equal count
 * weighs less, so the best of these is the best there is for this pairing.
 */
public final class TrainPlanner {

    private static final Comparator<TrainBox> HEAVY_FIRST =
            Comparator.comparingLong(TrainBox::grossG).reversed().thenComparing(TrainBox::no);
    private static final Comparator<List<TrainBox>> LIGHT_FIRST = Comparator.<List<TrainBox>>comparingLong(
                    TrainPlanner::mass)
            .thenComparing(w -> w.get(0).no());

    private final TrainRules rules;
    private final List<Consist.LeftOut> leftOut = new ArrayList<>();

    private TrainPlanner(TrainRules rules) {
        this.rules = rules;
    }

    public static Consist plan(TrainRules rules, List<TrainBox> boxes) {
        return new TrainPlanner(rules).plan(boxes);
    }

    private Consist plan(List<TrainBox> boxes) {
        Map<String, List<TrainBox>> routes = new TreeMap<>();
        for (var box : boxes) {
            if (box.grossG() > rules.maxGrossG(box) || box.grossG() > rules.maxWagonLoadG()) {
                leftOut.add(new Consist.LeftOut(box, "TRAIN-BOX-GROSS"));
            } else {
                routes.computeIfAbsent(box.route(), r -> new ArrayList<>()).add(box);
            }
        }
        var loads = new ArrayList<List<TrainBox>>();
        routes.values().forEach(route -> loads.addAll(wagonLoads(route)));
        var taken = mostThatFits(loads);
        taken.sort(Comparator.<List<TrainBox>, String>comparing(w -> w.get(0).route())
                .thenComparing(LIGHT_FIRST.reversed()));
        return new Consist(rules, List.copyOf(taken), List.copyOf(leftOut));
    }

    private List<List<TrainBox>> wagonLoads(List<TrainBox> route) {
        var loads = new ArrayList<List<TrainBox>>();
        route.stream().filter(b -> !b.isTwenty()).forEach(b -> loads.add(List.of(b)));
        var twenties =
                route.stream().filter(TrainBox::isTwenty).sorted(HEAVY_FIRST).toList();
        for (int i = 0; i < twenties.size(); i++) {
            var box = twenties.get(i);
            if (i + 1 < twenties.size() && mayPair(box, twenties.get(i + 1))) {
                loads.add(List.of(box, twenties.get(++i)));
            } else {
                loads.add(List.of(box));
            }
        }
        return loads;
    }

    private boolean mayPair(TrainBox heavier, TrainBox lighter) {
        return heavier.grossG() - lighter.grossG() <= rules.maxPairG()
                && heavier.grossG() + lighter.grossG() <= rules.maxWagonLoadG();
    }

    private List<List<TrainBox>> mostThatFits(List<List<TrainBox>> loads) {
        var pairs =
                loads.stream().filter(l -> l.size() == 2).sorted(LIGHT_FIRST).toList();
        var singles =
                loads.stream().filter(l -> l.size() == 1).sorted(LIGHT_FIRST).toList();
        List<List<TrainBox>> best = new ArrayList<>();
        long most = -1;
        for (int n = 0; n <= Math.min(pairs.size(), rules.maxWagons()); n++) {
            var some = new ArrayList<>(pairs.subList(0, n));
            long mass = some.stream().mapToLong(TrainPlanner::mass).sum();
            if (mass > rules.maxBoxesG()) {
                break;
            }
            fill(some, mass, singles);
            long count = some.stream().mapToLong(List::size).sum();
            if (count >= most) {
                best = some;
                most = count;
            }
        }
        nameWhatStays(loads, best);
        return best;
    }

    private void fill(List<List<TrainBox>> some, long mass, List<List<TrainBox>> singles) {
        for (var load : singles) {
            mass += mass(load);
            if (some.size() == rules.maxWagons() || mass > rules.maxBoxesG()) {
                return;
            }
            some.add(load);
        }
    }

    private void nameWhatStays(List<List<TrainBox>> loads, List<List<TrainBox>> taken) {
        String rule = taken.size() == rules.maxWagons() ? "TRAIN-LENGTH" : "TRAIN-GROSS";
        loads.stream()
                .filter(load -> !taken.contains(load))
                .flatMap(List::stream)
                .forEach(box -> leftOut.add(new Consist.LeftOut(box, rule)));
    }

    private static long mass(List<TrainBox> load) {
        return load.stream().mapToLong(TrainBox::grossG).sum();
    }
}
