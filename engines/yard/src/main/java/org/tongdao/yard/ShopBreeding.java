package org.tongdao.yard;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One thread's search: a small population of schedules, each improved by {@link ShopTabu}; two of them are crossed, the child is improved and takes the
 * place of the worst (after Li and Gao 2016). When all are alike, all but the best start anew.
 */
final class ShopBreeding {

    private static final int POPULATION = 10;
    private static final int PATIENCE = 6_000;

    private final ShopInstance instance;
    private final SplittableRandom random;
    private final ShopClock clock;
    private final ShopTabu tabu;
    private final int goal;
    private final List<ShopState> population = new ArrayList<>();

    ShopBreeding(ShopInstance instance, SplittableRandom random, ShopClock clock, int goal) {
        this.instance = instance;
        this.random = random;
        this.clock = clock;
        this.goal = goal;
        this.tabu = new ShopTabu(instance, random, clock);
    }

    ShopState run() {
        fill();
        while (clock.isOpen() && best().makespan > goal) {
            if (population.size() < POPULATION) {
                fill();
            } else {
                generation();
            }
        }
        return best();
    }

    private void fill() {
        do {
            var state = new ShopState(instance);
            ShopStart.build(state, random);
            tabu.improve(state, PATIENCE, goal);
            population.add(state);
        } while (population.size() < POPULATION && clock.isOpen() && best().makespan > goal);
    }

    private ShopState best() {
        var best = population.get(0);
        for (var state : population) {
            best = state.makespan < best.makespan ? state : best;
        }
        return best;
    }

    private void generation() {
        var a = population.get(random.nextInt(POPULATION));
        var b = population.get(random.nextInt(POPULATION));
        if (a == b) {
            return;
        }
        var child = new ShopState(instance);
        ShopCross.cross(a, b, child, random);
        tabu.improve(child, PATIENCE, goal);
        admit(child);
    }

    private void admit(ShopState child) {
        int worst = 0;
        for (int i = 0; i < population.size(); i++) {
            if (ShopCross.distance(population.get(i), child) == 0) {
                stale();
                return;
            }
            worst = population.get(i).makespan > population.get(worst).makespan ? i : worst;
        }
        if (child.makespan <= population.get(worst).makespan) {
            population.set(worst, child);
        }
    }

    /** A child that is already there: when the whole population has run together, only the best stays. */
    private void stale() {
        var best = best();
        int apart = 0;
        for (var state : population) {
            apart += ShopCross.distance(state, best);
        }
        if (apart < POPULATION * instance.operations() / 20) {
            population.removeIf(s -> s != best);
        }
    }
}
