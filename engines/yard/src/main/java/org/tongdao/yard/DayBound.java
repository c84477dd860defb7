package org.tongdao.yard;

import java.util.Arrays;
import java.util.Comparator;
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

    /** A step that could begin later without making its train late holds nobody up so long: trains are taken in by that slack, least first, and it is given back. */
    private long waiting(YardStage stage, YardResource resource, ToLongFunction<DayTask> length) {
        var own = Arrays.stream(model.tasks)
                .filter(t -> t.node.stage() == stage && t.fixed == null && isNeeded(t) && alone.holdsUp(t))
                .sorted(Comparator.comparingLong(this::slack))
                .toList();
        int speed = model.question.layout().units(resource).size();
        var release = new long[own.size()];
        var work = new long[own.size()];
        long least = 0;
        long most = 0;
        for (int i = 0; i < own.size(); i++) {
            var task = own.get(i);
            release[i] = alone.begin(task) * speed;
            work[i] = length.applyAsLong(task);
            least += alone.begin(task) + work[i] + slack(task);
            boolean last = i + 1 == own.size() || slack(own.get(i + 1)) > slack(task);
            if (last) {
                long ends = sumOfEnds(Arrays.copyOf(release, i + 1), Arrays.copyOf(work, i + 1));
                most = Math.max(most, Math.floorDiv(ends, (long) speed) - least);
            }
        }
        return most;
    }

    /** How much later than at the soonest a step may begin while its train, alone, still leaves at the soonest. */
    private long slack(DayTask task) {
        return alone.leaves(task.train) - alone.end(task) - alone.tail(task);
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
