package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fills one container with blocks of boxes: a beam over partial loads, each judged by completing it greedily, the beam widened until a part of the limit is
 * reached; then parts of the best load are taken out and filled anew.
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

    /** Part of the limits for beams over whole loads, each time. */
    private static final double BEAMS = 0.15;
    /** What is next before the end of that part is no longer begun. */
    private static final double NEARLY = 0.93;
    /** So many partial loads are completed in beams over whole loads at least. */
    private static final double FEWEST_NODES = 5_000;
    /** When parts were filled anew for this part of the limits without gain, beams over whole loads go on. */
    private static final double IN_VAIN = 0.3;
    /** From this part of the limits on nothing is forgiven that is out of balance. */
    private static final double STRICT = 0.83;
    /** Every so many parts are filled from the front wall only, as many from the door only. */
    private static final int ONE_END = 4;
    /** How wide beams are that fill a part anew. */
    private static final int NARROW = 8;
    /** A load that is worse by this part at most may be what the next ones are made of. */
    private static final double YIELDED = 0.002;
    /** After about so many loads in a row that are worse than that the best is taken again. */
    private static final int TRIES = 100;

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
    private final PackTear tear;
    private PackState best;
    private boolean found;
    /** While parts are filled anew: the best load of the last beam that counts more than {@link #floor}. */
    private @Nullable PackState next;

    private double nextValue;
    private double floor = Double.MAX_VALUE;
    /** Part of the limits after which beams over whole loads give way to parts filled anew. */
    private double beamsUntil = BEAMS;

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
        this.tear = new PackTear(problem, blocks, root, limits.seed());
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
            if (!found || !areBeamsOver()) {
                widen();
            } else {
                improve();
                beamsUntil = Math.min(1, spent() + BEAMS);
            }
        }
        return new PackPlan(problem, places(blocks, best), nodes);
    }

    private void widen() {
        narrowed = false;
        floor = Double.MAX_VALUE;
        workers.forEach(w -> w.begin(widths.beams(), true, true));
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

    /** Fills parts of a load anew, built from either end or both, as long as that is of use; from what is hardly worse it may go on. */
    private void improve() {
        var load = best;
        double gained = spent();
        while (!isOver() && spent() - gained < IN_VAIN) {
            double worth = best.worth;
            int beam = tear.draw(PackWorker.KINDS_OF_BEAMS);
            int end = tear.draw(ONE_END);
            double forgiven = Math.max(0, 1 - spent() / STRICT);
            workers.forEach(w -> w.begin(beam, end != 0, end != 1));
            workers.forEach(w -> w.forgive(forgiven));
            next = null;
            nextValue = -1;
            floor = workers.get(0).value(load) * (1 - YIELDED);
            beam(tear.torn(load), NARROW);
            gained = best.worth > worth ? spent() : gained;
            if (next != null) {
                load = next;
            } else if (tear.draw(TRIES) == 0) {
                load = best;
            }
        }
    }

    /** What is used up of the limits, from 0 to 1. */
    private double spent() {
        double spent = mostNodes == Long.MAX_VALUE ? 0 : (double) nodes / mostNodes;
        return deadline == Long.MAX_VALUE
                ? spent
                : Math.max(spent, (limits.clock().getAsLong() - began) / (double) (deadline - began));
    }

    private boolean areBeamsOver() {
        return nodesLeft() <= (1 / NEARLY - 1) * nodes;
    }

    /** How many partial loads may still be completed in beams over whole loads, if the next take as long as those before. */
    private double nodesLeft() {
        double all = mostNodes;
        if (deadline != Long.MAX_VALUE && nodes > 0) {
            double spent = Math.max(1, limits.clock().getAsLong() - began);
            all = Math.min(all, nodes * ((deadline - began) / spent));
        }
        return Math.max(beamsUntil * all, Math.min(all, FEWEST_NODES)) - nodes;
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
            crew.complete(children, found ? Math.min(floor, best.worth) : -1, nodes == 0);
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
        if (done != null && child.completed > Math.max(floor, nextValue)) {
            next = done;
            nextValue = child.completed;
        }
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
