package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;

/**
 * The best wagons for a price per gram, without the gross limit: value from a box to the last, over the wagons still to be had. Boxes lie in the order of
 * route, 40' before 20', falling mass.
 */
final class TrainTable {

    static final int OPEN = 0;
    static final int OUT = 1;
    static final int IN = 2;
    private static final double POINTS = TrainSearch.POINTS;

    private final List<TrainBox> boxes;
    private final int most;
    private final int[][] partners;
    private final double[][] value;
    private final int[][] choice;
    private int[] fixed = {};

    /** @param strict whether pairs keep what the wagon bears, or, for a bound, the difference of masses only */
    TrainTable(TrainRules rules, List<TrainBox> boxes, int most, boolean strict) {
        this.boxes = boxes;
        this.most = most;
        partners = new int[boxes.size()][];
        for (int i = 0; i < boxes.size(); i++) {
            partners[i] = partners(rules, i, strict);
        }
        value = new double[boxes.size() + 1][most + 1];
        choice = new int[boxes.size()][most + 1];
    }

    private int[] partners(TrainRules rules, int i, boolean strict) {
        var one = boxes.get(i);
        var all = new ArrayList<Integer>();
        for (int j = i + 1; j < boxes.size() && one.isTwenty(); j++) {
            var other = boxes.get(j);
            boolean near = one.grossG() - other.grossG() <= rules.limits().maxPairG();
            if (!near || !other.route().equals(one.route())) {
                break;
            }
            if (!strict || rules.mayPair(one, other)) {
                all.add(j);
            }
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The value of the best choice with what is fixed; minus infinity when that takes more wagons than there are. */
    double solve(int[] decided, double price, long limitG) {
        fixed = decided;
        for (int p = boxes.size() - 1; p >= 0; p--) {
            double own = own(p, price);
            for (int w = 0; w <= most; w++) {
                step(p, w, own, price);
            }
        }
        return value[0][most] + price * limitG;
    }

    private void step(int p, int w, double own, double price) {
        double best = fixed[p] == IN ? Double.NEGATIVE_INFINITY : value[p + 1][w];
        int chosen = -1;
        if (w > 0 && fixed[p] != OUT) {
            double alone = own - 1 + value[p + 1][w - 1];
            if (alone > best) {
                best = alone;
                chosen = p;
            }
            for (int j : partners[p]) {
                double pair = own + own(j, price) - 1 + value[j + 1][w - 1];
                if (fixed[j] != OUT && pair > best) {
                    best = pair;
                    chosen = j;
                }
                if (fixed[j] == IN) {
                    break;
                }
            }
        }
        value[p][w] = best;
        choice[p][w] = chosen;
    }

    private double own(int p, double price) {
        return boxes.get(p).worth() * POINTS - price * boxes.get(p).grossG();
    }

    /** Above this price nothing is worth its mass. */
    double dearest() {
        return boxes.stream()
                .mapToDouble(b -> POINTS * b.worth() / Math.max(1, b.grossG()))
                .max()
                .orElse(0);
    }

    /** The wagons of the last choice, as indices of boxes. */
    List<int[]> wagons() {
        var wagons = new ArrayList<int[]>();
        int w = most;
        for (int p = 0; p < boxes.size(); ) {
            int chosen = choice[p][w];
            if (chosen < 0) {
                p++;
            } else {
                wagons.add(chosen == p ? new int[] {p} : new int[] {p, chosen});
                p = chosen + 1;
                w--;
            }
        }
        return wagons;
    }
}
