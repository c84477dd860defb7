package org.tongdao.loading;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * All boxes into containers: one after the other is filled with the best subset of what is left, the last by the cheapest type that takes the rest. Passes
 * differ in how much more a large box counts than a small one, because what fills the first containers well can leave the worst for the last; the cheapest
 * pass is kept. A pass that cannot become cheaper any more ends early.
 *
 * <p>With several threads the passes run side by side and are taken in their order, each with the nodes it would have needed alone: the answer to a node budget
 * is the same for any number of threads.
 */
final class FleetLoading {

    private static final double[] LARGE_FIRST = {1, 1.15, 1.3, 1.05, 1.5, 1.1, 1.2, 1.8};
    private static final long QUICK = 60;

    /** What the payload counts beside the room, pass by pass, where both are scarce: heavy and light boxes are then mixed. */
    private static final double[] MASS_TOO = {1, 0, 0.5};

    private static final double NEARLY = 0.5;
    /** Passes begun for each thread, so that none waits while an early one takes long. */
    private static final int AHEAD = 4;
    /** After so many rounds a container's budget, three times as much each round, grows no more. */
    private static final int MOST_ROUNDS = 20;
    /** Name of the threads that work on a fleet. */
    static final String WORKER = "fleet";

    private final LoadProblem problem;
    private final PackLimits limits;
    private final long deadline;
    private final boolean massIsScarce;
    private volatile @Nullable LoadAnswer best;
    private long nodes;

    FleetLoading(LoadProblem problem, PackLimits limits) {
        this.problem = problem;
        this.limits = limits;
        this.massIsScarce = isMassScarce();
        this.deadline = limits.nanos() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : limits.clock().getAsLong() + limits.nanos();
    }

    LoadAnswer solve() {
        if (limits.threads() > 1) {
            sideBySide();
        } else {
            for (int pass = 0; pass == 0 || !isOver(); pass++) {
                take(run(pass), pass == 0);
            }
        }
        var found = Objects.requireNonNull(best);
        return new LoadAnswer(found.containers(), LeftOut.ofFleet(problem, found.containers()), nodes);
    }

    private void sideBySide() {
        var pool = Executors.newFixedThreadPool(limits.threads(), FleetLoading::worker);
        try {
            var running = new ArrayDeque<Future<FleetPass.Done>>();
            for (int pass = 0; pass == 0 || !isOver(); pass++) {
                while (running.size() < AHEAD * limits.threads()) {
                    int begun = pass + running.size();
                    running.add(pool.submit(() -> run(begun)));
                }
                take(get(running.remove(), pool), pass == 0);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(work, WORKER);
        thread.setDaemon(true);
        return thread;
    }

    /** An interruption is passed on to all passes; the one that is waited for then ends with what it has. */
    private static FleetPass.Done get(Future<FleetPass.Done> oldest, ExecutorService pool) {
        try {
            return oldest.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pool.shutdownNow().stream().filter(oldest::equals).forEach(Runnable::run);
            return ended(oldest);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pass of the fleet broke off: " + e.getCause(), e.getCause());
        }
    }

    private static FleetPass.Done ended(Future<FleetPass.Done> pass) {
        while (true) {
            try {
                boolean was = Thread.interrupted();
                try {
                    return pass.get();
                } finally {
                    if (was) {
                        Thread.currentThread().interrupt();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a pass of the fleet broke off: " + e.getCause(), e.getCause());
            }
        }
    }

    private FleetPass.Done run(int pass) {
        double mass = massIsScarce ? MASS_TOO[pass % MASS_TOO.length] : 0;
        var taste = new Loading.Taste(LARGE_FIRST[pass % LARGE_FIRST.length], mass);
        long budget = Math.round(QUICK * Math.pow(3, Math.min(MOST_ROUNDS, pass / LARGE_FIRST.length)));
        return new FleetPass(problem, taste, () -> some(budget)).run(cost -> pass > 0 && (late() || isHopeless(cost)));
    }

    /** Counts what the pass needed up to where it was hopeless, though beside others it may have gone further. */
    private void take(FleetPass.Done pass, boolean first) {
        var answer = pass.answer();
        for (var step : pass.steps()) {
            nodes += step.nodes();
            if (!first && isHopeless(step.cost())) {
                return;
            }
        }
        var known = best;
        if (answer != null && (known == null || better(answer, known))) {
            best = answer;
            limits.progress().accept(share(answer));
        }
    }

    /** Of the room of all its containers. */
    private static double share(LoadAnswer answer) {
        double room = 0;
        double filled = 0;
        for (var one : answer.containers()) {
            room += one.offer().type().inner().volumeMm3();
            filled += one.volumeMm3();
        }
        return room == 0 ? 0 : filled / room;
    }

    private boolean isHopeless(double cost) {
        var known = best;
        return known != null && cost >= known.cost() && known.leftOut().isEmpty();
    }

    private boolean isOver() {
        var known = best;
        boolean least =
                known != null && known.leftOut().isEmpty() && known.containers().size() <= leastContainers();
        return least
                || nodes >= limits.nodes()
                || late()
                || Thread.currentThread().isInterrupted();
    }

    private boolean late() {
        return deadline != Long.MAX_VALUE && limits.clock().getAsLong() > deadline;
    }

    private static boolean better(LoadAnswer a, LoadAnswer b) {
        long leftA = boxes(a);
        long leftB = boxes(b);
        return leftA > leftB || leftA == leftB && a.cost() < b.cost() - 1e-9;
    }

    private static long boxes(LoadAnswer answer) {
        return answer.containers().stream().mapToLong(c -> c.boxes().size()).sum();
    }

    /** No answer of fewer containers is possible: by room or by payload, were all of the largest type. */
    private long leastContainers() {
        if (problem.fleet().size() > 1) {
            return 1;
        }
        var type = problem.fleet().get(0).type();
        double room = FleetPass.volume(problem) / type.inner().volumeMm3();
        return (long) Math.ceil(Math.max(1, Math.max(room, mass() / type.payloadG())));
    }

    private double mass() {
        return problem.cargo().stream()
                .mapToDouble(c -> (double) c.grossG() * c.quantity())
                .sum();
    }

    /** Whether mass asks for nearly as many containers as room does, or for more. */
    private boolean isMassScarce() {
        var type = problem.fleet().get(0).type();
        double room = FleetPass.volume(problem) / type.inner().volumeMm3();
        return mass() / type.payloadG() > NEARLY * room && mass() > type.payloadG();
    }

    private PackLimits some(long budget) {
        long nanos = deadline == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : Math.max(1, deadline - limits.clock().getAsLong());
        return new PackLimits(true, nanos, budget, 1, limits.seed(), limits.clock(), share -> {});
    }
}
