package org.tongdao.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A plan from a mixture: those that are nearly whole are settled, the others are mixed anew in what room is left, by ways that still fit, until all are
 * settled.
 */
final class Dive {

    private static final double WHOLE = 0.999;
    /** Of those still open, at least so many in a hundred are settled each time. */
    private static final int EACH = 12;

    private static final double MISSING_RATE = 400_000;
    private static final int PIVOTS = 20_000;
    private static final int PRESSES = 12;

    private final CapacityPrices prices;
    private final List<Shipment> shipments;
    private final Loads loads;
    private final @Nullable Way[] plan;
    private final IntFunction<@Nullable Way> search;
    /** Those that the last mixture left behind, for whom a way in the room that is left is sought. */
    private final BitSet lost = new BitSet();
    /** What its mixtures may take, in connections looked at, and took. */
    private final long most;

    long work;

    /**
     * A dive into an empty plan.
     *
     * @param search the cheapest way of a shipment in what is still free, prices paid
     * @param most of work, after which what the last mixture leads with is settled as far as it fits, and the rest is left
     */
    Dive(
            CapacityPrices prices,
            List<Shipment> shipments,
            Loads loads,
            @Nullable Way[] plan,
            IntFunction<@Nullable Way> search,
            long most) {
        this.most = most;
        this.search = search;
        this.prices = prices;
        this.shipments = shipments;
        this.loads = loads;
        this.plan = plan;
    }

    private record Leading(int shipment, Column column, double share) {}

    void settle() {
        var open = new ArrayList<Integer>();
        for (int s = 0; s < plan.length; s++) {
            open.add(s);
        }
        List<Integer> rest = settle(open, prices.program);
        while (!rest.isEmpty() && work < most) {
            rest = settle(rest, mix(rest));
        }
    }

    private MasterProgram mix(List<Integer> open) {
        var program = new MasterProgram(prices.room(loads), open.size());
        for (int i = 0; i < open.size(); i++) {
            int s = open.get(i);
            for (var c : prices.program.columns.get(s)) {
                if (c.way == null || loads.fits(shipments.get(s), c.way.connections)) {
                    program.columns.get(i).add(new Column(i, c.cost, c.rows, c.amounts, c.way));
                }
            }
            if (lost.get(s)) {
                var way = search.apply(s);
                if (way != null) {
                    program.columns.get(i).add(prices.column(i, s, way));
                }
            }
            program.columns.get(i).sort(Comparator.comparingDouble(c -> c.priced(prices.price)));
        }
        program.most = most - work;
        program.start(MISSING_RATE);
        program.solve(PIVOTS);
        for (int i = 0; i < PRESSES && program.work < program.most && program.press(); i++) {
            program.solve(PIVOTS);
        }
        work += program.work;
        return program;
    }

    private List<Integer> settle(List<Integer> open, MasterProgram program) {
        var leading = new ArrayList<Leading>();
        for (int i = 0; i < open.size(); i++) {
            Column best = null;
            for (var c : program.columns.get(i)) {
                best = best == null || program.share(c) > program.share(best) ? c : best;
            }
            leading.add(new Leading(open.get(i), Objects.requireNonNull(best), program.share(best)));
        }
        leading.sort(Comparator.comparingDouble(l -> -l.share()));
        int some = work < most ? Math.max(1, open.size() * EACH / 100) : open.size();
        var rest = new ArrayList<Integer>();
        for (var one : leading) {
            int s = one.shipment();
            if (one.share() < WHOLE && some-- <= 0) {
                rest.add(s);
                continue;
            }
            var way = one.column().way;
            if (way != null && loads.fits(shipments.get(s), way.connections)) {
                plan[s] = way;
                loads.add(shipments.get(s), way.connections, 1);
            } else if (way != null || !lost.get(s)) {
                rest.add(s);
                lost.set(s, way == null);
            }
        }
        return rest.size() == open.size() && lost.isEmpty() ? List.of() : rest;
    }
}
