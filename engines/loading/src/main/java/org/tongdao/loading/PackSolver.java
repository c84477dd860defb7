package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fills one container with blocks of boxes: a beam over partial loads, each judged by completing it greedily, the beam widened until the limit is reached.
 *
 * <p>A block is placed into the free space that lies nearest to a corner of the container, at that corner. What speaks for a block: its volume, how much of its
 * surface touches walls and other blocks, how little of the space's remaining lengths no sum of box lengths can reach (Araya and Riff 2014, after Zhu and Lim
 * 2012). The score is never above the volume, so blocks are read by falling volume and the search for the best ends early.
 */
public final class PackSolver {

    private static final int MOST_BLOCKS = 5_000;
    private static final double WIDER = Math.sqrt(2);

    private final PackProblem problem;
    private final PackLimits limits;
    private final long deadline;
    private final long most;
    private final Blocks blocks;
    private final PackReach reach;
    private final PackState scratch = new PackState();
    private final PackChoice one = new PackChoice(1);
    private PackState best;
    private long nodes;

    private PackSolver(PackProblem problem, PackLimits limits) {
        this.problem = problem;
        this.limits = limits;
        this.deadline = limits.nanos() == Long.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + limits.nanos();
        this.most = Math.min(problem.volume(), problem.offered());
        this.blocks = Blocks.of(problem, limits.fullSupport(), MOST_BLOCKS);
        this.reach = new PackReach(problem);
        this.best = PackState.empty(problem, blocks.byVolume());
    }

    /** The best load found within the limits. */
    public static PackPlan solve(PackProblem problem, PackLimits limits) {
        var solver = new PackSolver(problem, limits);
        solver.search();
        return solver.plan();
    }

    /** A partial load and the volume of its greedy completion. */
    private record Node(PackState state, long completed) {}

    private void search() {
        var start = best;
        for (double width = 1; !isOver(); width = Math.max(width * WIDER, width + 1)) {
            long before = nodes;
            beam(start.copy(), (int) width);
            if (nodes - before <= 1 && width > 1) {
                return;
            }
        }
    }

    private boolean isOver() {
        return best.volume == most
                || nodes >= limits.nodes()
                || nodes > 0 && deadline != Long.MAX_VALUE && System.nanoTime() > deadline;
    }

    private void beam(PackState root, int width) {
        List<Node> level = List.of(new Node(root, 0));
        while (!level.isEmpty()) {
            var next = new ArrayList<Node>();
            for (var node : level) {
                expand(node.state(), width, next);
                if (isOver()) {
                    return;
                }
            }
            level = widest(next, width);
        }
    }

    private static List<Node> widest(List<Node> nodes, int width) {
        nodes.sort(Comparator.comparingLong(Node::completed)
                .reversed()
                .thenComparing(n -> n.state().volume, Comparator.reverseOrder()));
        Set<Long> seen = new HashSet<>();
        var kept = new ArrayList<Node>();
        for (var node : nodes) {
            if (kept.size() < width && seen.add(node.completed())) {
                kept.add(node);
            }
        }
        return kept;
    }

    private void expand(PackState state, int width, List<Node> next) {
        var choice = new PackChoice(width);
        int space = pick(state, choice);
        if (space < 0) {
            return;
        }
        for (int i = 0; i < choice.count && (i == 0 || !isOver()); i++) {
            var child = state.copy();
            put(child, space, choice.blocks[i]);
            scratch.copyFrom(child);
            complete(scratch);
            nodes++;
            next.add(new Node(child, scratch.volume));
            if (scratch.volume > best.volume) {
                best = scratch.copy();
            }
        }
    }

    private void complete(PackState state) {
        for (int space = pick(state, one); space >= 0; space = pick(state, one)) {
            put(state, space, one.blocks[0]);
        }
    }

    /** The nearest space into which something fits, and the best blocks for it; spaces that nothing fits are dropped. Minus one when none is left. */
    private int pick(PackState state, PackChoice choice) {
        while (state.spaceCount > 0) {
            int space = nearest(state);
            choice.clear();
            rank(state, space, choice);
            if (choice.count > 0) {
                return space;
            }
            state.dropSpace(space);
        }
        return -1;
    }

    private int nearest(PackState state) {
        int nearest = 0;
        long least = Long.MAX_VALUE;
        long largest = 0;
        for (int s = 0; s < state.spaceCount; s++) {
            long distance = distance(state.spaces, s * PackState.SIX);
            if (distance > least) {
                continue;
            }
            long volume = volume(state.spaces, s * PackState.SIX);
            if (distance < least || volume > largest) {
                least = distance;
                largest = volume;
                nearest = s;
            }
        }
        return nearest;
    }

    private long distance(int[] at, int i) {
        int x = Math.min(at[i], problem.length() - at[i + 3]);
        int y = Math.min(at[i + 1], problem.width() - at[i + 4]);
        int z = limits.fullSupport() ? at[i + 2] : Math.min(at[i + 2], problem.height() - at[i + 5]);
        return (long) x + y + z;
    }

    private static long volume(int[] at, int i) {
        return (long) (at[i + 3] - at[i]) * (at[i + 4] - at[i + 1]) * (at[i + 5] - at[i + 2]);
    }

    private void put(PackState state, int space, int block) {
        var at = state.spaces;
        int i = space * PackState.SIX;
        state.place(
                blocks,
                block,
                farX(at, i) ? at[i + 3] - blocks.dx[block] : at[i],
                farY(at, i) ? at[i + 4] - blocks.dy[block] : at[i + 1],
                farZ(at, i) ? at[i + 5] - blocks.dz[block] : at[i + 2],
                limits.fullSupport());
    }

    private boolean farX(int[] at, int i) {
        return problem.length() - at[i + 3] < at[i];
    }

    private boolean farY(int[] at, int i) {
        return problem.width() - at[i + 4] < at[i + 1];
    }

    private boolean farZ(int[] at, int i) {
        return !limits.fullSupport() && problem.height() - at[i + 5] < at[i + 2];
    }

    private void rank(PackState state, int space, PackChoice choice) {
        var at = state.spaces;
        int i = space * PackState.SIX;
        int roomX = at[i + 3] - at[i];
        int roomY = at[i + 4] - at[i + 1];
        int roomZ = at[i + 5] - at[i + 2];
        reach.of(state.left);
        PackContact contact = null;
        for (int k = 0; k < state.openCount; k++) {
            int block = state.open[k];
            if (blocks.volume[block] <= choice.least()) {
                return;
            }
            int dx = blocks.dx[block];
            int dy = blocks.dy[block];
            int dz = blocks.dz[block];
            if (dx > roomX || dy > roomY || dz > roomZ) {
                continue;
            }
            double used = (double) (dx + reach.x[roomX - dx])
                    * (dy + reach.y[roomY - dy])
                    * (dz + reach.z[roomZ - dz] * flat(block))
                    / ((double) roomX * roomY * roomZ);
            double score = blocks.volume[block] * used;
            if (score <= choice.least()) {
                continue;
            }
            score *= reach.few(blocks.boxes[block]);
            if (score <= choice.least()) {
                continue;
            }
            if (contact == null) {
                contact = new PackContact(problem, state, at, i, farX(at, i), farY(at, i), farZ(at, i));
            }
            double touching = contact.share(dx, dy, dz);
            score *= touching * touching * touching * touching;
            choice.offer(block, score);
        }
    }

    /** Share of a block's top on which others may stand. */
    private double flat(int block) {
        return limits.fullSupport()
                ? (double) blocks.topX[block] * blocks.topY[block] / ((double) blocks.dx[block] * blocks.dy[block])
                : 1;
    }

    private PackPlan plan() {
        var places = new ArrayList<PackPlan.Place>();
        for (int p = 0; p < best.placedCount; p++) {
            int i = p * PackState.SIX;
            blocks.unfold(best.blocks[p], best.placed[i], best.placed[i + 1], best.placed[i + 2], places);
        }
        places.sort(Comparator.comparingInt(PackPlan.Place::z)
                .thenComparing(PackPlan.Place::x)
                .thenComparing(PackPlan.Place::y));
        return new PackPlan(problem, List.copyOf(places), nodes);
    }
}
