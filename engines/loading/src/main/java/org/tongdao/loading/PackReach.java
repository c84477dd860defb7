package org.tongdao.loading;

import java.util.Arrays;
import java.util.BitSet;

/** The longest sum of box lengths within each length, per axis; all lengths are in units of the problem. */
final class PackReach {

    private final int[] x;
    private final int[] y;
    private final int[] z;

    PackReach(PackProblem problem) {
        int unit = problem.unit();
        var flat = new BitSet();
        var tall = new BitSet();
        for (var type : problem.types()) {
            for (int i = 0; i < 3 && type.quantity() > 0; i++) {
                if (type.upright().get(i)) {
                    tall.set(type.sizes().get(i) / unit);
                }
                if (type.upright().get((i + 1) % 3) || type.upright().get((i + 2) % 3)) {
                    flat.set(type.sizes().get(i) / unit);
                }
            }
        }
        x = table(problem.length() / unit, flat);
        y = table(problem.width() / unit, flat);
        z = table(problem.height() / unit, tall);
    }

    /** The longest sum of lengths along the container that is not above {@code room}. */
    int x(int room) {
        return x[room];
    }

    int y(int room) {
        return y[room];
    }

    int z(int room) {
        return z[room];
    }

    private static int[] table(int length, BitSet parts) {
        var sums = new long[length / Long.SIZE + 1];
        sums[0] = 1;
        for (int part = parts.nextSetBit(1); part > 0 && part <= length; part = parts.nextSetBit(part + 1)) {
            for (int shift = part; shift > 0 && shift <= length; shift *= 2) {
                addShifted(sums, shift);
            }
        }
        var longest = new int[length + 1];
        int last = 0;
        for (int word = 0; word < sums.length; word++) {
            for (long bits = sums[word]; bits != 0; bits &= bits - 1) {
                int sum = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                if (sum > length) {
                    break;
                }
                Arrays.fill(longest, last, sum, last);
                last = sum;
            }
        }
        Arrays.fill(longest, last, length + 1, last);
        return longest;
    }

    /** Every sum is also one with {@code shift} more; from the high end, so that none is shifted twice. */
    private static void addShifted(long[] sums, int shift) {
        int words = shift / Long.SIZE;
        int bits = shift % Long.SIZE;
        for (int w = sums.length - 1; w >= words; w--) {
            long low = bits == 0 || w == words ? 0 : sums[w - words - 1] >>> Long.SIZE - bits;
            sums[w] |= sums[w - words] << bits | low;
        }
    }
}
