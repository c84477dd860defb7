package org.tongdao.yard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A bound by prices: every minute of every contended resource has a price, each train takes its cheapest times by itself, and what they pay more than the
 * resource is worth is owed by any schedule (Lagrange). Prices rise where trains meet and fall where nobody is.
 *
 * <p>Valid for any prices: of each train only the window of each step is kept, minutes are rounded in favour of the train, units of one kind count as alike.
 */
final class DayPrices {

    private static final long SLOT = 60;
    private static final int MOST_SLOTS = 4 * 1_440;
    private static final int PATIENCE = 8;

    /** A step on one resource: earliest slot, slots of it, seconds from its begin to the departure's end. */
    private record Job(int resource, int first, int slots, long toLeave) {}

    private final DayModel model;
    private final DayAlone alone;
    private final long origin;
    private final int slots;
    private final List<YardResource> contended;
    private final List<List<Job>> jobs = new ArrayList<>();
    private final double[][] price;
    private final double[][] worth;
    private final double[][] use;
    private final int[][] capacity;
    private final double[][] cheapest;
    private final int[][] at;

    /** {@code last}: the last departure of a known schedule; later minutes, and the last slot, have no price, so that any step may begin there. */
    DayPrices(DayModel model, DayAlone alone, long last) {
        this.model = model;
        this.alone = alone;
        this.contended = List.of(YardResource.values());
        long first = Long.MAX_VALUE;
        for (var train : model.question.trains()) {
            first = Math.min(first, train.arrival().getEpochSecond());
        }
        this.origin = first;
        this.slots = (int) Math.min(MOST_SLOTS, Math.max(1, (last - first) / SLOT + 2));
        int most = 1;
        for (int t = 0; t < model.departures.length; t++) {
            var own = jobs(t);
            most = Math.max(most, own.size());
            jobs.add(own);
        }
        int r = contended.size();
        this.price = new double[r][slots];
        this.worth = new double[r][slots + 1];
        this.use = new double[r][slots + 1];
        this.cheapest = new double[most][slots];
        this.at = new int[most][slots];
        this.capacity = new int[r][slots];
        for (int i = 0; i < r; i++) {
            Arrays.fill(capacity[i], units(contended.get(i)).size());
            close(i);
        }
    }

    private List<YardUnit> units(YardResource resource) {
        return model.question.layout().units(resource);
    }

    /** Closed units are no capacity; a train may stand on a closed track. */
    private void close(int resource) {
        var kind = contended.get(resource);
        boolean kept = kind == YardResource.RECEIVING_TRACK
                || kind == YardResource.TRANSLOAD_TRACK
                || kind == YardResource.DEPARTURE_TRACK;
        for (var unit : kept ? List.<YardUnit>of() : units(kind)) {
            var closed = new boolean[slots];
            for (var list : List.of(model.question.layout().closures(), model.question.closures())) {
                for (var closure : list) {
                    if (closure.trainId().isEmpty() && closure.covers(unit, "")) {
                        long from = closure.from().getEpochSecond() - origin;
                        long until = Math.floorDiv(closure.until().getEpochSecond() - origin, SLOT);
                        for (long k = Math.max(0, -Math.floorDiv(-from, SLOT)); k < Math.min(slots, until); k++) {
                            closed[(int) k] = true;
                        }
                    }
                }
            }
            for (int k = 0; k < slots; k++) {
                capacity[resource][k] -= closed[k] ? 1 : 0;
            }
        }
    }

    private List<Job> jobs(int train) {
        var own = new ArrayList<Job>();
        for (var task : model.tasks) {
            if (task.train == train && task.fixed == null && alone.holdsUp(task)) {
                var stage = task.node.stage();
                long least = DayModel.least(task);
                if (stage != YardStage.TRANSLOADING) {
                    add(own, DayFlow.shownOn(stage), task, task.keepsTrack ? Math.max(task.keep, least) : least);
                }
                DayFlow.second(stage).ifPresent(r -> add(own, r, task, least));
            }
        }
        return own;
    }

    private void add(List<Job> own, YardResource resource, DayTask task, long taken) {
        int r = contended.indexOf(resource);
        int first = (int) Math.max(0, Math.floorDiv(alone.begin(task) - origin, SLOT));
        if (r >= 0 && taken >= SLOT && first < slots) {
            own.add(new Job(r, first, (int) (taken / SLOT), DayModel.least(task) + alone.tail(task)));
        }
    }

    /** The best bound of some rounds; {@code known} is the cost of a schedule, which is never passed. */
    long bound(long known, int rounds) {
        double best = 0;
        double eagerness = 1;
        int since = 0;
        var way = new double[contended.size()][slots];
        for (int round = 0; round < rounds; round++) {
            double value = round();
            since = value > best + known * 1e-5 ? 0 : since + 1;
            best = Math.max(best, value);
            if (best >= known - 1 || since > 4 * PATIENCE) {
                break;
            }
            if (since > 0 && since % PATIENCE == 0) {
                eagerness /= 2;
            }
            move(eagerness * Math.max(known * 0.002, 1.002 * known - value), way);
        }
        return (long) Math.floor(best - 1e-3);
    }

    private void move(double want, double[][] way) {
        double square = 0;
        for (int r = 0; r < way.length; r++) {
            for (int k = 0; k < slots; k++) {
                double more = use[r][k] - capacity[r][k];
                way[r][k] = 0.3 * way[r][k] + more;
                if (price[r][k] <= 0 && way[r][k] < 0) {
                    way[r][k] = 0;
                }
                square += way[r][k] * way[r][k];
            }
        }
        for (int r = 0; square > 0 && r < way.length; r++) {
            for (int k = 0; k < slots - 1; k++) {
                price[r][k] = Math.max(0, price[r][k] + want / square * way[r][k]);
            }
        }
    }

    /** What all trains pay at the prices, less what the resources are worth; also who uses what then. */
    private double round() {
        double value = 0;
        for (int r = 0; r < price.length; r++) {
            Arrays.fill(use[r], 0);
            for (int k = 0; k < slots; k++) {
                worth[r][k + 1] = worth[r][k] + price[r][k];
                value -= price[r][k] * capacity[r][k];
            }
        }
        for (int t = 0; t < model.departures.length; t++) {
            value += pays(t);
        }
        for (int r = 0; r < price.length; r++) {
            for (int k = 1; k < slots; k++) {
                use[r][k] += use[r][k - 1];
            }
        }
        return value;
    }

    private double pays(int train) {
        var own = jobs.get(train);
        long soonest = alone.leaves(train);
        for (int j = 0; j < own.size(); j++) {
            cheapest(own.get(j), cheapest[j], at[j]);
        }
        double best = Double.MAX_VALUE;
        long bestLeaves = soonest;
        long leaves = soonest;
        while (true) {
            long next = origin + (Math.floorDiv(leaves - origin, SLOT) + 1) * SLOT;
            double sum = DayCost.of(model.question.trains().get(train), leaves, length(train));
            double owed = 0;
            for (int j = 0; j < own.size(); j++) {
                owed += cheapest[j][latest(own.get(j), next)];
            }
            if (sum + owed < best) {
                best = sum + owed;
                bestLeaves = next;
            }
            if (sum >= best || owed <= 0 || next > origin + slots * SLOT + 2 * 86_400) {
                break;
            }
            leaves = next;
        }
        for (int j = 0; j < own.size(); j++) {
            int begin = at[j][latest(own.get(j), bestLeaves)];
            if (begin < slots) {
                use[own.get(j).resource()][begin]++;
                use[own.get(j).resource()][Math.min(slots, begin + own.get(j).slots())]--;
            }
        }
        return best;
    }

    private long length(int train) {
        return DayModel.least(model.tasks[model.departures[train]]);
    }

    /** Last slot in which a job may begin so that its train can leave by then. */
    private int latest(Job job, long leaves) {
        long slot = -Math.floorDiv(-(leaves - job.toLeave() - origin), SLOT);
        return (int) Math.max(job.first(), Math.min(slots - 1L, slot));
    }

    /** Cheapest begin up to each slot. A job that reaches past the last slot pays nothing there. */
    private void cheapest(Job job, double[] least, int[] where) {
        var sum = worth[job.resource()];
        double best = Double.MAX_VALUE;
        int bestAt = job.first();
        for (int k = job.first(); k < slots; k++) {
            double cost = sum[Math.min(slots, k + job.slots())] - sum[k];
            if (cost < best - 1e-9) {
                best = cost;
                bestAt = k;
            }
            least[k] = best;
            where[k] = bestAt;
        }
    }
}
