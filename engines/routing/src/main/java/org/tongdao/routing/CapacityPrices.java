package org.tongdao.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Prices of scarce connections by a subgradient on the Lagrangian of the capacities, and with them a bound that no plan can beat.
 *
 * <p>Each round prices every shipment's cheapest way by {@link CheapestPaths}; the ways found are the columns from which plans are made.
 */
final class CapacityPrices {

    private static final int KEPT = 12;

    private final Timetable t;
    private final CheapestPaths paths;
    private final List<Shipment> shipments;
    private final Loads loads;
    /** Minor units by dimension: a hundredth slot, a kg, a m³. */
    final double[][] price;

    private final double[][] direction;
    private final List<List<Integer>> groups = new ArrayList<>();
    /** Ways found, by shipment. */
    final List<List<CheapestPaths.Way>> columns = new ArrayList<>();

    final boolean[] reachable;
    double bound = 0;
    private double theta = 1.2;
    private int stale;

    CapacityPrices(Timetable t, CheapestPaths paths, List<Shipment> shipments) {
        this.t = t;
        this.paths = paths;
        this.shipments = shipments;
        loads = new Loads(t);
        price = new double[Loads.DIMENSIONS][paths.price.length];
        direction = new double[Loads.DIMENSIONS][paths.price.length];
        reachable = new boolean[shipments.size()];
        var byKey = new LinkedHashMap<List<Object>, List<Integer>>();
        for (int s = 0; s < shipments.size(); s++) {
            var one = shipments.get(s);
            columns.add(new ArrayList<>());
            List<Object> key = loads.weighed
                    ? List.of(one.from(), one.ready(), one.kg() * 100L / one.slots(), one.m3() * 10_000L / one.slots())
                    : List.of(one.from(), one.ready());
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
        }
        groups.addAll(byKey.values());
    }

    /** One round; {@code known} is the rating of the best plan so far; without one the prices stay. */
    void round(double known) {
        var use = new int[Loads.DIMENSIONS][paths.price.length];
        double value = 0;
        for (var group : groups) {
            value += price(group, use);
        }
        for (int d = 0; d < Loads.DIMENSIONS; d++) {
            for (int c = 0; c < price[d].length; c++) {
                value -= price[d][c] == 0 ? 0 : price[d][c] * loads.limit[d][c];
            }
        }
        if (value > bound + Math.abs(bound) * 1e-5) {
            bound = value;
            stale = 0;
        } else if (++stale >= 4) {
            theta *= 0.6;
            stale = 0;
        }
        bound = Math.max(bound, value);
        if (known < Double.MAX_VALUE) {
            step(use, known, value);
        }
    }

    private double price(List<Integer> group, int[][] use) {
        var first = shipments.get(group.get(0));
        double kg = first.kg() * 100.0 / first.slots();
        double m3 = first.m3() * 100.0 / first.slots();
        int latest = 0;
        for (int s : group) {
            latest = Math.max(latest, AssignSolver.deadline(t, shipments.get(s)));
        }
        for (int c = 0; c < paths.price.length; c++) {
            paths.price[c] = (long) (100 * price[0][c] + kg * price[1][c] + m3 * price[2][c]);
        }
        paths.from(AssignSolver.place(t, first.from()), t.minute(first.ready()), latest);
        double value = 0;
        for (int s : group) {
            var one = shipments.get(s);
            int label = paths.cheapest(AssignSolver.place(t, one.to()), AssignSolver.deadline(t, one));
            reachable[s] |= label >= 0;
            double paid = label < 0 ? Double.MAX_VALUE : paths.cost(label) * (one.slots() / 100.0);
            value += Math.min(paid, one.leftOut());
            if (paid < one.leftOut()) {
                take(s, paths.way(label, t.minute(one.ready())), use);
            }
        }
        return value;
    }

    private void take(int s, CheapestPaths.Way way, int[][] use) {
        for (int c : way.connections) {
            for (int d = 0; d < Loads.DIMENSIONS; d++) {
                use[d][c] += Loads.need(shipments.get(s), d);
            }
        }
        var kept = columns.get(s);
        boolean known = kept.stream().anyMatch(w -> java.util.Arrays.equals(w.connections, way.connections));
        if (!known) {
            kept.add(way);
            if (kept.size() > KEPT) {
                kept.remove(0);
            }
        }
    }

    /** Towards higher prices where too much wants to go, lower where there is room. */
    private void step(int[][] use, double known, double value) {
        double norm = 0;
        for (int d = 0; d < Loads.DIMENSIONS; d++) {
            for (int c = 0; c < price[d].length; c++) {
                double over = use[d][c] - (double) loads.limit[d][c];
                direction[d][c] = price[d][c] == 0 && over <= 0 ? 0 : over + 0.5 * direction[d][c];
                norm += direction[d][c] * direction[d][c];
            }
        }
        if (norm == 0) {
            return;
        }
        double length = theta * Math.max(known - value, known * 1e-4) / norm;
        for (int d = 0; d < Loads.DIMENSIONS; d++) {
            for (int c = 0; c < price[d].length; c++) {
                price[d][c] = Math.max(0, price[d][c] + length * direction[d][c]);
            }
        }
    }
}
