package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of {@link Blocks} that are read for every block and every space, once more in the order in which they are read. A place in this order is called
 * a rank: groups of one stop each, the earliest first, and in each the blocks by the falling score that they could have at most. Lengths are in units of the
 * problem.
 */
final class BlockScan {

    /** What a block loses for being of many boxes, which fill gaps better one by one: n boxes count by n to the power of minus this. */
    private static final double MANY_BOXES = 0.05;

    final int unit;
    /** Block by rank. */
    final int[] block;
    /** Worth, less for many boxes: no score is above it. */
    final double[] most;

    final int[] dx;
    final int[] dy;
    final int[] dz;
    /** Share of a block's top on which others may stand. */
    final double[] flat;

    final BlockFit fitX;
    final BlockFit fitY;
    final BlockFit fitZ;

    /** The first rank of each group and, last, the number of ranks. */
    final int[] from;
    /** Stop of each group; one group of stop 0 where there are no stops. */
    final int[] stop;
    /** Group by block. */
    private final int[] group;
    /** By type: the ranks that need boxes of it, those that need most first. */
    private final int[][] users;
    /** By type and number of boxes left: how many of {@link #users} need more than that. */
    private final int[][] beyond;

    BlockScan(Blocks blocks, PackProblem problem, boolean fullSupport) {
        unit = problem.unit();
        int n = blocks.size;
        var score = new double[n];
        Arrays.setAll(score, b -> blocks.worth[b] * Math.pow(blocks.boxes[b], -MANY_BOXES));
        block = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingInt((Integer b) -> stop(blocks, b)).thenComparingDouble(b -> -score[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        most = Arrays.stream(block).mapToDouble(b -> score[b]).toArray();
        dx = Arrays.stream(block).map(b -> blocks.dx[b] / unit).toArray();
        dy = Arrays.stream(block).map(b -> blocks.dy[b] / unit).toArray();
        dz = Arrays.stream(block).map(b -> blocks.dz[b] / unit).toArray();
        flat = Arrays.stream(block)
                .mapToDouble(b -> fullSupport ? flat(blocks, b) : 1)
                .toArray();
        fitX = new BlockFit(dx, problem.length() / unit);
        fitY = new BlockFit(dy, problem.width() / unit);
        fitZ = new BlockFit(dz, problem.height() / unit);
        stop = Arrays.stream(block).map(b -> stop(blocks, b)).distinct().toArray();
        users = new int[blocks.types][];
        beyond = new int[blocks.types][];
        users(blocks);
        group = new int[n];
        from = IntStream.rangeClosed(0, stop.length)
                .map(g -> g == stop.length ? n : first(blocks, stop[g]))
                .toArray();
        for (int g = 0; g < stop.length; g++) {
            for (int rank = from[g]; rank < from[g + 1]; rank++) {
                group[block[rank]] = g;
            }
        }
    }

    private void users(Blocks blocks) {
        var ranks = new ArrayList<List<int[]>>();
        for (int t = 0; t < blocks.types; t++) {
            ranks.add(new ArrayList<>());
        }
        for (int rank = 0; rank < block.length; rank++) {
            var type = blocks.useType[block[rank]];
            for (int i = 0; i < type.length; i++) {
                ranks.get(type[i]).add(new int[] {rank, blocks.useCount[block[rank]][i]});
            }
        }
        for (int t = 0; t < blocks.types; t++) {
            var of = ranks.get(t);
            of.sort(Comparator.comparingInt(user -> -user[1]));
            users[t] = of.stream().mapToInt(user -> user[0]).toArray();
            beyond[t] = new int[blocks.offered[t] + 1];
            for (int left = blocks.offered[t], n = 0; left >= 0; left--) {
                while (n < of.size() && of.get(n)[1] > left) {
                    n++;
                }
                beyond[t][left] = n;
            }
        }
    }

    private static int stop(Blocks blocks, int b) {
        return blocks.loads.stop.length == 0 ? 0 : blocks.loads.stop[b];
    }

    private int first(Blocks blocks, int stop) {
        int rank = 0;
        while (stop(blocks, block[rank]) != stop) {
            rank++;
        }
        return rank;
    }

    private static double flat(Blocks blocks, int b) {
        return (double) blocks.topX[b] * blocks.topY[b] / ((double) blocks.dx[b] * blocks.dy[b]);
    }

    int group(int b) {
        return group[b];
    }

    /** Closes, in a set of open ranks, those that need more boxes of a type than are left now; how many. */
    int close(long[] open, int type, int before, int left) {
        int closed = 0;
        for (int i = beyond[type][before]; i < beyond[type][left]; i++) {
            int rank = users[type][i];
            long bit = 1L << rank;
            closed += (open[rank / Long.SIZE] & bit) != 0 ? 1 : 0;
            open[rank / Long.SIZE] &= ~bit;
        }
        return closed;
    }
}
