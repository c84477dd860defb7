package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fills one container with blocks of boxes: a beam over partial loads, each judged by completing it greedily, the beam widened until the limit is reached.
 *
 * <p>A block is placed into the free space that lies nearest to a corner of the container, at that corner. What speaks for a block: its volume, how much of its
 * surface touches walls and other blocks, how little of the space's remaining lengths no sum of box lengths can reach (Araya and Riff 2014, after Zhu and Lim
 * 2012). The score is never above the volume, so blocks are read by falling volume and the search for the best ends early.
 */
public final class PackSolver implements AutoCloseable {

    private static final int MOST_BLOCKS = 5_000;
    /** With less time than {@link #SOON} making all blocks would use it up before the first load. */
    private static final int FEW_BLOCKS = 1_500;

    private static final long SOON = 500_000_000;
    /** Nanoseconds beyond the limit after which the first load is no longer made with care. */
    private static final long PATIENCE = 1_000_000_000;

    private final PackProblem problem;
    private final PackCargo cargo;
    private final PackLimits limits;
    private final long began;
    private final double most;
    private final Blocks blocks;
    private final List<PackWorker> workers = new ArrayList<>();
    private final PackCrew crew;
    private final Predicate<List<PackPlan.Place>> accepts;
    private final PackState root;
    private PackState best;
    private boolean found;
    private long deadline;
    private long mostNodes;
    private PackWidths widths = new PackWidths();
    private boolean exhausted;
    /** Whether this beam left anything out because of its width; if not, a wider one finds nothing new. */
    private boolean narrowed;

    private long nodes;

    /**
     * A search that has not begun; the time of its limits counts from here. A place's type is its number in the list of types.
     *
     * @param accepts asked for each load that is better than the one accepted last
     */
    PackSolver(PackProblem problem, PackCargo cargo, PackLimits limits, Predicate<List<PackPlan.Place>> accepts) {
        this.began = limits.clock().getAsLong();
        this.problem = problem;
        this.cargo = cargo;
        this.limits = limits;
        this.accepts = accepts;
        this.blocks = Blocks.of(problem, cargo, limits.fullSupport(), limits.nanos() < SOON ? FEW_BLOCKS : MOST_BLOCKS);
        double offered = 0;
        for (int t = 0; t < blocks.types; t++) {
            offered += cargo.worth[t] * blocks.offered[t];
        }
        this.most = offered;
        for (int i = 0; i < limits.threads(); i++) {
            var worker = new PackWorker(problem, cargo, blocks, limits.fullSupport());
            worker.hurryWhen(this::isFarTooLate);
            workers.add(worker);
        }
        this.crew = new PackCrew(workers, this::late);
        this.root = PackState.empty(problem, blocks, cargo, limits.fullSupport());
        this.best = root;
    }

    /** The best load found within the limits. */
    public static PackPlan solve(PackProblem problem, PackLimits limits) {
        var plan = solve(problem, new PackCargo(problem), limits, places -> true);
        return new PackPlan(
                problem,
                plan.places().stream()
                        .map(p -> p.withType(problem.types().get(p.type()).id()))
                        .toList(),
                plan.nodes());
    }

    /** The same under limits of weight, stop and kind; a place's type is its number in the list of types. */
    static PackPlan solve(
            PackProblem problem, PackCargo cargo, PackLimits limits, Predicate<List<PackPlan.Place>> accepts) {
        try (var solver = new PackSolver(problem, cargo, limits, accepts)) {
            return solver.until(1);
        }
    }

    /** Searches until this part of the limits is used up or, once a load was accepted, all of them; the best load. */
    PackPlan until(double part) {
        grant(found ? 1 : part);
        while (!exhausted && !isOver()) {
            narrowed = false;
            workers.forEach(w -> w.begin(widths.beams()));
            int width = widths.next(nodesLeft());
            long before = nodes;
            double limit = cargo.maxEccentricity;
            beam(root.copy(), width);
            if (cargo.maxEccentricity != limit) {
                // loads are judged otherwise now: narrow beams find new ones
                widths = new PackWidths();
            } else if (!isOver()) {
                exhausted = !narrowed && widths.beams() > 0 || widths.areAtTheWidest();
                widths.finished(width, nodes - before);
            }
        }
        return new PackPlan(problem, places(blocks, best), nodes);
    }

    /** How many partial loads the limits let complete, if the next take as long as those before. */
    private double nodesLeft() {
        double left = (double) mostNodes - nodes;
        if (deadline == Long.MAX_VALUE || nodes == 0) {
            return left;
        }
        long now = limits.clock().getAsLong();
        return Math.min(left, nodes * ((double) deadline - now) / Math.max(1, now - began));
    }

    private void grant(double part) {
        var end = limits.share(part);
        deadline = end.nanos() == Long.MAX_VALUE ? Long.MAX_VALUE : began + end.nanos();
        mostNodes = end.nodes();
    }

    @Override
    public void close() {
        crew.close();
    }

    private boolean isOver() {
        return best.worth >= most || nodes >= mostNodes || nodes > 0 && late();
    }

    private boolean late() {
        return deadline != Long.MAX_VALUE && limits.clock().getAsLong() > deadline
                || Thread.currentThread().isInterrupted();
    }

    /** With ten thousand kinds of boxes the first load alone takes many seconds; it is ended with less care. */
    private boolean isFarTooLate() {
        return nodes == 0 && deadline != Long.MAX_VALUE && limits.clock().getAsLong() - deadline > PATIENCE;
    }

    private void beam(PackState root, int width) {
        List<PackState> level = List.of(root);
        while (!level.isEmpty() && !isOver()) {
            var children = crew.rank(level, width);
            narrowed |= children.size() >= width;
            if (mostNodes - nodes < children.size()) {
                children = children.subList(0, (int) (mostNodes - nodes));
            }
            crew.complete(children, found ? best.worth : -1, nodes == 0);
            for (var child : children) {
                if (child.completed >= 0) {
                    nodes++;
                    take(child);
                }
            }
            level = isOver() ? List.of() : widest(children, width);
        }
    }

    private void take(PackChild child) {
        var done = child.done;
        child.done = null;
        if (done != null && (!found || done.worth > best.worth) && accepts.test(places(blocks, done))) {
            best = done;
            found = true;
            grant(1);
            limits.progress().accept((double) best.volume / problem.volume());
        }
    }

    private List<PackState> widest(List<PackChild> children, int width) {
        var sorted = new ArrayList<>(children);
        sorted.sort(Comparator.comparingDouble((PackChild c) -> -c.completed)
                .thenComparing(c -> c.parent.volume + blocks.volume[c.block], Comparator.reverseOrder()));
        Set<Double> seen = new HashSet<>();
        var kept = new ArrayList<PackState>();
        for (var child : sorted) {
            if (child.completed < 0 || !seen.add(child.completed)) {
                continue;
            }
            narrowed |= kept.size() == width;
            if (kept.size() < width) {
                var state = child.parent.copy();
                workers.get(0).put(state, child.space, child.block);
                kept.add(state);
            }
        }
        return kept;
    }

    /** The boxes of a load, lowest first; those that stood before are not among them. */
    static List<PackPlan.Place> places(Blocks blocks, PackState state) {
        var places = new ArrayList<PackPlan.Place>();
        for (int p = 0; p < state.placedCount; p++) {
            int i = p * PackState.SIX;
            if (blocks.volume[state.blocks[p]] > 0) {
                blocks.unfold(state.blocks[p], state.placed[i], state.placed[i + 1], state.placed[i + 2], places);
            }
        }
        places.sort(Comparator.comparingInt(PackPlan.Place::z)
                .thenComparing(PackPlan.Place::x)
                .thenComparing(PackPlan.Place::y));
        return List.copyOf(places);
    }
}
