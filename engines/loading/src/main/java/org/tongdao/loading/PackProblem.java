package org.tongdao.loading;

import java.util.List;

/**
 * One container and the boxes that are to fill it as well as they can; the single-container knapsack of Bischoff and Ratcliff.
 *
 * @param length of the container along x, in the file's unit
 * @param width along y
 * @param height along z
 */
public record PackProblem(int id, int length, int width, int height, List<BoxType> types) {

    /**
     * Boxes of one size.
     *
     * @param id as in the file
     * @param sizes three lengths
     * @param upright whether the length of the same index may stand vertical
     */
    public record BoxType(int id, List<Integer> sizes, List<Boolean> upright, int quantity) {

        public long volume() {
            return (long) sizes.get(0) * sizes.get(1) * sizes.get(2);
        }
    }

    public long volume() {
        return (long) length * width * height;
    }

    /** What all lengths of boxes are multiples of, and so all sums of them. */
    int unit() {
        int common = 0;
        for (var type : types) {
            for (int size : type.sizes()) {
                common = gcd(size, common);
            }
        }
        return Math.max(1, common);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    public long offered() {
        return types.stream().mapToLong(t -> t.volume() * t.quantity()).sum();
    }
}
