package org.tongdao.loading;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Takes a part of a load out, so that it can be filled anew: the blocks in a stretch of the container that reaches to one of its sides, and all that stands on
 * them.
 */
final class PackTear {

    private static final int SIX = PackState.SIX;
    /** A stretch is so much of the length of the container, or shorter or longer by up to a half of that. */
    private static final double STRETCH = 0.3;
    /** So much of the width is left standing at most. */
    private static final double SPARED = 0.6;

    private final PackProblem problem;
    private final Blocks blocks;
    private final PackState root;
    private final SplittableRandom lots;

    private double fromX;
    private double toX;
    private double fromY;
    private double toY;

    /** @param root what stands in every load */
    PackTear(PackProblem problem, Blocks blocks, PackState root, long seed) {
        this.problem = problem;
        this.blocks = blocks;
        this.root = root;
        this.lots = new SplittableRandom(seed);
    }

    /** One of the numbers from 0 on below {@code bound}. */
    int draw(int bound) {
        return lots.nextInt(bound);
    }

    /** A copy of the load without what a stretch takes out, which is drawn anew each time. */
    PackState torn(PackState load) {
        turn();
        var lowestFirst = IntStream.range(root.placedCount, load.placedCount)
                .boxed()
                .sorted(Comparator.comparingInt(p -> load.placed[p * SIX + 2]))
                .mapToInt(p -> p)
                .toArray();
        var taken = new int[lowestFirst.length];
        int count = 0;
        var rest = root.copy();
        for (int p : lowestFirst) {
            int i = p * SIX;
            if (isMeant(load.placed, i) || standsOnAny(load.placed, i, taken, count)) {
                taken[count++] = i;
            } else {
                rest.place(blocks, load.blocks[p], load.placed[i], load.placed[i + 1], load.placed[i + 2]);
            }
        }
        return rest;
    }

    private void turn() {
        double length = problem.length() * STRETCH * (0.5 + lots.nextDouble());
        fromX = lots.nextDouble() * (problem.length() + length) - length;
        toX = fromX + length;
        double spared = problem.width() * SPARED * lots.nextDouble();
        boolean left = lots.nextBoolean();
        fromY = left ? 0 : spared;
        toY = left ? problem.width() - spared : problem.width();
    }

    private boolean isMeant(int[] box, int i) {
        return box[i] < toX && box[i + 3] > fromX && box[i + 1] < toY && box[i + 4] > fromY;
    }

    private static boolean standsOnAny(int[] box, int i, int[] below, int count) {
        for (int n = 0; n < count; n++) {
            int j = below[n];
            if (box[j + 5] == box[i + 2]
                    && box[j] < box[i + 3]
                    && box[j + 3] > box[i]
                    && box[j + 1] < box[i + 4]
                    && box[j + 4] > box[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
