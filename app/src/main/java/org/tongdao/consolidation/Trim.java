package org.tongdao.consolidation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.loading.LoadRules;

/** Exchanges bags of one size between their places until the centre of gravity lies within the limits: nothing else about the load changes. */
final class Trim {

    private static final int MOST_EXCHANGES = 200;
    /** How far inside the limits it goes. */
    private static final double SAFE = 0.95;

    private final List<Stowed> boxes;
    private final double[] massG;
    private final double length;
    private final double width;
    private final LoadRules rules;
    private final Loaded from;
    private double mass;
    private double x;
    private double y;
    private double front;

    private Trim(Loaded from, List<Cargo> bags, LoadRules rules) {
        this.from = from;
        this.rules = rules;
        Map<String, Cargo> known = bags.stream().collect(Collectors.toMap(Cargo::id, Function.identity()));
        boxes = new ArrayList<>(from.boxes());
        massG = boxes.stream()
                .mapToDouble(b -> requireNonNull(known.get(b.cargo())).grossG())
                .toArray();
        length = from.offer().type().inner().lengthMm();
        width = from.offer().type().inner().widthMm();
        for (int i = 0; i < massG.length; i++) {
            mass += massG[i];
            x += massG[i] * middleX(i);
            y += massG[i] * middleY(i);
            front += massG[i] * inFront(i);
        }
    }

    /** @param fixed boxes that keep their bag */
    static Loaded trimmed(Loaded load, List<Cargo> bags, LoadRules rules, Set<Stowed> fixed) {
        var trim = new Trim(load, bags, rules);
        return trim.run(fixed);
    }

    private record Exchange(int one, int other, double excess) {}

    private Loaded run(Set<Stowed> fixed) {
        for (int n = 0; n < MOST_EXCHANGES && mass > 0 && excess(0, 0, 0) > 0; n++) {
            var best = best(fixed);
            if (best == null) {
                break;
            }
            exchange(best.one(), best.other());
        }
        return new Loaded(from.offer(), List.copyOf(boxes));
    }

    private @Nullable Exchange best(Set<Stowed> fixed) {
        Exchange best = null;
        double least = excess(0, 0, 0) - 1e-9;
        for (int i = 0; i < massG.length; i++) {
            for (int j = 0; j < i && !fixed.contains(boxes.get(i)); j++) {
                if (massG[i] != massG[j] && alike(boxes.get(i), boxes.get(j)) && !fixed.contains(boxes.get(j))) {
                    double d = massG[i] - massG[j];
                    double after = excess(
                            d * (middleX(j) - middleX(i)),
                            d * (middleY(j) - middleY(i)),
                            d * (inFront(j) - inFront(i)));
                    if (after < least) {
                        least = after;
                        best = new Exchange(i, j, after);
                    }
                }
            }
        }
        return best;
    }

    private static boolean alike(Stowed a, Stowed b) {
        return a.dz() == b.dz()
                && Math.max(a.dx(), a.dy()) == Math.max(b.dx(), b.dy())
                && Math.min(a.dx(), a.dy()) == Math.min(b.dx(), b.dy());
    }

    private void exchange(int i, int j) {
        double d = massG[i] - massG[j];
        x += d * (middleX(j) - middleX(i));
        y += d * (middleY(j) - middleY(i));
        front += d * (inFront(j) - inFront(i));
        var one = boxes.get(i);
        var other = boxes.get(j);
        boxes.set(i, at(other.cargo(), one));
        boxes.set(j, at(one.cargo(), other));
        massG[i] -= d;
        massG[j] += d;
    }

    private static Stowed at(String cargo, Stowed where) {
        return new Stowed(cargo, where.x(), where.y(), where.z(), where.dx(), where.dy(), where.dz());
    }

    private double excess(double dx, double dy, double dFront) {
        double limit = SAFE * rules.maxEccentricity();
        double along = Math.abs((x + dx) / mass / length - 0.5) - limit;
        double across = Math.abs((y + dy) / mass / width - 0.5) - limit;
        double share = (front + dFront) / mass;
        double half = Math.max(share, 1 - share) - (0.5 + SAFE * (rules.maxHalfShare() - 0.5));
        return Math.max(0, along) + Math.max(0, across) + Math.max(0, half);
    }

    private double middleX(int i) {
        return boxes.get(i).x() + boxes.get(i).dx() / 2.0;
    }

    private double middleY(int i) {
        return boxes.get(i).y() + boxes.get(i).dy() / 2.0;
    }

    private double inFront(int i) {
        var b = boxes.get(i);
        return Math.max(0, Math.min(1, (length / 2 - b.x()) / b.dx()));
    }
}
