package org.tongdao.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The journey that is most surely there within so many days at no more than a budget; of equally sure ones the cheapest.
 *
 * <p>A probability does not add up along a way, so distributions are folded while the search goes on, best hope first: no way is surer than the share of goods
 * that is early enough where it now stands, were there always a departure at once. Ways whose cost must pass the budget, or whose hope is less than what is
 * found, are dropped there; a way also gives way to one that boards at the same node with goods nowhere behind its own and no dearer after waiting for it.
 * Working space of one thread.
 */
final class SurestSearch {

    /** Shares that are told apart. */
    private static final double EQUAL = 1e-7;

    private final Timetable t;
    private final OddsSearch odds;
    private final Weights weights;
    private final Bounds minutes;
    private final Bounds costs;
    private final int mustUse;
    private final int maxBoardings;
    private final PriorityQueue<Stand> queue =
            new PriorityQueue<>(Comparator.comparingDouble((Stand s) -> -s.hope).thenComparingInt(s -> s.ready));
    private final List<List<Stand>> kept = new ArrayList<>();
    private int origin;
    private int target;
    private int limit;
    private int latest;
    private int budget;
    private @Nullable Stand best;

    SurestSearch(Timetable timetable, int mustUse, int maxBoardings) {
        this.t = timetable;
        this.mustUse = mustUse;
        this.maxBoardings = maxBoardings;
        odds = new OddsSearch(t);
        weights = new Weights(t, true);
        minutes = new Bounds(t, Bounds.MINUTES);
        costs = new Bounds(t, Bounds.COST);
    }

    /** Goods that may board at a node, or are at their end; what brought them there. */
    private record Stand(
            @Nullable Stand before,
            int node,
            int ready,
            int cost,
            Mass mass,
            boolean border,
            int boarded,
            double hope,
            int boardStop,
            int alightStop,
            int trip,
            int link) {}

    /** Goods off a service, or at the start, before it is known how they go on. */
    private record Off(@Nullable Stand before, int place, int boardStop, int alightStop, int trip, boolean border) {

        int boarded() {
            return before == null ? 0 : before.boarded + 1;
        }
    }

    /**
     * What is asked.
     *
     * @param within minutes from readiness
     * @param by the latest arrival by the timetable
     * @param budget minor units of one container
     */
    record Wish(int within, int by, int budget) {}

    /** Goods ready at a minute; empty when no way has a chance to be there. */
    Optional<Journey> find(int from, int to, int readyAt, Wish wish) {
        origin = from;
        target = to;
        limit = readyAt + wish.within;
        latest = Math.min(limit, wish.by);
        budget = wish.budget;
        best = null;
        queue.clear();
        kept.clear();
        for (int n = 0; n < t.nodes(); n++) {
            kept.add(new ArrayList<>());
        }
        minutes.to(from, to);
        costs.to(from, to);
        start(readyAt);
        while (!queue.isEmpty()) {
            var stand = queue.poll();
            if (worth(stand.hope, stand.cost + costs.node(stand.node)) && stand.boarded < maxBoardings) {
                board(stand);
            }
        }
        return best == null ? Optional.empty() : Optional.of(journey(best, readyAt));
    }

    private void start(int readyAt) {
        var mass = Mass.at(readyAt);
        var off = new Off(null, origin, 0, 0, 0, origin == mustUse || mustUse < 0);
        int opens = Timetable.open(t.openings[origin], readyAt);
        for (int n = t.placeNode[origin]; n < t.placeNode[origin + 1]; n++) {
            stand(off, n, opens, 0, mass.opened(t.openings[origin]), -1);
        }
        links(off, readyAt, 0, mass);
    }

    private boolean worth(double hope, int cost) {
        if (hope <= EQUAL || cost > budget) {
            return false;
        }
        return best == null || hope > best.hope + EQUAL || hope >= best.hope - EQUAL && cost < best.cost;
    }

    private void board(Stand s) {
        for (int b = t.nodeStop[s.node]; b < t.nodeStop[s.node + 1]; b++) {
            int p = t.boardPattern[b];
            int i = t.boardIndex[b];
            int stop = t.patternStop[p] + i;
            for (int k = t.firstTrip(p, i, s.ready); k < t.trips[p]; k++) {
                int departs = t.departure[t.timeAt(p, i, k)];
                int paid = s.cost
                        + (s.before == null && s.link < 0 ? 0 : t.storage(t.nodePlace[s.node], departs - s.ready));
                if (departs + minutes.aboard(stop) > latest || paid + costs.aboard(stop) > budget) {
                    break;
                }
                ride(s, new int[] {p, i, 0}, k, paid);
                if (weights.pattern[p] == 0) {
                    break; // a later departure saves no storage further on
                }
            }
        }
    }

    private void ride(Stand s, int[] calls, int trip, int paid) {
        int p = calls[0];
        int base = t.patternStop[p];
        boolean border = s.border;
        for (int j = calls[1] + 1; base + j < t.patternStop[p + 1]; j++) {
            int place = t.stopPlace[base + j];
            border |= place == mustUse;
            int arrives = t.arrival[t.timeAt(p, j, trip)];
            int cost = paid + t.stopCost[base + j] - t.stopCost[base + calls[1]];
            if (arrives + minutes.place(place) > latest || cost + costs.place(place) > budget) {
                continue;
            }
            var off = new Off(s, place, base + calls[1], base + j, trip, border);
            alight(off, odds.arrived(s.mass, new int[] {p, calls[1], j}, trip), p, cost);
        }
    }

    private void alight(Off off, Mass arrived, int p, int cost) {
        int place = off.place;
        int stop = off.alightStop - t.patternStop[p];
        int ready = t.ready[t.timeAt(p, stop, off.trip)];
        if (!worth(arrived.by(limit - minutes.place(place)), cost + costs.place(place)) || ready > latest) {
            return;
        }
        var handled = odds.off(arrived, p, place, t.handling[place]);
        if (place == target && off.border) {
            end(off, cost + t.handlingCost[place], ready, handled, -1);
        }
        links(off, ready, cost + t.handlingCost[place], handled);
        for (int n = t.placeNode[place]; n < t.placeNode[place + 1]; n++) {
            int at = t.readyAt(p, n, ready);
            if (at < Timetable.NEVER) {
                stand(off, n, at, cost + t.alightCost(p, n), handled.later(at - ready), -1);
            }
        }
    }

    private void links(Off off, int ready, int cost, Mass mass) {
        for (int k = t.linkOut[off.place]; k < t.linkOut[off.place + 1]; k++) {
            int there = Timetable.open(t.linkOpenings[k], ready) + t.linkMinutes[k];
            if (there > latest || cost + t.linkCost[k] > budget) {
                continue;
            }
            int to = t.linkTo[k];
            var moved = mass.opened(t.linkOpenings[k]).later(t.linkMinutes[k]);
            var through = new Off(
                    off.before, off.place, off.boardStop, off.alightStop, off.trip, off.border || to == mustUse);
            if (to == target && through.border) {
                end(through, cost + t.linkCost[k], there, moved, k);
            }
            var taken = moved.opened(t.openings[to]);
            for (int n = t.placeNode[to]; n < t.placeNode[to + 1]; n++) {
                stand(through, n, Timetable.open(t.openings[to], there), cost + t.linkCost[k], taken, k);
            }
        }
    }

    private void end(Off off, int cost, int ready, Mass mass, int link) {
        double share = mass.by(limit);
        if (worth(share, cost)) {
            best = stand(off, -1, ready, cost, mass, share, link);
        }
    }

    private static Stand stand(Off off, int node, int ready, int cost, Mass mass, double hope, int link) {
        return new Stand(
                off.before,
                node,
                ready,
                cost,
                mass,
                off.border,
                off.boarded(),
                hope,
                off.boardStop,
                off.alightStop,
                off.trip,
                link);
    }

    private void stand(Off off, int n, int ready, int cost, Mass mass, int link) {
        if (t.nodeStop[n] == t.nodeStop[n + 1] || ready + minutes.node(n) > latest) {
            return;
        }
        var stand = stand(off, n, ready, cost, mass, mass.by(limit - minutes.node(n)), link);
        if (!worth(stand.hope, cost + costs.node(n))) {
            return;
        }
        var others = kept.get(n);
        if (others.stream().noneMatch(o -> beats(o, stand))) {
            others.removeIf(o -> beats(stand, o) && queue.remove(o));
            others.add(stand);
            queue.add(stand);
        }
    }

    private boolean beats(Stand a, Stand b) {
        int wait = Weights.dearest(t.storagePerDay[t.nodePlace[a.node]], b.ready - a.ready);
        return a.ready <= b.ready
                && a.cost + wait <= b.cost
                && a.boarded <= b.boarded
                && (a.border || !b.border)
                && a.mass.nowhereBehind(b.mass);
    }

    private Journey journey(Stand end, int readyAt) {
        var trace = new JourneyTrace(t);
        for (var s = end; s != null; s = s.before) {
            if (s.link >= 0) {
                trace.addLink(s.link);
            }
            if (s.before != null) {
                trace.addService(s.boardStop, s.alightStop, s.trip);
            }
        }
        return trace.journey(origin, readyAt);
    }
}
