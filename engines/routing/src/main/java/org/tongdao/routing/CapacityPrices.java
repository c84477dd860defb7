package org.tongdao.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * Prices of scarce connections by the Lagrangian of the capacities, and with them a bound that no plan can beat.
 *
 * <p>Each round finds every shipment's cheapest way under the prices by {@link PricedWays}, which gives the bound and the columns; between rounds the
 * prices follow a subgradient over the columns known so far, which costs next to nothing.
 */
final class CapacityPrices {

    private static final int KEPT = 24;
    private static final int BETWEEN = 40;

    private final Timetable t;
    private final PricedWays paths;
    private final List<Shipment> shipments;
    private final Loads loads;
    private final int dimensions;
    /** Minor units by dimension: a hundredth slot, a kg, a m³. */
    final double[][] price;

    private final double[][] kept;
    private final double[][] direction;
    private final int[][] use;
    private final List<List<Integer>> groups = new ArrayList<>();
    /** Ways found, by shipment. */
    final List<List<Way>> columns = new ArrayList<>();

    final boolean[] reachable;
    double bound = 0;
    private double theta = 1;

    CapacityPrices(Timetable t, PricedWays paths, List<Shipment> shipments) {
        this.t = t;
        this.paths = paths;
        this.shipments = shipments;
        loads = new Loads(t);
        dimensions = loads.weighed ? Loads.DIMENSIONS : 1;
        price = new double[Loads.DIMENSIONS][paths.price.length];
        kept = new double[Loads.DIMENSIONS][paths.price.length];
        direction = new double[Loads.DIMENSIONS][paths.price.length];
        use = new int[Loads.DIMENSIONS][paths.price.length];
        reachable = new boolean[shipments.size()];
        var byKey = new LinkedHashMap<List<Object>, List<Integer>>();
        for (int s = 0; s < shipments.size(); s++) {
            var one = shipments.get(s);
            columns.add(new ArrayList<>());
            List<Object> key = loads.weighed
                    ? List.of(one.to(), one.kg() * 100L / one.slots(), one.m3() * 10_000L / one.slots())
                    : List.of(one.to());
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
        }
        groups.addAll(byKey.values());
    }

    /** One round at the prices as they are; then they follow the columns, {@code known} being the rating of the best plan so far. */
    void round(double known) {
        double value = -paidForRoom();
        for (var group : groups) {
            value += price(group);
        }
        bound = Math.max(bound, value);
        if (known < Double.MAX_VALUE) {
            follow(known);
        }
    }

    private double paidForRoom() {
        double paid = 0;
        for (int d = 0; d < dimensions; d++) {
            for (int c = 0; c < price[d].length; c++) {
                paid += price[d][c] == 0 ? 0 : price[d][c] * loads.limit[d][c];
            }
        }
        return paid;
    }

    private double price(List<Integer> group) {
        var first = shipments.get(group.get(0));
        double kg = first.kg() * 100.0 / first.slots();
        double m3 = first.m3() * 100.0 / first.slots();
        for (int c = 0; c < paths.price.length; c++) {
            paths.price[c] = 100 * price[0][c] + (dimensions == 1 ? 0 : kg * price[1][c] + m3 * price[2][c]);
        }
        var late = new TreeMap<Integer, List<Integer>>();
        scan(group, group.stream().mapToInt(this::deadline).max().orElseThrow());
        double value = 0;
        for (int s : group) {
            double paid = start(s);
            if (paid < PricedWays.CLOSED / 2 && paths.arrival(ready(s)) > deadline(s)) {
                late.computeIfAbsent(deadline(s), k -> new ArrayList<>()).add(s);
            } else {
                value += take(s, paid);
            }
        }
        for (var some : late.entrySet()) {
            scan(some.getValue(), some.getKey());
            for (int s : some.getValue()) {
                value += take(s, start(s));
            }
        }
        return value;
    }

    private void scan(List<Integer> some, int latest) {
        int earliest = some.stream().mapToInt(this::ready).min().orElseThrow();
        paths.to(AssignSolver.place(t, shipments.get(some.get(0)).to()), earliest, latest, null, null);
    }

    private int ready(int s) {
        return t.minute(shipments.get(s).ready());
    }

    private int deadline(int s) {
        return AssignSolver.deadline(t, shipments.get(s));
    }

    private double start(int s) {
        return paths.from(AssignSolver.place(t, shipments.get(s).from()), ready(s));
    }

    /** What the shipment adds to the bound; a way that pays becomes a column. */
    private double take(int s, double paid) {
        var one = shipments.get(s);
        reachable[s] |= paid < PricedWays.CLOSED / 2;
        double all = paid * (one.slots() / 100.0);
        if (all < one.leftOut()) {
            var used = paths.connections();
            boolean known = columns.get(s).stream().anyMatch(w -> Arrays.equals(w.connections, used));
            if (!known) {
                add(s, paths.way(AssignSolver.place(t, one.from()), ready(s)));
            }
        }
        return Math.min(all, one.leftOut());
    }

    void add(int s, Way way) {
        var some = columns.get(s);
        some.add(way);
        if (some.size() > KEPT) {
            some.remove(0);
        }
    }

    /** Cost of a way of a shipment. */
    double cost(int s, Way way) {
        return way.journey.cost() * (shipments.get(s).slots() / 100.0);
    }

    /** With the prices of what it uses up. */
    double priced(int s, Way way) {
        var one = shipments.get(s);
        double paid = cost(s, way);
        for (int c : way.connections) {
            paid += price[0][c] * one.slots();
            if (dimensions > 1) {
                paid += price[1][c] * one.kg() + price[2][c] * one.m3();
            }
        }
        return paid;
    }

    private void follow(double known) {
        double best = -Double.MAX_VALUE;
        int stale = 0;
        theta = Math.max(theta, 0.3);
        for (int step = 0; step < BETWEEN; step++) {
            double value = relaxed() - paidForRoom();
            if (value > best) {
                best = value;
                stale = 0;
                for (int d = 0; d < dimensions; d++) {
                    System.arraycopy(price[d], 0, kept[d], 0, price[d].length);
                }
            } else if (++stale >= 4) {
                theta *= 0.7;
                stale = 0;
            }
            if (!step(known, value)) {
                break;
            }
        }
        for (int d = 0; d < dimensions; d++) {
            System.arraycopy(kept[d], 0, price[d], 0, price[d].length);
        }
    }

    /** Every shipment on the column that is cheapest for it; counts what they use. */
    private double relaxed() {
        for (var of : use) {
            Arrays.fill(of, 0);
        }
        double value = 0;
        for (int s = 0; s < shipments.size(); s++) {
            double least = shipments.get(s).leftOut();
            Way best = null;
            for (var way : columns.get(s)) {
                double paid = priced(s, way);
                if (paid < least) {
                    least = paid;
                    best = way;
                }
            }
            value += least;
            if (best != null) {
                for (int c : best.connections) {
                    for (int d = 0; d < dimensions; d++) {
                        use[d][c] += Loads.need(shipments.get(s), d);
                    }
                }
            }
        }
        return value;
    }

    /** Towards higher prices where too much wants to go, lower where there is room; false when all fits and nothing is paid. */
    private boolean step(double known, double value) {
        double norm = 0;
        for (int d = 0; d < dimensions; d++) {
            for (int c = 0; c < price[d].length; c++) {
                double over = use[d][c] - (double) loads.limit[d][c];
                direction[d][c] = price[d][c] == 0 && over <= 0 ? 0 : over + 0.5 * direction[d][c];
                norm += direction[d][c] * direction[d][c];
            }
        }
        if (norm == 0) {
            return false;
        }
        double length = theta * Math.max(known - value, Math.abs(known) * 1e-4) / norm;
        for (int d = 0; d < dimensions; d++) {
            for (int c = 0; c < price[d].length; c++) {
                price[d][c] = direction[d][c] == 0 ? price[d][c] : Math.max(0, price[d][c] + length * direction[d][c]);
            }
        }
        return true;
    }
}
