package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.PoolTrain.Load;

/** Puts worthier containers on wagons that are chosen already: into room left on a wagon of their route, or in the place of less worth. */
final class PoolSwap {

    private final TrainRules rules;
    private final PoolRake rake;
    private final List<Load> wagons;
    private long freeG;
    private int freeHalves;

    /** @param rake that says what a wagon bears; its wagons are changed */
    PoolSwap(TrainRules rules, PoolRake rake) {
        this.rules = rules;
        this.rake = rake;
        this.wagons = rake.wagons;
    }

    /** @param stay containers that are not on the train */
    void improve(List<TrainBox> stay) {
        freeG = rules.limits().maxBoxesG()
                - wagons.stream().mapToLong(Load::grossG).sum();
        freeHalves = 2 * rules.limits().maxWagons()
                - wagons.stream()
                        .flatMap(w -> w.boxes().stream())
                        .mapToInt(PoolSwap::halves)
                        .sum();
        var open = new ArrayList<>(stay);
        boolean changed = true;
        while (changed) {
            changed = false;
            open.sort(Comparator.comparingInt((TrainBox b) -> -b.worth()).thenComparing(TrainBox::no));
            for (int i = 0; i < open.size() && !changed; i++) {
                changed = place(open.get(i), open);
            }
        }
    }

    private boolean place(TrainBox box, List<TrainBox> open) {
        for (int w = 0; w < wagons.size(); w++) {
            var boxes = wagons.get(w).boxes();
            boolean alone = boxes.size() == 1;
            if (boxes.get(0).route().equals(box.route()) && put(w, box, null, open)) {
                return true;
            }
            for (var old : boxes) {
                boolean route = alone || old.route().equals(box.route());
                if (route && old.worth() < box.worth() && put(w, box, old, open)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean put(int w, TrainBox box, @Nullable TrainBox old, List<TrainBox> open) {
        var boxes = new ArrayList<>(wagons.get(w).boxes());
        if (old != null) {
            boxes.remove(old);
        }
        boxes.add(box);
        long more = box.grossG() - (old == null ? 0 : old.grossG());
        int longer = halves(box) - (old == null ? 0 : halves(old));
        if (more > freeG || longer > freeHalves) {
            return false;
        }
        var load = rake.standing(wagons.get(w).on(), boxes);
        if (load.isEmpty()) {
            return false;
        }
        wagons.set(w, load.get());
        freeG -= more;
        freeHalves -= longer;
        open.remove(box);
        if (old != null) {
            open.add(old);
        }
        return true;
    }

    private static int halves(TrainBox box) {
        return box.isTwenty() ? 1 : 2;
    }
}
