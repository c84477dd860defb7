package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All blocks the solver may place: boxes of one type in a grid, and blocks joined along an axis while hardly any room is lost inside. Columns of primitive
 * arrays, sorted by volume, largest first.
 */
final class Blocks {

    private static final double LEAST_FILL = 0.99;
    private static final int SIMPLE = -1;

    private final PackProblem problem;
    private final boolean fullSupport;
    private final int cap;
    private final Set<Long> known = new HashSet<>();
    private final List<int[]> boxLengths = new ArrayList<>();
    final int types;
    private final int[] offered;
    int size;
    int[] dx;
    int[] dy;
    int[] dz;
    /** Extent of the flat top that begins at the block's own corner. */
    int[] topX;

    int[] topY;
    long[] volume;
    int[] boxes;
    int[][] uses;
    /** Axis of a join, or {@value #SIMPLE} for a grid; then {@code first} is its box and {@code second} its type. */
    private int[] axis;

    private int[] first;
    private int[] second;

    private Blocks(PackProblem problem, boolean fullSupport, int cap) {
        this.problem = problem;
        this.fullSupport = fullSupport;
        this.cap = cap;
        this.types = problem.types().size();
        this.offered =
                problem.types().stream().mapToInt(PackProblem.BoxType::quantity).toArray();
        dx = new int[cap];
        dy = new int[cap];
        dz = new int[cap];
        topX = new int[cap];
        topY = new int[cap];
        volume = new long[cap];
        boxes = new int[cap];
        uses = new int[cap][];
        axis = new int[cap];
        first = new int[cap];
        second = new int[cap];
    }

    /** At most {@code cap} blocks; simple ones come first, so that small problems lose none of them. */
    static Blocks of(PackProblem problem, boolean fullSupport, int cap) {
        var blocks = new Blocks(problem, fullSupport, cap);
        for (int t = 0; t < blocks.types; t++) {
            blocks.grids(t);
        }
        blocks.joins();
        return blocks;
    }

    /** Indices, largest volume first. */
    int[] byVolume() {
        var order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(volume[b], volume[a]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private void grids(int t) {
        var type = problem.types().get(t);
        Set<List<Integer>> seen = new HashSet<>();
        for (int up = 0; up < 3; up++) {
            if (!type.upright().get(up)) {
                continue;
            }
            int a = type.sizes().get((up + 1) % 3);
            int b = type.sizes().get((up + 2) % 3);
            int h = type.sizes().get(up);
            if (seen.add(List.of(a, b, h))) {
                grids(t, a, b, h);
            }
            if (seen.add(List.of(b, a, h))) {
                grids(t, b, a, h);
            }
        }
    }

    private void grids(int t, int l, int w, int h) {
        int quantity = problem.types().get(t).quantity();
        for (int nx = 1; nx * l <= problem.length() && nx <= quantity; nx++) {
            for (int ny = 1; ny * w <= problem.width() && nx * ny <= quantity; ny++) {
                for (int nz = 1; nz * h <= problem.height() && nx * ny * nz <= quantity; nz++) {
                    var use = new int[types];
                    use[t] = nx * ny * nz;
                    long v = (long) l * w * h * use[t];
                    add(nx * l, ny * w, nz * h, nx * l, ny * w, v, use[t], use, SIMPLE, box(l, w, h), t);
                }
            }
        }
    }

    /** The number under which the lengths of a grid's box are kept. */
    private int box(int l, int w, int h) {
        boxLengths.add(new int[] {l, w, h});
        return boxLengths.size() - 1;
    }

    /** Blocks of few boxes first, so that the cap on joins cuts off large blocks of all types and not the last types. */
    private int[] fewFirst() {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(i -> boxes[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void joins() {
        int from = 0;
        while (from < size && size < cap) {
            var order = fewFirst();
            int to = size;
            for (int i = 0; i < to && size < cap; i++) {
                for (int j = 0; j <= i && size < cap; j++) {
                    if (Math.max(order[i], order[j]) >= from) {
                        join(order[i], order[j]);
                    }
                }
            }
            from = to;
        }
    }

    private void join(int a, int b) {
        boolean taller = dz[a] >= dz[b];
        int front = taller ? a : b;
        int back = taller ? b : a;
        long v = volume[a] + volume[b];
        int x = dx[a] + dx[b];
        int y = Math.max(dy[a], dy[b]);
        int z = dz[front];
        if (x <= problem.length() && full(v, x, y, z)) {
            boolean level = dz[a] == dz[b] && topX[front] == dx[front];
            join(
                    front,
                    back,
                    0,
                    x,
                    y,
                    z,
                    level ? dx[front] + topX[back] : topX[front],
                    level ? Math.min(topY[a], topY[b]) : topY[front]);
        }
        x = Math.max(dx[a], dx[b]);
        y = dy[a] + dy[b];
        if (y <= problem.width() && full(v, x, y, z)) {
            boolean level = dz[a] == dz[b] && topY[front] == dy[front];
            join(
                    front,
                    back,
                    1,
                    x,
                    y,
                    z,
                    level ? Math.min(topX[a], topX[b]) : topX[front],
                    level ? dy[front] + topY[back] : topY[front]);
        }
        stack(a, b, v);
        stack(b, a, v);
    }

    private void stack(int below, int above, long v) {
        int x = Math.max(dx[below], dx[above]);
        int y = Math.max(dy[below], dy[above]);
        int z = dz[below] + dz[above];
        boolean stands = !fullSupport || dx[above] <= topX[below] && dy[above] <= topY[below];
        if (z <= problem.height() && stands && full(v, x, y, z)) {
            join(below, above, 2, x, y, z, topX[above], topY[above]);
        }
    }

    private static boolean full(long v, int x, int y, int z) {
        return v >= LEAST_FILL * x * y * z;
    }

    private void join(int a, int b, int along, int x, int y, int z, int tx, int ty) {
        if (size == cap) {
            return;
        }
        var use = new int[types];
        for (int t = 0; t < types; t++) {
            use[t] = uses[a][t] + uses[b][t];
            if (use[t] > offered[t]) {
                return;
            }
        }
        add(x, y, z, tx, ty, volume[a] + volume[b], boxes[a] + boxes[b], use, along, a, b);
    }

    private void add(int x, int y, int z, int tx, int ty, long v, int n, int[] use, int along, int one, int two) {
        long key = ((x * 100_003L + y) * 100_003L + z) * 31 + Arrays.hashCode(use) * 1_000_000_007L;
        if (fullSupport) {
            key = key * 31 + tx * 7919L + ty;
        }
        if (size == cap || !known.add(key)) {
            return;
        }
        dx[size] = x;
        dy[size] = y;
        dz[size] = z;
        topX[size] = tx;
        topY[size] = ty;
        volume[size] = v;
        boxes[size] = n;
        uses[size] = use;
        axis[size] = along;
        first[size] = one;
        second[size] = two;
        size++;
    }

    /** Adds the boxes of a block that stands at this corner. */
    void unfold(int block, int x, int y, int z, List<PackPlan.Place> places) {
        if (axis[block] == SIMPLE) {
            var box = boxLengths.get(first[block]);
            int id = problem.types().get(second[block]).id();
            for (int k = 0; k < dz[block] / box[2]; k++) {
                for (int i = 0; i < dx[block] / box[0]; i++) {
                    for (int j = 0; j < dy[block] / box[1]; j++) {
                        places.add(new PackPlan.Place(
                                id, x + i * box[0], y + j * box[1], z + k * box[2], box[0], box[1], box[2]));
                    }
                }
            }
            return;
        }
        int a = first[block];
        unfold(a, x, y, z, places);
        unfold(
                second[block],
                axis[block] == 0 ? x + dx[a] : x,
                axis[block] == 1 ? y + dy[a] : y,
                axis[block] == 2 ? z + dz[a] : z,
                places);
    }
}
