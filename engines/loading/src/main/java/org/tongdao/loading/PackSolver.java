package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Fills one container with blocks of boxes: a beam over partial loads, each judged by completing it greedily, the beam widened until a part of the limit is
 * reached; then parts of the best loads are taken out and filled anew ({@link PackRefill}).
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
    /** Part of the limits for beams over whole loads, each time. */
    private static final double BEAMS = 0.15;
    /** What is next before the end of that part is no longer begun. */
    private static final double NEARLY = 0.93;
    /** So many partial loads are completed in beams over whole loads at least. */
    private static final double FEWEST_NODES = 5_000;

    private final PackProblem problem;
    private final PackCargo cargo;
    private final PackBudget budget;
    private final Blocks blocks;
    private final PackState root;
    private final PackBeam beam;
    private final PackRefill refill;
    /** By kind of beam: the load that counts most. */
    private final List<PackState> firsts;
    /** Part of the limits after which beams over whole loads give way to parts filled anew. */
    private double beamsUntil = BEAMS;

    private PackWidths widths = new PackWidths();
    private boolean exhausted;

    /**
     * A search that has not begun; the time of its limits counts from here. A place's type is its number in the list of types.
     *
     * @param accepts asked for each load that is better than the one accepted last
     */
    PackSolver(PackProblem problem, PackCargo cargo, PackLimits limits, Predicate<List<PackPlan.Place>> accepts) {
        this.budget = new PackBudget(limits);
        this.problem = problem;
        this.cargo = cargo;
        this.blocks = Blocks.of(problem, cargo, limits.fullSupport(), limits.nanos() < SOON ? FEW_BLOCKS : MOST_BLOCKS);
        this.root = PackState.empty(problem, blocks, cargo, limits.fullSupport());
        this.beam = new PackBeam(problem, cargo, blocks, root, limits, budget, accepts);
        this.refill = new PackRefill(beam, budget, new PackTear(problem, blocks, root, limits.seed()));
        this.firsts = new ArrayList<>(Collections.nCopies(PackWorker.KINDS_OF_BEAMS, root));
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
        budget.grant(beam.hasFound() ? 1 : part);
        while (!exhausted && !beam.isOver()) {
            if (!beam.hasFound() || !areBeamsOver()) {
                widen();
            } else {
                refill.run(best());
                beamsUntil = Math.min(1, budget.spent() + BEAMS);
            }
        }
        return new PackPlan(problem, places(blocks, beam.best()), budget.nodes());
    }

    /** The best loads of the kinds of beams, the best of them first. */
    private List<PackState> best() {
        return firsts.stream()
                .filter(load -> load != root)
                .sorted(Comparator.comparingDouble(load -> -beam.value(load)))
                .toList();
    }

    private void widen() {
        int kind = widths.beams() % PackWorker.KINDS_OF_BEAMS;
        beam.begin(kind, true, true, 0);
        int width = widths.next(nodesLeft());
        long before = budget.nodes();
        double limit = cargo.maxEccentricity;
        var first = beam.run(root.copy(), width, beam.value(firsts.get(kind)));
        firsts.set(kind, first == null ? firsts.get(kind) : first);
        if (cargo.maxEccentricity != limit) {
            // loads are judged otherwise now: narrow beams find new ones
            widths = new PackWidths();
        } else if (!beam.isOver()) {
            exhausted = !beam.wasNarrowed() && widths.beams() > 0 || widths.areAtTheWidest();
            widths.finished(width, budget.nodes() - before);
        }
    }

    private boolean areBeamsOver() {
        return nodesLeft() <= (1 / NEARLY - 1) * budget.nodes();
    }

    /** How many partial loads may still be completed in beams over whole loads. */
    private double nodesLeft() {
        double all = budget.nodesInAll();
        return Math.max(beamsUntil * all, Math.min(all, FEWEST_NODES)) - budget.nodes();
    }

    @Override
    public void close() {
        beam.close();
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
