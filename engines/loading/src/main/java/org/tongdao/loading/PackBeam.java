package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Beams over partial loads, each judged by completing it greedily, and the best load that any of them found. */
final class PackBeam implements AutoCloseable {

    /** By step of a beam: with what it found so far short of what is asked for by more than this part, hardly any beam reaches it. */
    private static final double[] HOPELESS = {0.06, 0.036, 0.03, 0.018};

    private final PackProblem problem;
    private final Blocks blocks;
    private final PackLimits limits;
    private final PackBudget budget;
    private final Predicate<List<PackPlan.Place>> accepts;
    /** What all that is offered is worth. */
    private final double most;

    private final List<PackWorker> workers;
    private final PackCrew crew;
    private PackState best;
    private boolean found;
    private boolean narrowed;
    /** The load of the running beam that counts most, if more than was asked for. */
    private @Nullable PackState next;

    private double nextValue;

    /**
     * @param root what stands in every load
     * @param accepts asked for each load that is better than the one accepted last
     */
    PackBeam(
            PackProblem problem,
            PackCargo cargo,
            Blocks blocks,
            PackState root,
            PackLimits limits,
            PackBudget budget,
            Predicate<List<PackPlan.Place>> accepts) {
        this.problem = problem;
        this.blocks = blocks;
        this.limits = limits;
        this.budget = budget;
        this.accepts = accepts;
        this.most = IntStream.range(0, blocks.types)
                .mapToDouble(t -> cargo.worth[t] * blocks.offered[t])
                .sum();
        this.workers = IntStream.range(0, limits.threads())
                .mapToObj(i -> new PackWorker(problem, cargo, blocks, limits.fullSupport()))
                .toList();
        workers.forEach(w -> w.hurryWhen(budget::isFarTooLate));
        this.crew = new PackCrew(workers, budget::isLate);
        this.best = root;
    }

    /** The best load accepted so far. */
    PackState best() {
        return best;
    }

    /** Whether any load was accepted. */
    boolean hasFound() {
        return found;
    }

    /** Whether the last beam left anything out because of its width; if not, a wider one finds nothing new. */
    boolean wasNarrowed() {
        return narrowed;
    }

    boolean isOver() {
        return best.worth >= most || budget.isOver();
    }

    /** What a load counts as things are judged now. */
    double value(PackState load) {
        return workers.get(0).value(load);
    }

    /**
     * How the next beams build.
     *
     * @param kind how strictly stop follows stop, counted on from 0 without end
     * @param forgiven how little, from 0 to 1, a centre of gravity outside of its limit counts
     */
    void begin(int kind, boolean front, boolean door, double forgiven) {
        for (var worker : workers) {
            worker.begin(kind, front, door);
            worker.forgive(forgiven);
        }
    }

    /** Fills a load up by one beam; what it found that counts most, accepted or not, null where nothing counts more than {@code floor}. */
    @Nullable
    PackState run(PackState root, int width, double floor) {
        return run(root, width, floor, false);
    }

    /** The same, given up as soon as it is hopeless. */
    @Nullable
    PackState runWithHope(PackState root, int width, double floor) {
        return run(root, width, floor, true);
    }

    private @Nullable PackState run(PackState root, int width, double floor, boolean mayGiveUp) {
        next = null;
        nextValue = floor;
        narrowed = false;
        double reached = 0;
        List<PackState> level = List.of(root);
        for (int step = 0; !level.isEmpty() && !isOver(); step++) {
            var children = crew.rank(level, width);
            narrowed |= children.size() >= width;
            children = children.subList(0, budget.allowed(children.size()));
            crew.complete(children, found ? Math.min(nextValue, best.worth) : -1, budget.nodes() == 0);
            for (var child : children) {
                if (child.completed >= 0) {
                    budget.countNode();
                    take(child);
                    reached = Math.max(reached, child.completed);
                }
            }
            boolean hopeless = mayGiveUp && reached < floor * (1 - HOPELESS[Math.min(step, HOPELESS.length - 1)]);
            level = hopeless || isOver() ? List.of() : widest(children, width);
        }
        return next;
    }

    private void take(PackChild child) {
        var done = child.done;
        child.done = null;
        if (done == null) {
            return;
        }
        if (child.completed > nextValue) {
            next = done;
            nextValue = child.completed;
        }
        if ((!found || done.worth > best.worth) && accepts.test(PackSolver.places(blocks, done))) {
            best = done;
            found = true;
            budget.grant(1);
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

    @Override
    public void close() {
        crew.close();
    }
}
