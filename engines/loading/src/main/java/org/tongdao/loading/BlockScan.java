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
    /** By group and class of worth: the first rank that is of this class or a lower one. */
    private final int[][] firstByClass;

    private final int leastClass;
    /** Group by block. */
    private final int[] group;
    /** By type: words of bits of the ranks that need boxes of it, those that need most first. */
    private final int[][] userWords;

    private final long[][] userBits;
    /** By type and number of boxes left: how many of these words need more than that. */
    private final int[][] beyond;

    /** By word of ranks: the most of any of them. */
    final double[] mostOfWord;

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
        userWords = new int[blocks.types][];
        userBits = new long[blocks.types][];
        mostOfWord = new double[(n + Long.SIZE - 1) / Long.SIZE];
        for (int rank = 0; rank < n; rank++) {
            mostOfWord[rank / Long.SIZE] = Math.max(mostOfWord[rank / Long.SIZE], most[rank]);
        }
        beyond = new int[blocks.types][];
        users(blocks);
        group = new int[n];
        from = IntStream.rangeClosed(0, stop.length)
                .map(g -> g == stop.length ? n : first(blocks, stop[g]))
                .toArray();
        var classes = Arrays.stream(most).mapToInt(BlockScan::sizeClass).summaryStatistics();
        leastClass = n == 0 ? 0 : classes.getMin();
        firstByClass = new int[stop.length][];
        for (int g = 0; g < stop.length; g++) {
            firstByClass[g] = firstByClass(g, classes.getMax() - leastClass + 1);
            for (int rank = from[g]; rank < from[g + 1]; rank++) {
                group[block[rank]] = g;
            }
        }
    }

    private int[] firstByClass(int group, int classes) {
        var first = new int[classes];
        int rank = from[group];
        for (int k = classes - 1; k >= 0; k--) {
            while (rank < from[group + 1] && sizeClass(most[rank]) - leastClass > k) {
                rank++;
            }
            first[k] = rank;
        }
        return first;
    }

    private void users(Blocks blocks) {
        var users = new ArrayList<List<int[]>>();
        for (int t = 0; t < blocks.types; t++) {
            users.add(new ArrayList<>());
        }
        for (int rank = 0; rank < block.length; rank++) {
            var type = blocks.useType[block[rank]];
            for (int i = 0; i < type.length; i++) {
                users.get(type[i]).add(new int[] {rank, blocks.useCount[block[rank]][i]});
            }
        }
        for (int t = 0; t < blocks.types; t++) {
            users.get(t).sort(Comparator.comparingInt(user -> -user[1]));
            users(t, users.get(t), blocks.offered[t]);
        }
    }

    private void users(int t, List<int[]> of, int offered) {
        var words = new int[of.size()];
        var bits = new long[of.size()];
        beyond[t] = new int[offered + 1];
        int count = 0;
        int n = 0;
        for (int left = offered; left >= 0; left--) {
            int from = count;
            for (; n < of.size() && of.get(n)[1] > left; n++) {
                int word = of.get(n)[0] / Long.SIZE;
                count += count == from || words[count - 1] != word ? 1 : 0;
                words[count - 1] = word;
                bits[count - 1] |= 1L << of.get(n)[0];
            }
            beyond[t][left] = count;
        }
        userWords[t] = Arrays.copyOf(words, count);
        userBits[t] = Arrays.copyOf(bits, count);
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
        var words = userWords[type];
        var bits = userBits[type];
        int closed = 0;
        for (int i = beyond[type][before]; i < beyond[type][left]; i++) {
            int word = words[i];
            closed += Long.bitCount(open[word] & bits[i]);
            open[word] &= ~bits[i];
        }
        return closed;
    }

    /** The first rank of a group from which on none is worth more than this, or one shortly before it. */
    int firstWithin(int group, double worth) {
        int k = sizeClass(worth);
        return k < leastClass
                ? from[group + 1]
                : firstByClass[group][Math.min(k - leastClass, firstByClass[group].length - 1)];
    }

    /** Sizes of one class differ by an eighth at most. */
    private static int sizeClass(double size) {
        return (int) (Double.doubleToRawLongBits(size) >>> 49);
    }
}
