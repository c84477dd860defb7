package org.tongdao.yard;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Looks for a cheaper schedule: the biases of a train, of one step, or of two trains at one stage are drawn anew, and what is not worse than some rounds ago stays; the
 * best of all is the answer. With a plan in
 * force, first every train keeps its times and units as far as they are still possible; then trains that suffer may be let loose.
 */
final class DaySearch {

    private static final long REACH = 3 * 3_600;
    /** A schedule that is no worse than the one so many rounds ago is gone on from (late acceptance). */
    private static final int MEMORY = 20;
    /** Nobody waits for a pulled box: it lets others go first. */
    private static final long PULLED = 12 * 3_600;

    private final DayModel model;
    private final DayGeneration generation;
    private final DayCost cost;
    private final DayLimits limits;
    private final long deadline;
    private final SplittableRandom random;
    private final long[] bias;
    private final boolean[] kept;
    private final long[] bestBias;
    private final boolean[] bestKept;
    private final long[] past;
    private long now;
    private long best;
    private long rounds;

    DaySearch(DayModel model, DayLimits limits) {
        this.model = model;
        this.limits = limits;
        this.deadline = limits.nanos() == Long.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + limits.nanos();
        this.generation = new DayGeneration(model);
        this.cost = new DayCost(model);
        this.random = org.tongdao.terms.Dice.of(limits.seed(), "day");
        this.bias = new long[model.tasks.length];
        this.kept = new boolean[model.question.trains().size()];
        this.bestBias = new long[bias.length];
        this.bestKept = new boolean[kept.length];
        this.past = new long[MEMORY];
        for (var task : model.tasks) {
            bias[task.number] = model.isPulled(task) ? PULLED : 0;
        }
    }

    DayChoice[] run() {
        Arrays.fill(kept, !model.question.before().isEmpty());
        var first = generation.make(bias, kept);
        best = cost.of(first);
        while (cost.intruders > 0 && cost.bar(first)) {
            first = generation.make(bias, kept);
            best = cost.of(first);
        }
        now = best;
        Arrays.fill(past, best);
        remember();
        boolean replan = kept.length > 0 && kept[0];
        while (kept.length > 0 && rounds < limits.rounds() && System.nanoTime() < deadline) {
            rounds++;
            if (replan && random.nextInt(3) == 0) {
                release();
            } else if (random.nextInt(4) == 0) {
                exchange();
            } else {
                shift();
            }
        }
        var choices = generation.make(bestBias, bestKept);
        cost.of(choices);
        return choices;
    }

    long rounds() {
        return rounds;
    }

    DayCost cost() {
        return cost;
    }

    /** Whether to go on from what was just changed. */
    private boolean isTaken() {
        long value = cost.of(generation.make(bias, kept));
        int at = (int) (rounds % MEMORY);
        boolean taken = value <= now || value <= past[at];
        now = taken ? value : now;
        past[at] = Math.min(past[at], now);
        if (value < best) {
            best = value;
            remember();
        }
        return taken;
    }

    private void remember() {
        System.arraycopy(bias, 0, bestBias, 0, bias.length);
        System.arraycopy(kept, 0, bestKept, 0, kept.length);
    }

    private void release() {
        int train = random.nextInt(kept.length);
        kept[train] = !kept[train];
        if (!isTaken()) {
            kept[train] = !kept[train];
        }
    }

    /** One train, or one step of it, earlier or later in the queues. */
    private void shift() {
        int task = random.nextInt(bias.length);
        int train = model.tasks[task].train;
        boolean all = random.nextBoolean();
        int first = all ? firstOf(train) : task;
        int last = all ? model.departures[train] : task;
        var saved = Arrays.copyOfRange(bias, first, last + 1);
        long drawn = random.nextInt(5) == 0 ? 0 : random.nextLong(-REACH, REACH);
        Arrays.fill(bias, first, last + 1, drawn);
        if (!isTaken()) {
            System.arraycopy(saved, 0, bias, first, saved.length);
        }
    }

    private int firstOf(int train) {
        return train == 0 ? 0 : model.departures[train - 1] + 1;
    }

    /** Two trains change places in the queues. */
    private void exchange() {
        int a = random.nextInt(bias.length);
        int b = random.nextInt(bias.length);
        long of = bias[a];
        long by = bias[b];
        bias[a] = by;
        bias[b] = of;
        if (!isTaken()) {
            bias[a] = of;
            bias[b] = by;
        }
    }
}
