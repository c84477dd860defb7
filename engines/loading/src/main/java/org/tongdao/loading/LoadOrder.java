package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.tongdao.loading.LoadProblem.Stowed;

/**
 * The order in which a crew can put boxes in: what stands below or behind comes first, so that nothing is lifted over what is there already. For loads that were made
 * by hand as for those of the search; {@link LoadChecker} judges it by code of its own.
 */
public final class LoadOrder {

    private LoadOrder() {}

    /** The same boxes, those nearest to the front wall first where nothing else decides; boxes in a ring come in some order. */
    public static List<Stowed> of(List<Stowed> boxes) {
        int n = boxes.size();
        var waitsFor = new int[n];
        var next = new ArrayList<List<Integer>>();
        for (int i = 0; i < n; i++) {
            next.add(new ArrayList<>());
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j && before(boxes.get(i), boxes.get(j))) {
                    next.get(i).add(j);
                    waitsFor[j]++;
                }
            }
        }
        return sorted(boxes, waitsFor, next);
    }

    private static List<Stowed> sorted(List<Stowed> boxes, int[] waitsFor, List<List<Integer>> next) {
        var nearest = Comparator.comparingInt((Integer i) -> boxes.get(i).x())
                .thenComparing(i -> boxes.get(i).z())
                .thenComparing(i -> boxes.get(i).y());
        var free = new PriorityQueue<>(nearest);
        var rest = new ArrayList<Integer>();
        for (int i = 0; i < boxes.size(); i++) {
            (waitsFor[i] == 0 ? free : rest).add(i);
        }
        rest.sort(nearest);
        var done = new boolean[boxes.size()];
        var order = new ArrayList<Stowed>();
        while (order.size() < boxes.size()) {
            if (free.isEmpty()) {
                // boxes that wait for each other in a ring: the one nearest to the front wall is squeezed in first
                rest.removeIf(i -> done[i]);
                free.add(rest.remove(0));
            }
            int i = free.remove();
            if (!done[i]) {
                done[i] = true;
                order.add(boxes.get(i));
                for (int j : next.get(i)) {
                    if (--waitsFor[j] == 0) {
                        free.add(j);
                    }
                }
            }
        }
        return order;
    }

    private static boolean before(Stowed a, Stowed b) {
        boolean overY = a.y() < b.y() + b.dy() && b.y() < a.y() + a.dy();
        boolean overX = a.x() < b.x() + b.dx() && b.x() < a.x() + a.dx();
        boolean overZ = a.z() < b.z() + b.dz() && b.z() < a.z() + a.dz();
        return overY && (overX && a.z() + a.dz() <= b.z() || overZ && a.x() + a.dx() <= b.x());
    }
}
