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
 * arrays. Single boxes come first, then grids and joins of few boxes, so that a cap never shuts out a type.
 */
final class Blocks {

    private static final double LEAST_FILL = 0.99;
    /** Ways a box may stand; every one of every type has its block. */
    private static final int POSITIONS = 6;

    private static final int MOST_JOINS = 24_000;
    /** A grid has its box and type as {@code first} and {@code second}; a join has its two blocks there. */
    private static final int SIMPLE = -1;

    private final PackProblem problem;
    private final PackCargo cargo;
    private final boolean fullSupport;
    private final int cap;
    /** What is left of the cap for boxes that do not stand yet. */
    private final int room;

    private final Set<Long> known = new HashSet<>();
    private final List<int[]> boxLengths = new ArrayList<>();
    final int types;
    final int[] offered;
    int size;
    int[] dx;
    int[] dy;
    int[] dz;
    /** Extent of the flat top that begins at the block's own corner. */
    int[] topX;

    int[] topY;
    long[] volume;
    double[] worth;
    int[] boxes;
    int[][] useType;
    int[][] useCount;
    /** Columns of weights, kept only for cargo with such limits. */
    final BlockLoads loads;

    private final int[] axis;
    private final int[] first;
    private final int[] second;
    private BlockScan scan;

    @SuppressWarnings("NullAway.Init") // of() makes the scan once all blocks are there
    private Blocks(PackProblem problem, PackCargo cargo, boolean fullSupport, int cap) {
        this.problem = problem;
        this.cargo = cargo;
        this.fullSupport = fullSupport;
        this.types = problem.types().size();
        this.offered =
                problem.types().stream().mapToInt(PackProblem.BoxType::quantity).toArray();
        this.room = Math.max(cap, Math.min(12 * types, POSITIONS * types + MOST_JOINS));
        this.cap = room + cargo.standing.size();
        dx = new int[this.cap];
        dy = new int[this.cap];
        dz = new int[this.cap];
        topX = new int[this.cap];
        topY = new int[this.cap];
        volume = new long[this.cap];
        worth = new double[this.cap];
        boxes = new int[this.cap];
        useType = new int[this.cap][];
        useCount = new int[this.cap][];
        axis = new int[this.cap];
        first = new int[this.cap];
        second = new int[this.cap];
        loads = new BlockLoads(cargo, this.cap);
    }

    /** About {@code cap} blocks at most. */
    static Blocks of(PackProblem problem, PackCargo cargo, boolean fullSupport, int cap) {
        var blocks = new Blocks(problem, cargo, fullSupport, cap);
        blocks.grids();
        blocks.joins();
        blocks.scan = new BlockScan(blocks, problem, fullSupport);
        return blocks;
    }

    BlockScan scan() {
        return scan;
    }

    private void grids() {
        int each = Math.max(1, room / 2 / Math.max(1, types));
        for (int t = 0; t < types; t++) {
            for (var box : positions(problem.types().get(t))) {
                grid(t, box, 1, 1, 1);
            }
        }
        for (int t = 0; t < types; t++) {
            var positions = positions(problem.types().get(t));
            for (var box : positions) {
                grids(t, box, Math.max(8, each / positions.size()));
            }
        }
    }

    /** How a box of this type may stand: its lengths along x, y and z. */
    private static List<int[]> positions(PackProblem.BoxType type) {
        var positions = new ArrayList<int[]>();
        Set<List<Integer>> seen = new HashSet<>();
        for (int up = 0; up < 3; up++) {
            if (!type.upright().get(up)) {
                continue;
            }
            int a = type.sizes().get((up + 1) % 3);
            int b = type.sizes().get((up + 2) % 3);
            int h = type.sizes().get(up);
            if (seen.add(List.of(a, b, h))) {
                positions.add(new int[] {a, b, h});
            }
            if (seen.add(List.of(b, a, h))) {
                positions.add(new int[] {b, a, h});
            }
        }
        return positions;
    }

    private void grids(int t, int[] box, int most) {
        int quantity = offered[t];
        int nx = Math.min(quantity, problem.length() / box[0]);
        int ny = Math.min(quantity, problem.width() / box[1]);
        int nz = Math.min(quantity, problem.height() / box[2]);
        boolean all = (long) nx * ny * nz <= most;
        for (int i : counts(nx, all)) {
            for (int j : counts(ny, all)) {
                for (int k : counts(nz, all)) {
                    if ((long) i * j * k <= quantity) {
                        grid(t, box, i, j, k);
                    }
                }
            }
        }
    }

    /** All counts up to the most, or those of which each is about a quarter more than the one before. */
    private static int[] counts(int most, boolean all) {
        if (all) {
            return IntStream.rangeClosed(1, most).toArray();
        }
        var counts = IntStream.builder();
        for (int n = 1; n < most; n = Math.max(n + 1, n * 5 / 4)) {
            counts.add(n);
        }
        return most == 0 ? new int[0] : counts.add(most).build().toArray();
    }

    private void grid(int t, int[] box, int nx, int ny, int nz) {
        int x = nx * box[0];
        int y = ny * box[1];
        int z = nz * box[2];
        boolean inside = x <= problem.length() && y <= problem.width() && z <= problem.height();
        if (!inside || offered[t] < 1 || size == room || !loads.bearsItself(t, box, nz)) {
            return;
        }
        int n = nx * ny * nz;
        int[] type = {t};
        int[] count = {n};
        if (known.add(key(x, y, z, type, count, x, y))) {
            boxLengths.add(box);
            long v = (long) box[0] * box[1] * box[2] * n;
            loads.grid(size, t, box, nz, n);
            add(x, y, z, x, y, v, n * cargo.worth[t], n, type, count, SIMPLE, boxLengths.size() - 1, t);
        }
    }

    /** A block for one box that stands already; it is no choice of the search. */
    int standing(int t, int[] box) {
        boxLengths.add(box);
        loads.grid(size, t, box, 1, 1);
        add(box[0], box[1], box[2], box[0], box[1], 0, 0, 1, new int[0], new int[0], SIMPLE, boxLengths.size() - 1, t);
        return size - 1;
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
        while (from < size && size < room) {
            var few = fewFirst();
            int to = size;
            for (int i = 0; i < to && size < room; i++) {
                for (int j = 0; j <= i && size < room; j++) {
                    if (Math.max(few[i], few[j]) >= from) {
                        join(few[i], few[j]);
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
            int tx = level ? dx[front] + topX[back] : topX[front];
            join(front, back, 0, x, y, z, tx, level ? Math.min(topY[a], topY[b]) : topY[front]);
        }
        x = Math.max(dx[a], dx[b]);
        y = dy[a] + dy[b];
        if (y <= problem.width() && full(v, x, y, z)) {
            boolean level = dz[a] == dz[b] && topY[front] == dy[front];
            int ty = level ? dy[front] + topY[back] : topY[front];
            join(front, back, 1, x, y, z, level ? Math.min(topX[a], topX[b]) : topX[front], ty);
        }
        stack(a, b, v);
        stack(b, a, v);
    }

    private void stack(int below, int above, long v) {
        int x = Math.max(dx[below], dx[above]);
        int y = Math.max(dy[below], dy[above]);
        int z = dz[below] + dz[above];
        boolean mustStand = fullSupport || cargo.support > 0 || cargo.bears;
        boolean stands = !mustStand || dx[above] <= topX[below] && dy[above] <= topY[below];
        if (z <= problem.height() && stands && full(v, x, y, z) && loads.bears(below, above)) {
            join(below, above, 2, x, y, z, topX[above], topY[above]);
        }
    }

    private boolean full(long v, int x, int y, int z) {
        return v >= LEAST_FILL * x * y * z;
    }

    private void join(int a, int b, int along, int x, int y, int z, int tx, int ty) {
        if (size == room || !cargo.mayJoin(useType[a][0], useType[b][0])) {
            return;
        }
        int[] type = union(useType[a], useType[b]);
        int[] count = new int[type.length];
        for (int i = 0; i < type.length; i++) {
            count[i] = used(a, type[i]) + used(b, type[i]);
            if (count[i] > offered[type[i]]) {
                return;
            }
        }
        if (cargo.kinds && !mayAllJoin(type) || !known.add(key(x, y, z, type, count, tx, ty))) {
            return;
        }
        loads.join(size, a, b, along == 2);
        long v = volume[a] + volume[b];
        add(x, y, z, tx, ty, v, worth[a] + worth[b], boxes[a] + boxes[b], type, count, along, a, b);
    }

    private boolean mayAllJoin(int[] type) {
        for (int a : type) {
            for (int b : type) {
                if (!cargo.mayJoin(a, b)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int[] union(int[] a, int[] b) {
        return a.length == 1 && b.length == 1 && a[0] == b[0]
                ? a
                : IntStream.concat(Arrays.stream(a), Arrays.stream(b))
                        .distinct()
                        .sorted()
                        .toArray();
    }

    private int used(int block, int type) {
        int[] types = useType[block];
        for (int i = 0; i < types.length; i++) {
            if (types[i] == type) {
                return useCount[block][i];
            }
        }
        return 0;
    }

    private long key(int x, int y, int z, int[] type, int[] count, int tx, int ty) {
        long uses = Arrays.hashCode(type) * 1_000_003L + Arrays.hashCode(count);
        long key = ((x * 100_003L + y) * 100_003L + z) * 31 + uses * 1_000_000_007L;
        return fullSupport ? key * 31 + tx * 7919L + ty : key;
    }

    /** One row of the columns. */
    private void add(
            int x,
            int y,
            int z,
            int tx,
            int ty,
            long v,
            double w,
            int n,
            int[] type,
            int[] count,
            int how,
            int i,
            int j) {
        dx[size] = x;
        dy[size] = y;
        dz[size] = z;
        topX[size] = tx;
        topY[size] = ty;
        volume[size] = v;
        worth[size] = w;
        boxes[size] = n;
        useType[size] = type;
        useCount[size] = count;
        axis[size] = how;
        first[size] = i;
        second[size] = j;
        size++;
    }

    /** Adds the boxes of a block that stands at this corner; their type is its place in the problem's list. */
    void unfold(int block, int x, int y, int z, List<PackPlan.Place> places) {
        if (axis[block] == SIMPLE) {
            var box = boxLengths.get(first[block]);
            for (int k = 0; k < dz[block] / box[2]; k++) {
                for (int i = 0; i < dx[block] / box[0]; i++) {
                    for (int j = 0; j < dy[block] / box[1]; j++) {
                        int at = x + i * box[0];
                        int by = y + j * box[1];
                        places.add(new PackPlan.Place(second[block], at, by, z + k * box[2], box[0], box[1], box[2]));
                    }
                }
            }
            return;
        }
        int a = first[block];
        unfold(a, x, y, z, places);
        int along = axis[block];
        unfold(
                second[block],
                along == 0 ? x + dx[a] : x,
                along == 1 ? y + dy[a] : y,
                along == 2 ? z + dz[a] : z,
                places);
    }
}
