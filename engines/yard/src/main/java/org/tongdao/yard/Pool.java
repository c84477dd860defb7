package org.tongdao.yard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The units of one resource, who holds each, and the queue before them: best priority class first, then longest waiting; nobody is overtaken by a smaller claim. */
final class Pool {

    /** A step of a train that waits for {@code amount} units. */
    record Claim(Visit visit, YardStage stage, int amount, int rank, long since, long serial) {}

    private static final Comparator<Claim> ORDER =
            Comparator.comparingInt(Claim::rank).thenComparingLong(Claim::since).thenComparingLong(Claim::serial);

    private final YardResource resource;
    private final @Nullable Visit[] holder;
    private final long[] takenAt;
    private final PriorityQueue<Claim> queue = new PriorityQueue<>(ORDER);
    private final long from;
    private final long to;
    private long busySeconds;
    private int longestQueue;

    /** {@code from} and {@code to} bound the measured time. */
    Pool(YardResource resource, int units, long from, long to) {
        this.resource = resource;
        this.holder = new Visit[units];
        this.takenAt = new long[units];
        this.from = from;
        this.to = to;
    }

    void enqueue(Claim claim) {
        queue.add(claim);
    }

    /** Serves the head of the queue when enough units are free. */
    Optional<Claim> serve(long now) {
        var head = queue.peek();
        if (head == null || free() < head.amount()) {
            noteQueue(now);
            return Optional.empty();
        }
        queue.poll();
        head.visit().held.put(resource, take(head, now));
        head.visit().waited[resource.ordinal()] += now - head.since();
        return Optional.of(head);
    }

    void give(Visit visit, long now) {
        var units = visit.held.remove(resource);
        if (units == null) {
            throw new IllegalStateException(
                    "train " + visit.id + " gives back a " + resource + " that it does not hold");
        }
        for (int unit : units) {
            busySeconds += overlap(takenAt[unit], now);
            holder[unit] = null;
        }
    }

    List<Claim> waiting() {
        return queue.stream().sorted(ORDER).toList();
    }

    Set<String> holders() {
        var ids = new HashSet<String>();
        for (var visit : holder) {
            if (visit != null) {
                ids.add(visit.id);
            }
        }
        return ids;
    }

    double utilisation(long now) {
        long busy = busySeconds;
        for (int unit = 0; unit < holder.length; unit++) {
            busy += holder[unit] == null ? 0 : overlap(takenAt[unit], Math.max(now, to));
        }
        return (double) busy / ((to - from) * holder.length);
    }

    int units() {
        return holder.length;
    }

    int longestQueue() {
        return longestQueue;
    }

    private int[] take(Claim claim, long now) {
        var units = new ArrayList<Integer>();
        for (int unit = 0; unit < holder.length && units.size() < claim.amount(); unit++) {
            if (holder[unit] == null) {
                holder[unit] = claim.visit();
                takenAt[unit] = now;
                units.add(unit);
            }
        }
        return units.stream().mapToInt(Integer::intValue).toArray();
    }

    private int free() {
        return (int) Arrays.stream(holder).filter(h -> h == null).count();
    }

    private void noteQueue(long now) {
        if (now >= from && now < to) {
            longestQueue = Math.max(longestQueue, queue.size());
        }
    }

    private long overlap(long begin, long end) {
        return Math.max(0, Math.min(end, to) - Math.max(begin, from));
    }
}
