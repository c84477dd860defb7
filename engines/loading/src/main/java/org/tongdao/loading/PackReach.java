package org.tongdao.loading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The longest sum of box lengths within each length, per axis, for the types that are left. */
final class PackReach {

    private static final int MANY_TYPES = 24;
    /** Numbers that known tables may hold together: 64 MB. */
    private static final int MOST_KNOWN = 16_000_000;

    private final PackProblem problem;
    /** Sums of lengths are multiples of it, so tables are in this unit. */
    private final int unit;

    private final Map<BitSet, int[][]> known = new HashMap<>();
    private long signature;
    private boolean asked;
    private int[] x = new int[0];
    private int[] y = new int[0];
    private int[] z = new int[0];

    PackReach(PackProblem problem) {
        this.problem = problem;
        unit = problem.unit();
    }

    /** The longest sum of lengths along the container that is not above {@code room}, both in units of the problem. */
    int x(int room) {
        return x[room];
    }

    int y(int room) {
        return y[room];
    }

    int z(int room) {
        return z[room];
    }

    /** Above {@value #MANY_TYPES} types nearly every length stays reachable, and which do is not asked again. */
    void of(int[] left) {
        if (left.length > MANY_TYPES && asked) {
            return;
        }
        long now = 0;
        for (int t = 0; t < left.length; t++) {
            now = now * 2 + (left[t] > 0 ? 1 : 0);
        }
        if (now == signature && asked) {
            return;
        }
        asked = true;
        signature = now;
        var types = new BitSet();
        for (int t = 0; t < left.length; t++) {
            types.set(t, left[t] > 0);
        }
        if ((long) known.size() * (x.length + y.length + z.length) > MOST_KNOWN) {
            known.clear();
        }
        var tables = known.computeIfAbsent(types, this::tables);
        x = tables[0];
        y = tables[1];
        z = tables[2];
    }

    private int[][] tables(BitSet types) {
        var flat = new BitSet();
        var tall = new BitSet();
        types.stream().forEach(t -> {
            var type = problem.types().get(t);
            for (int i = 0; i < 3; i++) {
                if (type.upright().get(i)) {
                    tall.set(type.sizes().get(i));
                }
                if (type.upright().get((i + 1) % 3) || type.upright().get((i + 2) % 3)) {
                    flat.set(type.sizes().get(i));
                }
            }
        });
        return new int[][] {table(problem.length(), flat), table(problem.width(), flat), table(problem.height(), tall)};
    }

    private int[] table(int length, BitSet parts) {
        int most = length / unit;
        var sums = new long[most / Long.SIZE + 1];
        sums[0] = 1;
        for (int part = parts.nextSetBit(1); part > 0 && part <= length; part = parts.nextSetBit(part + 1)) {
            for (int shift = part / unit; shift <= most; shift *= 2) {
                addShifted(sums, shift);
            }
        }
        var longest = new int[most + 1];
        int last = 0;
        for (int word = 0; word < sums.length; word++) {
            for (long bits = sums[word]; bits != 0; bits &= bits - 1) {
                int sum = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                if (sum > most) {
                    break;
                }
                Arrays.fill(longest, last, sum, last);
                last = sum;
            }
        }
        Arrays.fill(longest, last, most + 1, last);
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
