package org.tongdao.yard;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Each train by itself in an empty station: when each of its steps is over at the soonest, and how long after a step it leaves at the soonest. Its own boxes share
 * the inspection bays. In epoch seconds.
 */
final class DayAlone {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private final DayModel model;
    private final long[] end;
    private final long[] tail;
    private final int bays;

    DayAlone(DayModel model) {
        this.model = model;
        this.bays = model.question.layout().units(YardResource.INSPECTION_BAY).size();
        this.end = new long[model.tasks.length];
        this.tail = new long[model.tasks.length];
        Arrays.fill(end, UNKNOWN);
        for (var task : model.tasks) {
            end(task);
        }
        Arrays.fill(tail, UNKNOWN);
        for (int departure : model.departures) {
            tail[departure] = 0;
            spread(model.tasks[departure]);
        }
    }

    /** Soonest end of a step. */
    long end(DayTask task) {
        if (end[task.number] == UNKNOWN) {
            var fixed = task.fixed;
            end[task.number] = fixed == null
                    ? ready(task) + DayModel.least(task)
                    : fixed.end().getEpochSecond();
        }
        return end[task.number];
    }

    /** Soonest begin of a step that is not told. */
    long begin(DayTask task) {
        return end(task) - DayModel.least(task);
    }

    /** Soonest end of the departure of a train. */
    long leaves(int train) {
        return end(model.tasks[model.departures[train]]);
    }

    /** Whether the train cannot leave before the step is over. */
    boolean holdsUp(DayTask task) {
        return tail[task.number] != UNKNOWN;
    }

    /** Least seconds from the end of a step to the end of the departure; only for steps that hold the train up. */
    long tail(DayTask task) {
        return tail[task.number];
    }

    private long ready(DayTask task) {
        long ready = Math.max(
                model.train(task).arrival().getEpochSecond(),
                model.question.now().getEpochSecond());
        ready = Math.max(ready, task.notBefore);
        for (int before : task.before) {
            ready = Math.max(ready, end(model.tasks[before]));
        }
        if (task.box >= 0) {
            var transload = model.tasks[task.box];
            var told = transload.fixed;
            long begin = told == null ? begin(transload) : told.begin().getEpochSecond();
            ready = Math.max(ready, begin + hangs(task, transload));
        }
        return Math.max(ready, opened(task));
    }

    /** Least seconds from the begin of the transload until the box hangs free. */
    private long hangs(DayTask task, DayTask transload) {
        double least = Arrays.stream(transload.seconds)
                .mapToDouble(u -> model.units.get(u).secondsPerLift())
                .map(s -> s > 0 ? s : model.question.layout().crane().secondsPerLift())
                .min()
                .orElse(0);
        return DayFlow.rate(model.question.layout(), least).offSeconds(1 + task.node.part());
    }

    /** When the last of the boxes that a step waits for is closed again, if they had all bays for themselves: first come, first served is best, all take as long. */
    private long opened(DayTask task) {
        var boxes = Arrays.stream(task.before)
                .mapToObj(b -> model.tasks[b])
                .filter(t -> t.node.stage() == YardStage.INSPECTION && t.fixed == null)
                .toList();
        if (boxes.size() < 2) {
            return UNKNOWN;
        }
        var free = new PriorityQueue<Long>();
        long last = UNKNOWN;
        for (long release : boxes.stream().mapToLong(this::begin).sorted().toArray()) {
            long from = free.size() < bays ? release : Math.max(release, free.remove());
            last = Math.max(last, from + DayModel.least(boxes.get(0)));
            free.add(from + DayModel.least(boxes.get(0)));
        }
        return last;
    }

    private void spread(DayTask task) {
        for (int before : task.before) {
            long longer = tail[task.number] + DayModel.least(task);
            if (longer > tail[before]) {
                tail[before] = longer;
                spread(model.tasks[before]);
            }
        }
    }
}
