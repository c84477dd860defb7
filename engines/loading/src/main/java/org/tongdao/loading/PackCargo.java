package org.tongdao.loading;

import java.util.Arrays;
import java.util.List;

/**
 * What the search has to know of the boxes besides their size, as columns by type, and the limits of the container.
 *
 * <p>A stop is counted from 1 in the order of unloading; a box of stop 1 may stand in front of and on boxes of stop 2, never the other way round. Kinds are
 * bits; {@code apart} says which kinds may not be in one container with it. Pressure is in grams per square millimetre.
 */
final class PackCargo {

    final long[] massG;
    final long[] mostOnTopG;
    final int[] layersOnTop;
    final int[] stop;
    final int[] kind;
    final long[] apart;
    final double[] worth;
    long payloadG = Long.MAX_VALUE;
    long perMetreG = Long.MAX_VALUE;
    int metre = Integer.MAX_VALUE;
    /** Share of its base on which each box must stand; only looked at when the whole base is not asked for. */
    double support;

    /** Taken before the search begins: room that must stay free, six numbers each. */
    List<int[]> reserved = List.of();

    /** Boxes that stand already. */
    List<PackPlan.Place> standing = List.of();

    /** The search prefers loads whose centre of gravity is nearer to the middle than this, in parts of length and width; 1 for no matter. */
    double maxEccentricity = 1;

    boolean weighs;
    boolean bears;
    boolean stops;
    boolean kinds;

    PackCargo(PackProblem problem) {
        int n = problem.types().size();
        massG = new long[n];
        mostOnTopG = new long[n];
        layersOnTop = new int[n];
        stop = new int[n];
        kind = new int[n];
        apart = new long[Long.SIZE];
        worth = new double[n];
        Arrays.fill(mostOnTopG, Long.MAX_VALUE);
        Arrays.fill(layersOnTop, Integer.MAX_VALUE);
        for (int t = 0; t < n; t++) {
            worth[t] = problem.types().get(t).volume();
        }
    }

    /** Whether boxes of the two types may be parts of one block. */
    boolean mayJoin(int a, int b) {
        return stop[a] == stop[b] && (apart[kind[a]] & 1L << kind[b]) == 0;
    }

    double mostPressure(int type, int base) {
        return mostOnTopG[type] == Long.MAX_VALUE ? Double.MAX_VALUE : (double) mostOnTopG[type] / base;
    }
}
