package org.tongdao.loading;

/** Which ranks of a {@link BlockScan} may fit into one room, and which of those may reach through it; both as words of bits. */
final class BlockSieve {

    private static final int BITS = Long.SIZE;

    private final BlockScan scan;
    /** A bit for each word that is not empty along any axis. */
    private final long[] words;

    private long[] fitX = {};
    private long[] fitY = {};
    private long[] fitZ = {};
    private long[] shortX = {};
    private long[] shortY = {};
    private long[] shortZ = {};

    BlockSieve(BlockScan scan) {
        this.scan = scan;
        words = new long[scan.fitX.words(0).length];
    }

    /** Turns to a room; whether anything may fit into it. */
    boolean turnTo(PackRoom room) {
        fitX = scan.fitX.within(room.x);
        fitY = scan.fitY.within(room.y);
        fitZ = scan.fitZ.within(room.z);
        shortX = scan.fitX.tooShort(room.x);
        shortY = scan.fitY.tooShort(room.y);
        shortZ = scan.fitZ.tooShort(room.z);
        var x = scan.fitX.words(room.x);
        var y = scan.fitY.words(room.y);
        var z = scan.fitZ.words(room.z);
        long any = 0;
        for (int i = 0; i < words.length; i++) {
            words[i] = x[i] & y[i] & z[i];
            any |= words[i];
        }
        return any != 0;
    }

    /** The first word from this one on that is not empty; one beyond all words where there is none. */
    int next(int word) {
        int i = word / BITS;
        if (i >= words.length) {
            return words.length * BITS;
        }
        long left = words[i] & -1L << word;
        while (left == 0) {
            if (++i == words.length) {
                return i * BITS;
            }
            left = words[i];
        }
        return i * BITS + Long.numberOfTrailingZeros(left);
    }

    /** The ranks of one word that may fit. */
    long fitting(int word) {
        return fitX[word] & fitY[word] & fitZ[word];
    }

    /** The ranks of one word that may reach from one end of the room to the other along an axis. */
    long reaching(int word) {
        return ~(shortX[word] & shortY[word] & shortZ[word]);
    }
}
