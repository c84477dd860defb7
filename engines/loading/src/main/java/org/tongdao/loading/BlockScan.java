package org.tongdao.loading;

import java.util.Arrays;

/**
 * The columns of {@link Blocks} that are read for every block and every space, once more by falling volume, so that reading them walks through memory and one
 * comparison tells whether a block fits. A place in this order is called a rank.
 */
final class BlockScan {

    /** Bits of one length; the highest of them stays free. */
    private static final int BITS = 21;

    private static final long MOST = (1L << BITS - 1) - 1;
    /** The free bit of each of the three lengths. */
    static final long BORROWED = 1L << BITS - 1 | 1L << 2 * BITS - 1 | 1L << 3 * BITS - 1;

    /** Block by rank. */
    final int[] block;

    final long[] volume;
    /** The three lengths of each, as {@link #pack} makes them. */
    final long[] lengths;

    /** Types in each, a bit for each type, those above 63 share bits: no common bit, no common type. */
    final long[] types;

    BlockScan(Blocks blocks) {
        var byVolume = new Integer[blocks.size];
        Arrays.setAll(byVolume, i -> i);
        Arrays.sort(byVolume, (a, b) -> Long.compare(blocks.volume[b], blocks.volume[a]));
        block = Arrays.stream(byVolume).mapToInt(Integer::intValue).toArray();
        volume = new long[block.length];
        lengths = new long[block.length];
        types = new long[block.length];
        for (int rank = 0; rank < block.length; rank++) {
            int b = block[rank];
            volume[rank] = blocks.volume[b];
            lengths[rank] = pack(blocks.dx[b], blocks.dy[b], blocks.dz[b]);
            types[rank] = typesOf(blocks.useType[b]);
        }
    }

    static long typesOf(int[] type) {
        long bits = 0;
        for (int t : type) {
            bits |= 1L << t;
        }
        return bits;
    }

    /** Lengths above a million count as a million: {@link #mayFit} then says yes once too often, never no. */
    static long pack(int x, int y, int z) {
        return Math.min(x, MOST) | Math.min(y, MOST) << BITS | Math.min(z, MOST) << 2 * BITS;
    }

    /** Whether no length is above that of the room; none of the three borrows from its free bit. */
    static boolean mayFit(long lengths, long room) {
        return ((room | BORROWED) - lengths & BORROWED) == BORROWED;
    }
}
