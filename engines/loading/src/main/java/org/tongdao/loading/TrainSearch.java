package org.tongdao.loading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses what goes on a train: a depth-first search that decides box after box, with a bound from pricing the gross limit.
 *
 * <p>For a price per gram the best choice without the gross limit is a short table ({@link TrainTable}). Of a chosen set of 20', neighbours in the order of mass
 * are paired: exchanging partners towards neighbours never makes a difference of masses larger than the largest it already holds. The lowest value over all
 * prices is a bound; the choice at the price where the gross limit is just kept is a train. One worth is a thousand points and a wagon costs one, so that of
 * trains of equal worth the shortest wins.
 */
final class TrainSearch {

    static final long POINTS = 1000;
    private static final int PRICES = 40;
    /** What a better train has at least more: one wagon. */
    private static final double LEAST = 0.999;

    private final TrainRules rules;
    private final List<TrainBox> boxes = new ArrayList<>();
    private final TrainPlanner.Effort effort;
    private final long began;
    private final int most;
    private final long limitG;
    private final TrainTable table;
    private final TrainFill fill;
    private List<int[]> best = List.of();
    private double bestPoints = -1;
    private double openBound;
    private long nodes;

    TrainSearch(TrainRules rules, List<List<TrainBox>> routes, TrainPlanner.Effort effort) {
        this.rules = rules;
        this.effort = effort;
        this.began = effort.clock().getAsLong();
        for (var route : routes) {
            var sorted = new ArrayList<>(route);
            sorted.sort(Comparator.comparing(TrainBox::isTwenty)
                    .thenComparing(Comparator.comparingLong(TrainBox::grossG).reversed())
                    .thenComparing(TrainBox::no));
            boxes.addAll(sorted);
        }
        most = Math.min(boxes.size(), rules.mostWagons());
        limitG = rules.limits().maxBoxesG();
        table = new TrainTable(rules, boxes, most, true);
        fill = new TrainFill(rules, boxes, most);
    }

    record Found(List<List<TrainBox>> wagons, long worth, long bound, long nodes) {}

    Found solve() {
        explore(new int[boxes.size()], Double.MAX_VALUE);
        long worth = 0;
        var wagons = new ArrayList<List<TrainBox>>();
        for (var wagon : best) {
            var load = java.util.Arrays.stream(wagon).mapToObj(boxes::get).toList();
            wagons.add(load);
            worth += load.stream().mapToLong(TrainBox::worth).sum();
        }
        return new Found(wagons, worth, Math.max(worth, bound()), nodes);
    }

    /** In worth, as a multiple of what all worths are multiples of. */
    private long bound() {
        double points = Math.max(bestPoints, openBound);
        if (pairsAreTighter()) {
            points = Math.max(points, relaxed());
        }
        long all = boxes.stream().mapToLong(TrainBox::worth).reduce(0, TrainSearch::gcd);
        return all == 0 ? 0 : (long) Math.floor((points + most) / POINTS + 1e-9) / all * all;
    }

    /** Whether two 20' may be near enough in mass and still too much for a wagon; then pairing neighbours is not always best. */
    private boolean pairsAreTighter() {
        return boxes.stream()
                .filter(TrainBox::isTwenty)
                .anyMatch(a -> boxes.stream()
                        .filter(b -> b.isTwenty() && b.route().equals(a.route()))
                        .anyMatch(b -> Math.abs(a.grossG() - b.grossG())
                                        <= rules.limits().maxPairG()
                                && !rules.wagon().bears(a.grossG(), b.grossG())));
    }

    private double relaxed() {
        var loose = new TrainTable(rules, boxes, most, false);
        double bound = Double.MAX_VALUE;
        for (int i = 0; i <= PRICES; i++) {
            bound = Math.min(bound, loose.solve(new int[boxes.size()], loose.dearest() * i / PRICES, limitG));
        }
        return bound;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Everything that may still be decided below here; {@code above} bounds it already. */
    private void explore(int[] fixed, double above) {
        if (nodes > 0 && (nodes >= effort.nodes() || effort.clock().getAsLong() - began > effort.nanos())) {
            openBound = Math.max(openBound, above);
            return;
        }
        nodes++;
        double bound = above;
        double low = 0;
        double high = table.dearest();
        BitSet heavy = new BitSet();
        BitSet light = new BitSet();
        for (int i = 0; i < PRICES; i++) {
            double price = i == 0 ? 0 : (low + high) / 2;
            double value = table.solve(fixed, price, limitG);
            bound = Math.min(bound, value);
            if (bound < bestPoints + LEAST) {
                return;
            }
            var wagons = table.wagons();
            if (fill.mass(wagons) <= limitG) {
                light = members(wagons);
                offer(fill.fill(wagons, fixed));
                high = price;
            } else {
                heavy = members(wagons);
                low = price;
            }
            if (high == 0) {
                return;
            }
        }
        if (bound >= bestPoints + LEAST) {
            branch(fixed, bound, heavy, light);
        }
    }

    /** On the box that makes the difference between too heavy and too light; dearest first. */
    private void branch(int[] fixed, double bound, BitSet heavy, BitSet light) {
        int chosen = -1;
        for (int pass = 0; pass < 2 && chosen < 0; pass++) {
            for (int i = heavy.nextSetBit(0); i >= 0; i = heavy.nextSetBit(i + 1)) {
                boolean open = fixed[i] == TrainTable.OPEN && (pass == 1 || !light.get(i));
                if (open
                        && (chosen < 0
                                || boxes.get(i).grossG() > boxes.get(chosen).grossG())) {
                    chosen = i;
                }
            }
        }
        if (chosen < 0) {
            return;
        }
        for (int decision : new int[] {TrainTable.IN, TrainTable.OUT}) {
            var next = fixed.clone();
            next[chosen] = decision;
            if (bound >= bestPoints + LEAST) {
                explore(next, bound);
            }
        }
    }

    private static BitSet members(List<int[]> wagons) {
        var members = new BitSet();
        wagons.forEach(w -> java.util.Arrays.stream(w).forEach(members::set));
        return members;
    }

    private void offer(List<int[]> wagons) {
        double points = -wagons.size();
        for (var wagon : wagons) {
            for (int i : wagon) {
                points += (double) POINTS * boxes.get(i).worth();
            }
        }
        if (points > bestPoints) {
            bestPoints = points;
            best = wagons;
        }
    }
}
