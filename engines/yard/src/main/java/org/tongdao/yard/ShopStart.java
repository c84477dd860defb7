package org.tongdao.yard;

import java.util.SplittableRandom;

/** A first schedule: again and again a job whose next operation can end early, on the machine where it ends first, with some chance in the choice. */
final class ShopStart {

    private ShopStart() {}

    static void build(ShopState state, SplittableRandom random) {
        var instance = state.instance;
        var nextOf = new int[instance.jobs()];
        var jobFree = new int[instance.jobs()];
        var machineFree = new int[instance.machines()];
        var rest = rest(instance);
        for (int job = 0; job < nextOf.length; job++) {
            nextOf[job] = instance.firstOf(job);
        }
        double weight = random.nextDouble();
        state.clear();
        for (int put = 0; put < instance.operations(); put++) {
            int chosen = -1;
            double least = Double.MAX_VALUE;
            for (int job = 0; job < nextOf.length; job++) {
                if (nextOf[job] < instance.firstOf(job + 1)) {
                    int o = nextOf[job];
                    double value = jobFree[job] - weight * rest[o] + random.nextInt(8);
                    if (value < least) {
                        least = value;
                        chosen = o;
                    }
                }
            }
            int job = instance.jobOf(chosen);
            int machine = earliest(instance, chosen, jobFree[job], machineFree, random);
            int end = Math.max(jobFree[job], machineFree[machine]) + instance.time(chosen, machine);
            state.append(chosen, machine);
            jobFree[job] = end;
            machineFree[machine] = end;
            nextOf[job]++;
        }
        state.reckon();
    }

    private static int earliest(ShopInstance instance, int o, int ready, int[] free, SplittableRandom random) {
        int best = instance.choices(o)[0];
        double least = Double.MAX_VALUE;
        for (int m : instance.choices(o)) {
            double end = Math.max(ready, free[m]) + 2.0 * instance.time(o, m) + random.nextDouble();
            if (end < least) {
                least = end;
                best = m;
            }
        }
        return best;
    }

    /** Least time from the start of each operation to the end of its job. */
    private static int[] rest(ShopInstance instance) {
        var rest = new int[instance.operations()];
        for (int o = rest.length - 1; o >= 0; o--) {
            rest[o] = instance.shortest(o) + (instance.isLast(o) ? 0 : rest[o + 1]);
        }
        return rest;
    }
}
