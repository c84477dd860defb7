package org.tongdao.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives thousands of shipments their ways at least cost under the capacities of every departure on every stretch.
 *
 * <p>Columns are ways, priced by {@link CapacityPrices} and mixed by a linear programme; a {@link Dive} makes a plan of the mixture, and moves mend it:
 * another way, or another shipment made to give way. The bound of the prices proves how far the plan may be from the best. Deterministic: the effort is counted in rounds, not in time.
 */
public final class AssignSolver {

    private static final int EJECTED = 6;
    private static final int WANTED = 3;
    private static final double NEAR = 1.001;
    /** Of the effort, the share after which prices are no longer sought, and that after which mixtures are not. */
    private static final double PRICING = 0.6;

    private static final double DIVING = 0.8;

    private final Timetable t;
    private final List<Shipment> shipments;
    private final PricedWays paths;
    private final CapacityPrices prices;
    private final @Nullable Way[] plan;
    private Loads loads;

    /**
     * How much to try.
     *
     * @param rounds of prices at most
     * @param passes of mending at the end
     * @param goodEnough the share above the bound at which it ends
     * @param work connections of the timetable to look at, after which it ends with the best plan so far, mixtures and moves included; about 40 million a second
     */
    public record Effort(int rounds, int passes, double goodEnough, long work) {

        /** Ends half a hundredth above the bound, or after about a minute. */
        public static final Effort USUAL = new Effort(60, 6, 0.005, 2_400_000_000L);
    }

    private long work = Long.MAX_VALUE;
    private long dived;

    public AssignSolver(Timetable timetable, List<Shipment> shipments) {
        this.t = timetable;
        this.shipments = List.copyOf(shipments);
        paths = new PricedWays(t);
        prices = new CapacityPrices(t, paths, this.shipments);
        plan = new @Nullable Way[this.shipments.size()];
        loads = new Loads(t);
    }

    static int place(Timetable t, String id) {
        return t.findPlace(id)
                .orElseThrow(
                        () -> new IllegalArgumentException("no place '" + id + "'. Maybe check the shipments first."));
    }

    static int deadline(Timetable t, Shipment s) {
        return (int) Math.floorDiv(s.deadline().getEpochSecond() - t.start().getEpochSecond(), 60L);
    }

    /** The plan. */
    public Assignment solve(Effort effort) {
        work = effort.work();
        prices.program.most = (long) (PRICING * work);
        double best = Double.MAX_VALUE;
        var kept = plan.clone();
        boolean met = false;
        boolean tried = false;
        for (int i = 0; i < effort.rounds() && !met && !enough(best, effort) && !spent(); i++) {
            met = prices.round();
            boolean last = met || i == effort.rounds() - 1 || spent() || used() > PRICING * work;
            if (last || !tried && near()) {
                met |= last;
                tried = true;
                construct();
                improve();
                if (rated() < best) {
                    best = rated();
                    kept = plan.clone();
                }
            }
        }
        set(kept);
        for (int pass = 0; pass < effort.passes() && !enough(rated(), effort) && !spent(); pass++) {
            double before = rated();
            improve();
            if (rated() >= before) {
                break;
            }
        }
        return answer();
    }

    /** Whether the mixture is so near the bound that a plan made from it has a chance. */
    private boolean near() {
        return !prices.missing() && prices.mixed() < NEAR * prices.bound;
    }

    /** What no plan can beat, minor units: the value of the linear relaxation, when rounds enough are allowed for prices and mixture to meet. */
    public double relaxed(int rounds) {
        for (int i = 0; i < rounds && !prices.round(); i++) {
            continue;
        }
        return prices.bound;
    }

    private boolean spent() {
        return used() > work;
    }

    private long used() {
        return paths.scanned + prices.program.work + dived;
    }

    private boolean enough(double rated, Effort effort) {
        return rated - prices.bound <= effort.goodEnough() * prices.bound;
    }

    private void set(@Nullable Way[] ways) {
        loads = new Loads(t);
        for (int s = 0; s < plan.length; s++) {
            plan[s] = ways[s];
            var way = plan[s];
            if (way != null) {
                loads.add(shipments.get(s), way.connections, 1);
            }
        }
    }

    private double rated() {
        return IntStream.range(0, plan.length).mapToDouble(this::rated).sum();
    }

    private double rated(int s) {
        var way = plan[s];
        return way == null ? shipments.get(s).leftOut() : cost(s, way);
    }

    private double cost(int s, Way way) {
        return prices.cost(s, way);
    }

    /** From the mixture; those that it left behind take the cheapest way in the room that is left. */
    private void construct() {
        Arrays.fill(plan, null);
        loads = new Loads(t);
        var dive = new Dive(prices, shipments, loads, plan, s -> search(s, true), (long) (DIVING * work) - used());
        dive.settle();
        dived += dive.work;
        IntStream.range(0, plan.length)
                .filter(s -> plan[s] == null)
                .boxed()
                .sorted(Comparator.comparingInt(s -> -shipments.get(s).priority()))
                .forEach(s -> put(s, search(s, true)));
    }

    /** The cheapest of the ways known that still fits. */
    private @Nullable Way known(int s) {
        return prices.ways(s).stream()
                .filter(w -> loads.fits(shipments.get(s), w.connections))
                .min(Comparator.comparingDouble(w -> cost(s, w)))
                .orElse(null);
    }

    private void put(int s, @Nullable Way way) {
        plan[s] = way;
        if (way != null) {
            loads.add(shipments.get(s), way.connections, 1);
        }
    }

    private @Nullable Way lift(int s) {
        var way = plan[s];
        if (way != null) {
            loads.add(shipments.get(s), way.connections, -1);
            plan[s] = null;
        }
        return way;
    }

    /** The cheapest way in what is still free; with or without the prices. */
    private @Nullable Way search(int s, boolean priced) {
        if (priced) {
            prices.show(shipments.get(s));
        } else {
            Arrays.fill(paths.price, 0);
        }
        return found(s, loads);
    }

    private @Nullable Way found(int s, @Nullable Loads within) {
        var one = shipments.get(s);
        int ready = t.minute(one.ready());
        paths.to(place(t, one.to()), ready, deadline(t, one), one, within);
        if (paths.from(place(t, one.from()), ready) >= PricedWays.CLOSED / 2) {
            return null;
        }
        var way = paths.way(place(t, one.from()), ready);
        return cost(s, way) < one.leftOut() ? way : null;
    }

    private void improve() {
        for (int s = 0; s < plan.length && !spent(); s++) {
            var before = plan[s];
            if (before != null && before == cheapest(s)) {
                continue;
            }
            double now = rated(s);
            lift(s);
            var better = search(s, false);
            put(s, better != null && cost(s, better) < now ? better : before);
            if (rated(s) >= now) {
                eject(s, prices.ways(s));
            }
        }
    }

    private @Nullable Way cheapest(int s) {
        return prices.ways(s).stream()
                .min(Comparator.comparingDouble(w -> cost(s, w)))
                .orElse(null);
    }

    /** Takes its cheapest way and has one that stands in it find another, if both together are better. */
    private void eject(int s, List<Way> ways) {
        double now = rated(s);
        var wanted = ways.stream()
                .filter(w -> cost(s, w) < now)
                .sorted(Comparator.comparingDouble(w -> cost(s, w)))
                .limit(WANTED)
                .toList();
        for (var way : wanted) {
            if (ejected(s, way)) {
                return;
            }
        }
    }

    private boolean ejected(int s, Way wanted) {
        var old = lift(s);
        double gain = (old == null ? shipments.get(s).leftOut() : cost(s, old)) - cost(s, wanted);
        int full = Arrays.stream(wanted.connections)
                .filter(c -> !loads.fits(shipments.get(s), c))
                .findFirst()
                .orElse(-1);
        if (full < 0) {
            put(s, wanted);
            return true;
        }
        int tried = 0;
        for (int other = 0; other < plan.length && tried < EJECTED; other++) {
            var way = plan[(other + s) % plan.length];
            if (way != null
                    && uses(way, full)
                    && shipments.get((other + s) % plan.length).priority()
                            <= shipments.get(s).priority() + 8) {
                tried++;
                if (swapped((other + s) % plan.length, s, wanted, gain)) {
                    return true;
                }
            }
        }
        put(s, old);
        return false;
    }

    private static boolean uses(Way way, int connection) {
        for (int c : way.connections) {
            if (c == connection) {
                return true;
            }
        }
        return false;
    }

    private boolean swapped(int other, int s, Way wanted, double gain) {
        double before = rated(other);
        var way = lift(other);
        if (loads.fits(shipments.get(s), wanted.connections)) {
            put(s, wanted);
            var known = known(other);
            put(other, known != null ? known : search(other, false));
            if (rated(other) - before < gain - 0.5) {
                return true;
            }
            lift(other);
            lift(s);
        }
        put(other, way);
        return false;
    }

    /** Keeps a plan as far as it can be kept: only those whose way is not open any more, or has become too full, get another. */
    public Assignment mend(Assignment before) {
        Arrays.fill(plan, null);
        loads = new Loads(t);
        var homeless = new ArrayList<Integer>();
        for (int s = 0; s < plan.length; s++) {
            var journey = before.ways().get(shipments.get(s).id());
            var way = journey == null ? null : again(journey);
            if (way != null && loads.fits(shipments.get(s), way.connections)) {
                put(s, way);
            } else {
                homeless.add(s);
            }
        }
        homeless.sort(Comparator.comparingInt(s -> -shipments.get(s).priority()));
        for (int s : homeless) {
            put(s, search(s, false));
            if (plan[s] == null) {
                var any = anyway(s);
                if (any != null) {
                    eject(s, List.of(any));
                }
            }
        }
        prices.round();
        return answer();
    }

    private @Nullable Way anyway(int s) {
        Arrays.fill(paths.price, 0);
        return found(s, null);
    }

    /** The same journey in this timetable; nothing when a leg of it does not run. */
    private @Nullable Way again(Journey journey) {
        return new WayBack(t).of(journey);
    }

    private Assignment answer() {
        var ways = new LinkedHashMap<String, Journey>();
        var out = new LinkedHashMap<String, String>();
        double cost = 0;
        for (int s = 0; s < plan.length; s++) {
            var way = plan[s];
            if (way == null) {
                out.put(shipments.get(s).id(), reason(s));
            } else {
                ways.put(shipments.get(s).id(), way.journey);
                cost += cost(s, way);
            }
        }
        return new Assignment(ways, out, Math.round(cost), Math.round(rated()), Math.round(Math.max(0, prices.bound)));
    }

    private String reason(int s) {
        var way = anyway(s);
        if (way == null) {
            return paths.from(
                                    place(t, shipments.get(s).from()),
                                    t.minute(shipments.get(s).ready()))
                            < PricedWays.CLOSED / 2
                    ? "every way costs more than leaving it behind is rated at"
                    : "no way is there by the deadline, even with all capacity free";
        }
        var full = loads.full(shipments.get(s), way.connections);
        return full.isEmpty()
                ? "every way costs more than leaving it behind is rated at"
                : "full: " + String.join(", ", full);
    }
}
