package org.tongdao.yard;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * What no schedule of a day can cost less: each train alone in an empty station, and for each resource the least sum of ends when its units worked as one,
 * as many times as fast, and work could be broken off (shortest rest first is best then).
 */
final class DayBound {

    private static final int ROUNDS = 80;

    private final DayModel model;
    private final DayAlone alone;

    DayBound(DayModel model) {
        this.model = model;
        this.alone = new DayAlone(model);
    }

    /** The bound at once. */
    long cost() {
        long sum = 0;
        for (int t = 0; t < model.departures.length; t++) {
            sum += DayCost.of(
                    model.question.trains().get(t), alone.leaves(t), DayModel.least(model.tasks[model.departures[t]]));
        }
        long most = 0;
        for (var resource : YardResource.values()) {
            most = Math.max(most, waiting(resource));
        }
        return sum + most;
    }

    /** A better bound by {@link DayPrices}, some tenths of a second of work on a busy day; {@code known} is the cost of a schedule and {@code last} its end. */
    long cost(long known, long last) {
        long simple = cost();
        if (simple >= known) {
            return simple;
        }
        return Math.max(simple, new DayPrices(model, alone, last).bound(known, ROUNDS));
    }

    /** By how much the trains must together leave later because they share one resource. */
    private long waiting(YardResource resource) {
        long most = 0;
        for (var stage : YardStage.values()) {
            boolean first = DayFlow.shownOn(stage) == resource && stage != YardStage.TRANSLOADING;
            boolean second = DayFlow.second(stage).filter(r -> r == resource).isPresent();
            if (first || second) {
                most = Math.max(most, waiting(stage, resource, t -> first ? kept(t) : DayModel.least(t)));
            }
        }
        return most;
    }

    private static long kept(DayTask task) {
        return Math.max(task.keep, DayModel.least(task));
    }

    private long waiting(YardStage stage, YardResource resource, ToLongFunction<DayTask> length) {
        var own = Arrays.stream(model.tasks)
                .filter(t -> t.node.stage() == stage && t.fixed == null && isNeeded(t))
                .toList();
        int n = own.size();
        var release = new long[n];
        var work = new long[n];
        long least = 0;
        int speed = model.question.layout().units(resource).size();
        for (int i = 0; i < n; i++) {
            long begin = alone.begin(own.get(i));
            release[i] = begin * speed;
            work[i] = length.applyAsLong(own.get(i));
            least += begin + work[i];
        }
        return Math.max(0, Math.floorDiv(sumOfEnds(release, work), (long) speed) - least);
    }

    /** A pulled box holds nobody up. */
    private boolean isNeeded(DayTask task) {
        return task.node.stage() != YardStage.INSPECTION;
    }

    /** Least sum of ends on one machine with release times when work may be broken off. */
    static long sumOfEnds(long[] release, long[] work) {
        var order = java.util.stream.IntStream.range(0, release.length)
                .boxed()
                .sorted(java.util.Comparator.comparingLong(i -> release[i]))
                .toList();
        var rest = work.clone();
        var open = new PriorityQueue<Integer>(java.util.Comparator.comparingLong(i -> rest[i]));
        long now = Long.MIN_VALUE;
        long sum = 0;
        int next = 0;
        while (next < order.size() || !open.isEmpty()) {
            if (open.isEmpty()) {
                now = Math.max(now, release[order.get(next)]);
            }
            while (next < order.size() && release[order.get(next)] <= now) {
                open.add(order.get(next++));
            }
            int job = open.remove();
            long until = next < order.size() ? release[order.get(next)] : Long.MAX_VALUE;
            long step = Math.min(rest[job], until - now);
            rest[job] -= step;
            now += step;
            if (rest[job] == 0) {
                sum += now;
            } else {
                open.add(job);
            }
        }
        return sum;
    }
}
