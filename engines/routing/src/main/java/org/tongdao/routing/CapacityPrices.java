package org.tongdao.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices of scarce connections, and with them a bound that no plan can beat.
 *
 * <p>Each round finds every shipment's cheapest way under the prices by {@link PricedWays}: the Lagrangian bound and new columns. Between rounds a {@link
 * MasterProgram} mixes the columns at least cost; its prices, drawn towards those of the best bound, are the next.
 */
final class CapacityPrices {

    /** Columns of a shipment before the dearest go. */
    private static final int KEPT = 24;
    /** How far the prices stay with those of the best bound. */
    private static final double STAY = 0.4;
    /** Rate of what is missing at first, minor units a container. */
    private static final double FIRST_RATE = 20_000;

    /** What one unit of a row of the programme is: a container, ten tons, thirty cubic metres. */
    private static final double[] UNIT = {100, 10_000, 30};

    private final Timetable t;
    private final PricedWays paths;
    private final TimelyWays timely;
    private final List<Shipment> shipments;
    private final Loads loads;
    private final int dimensions;
    private final int connections;
    /** By row of the programme, minor units. */
    final double[] price;

    private final double[] kept;
    private final List<List<Integer>> groups = new ArrayList<>();
    final MasterProgram program;
    double bound = 0;
    private boolean begun;
    private boolean solved;
    private boolean missing;
    private int fresh;

    CapacityPrices(Timetable t, PricedWays paths, List<Shipment> shipments) {
        this.t = t;
        this.paths = paths;
        timely = new TimelyWays(t, paths);
        this.shipments = shipments;
        loads = new Loads(t);
        dimensions = loads.weighed ? Loads.DIMENSIONS : 1;
        connections = paths.price.length;
        price = new double[dimensions * connections];
        kept = new double[price.length];
        program = new MasterProgram(room(loads), shipments.size());
        var byKey = new LinkedHashMap<List<Object>, List<Integer>>();
        for (int s = 0; s < shipments.size(); s++) {
            var one = shipments.get(s);
            List<Object> key = loads.weighed
                    ? List.of(one.to(), one.kg() * 100L / one.slots(), one.m3() * 10_000L / one.slots())
                    : List.of(one.to());
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
        }
        groups.addAll(byKey.values());
    }

    /** One round; true when prices and mixture have met, so that another would bring nothing. */
    boolean round() {
        double before = bound;
        fresh = 0;
        for (int r = 0; r < price.length; r++) {
            double own = Math.max(0, program.price[r]);
            price[r] = own + (bound > 0 && fruitful ? STAY : 0) * (kept[r] - own);
        }
        double value = -paidForRoom();
        for (var group : groups) {
            value += price(group);
        }
        if (value > bound) {
            bound = value;
            System.arraycopy(price, 0, kept, 0, price.length);
        }
        boolean plain = !fruitful;
        fruitful = fresh > 0 || !solved;
        mix();
        return begun && before > 0 && plain && fresh == 0 && !missing && solved;
    }

    private boolean fruitful;

    private void mix() {
        if (!begun) {
            begun = true;
            for (int s = 0; s < shipments.size(); s++) {
                program.columns.get(s).add(new Column(s, shipments.get(s).leftOut(), new int[0], new double[0], null));
            }
            program.start(FIRST_RATE);
        } else {
            missing = program.press();
        }
        solved = program.solve(Math.max(500, shipments.size() / 3));
    }

    /** What the mixture costs; with what is missing at its rate. */
    double mixed() {
        return program.value();
    }

    boolean missing() {
        return missing || !solved;
    }

    private double paidForRoom() {
        double paid = 0;
        for (int r = 0; r < price.length; r++) {
            paid += price[r] == 0
                    ? 0
                    : price[r] * loads.limit[r / connections][r % connections] / UNIT[r / connections];
        }
        return paid;
    }

    /** By row of the programme, what is still free. */
    double[] room(Loads of) {
        var room = new double[price.length];
        for (int r = 0; r < room.length; r++) {
            int d = r / connections;
            room[r] = (of.limit[d][r % connections] - of.taken[d][r % connections]) / UNIT[d];
        }
        return room;
    }

    /** The prices onto the connections, for goods of so many kg and m³ a container. */
    void show(Shipment goods) {
        for (int c = 0; c < connections; c++) {
            double all = price[c];
            for (int d = 1; d < dimensions; d++) {
                all += price[d * connections + c] * Loads.need(goods, d) * 100.0 / goods.slots() / UNIT[d];
            }
            paths.price[c] = all;
        }
    }

    private double price(List<Integer> group) {
        show(shipments.get(group.get(0)));
        scan(group, group.stream().mapToInt(this::deadline).max().orElseThrow());
        double value = 0;
        for (int s : group) {
            double paid = start(s);
            boolean late = paid < PricedWays.CLOSED / 2 && paths.arrival(ready(s)) > deadline(s);
            value += late ? timely(s) : take(s, paid);
        }
        return value;
    }

    /** The cheapest by the shipment's own deadline; what is known and in time is a limit. */
    private double timely(int s) {
        var one = shipments.get(s);
        double least = one.leftOut();
        for (var c : program.columns.get(s)) {
            least = Math.min(least, c.priced(price));
        }
        double limit = least * 100 / one.slots();
        double found = timely.find(AssignSolver.place(t, one.from()), ready(s), deadline(s), limit);
        return found < PricedWays.CLOSED / 2 ? take(s, found) : least;
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
        double all = paid * (one.slots() / 100.0);
        if (all < one.leftOut()) {
            var used = paths.connections();
            if (find(s, used) == null) {
                fresh++;
                add(s, paths.way(AssignSolver.place(t, one.from()), ready(s)));
            }
        }
        return Math.min(all, one.leftOut());
    }

    private @Nullable Way find(int s, int[] used) {
        for (var c : program.columns.get(s)) {
            if (c.way != null && Arrays.equals(c.way.connections, used)) {
                return c.way;
            }
        }
        return null;
    }

    private void add(int s, Way way) {
        var some = program.columns.get(s);
        some.add(column(s, s, way));
        if (some.size() > KEPT) {
            forget(some);
        }
    }

    /** A way of a shipment as a column of the one at a place in a programme. */
    Column column(int at, int s, Way way) {
        var rows = new int[dimensions * way.connections.length];
        var amounts = new double[rows.length];
        int count = 0;
        for (int d = 0; d < dimensions; d++) {
            int need = Loads.need(shipments.get(s), d);
            for (int c : way.connections) {
                if (need > 0 && loads.limit[d][c] < Loads.UNLIMITED) {
                    rows[count] = d * connections + c;
                    amounts[count++] = need / UNIT[d];
                }
            }
        }
        return new Column(at, cost(s, way), Arrays.copyOf(rows, count), Arrays.copyOf(amounts, count), way);
    }

    private void forget(List<Column> some) {
        Column dearest = null;
        for (var c : some) {
            boolean spare = c.at == Column.OUT && c.way != null && c != some.get(some.size() - 1);
            if (spare && (dearest == null || c.priced(price) > dearest.priced(price))) {
                dearest = c;
            }
        }
        some.remove(dearest);
    }

    /** Ways found for a shipment. */
    List<Way> ways(int s) {
        var all = new ArrayList<Way>();
        for (var c : program.columns.get(s)) {
            if (c.way != null) {
                all.add(c.way);
            }
        }
        return all;
    }

    /** Cost of a way of a shipment. */
    double cost(int s, Way way) {
        return way.journey.cost() * (shipments.get(s).slots() / 100.0);
    }
}
