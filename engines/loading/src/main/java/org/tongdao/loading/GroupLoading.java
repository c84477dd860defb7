package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tongdao.loading.Loading.Filled;

/**
 * One container where the boxes of a group travel together or not at all. What fills best is looked for, groups that it tears are left out and it is looked for
 * again; where nothing remains, groups are tried one by one. The rest of a group of which a box stands already comes before others: it can travel nowhere else.
 */
final class GroupLoading {

    private static final double FIRST = 0.4;
    private static final double AGAIN = 0.15;
    /** After so many rounds in which one group is left out, all that are torn are. */
    private static final int ROUNDS = 4;
    /** Groups tried one by one at most, and with how many partial loads at least: a few are seldom in balance. */
    private static final int ONE_BY_ONE = 12;

    private static final long NODES = 400;
    /** Nanoseconds beyond the limit until one of them is found: a group that could go is not left behind for want of time. */
    private static final long GRACE = 2_000_000_000;

    private final ContainerOffer offer;
    private final PackLimits limits;
    private final Loading.Taste taste;
    private final long began;
    private long nodes;

    GroupLoading(ContainerOffer offer, PackLimits limits, Loading.Taste taste) {
        this.offer = offer;
        this.limits = limits;
        this.taste = taste;
        this.began = limits.clock().getAsLong();
    }

    Filled fill(LoadProblem problem) {
        var filled = withoutTorn(problem);
        boolean nothing = filled.size() == problem.standing().size();
        if (nothing || !hasBegun(problem, filled)) {
            var other = oneByOne(problem);
            filled = nothing || hasBegun(problem, other) ? other : filled;
        }
        return new Filled(filled, nodes);
    }

    /** Whether what is left of each group of which boxes stand is in the load. */
    private static boolean hasBegun(LoadProblem problem, List<LoadProblem.Stowed> boxes) {
        var stands = volumes(problem, problem.standing()).keySet();
        return torn(problem, boxes).stream().noneMatch(stands::contains);
    }

    private List<LoadProblem.Stowed> withoutTorn(LoadProblem problem) {
        var rest = problem;
        for (int round = 0; ; round++) {
            var boxes = best(rest, limits.share(round == 0 ? FIRST : AGAIN));
            var torn = torn(rest, boxes);
            if (torn.isEmpty()) {
                return boxes;
            }
            if (isLate()) {
                return problem.standing();
            }
            var out = round < ROUNDS ? Set.of(torn.get(0)) : new HashSet<>(torn);
            rest = only(rest, group -> !out.contains(group));
        }
    }

    private boolean isLate() {
        return limits.nanos() != Long.MAX_VALUE && limits.clock().getAsLong() - began > limits.nanos();
    }

    private long grace() {
        return limits.nanos() == Long.MAX_VALUE
                ? 0
                : limits.nanos() + GRACE - (limits.clock().getAsLong() - began);
    }

    /** The groups that can be had together, begun ones first, then the largest; then what belongs to none. */
    private List<LoadProblem.Stowed> oneByOne(LoadProblem problem) {
        var few = limits.share(1.0 / ONE_BY_ONE);
        List<LoadProblem.Stowed> found = problem.standing();
        var taken = new HashSet<String>();
        for (var group : inTurn(problem)) {
            boolean first = found.size() == problem.standing().size();
            if (!first && isLate()) {
                return found;
            }
            taken.add(group);
            var some = only(problem, taken::contains);
            var boxes = best(some, few.atLeast(first ? grace() : 0, NODES));
            if (boxes.size() > found.size() && torn(some, boxes).isEmpty()) {
                found = boxes;
            } else {
                taken.remove(group);
            }
        }
        return found;
    }

    private List<LoadProblem.Stowed> best(LoadProblem problem, PackLimits within) {
        var filled = Loading.best(problem, offer, within, taste);
        nodes += filled.nodes();
        return filled.boxes();
    }

    /** Groups that the container could hold by volume and mass and, last, the empty one. */
    private List<String> inTurn(LoadProblem problem) {
        Map<String, Long> volume = new TreeMap<>();
        Map<String, Long> mass = new HashMap<>();
        for (var c : problem.cargo()) {
            volume.merge(c.sorting().group(), c.volumeMm3() * c.quantity(), Long::sum);
            mass.merge(c.sorting().group(), c.grossG() * c.quantity(), Long::sum);
        }
        var stands = volumes(problem, problem.standing()).keySet();
        var turns = new ArrayList<>(volume.keySet().stream()
                .filter(g -> !g.isEmpty() && volume.getOrDefault(g, 0L) > 0)
                .filter(g -> volume.getOrDefault(g, 0L) <= offer.type().inner().volumeMm3()
                        && mass.getOrDefault(g, 0L) <= offer.type().payloadG())
                .sorted(Comparator.comparing((String g) -> !stands.contains(g))
                        .thenComparingLong(g -> -volume.getOrDefault(g, 0L)))
                .limit(ONE_BY_ONE)
                .toList());
        turns.add("");
        return turns;
    }

    /** Groups of which a part is loaded, the one with the smallest part first, those of which boxes stand last. */
    private static List<String> torn(LoadProblem problem, List<LoadProblem.Stowed> boxes) {
        Map<String, Long> all = new TreeMap<>();
        Map<String, Long> in = new HashMap<>();
        problem.cargo().forEach(c -> all.merge(c.sorting().group(), c.volumeMm3() * c.quantity(), Long::sum));
        var stands = volumes(problem, problem.standing());
        stands.forEach((group, volume) -> all.merge(group, volume, Long::sum));
        in.putAll(volumes(problem, boxes));
        var torn = new ArrayList<String>();
        all.forEach((group, volume) -> {
            if (!group.isEmpty() && in.containsKey(group) && in.getOrDefault(group, 0L) < volume) {
                torn.add(group);
            }
        });
        torn.sort(Comparator.comparing((String g) -> stands.containsKey(g))
                .thenComparingDouble(g -> (double) in.getOrDefault(g, 0L) / all.getOrDefault(g, 1L)));
        return torn;
    }

    private static Map<String, Long> volumes(LoadProblem problem, List<LoadProblem.Stowed> boxes) {
        var cargo = problem.byId();
        Map<String, Long> volumes = new HashMap<>();
        for (var b : boxes) {
            var c = cargo.get(b.cargo());
            if (c != null) {
                volumes.merge(c.sorting().group(), c.volumeMm3(), Long::sum);
            }
        }
        return volumes;
    }

    /** The problem with nothing more of the groups that are not wanted. */
    private static LoadProblem only(LoadProblem problem, Predicate<String> wanted) {
        return problem.with(problem.cargo().stream()
                .map(c -> wanted.test(c.sorting().group()) ? c : c.with(0))
                .toList());
    }
}
