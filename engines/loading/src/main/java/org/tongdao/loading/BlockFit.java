package org.tongdao.loading;

import java.util.Arrays;

/**
 * Which ranks are no longer than a room along one axis, as sets of bits: one set for each of at most {@value #LEVELS} lengths, so that a room between two of them
 * is given the set of the longer one, which may name a few that do not fit.
 */
final class BlockFit {

    private static final int LEVELS = 64;

    private final long[][] sets;
    /** Set by length of the room. */
    private final int[] level;

    /** @param lengths by rank, none above {@code longest} */
    BlockFit(int[] lengths, int longest) {
        var distinct = Arrays.stream(lengths).distinct().sorted().toArray();
        int levels = Math.min(LEVELS, distinct.length);
        sets = new long[levels][(lengths.length + Long.SIZE - 1) / Long.SIZE];
        var upTo = new int[levels];
        Arrays.setAll(upTo, k -> distinct[(k + 1) * distinct.length / levels - 1]);
        for (int rank = 0; rank < lengths.length; rank++) {
            for (int k = first(upTo, lengths[rank]); k < levels; k++) {
                sets[k][rank / Long.SIZE] |= 1L << rank;
            }
        }
        level = new int[longest + 1];
        for (int room = 0, d = 0; room <= longest; room++) {
            d += d < distinct.length && distinct[d] <= room ? 1 : 0;
            level[room] = d == 0 ? 0 : first(upTo, distinct[d - 1]);
        }
    }

    private static int first(int[] upTo, int length) {
        int k = Arrays.binarySearch(upTo, length);
        return k < 0 ? -k - 1 : k;
    }

    /** All ranks that fit into a room of this length, and perhaps some that do not. */
    long[] within(int room) {
        return sets[level[room]];
    }
}
