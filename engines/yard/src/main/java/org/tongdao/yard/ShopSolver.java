package org.tongdao.yard;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tongdao.terms.Dice;

/**
 * Solves flexible job shops: the engine's search measured against published instances and values.
 *
 * <p>A schedule comes with what no schedule can beat; when both meet, it is proved and the search stops early.
 */
public final class ShopSolver {

    private ShopSolver() {}

    /**
     * An answer.
     *
     * @param makespan end of the last operation
     * @param bound no schedule ends earlier
     * @param moves that the threads made together
     */
    public record Answer(ShopSchedule schedule, int makespan, int bound, long moves) {

        public boolean isProved() {
            return makespan == bound;
        }
    }

    /** The best schedule found within the limits. */
    public static Answer solve(ShopInstance instance, ShopLimits limits) {
        long begun = System.nanoTime();
        int bound = ShopBound.of(instance);
        var pool = Executors.newFixedThreadPool(limits.threads());
        try {
            var running = new ArrayList<Future<Found>>();
            for (int thread = 0; thread < limits.threads(); thread++) {
                String key = "shop/" + thread;
                running.add(pool.submit(() -> search(instance, limits, new ShopClock(limits, begun), key, bound)));
            }
            return best(instance, running, bound);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the search was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the search failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private record Found(ShopState state, long moves) {}

    private static Found search(ShopInstance instance, ShopLimits limits, ShopClock clock, String key, int bound) {
        var state = new ShopBreeding(instance, Dice.of(limits.seed(), key), clock, bound).run();
        return new Found(state, clock.done());
    }

    private static Answer best(ShopInstance instance, ArrayList<Future<Found>> running, int bound)
            throws InterruptedException, ExecutionException {
        var best = running.get(0).get().state();
        long moves = 0;
        for (var one : running) {
            var found = one.get();
            moves += found.moves();
            best = found.state().makespan < best.makespan ? found.state() : best;
        }
        var schedule = best.schedule();
        return new Answer(schedule, schedule.makespan(instance), bound, moves);
    }
}
