package org.tongdao.loading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The longest sum of box lengths within each length, per axis, for the types that are left. */
final class PackReach {

    private static final double MANY_BOXES = 0.05;
    private static final int MANY_TYPES = 24;

    private final PackProblem problem;
    private final Map<BitSet, int[][]> known = new HashMap<>();
    private final double[] few = new double[4096];
    private long signature = -1;
    int[] x = new int[0];
    int[] y = new int[0];
    int[] z = new int[0];

    PackReach(PackProblem problem) {
        this.problem = problem;
        Arrays.setAll(few, n -> Math.pow(Math.max(1, n), -MANY_BOXES));
    }

    double few(int boxes) {
        return boxes < few.length ? few[boxes] : Math.pow(boxes, -MANY_BOXES);
    }

    /** Above {@value #MANY_TYPES} types nearly every length stays reachable, and which do is not asked again. */
    void of(int[] left) {
        if (left.length > MANY_TYPES && signature >= 0) {
            return;
        }
        long now = 0;
        for (int t = 0; t < left.length; t++) {
            now = now * 2 + (left[t] > 0 ? 1 : 0);
        }
        if (now == signature) {
            return;
        }
        signature = now;
        var types = new BitSet();
        for (int t = 0; t < left.length; t++) {
            types.set(t, left[t] > 0);
        }
        var tables = known.computeIfAbsent(types, this::tables);
        x = tables[0];
        y = tables[1];
        z = tables[2];
    }

    private int[][] tables(BitSet types) {
        Set<Integer> flat = new HashSet<>();
        Set<Integer> tall = new HashSet<>();
        types.stream().forEach(t -> {
            var type = problem.types().get(t);
            for (int i = 0; i < 3; i++) {
                if (type.upright().get(i)) {
                    tall.add(type.sizes().get(i));
                }
                if (type.upright().get((i + 1) % 3) || type.upright().get((i + 2) % 3)) {
                    flat.add(type.sizes().get(i));
                }
            }
        });
        return new int[][] {table(problem.length(), flat), table(problem.width(), flat), table(problem.height(), tall)};
    }

    private static int[] table(int length, Set<Integer> parts) {
        var longest = new int[length + 1];
        for (int at = 1; at <= length; at++) {
            longest[at] = longest[at - 1];
            for (int part : parts) {
                if (part <= at && longest[at - part] + part > longest[at]) {
                    longest[at] = longest[at - part] + part;
                }
            }
        }
        return longest;
    }
}
