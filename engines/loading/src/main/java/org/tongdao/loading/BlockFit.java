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
    /** By set: a bit for each of its words that is not empty. */
    private final long[][] words;

    private final long[] none;
    /** Set by length of the room of what is too short to reach from one end of it to the other, below zero where nothing is. */
    private final int[] shortLevel;

    /** @param lengths by rank, none above {@code longest} */
    BlockFit(int[] lengths, int longest) {
        var distinct = lengths.length == 0
                ? new int[1]
                : Arrays.stream(lengths).distinct().sorted().toArray();
        int levels = Math.min(LEVELS, distinct.length);
        sets = new long[levels][(lengths.length + Long.SIZE - 1) / Long.SIZE];
        none = new long[(lengths.length + Long.SIZE - 1) / Long.SIZE];
        var upTo = new int[levels];
        Arrays.setAll(upTo, k -> distinct[(k + 1) * distinct.length / levels - 1]);
        for (int rank = 0; rank < lengths.length; rank++) {
            for (int k = first(upTo, lengths[rank]); k < levels; k++) {
                sets[k][rank / Long.SIZE] |= 1L << rank;
            }
        }
        words = new long[levels][(sets[0].length + Long.SIZE - 1) / Long.SIZE];
        for (int k = 0; k < levels; k++) {
            for (int word = 0; word < sets[k].length; word++) {
                words[k][word / Long.SIZE] |= sets[k][word] == 0 ? 0 : 1L << word;
            }
        }
        level = new int[longest + 1];
        shortLevel = new int[longest + 1];
        for (int room = 0, d = 0, k = -1; room <= longest; room++) {
            while (k + 1 < levels && PackContact.isShort(upTo[k + 1], room)) {
                k++;
            }
            shortLevel[room] = k;
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

    /** All ranks too short to reach from one end of a room to the other, but perhaps for some. */
    long[] tooShort(int room) {
        return shortLevel[room] < 0 ? none : sets[shortLevel[room]];
    }

    /** A bit for each word of the set for this length that is not empty. */
    long[] words(int room) {
        return words[level[room]];
    }
}
