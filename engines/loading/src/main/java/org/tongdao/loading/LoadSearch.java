package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.loading.PackPlan.Place;

/** One container of a {@link LoadProblem} as the block search sees it: types by number, limits as columns, answers turned back into cargo. */
final class LoadSearch {

    private static final int METRE = 1000;
    /** Share of the effort kept for lightening what fills best, should no load be in balance. */
    private static final double KEPT = 0.1;

    /** From here on columns are tried first. */
    private static final int MANY = 400;

    private final LoadProblem problem;
    private final ContainerOffer offer;
    private final List<Cargo> cargo;
    private final PackProblem pack;
    private final PackCargo limits;
    private final LoadBalance balance;
    private List<Place> accepted = List.of();
    private double acceptedWorth;
    long nodes;

    /** @param worth of one box; what the search makes largest */
    LoadSearch(LoadProblem problem, ContainerOffer offer, ToDoubleFunction<Cargo> worth) {
        this.problem = problem;
        this.offer = offer;
        this.cargo = problem.cargo();
        var inner = offer.type().inner();
        var types = new ArrayList<PackProblem.BoxType>();
        for (int t = 0; t < cargo.size(); t++) {
            var c = cargo.get(t);
            var ways = c.through(offer.type().door());
            boolean comesIn = ways.contains(true);
            types.add(
                    new PackProblem.BoxType(t, c.sizesMm(), comesIn ? ways : c.upright(), comesIn ? c.quantity() : 0));
        }
        pack = new PackProblem(0, inner.lengthMm(), inner.widthMm(), inner.heightMm(), types);
        limits = new PackCargo(pack);
        fill(worth);
        boolean fixed = !problem.reserved().isEmpty() || !problem.standing().isEmpty();
        balance = new LoadBalance(pack, limits.massG, problem.rules(), limits.stop, fixed);
    }

    private void fill(ToDoubleFunction<Cargo> worth) {
        var kinds = kinds();
        var turns = new LinkedHashSet<Integer>();
        cargo.stream().map(Cargo::turn).sorted().forEach(turns::add);
        var turn = new HashMap<Integer, Integer>();
        turns.forEach(t -> turn.put(t, Math.min(Long.SIZE - 1, 1 + turn.size())));
        for (int t = 0; t < cargo.size(); t++) {
            var c = cargo.get(t);
            limits.massG[t] = c.grossG();
            limits.mostOnTopG[t] = c.strength().mostOnTopG();
            limits.layersOnTop[t] = c.strength().mostLayers();
            limits.stop[t] = turn.getOrDefault(c.turn(), 1);
            limits.kind[t] = kinds.getOrDefault(c.sorting().kind(), 0);
            limits.worth[t] = worth.applyAsDouble(c);
            limits.weighs |= c.grossG() > 0;
            limits.bears |= !c.strength().equals(Cargo.Strength.ANY);
        }
        limits.stops = turns.size() > 1;
        limits.kinds = kinds.size() > 1;
        for (var apart : problem.rules().apart()) {
            int a = kinds.getOrDefault(apart.oneKind(), 0);
            int b = kinds.getOrDefault(apart.otherKind(), 0);
            if (a > 0 && b > 0) {
                limits.apart[a] |= 1L << b;
                limits.apart[b] |= 1L << a;
            }
        }
        limits.payloadG = offer.type().payloadG();
        limits.perMetreG = problem.rules().maxPerMetreG();
        limits.metre = METRE;
        limits.support = limits.bears ? 1 : problem.rules().support();
        limits.standing = standing();
        var closed = new ArrayList<int[]>();
        problem.reserved()
                .forEach(r ->
                        closed.add(new int[] {r.x(), r.y(), r.z(), r.x() + r.dx(), r.y() + r.dy(), r.z() + r.dz()}));
        for (var s : limits.standing) {
            // nobody gets behind or below a box that stands
            closed.add(new int[] {0, s.y(), s.z(), s.x(), s.y() + s.dy(), s.z() + s.dz()});
            closed.add(new int[] {s.x(), s.y(), 0, s.x() + s.dx(), s.y() + s.dy(), s.z()});
        }
        closed.removeIf(r -> r[0] == r[3] || r[2] == r[5]);
        limits.reserved = closed;
    }

    /** Only kinds that a rule speaks of; the others are all number 0. */
    private Map<String, Integer> kinds() {
        var kinds = new HashMap<String, Integer>();
        for (var apart : problem.rules().apart()) {
            for (var kind : List.of(apart.oneKind(), apart.otherKind())) {
                if (kinds.size() < Long.SIZE - 2) {
                    kinds.putIfAbsent(kind, kinds.size() + 1);
                }
            }
        }
        return kinds;
    }

    private List<Place> standing() {
        var number = new HashMap<String, Integer>();
        cargo.forEach(c -> number.put(c.id(), number.size()));
        return problem.standing().stream()
                .filter(s -> number.containsKey(s.cargo()))
                .map(s -> new Place(number.getOrDefault(s.cargo(), 0), s.x(), s.y(), s.z(), s.dx(), s.dy(), s.dz()))
                .toList();
    }

    /** The best balanced load found; in the crew's order, boxes that stand first. */
    List<Stowed> solve(PackLimits given) {
        var within = given.withSupport(limits.support >= 1);
        if (columnsHoldAll()) {
            return stowed(accepted);
        }
        if (!problem.rules().asksBalance() || !limits.weighs) {
            var found = filled(within);
            return stowed(worth(found) > acceptedWorth ? found : accepted);
        }
        try (var solver = new PackSolver(pack, limits, within, this::accepts)) {
            nodes += solver.until(1 - KEPT).nodes();
        }
        if (accepted.isEmpty()) {
            accepted = lightened(filled(within.share(KEPT)));
        }
        return stowed(accepted);
    }

    private List<Place> filled(PackLimits within) {
        var plan = PackSolver.solve(pack, limits, within, places -> true);
        nodes += plan.nodes();
        return plan.places();
    }

    /** Whether columns, tried where boxes are so many that the search is slow, take every box. */
    private boolean columnsHoldAll() {
        long boxes = cargo.stream().mapToLong(Cargo::quantity).sum();
        boolean plain = !limits.kinds && limits.standing.isEmpty() && limits.reserved.isEmpty();
        if (boxes < MANY || !plain) {
            return false;
        }
        var columns = new ColumnLoading(pack, limits).solve();
        nodes++;
        return accepts(columns) && columns.size() == boxes;
    }

    private boolean accepts(List<Place> places) {
        var all = withStanding(places);
        var balanced = limits.standing.isEmpty()
                ? balance.balanced(all)
                : balance.balancedBeyond(all, limits.standing.size(), limits.reserved);
        var good = balanced.filter(p -> isReachable(p) && floorBears(p));
        double worth = worth(places);
        if (good.isPresent() && worth > acceptedWorth) {
            accepted = good.get().subList(limits.standing.size(), good.get().size());
            acceptedWorth = worth;
        }
        if (good.isEmpty()) {
            // what fills best is out of balance: let the search look for loads that are not
            limits.maxEccentricity = problem.rules().maxEccentricity();
        }
        return good.isPresent();
    }

    private double worth(List<Place> places) {
        return places.stream().mapToDouble(p -> limits.worth[p.type()]).sum();
    }

    private List<Place> withStanding(List<Place> places) {
        var all = new ArrayList<>(limits.standing);
        all.addAll(places);
        return all;
    }

    private boolean isReachable(List<Place> places) {
        if (!limits.stops) {
            return true;
        }
        for (var late : places) {
            for (var early : places) {
                if (limits.stop[late.type()] > limits.stop[early.type()] && blocks(late, early)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean blocks(Place late, Place early) {
        boolean overY = late.y() < early.y() + early.dy() && early.y() < late.y() + late.dy();
        boolean overX = late.x() < early.x() + early.dx() && early.x() < late.x() + late.dx();
        boolean overZ = late.z() < early.z() + early.dz() && early.z() < late.z() + late.dz();
        return overY && (overX && late.z() >= early.z() + early.dz() || overZ && late.x() >= early.x() + early.dx());
    }

    private boolean floorBears(List<Place> places) {
        if (limits.perMetreG == Long.MAX_VALUE) {
            return true;
        }
        var metres = new double[1 + pack.length() / METRE];
        for (var p : places) {
            for (int m = p.x() / METRE; m <= (p.x() + p.dx() - 1) / METRE; m++) {
                int from = Math.max(p.x(), m * METRE);
                int to = Math.min(p.x() + p.dx(), (m + 1) * METRE);
                metres[m] += (double) limits.massG[p.type()] * (to - from) / p.dx();
            }
        }
        return java.util.Arrays.stream(metres).allMatch(m -> m <= limits.perMetreG);
    }

    /** Takes boxes that bear nothing away, each time the one that helps balance most, until the load is balanced. */
    private List<Place> lightened(List<Place> places) {
        var rest = new ArrayList<>(places);
        while (!rest.isEmpty()) {
            var good = balance.balanced(rest).filter(p -> isReachable(p) && floorBears(p));
            if (good.isPresent() && limits.standing.isEmpty()) {
                return good.get();
            }
            var beyond = balance.balancedBeyond(withStanding(rest), limits.standing.size(), limits.reserved);
            if (!limits.standing.isEmpty() && beyond.isPresent()) {
                return beyond.get().subList(limits.standing.size(), limits.standing.size() + rest.size());
            }
            Place worst = rest.get(rest.size() - 1);
            double least = Double.MAX_VALUE;
            for (var top : rest) {
                if (rest.stream().noneMatch(other -> other.z() > top.z() && standsOn(other, top))) {
                    var without = withStanding(rest);
                    without.remove(top);
                    double then = balance.excess(without);
                    if (then < least) {
                        least = then;
                        worst = top;
                    }
                }
            }
            rest.remove(worst);
        }
        return rest;
    }

    private static boolean standsOn(Place above, Place below) {
        return above.z() == below.z() + below.dz()
                && above.x() < below.x() + below.dx()
                && below.x() < above.x() + above.dx()
                && above.y() < below.y() + below.dy()
                && below.y() < above.y() + above.dy();
    }

    private List<Stowed> stowed(List<Place> places) {
        var boxes = new ArrayList<Stowed>();
        places.forEach(
                p -> boxes.add(new Stowed(cargo.get(p.type()).id(), p.x(), p.y(), p.z(), p.dx(), p.dy(), p.dz())));
        var order = new ArrayList<>(problem.standing());
        order.addAll(LoadOrder.of(boxes));
        return order;
    }
}
