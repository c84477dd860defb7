package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadAnswer;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadOrder;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.loading.LoadRules;
import org.tongdao.loading.Loading;
import org.tongdao.loading.PackLimits;
import org.tongdao.terms.Finding;

/**
 * Bags into containers (装箱) under the rules of the CTU Code, by the block search of the loading engine. The search ends after a number of nodes, never after
 * a time, so that equal bags give equal plans on every machine.
 */
final class Stuffing {

    static final LoadRules RULES = LoadRules.CTU;

    /** One pass over the fleet is always made, and this is enough for it alone. */
    private static final PackLimits LOT = PackLimits.nodes(true, 1);

    private static final PackLimits ONE = PackLimits.nodes(true, 150);
    /** A 20' costs a little more than half a 40', because it is lifted for itself (assumed). */
    private static final double TWENTY = 1.2;

    private static final double FORTY = 2;
    private static final List<Boolean> HEIGHT_UP = List.of(false, false, true);

    private Stuffing() {}

    /** @param leftOut one finding per bag that stays behind, with the limit that excluded it */
    record Lots(List<Stuffed> containers, List<Finding> leftOut) {

        private boolean mayGo() {
            return containers.stream().allMatch(Stuffed::mayGo);
        }

        private double cost() {
            return containers.stream()
                    .mapToDouble(c -> c.loaded().offer().cost())
                    .sum();
        }
    }

    /** A bag or piece; it may be turned on the floor, not tipped over. */
    static Cargo cargo(String sscc, List<Integer> sizesMm, long grossG) {
        return new Cargo(sscc, sizesMm, HEIGHT_UP, 1, grossG, Cargo.Strength.ANY, Cargo.Sorting.NONE, 0);
    }

    /** All of them into the cheapest containers of the fleet; the last container is the smallest that takes the rest. */
    static Lots all(List<Cargo> bags, List<ContainerType> fleet) {
        if (bags.isEmpty()) {
            return new Lots(List.of(), List.of());
        }
        var single = single(bags, fleet);
        if (single.isPresent()) {
            return single.get();
        }
        var largest = fleet.stream()
                .max(Comparator.comparingLong(t -> t.inner().volumeMm3()))
                .orElseThrow();
        var whole = smallerLast(sound(bags, List.of(offer(largest))), bags, fleet);
        if (fleet.size() == 1) {
            return whole;
        }
        var mixed = sound(bags, fleet.stream().map(Stuffing::offer).toList());
        return mixed.mayGo() && mixed.leftOut().size() <= whole.leftOut().size() && mixed.cost() < whole.cost()
                ? mixed
                : whole;
    }

    /** The smallest container that takes all, where there is one. */
    private static Optional<Lots> single(List<Cargo> bags, List<ContainerType> fleet) {
        long volume = bags.stream().mapToLong(Cargo::volumeMm3).sum();
        long mass = bags.stream().mapToLong(Cargo::grossG).sum();
        return fleet.stream()
                .filter(t -> volume <= t.inner().volumeMm3() && mass <= t.payloadG())
                .sorted(Comparator.comparingLong(t -> t.inner().volumeMm3()))
                .map(t -> one(bags, t, List.of()))
                .filter(l -> l.leftOut().isEmpty() && l.mayGo())
                .findFirst();
    }

    private static Lots smallerLast(Lots lots, List<Cargo> bags, List<ContainerType> fleet) {
        if (lots.containers().isEmpty()) {
            return lots;
        }
        var containers = new ArrayList<>(lots.containers());
        var last = containers.remove(containers.size() - 1);
        var inside = last.loaded().boxes().stream().map(Stowed::cargo).collect(Collectors.toSet());
        var rest = bags.stream().filter(c -> inside.contains(c.id())).toList();
        var smaller = fleet.stream()
                .filter(t -> t.inner().volumeMm3() < last.type().inner().volumeMm3())
                .sorted(Comparator.comparingLong(t -> t.inner().volumeMm3()))
                .map(t -> one(rest, t, List.of()))
                .filter(l -> l.leftOut().isEmpty() && l.mayGo())
                .findFirst();
        containers.add(smaller.map(l -> l.containers().get(0)).orElse(last));
        return new Lots(containers, lots.leftOut());
    }

    /** By mean masses; where the true ones then break a rule, by the heaviest of each size; at the end bag by bag. */
    private static Lots sound(List<Cargo> bags, List<ContainerOffer> fleet) {
        for (var mass : Alike.Mass.values()) {
            var alike = new Alike(bags, mass);
            var problem = new LoadProblem("lot", fleet, alike.kinds(), RULES, List.of(), List.of());
            var answer = Loading.all(problem, LOT);
            var containers = answer.containers().stream()
                    .map(alike::bind)
                    .map(c -> Trim.trimmed(c, bags, RULES, Set.of()))
                    .map(c -> Stuffed.of(bags, c.offer(), c.boxes()))
                    .toList();
            var lots = new Lots(containers, alike.left(answer.leftOut()));
            if (lots.mayGo()) {
                return lots;
            }
        }
        var answer = Loading.all(new LoadProblem("lot", fleet, bags, RULES, List.of(), List.of()), LOT);
        return new Lots(
                answer.containers().stream()
                        .map(c -> Stuffed.of(bags, c.offer(), c.boxes()))
                        .toList(),
                answer.leftOut());
    }

    /**
     * All of them into one container, around those that have a place. First as if these stood there already, so that nobody gets behind or below them; then as if
     * they were yet to be put in; at last without regard to balance, which a person can then put right. What finds no place is left out.
     */
    static Lots around(List<Cargo> bags, ContainerType type, List<Stowed> placed) {
        var stood = one(bags, type, placed);
        if (placed.isEmpty() || stood.leftOut().isEmpty() && stood.mayGo()) {
            return stood;
        }
        var kept = reserved(bags, type, placed, RULES);
        if (kept.leftOut().isEmpty() && kept.mayGo()) {
            return kept;
        }
        var free = new LoadRules(1, 1, 1, Long.MAX_VALUE, false, List.of(), LoadRules.Objective.VOLUME);
        var loose = reserved(bags, type, placed, free);
        return loose.leftOut().size()
                        < Math.min(stood.leftOut().size(), kept.leftOut().size())
                ? loose
                : stood;
    }

    /** All of them into one container, around those that stand already. */
    static Lots one(List<Cargo> bags, ContainerType type, List<Stowed> standing) {
        var stand = standing.stream().map(Stowed::cargo).collect(Collectors.toSet());
        var alike = new Alike(without(bags, stand), Alike.Mass.MEAN);
        var cargo = new ArrayList<>(alike.kinds());
        bags.stream().filter(c -> stand.contains(c.id())).map(Stuffing::none).forEach(cargo::add);
        var problem = new LoadProblem("one", List.of(offer(type)), cargo, RULES, List.of(), standing);
        return bound(alike, Loading.one(problem, ONE), bags, standing);
    }

    private static Lots reserved(List<Cargo> bags, ContainerType type, List<Stowed> placed, LoadRules rules) {
        var ids = placed.stream().map(Stowed::cargo).collect(Collectors.toSet());
        var alike = new Alike(without(bags, ids), Alike.Mass.MEAN);
        var rooms = placed.stream()
                .map(b -> new LoadProblem.Room(b.x(), b.y(), b.z(), b.dx(), b.dy(), b.dz()))
                .toList();
        var problem = new LoadProblem("one", List.of(offer(type)), alike.kinds(), rules, rooms, List.of());
        var answer = Loading.one(problem, ONE);
        var all = new ArrayList<>(placed);
        all.addAll(answer.containers().get(0).boxes());
        var loaded = new Loaded(offer(type), LoadOrder.of(all));
        return bound(alike, new LoadAnswer(List.of(loaded), answer.leftOut(), answer.nodes()), bags, placed);
    }

    private static Lots bound(Alike alike, LoadAnswer answer, List<Cargo> bags, List<Stowed> fixed) {
        var bound = alike.bind(answer.containers().get(0));
        var trimmed = Trim.trimmed(bound, bags, RULES, Set.copyOf(fixed));
        return new Lots(List.of(Stuffed.of(bags, trimmed.offer(), trimmed.boxes())), alike.left(answer.leftOut()));
    }

    private static List<Cargo> without(List<Cargo> bags, Set<String> ids) {
        return bags.stream().filter(c -> !ids.contains(c.id())).toList();
    }

    static Stuffed judged(List<Cargo> bags, ContainerType type, List<Stowed> boxes) {
        return Stuffed.of(bags, offer(type), boxes);
    }

    /** Of boxes of an older plan those that are still there and still of their size. */
    static List<Stowed> still(List<Cargo> bags, List<Stowed> boxes) {
        var known = bags.stream().collect(Collectors.toMap(Cargo::id, Cargo::sizesMm));
        return boxes.stream()
                .filter(b -> known.containsKey(b.cargo()) && isOf(known.getOrDefault(b.cargo(), List.of()), b))
                .toList();
    }

    private static boolean isOf(List<Integer> sizes, Stowed b) {
        boolean straight = b.dx() == sizes.get(0) && b.dy() == sizes.get(1);
        boolean turned = b.dx() == sizes.get(1) && b.dy() == sizes.get(0);
        return b.dz() == sizes.get(2) && (straight || turned);
    }

    /** The engine does not count boxes that stand in the quantity of their cargo. */
    private static Cargo none(Cargo c) {
        return new Cargo(c.id(), c.sizesMm(), c.upright(), 0, c.grossG(), c.strength(), c.sorting(), c.value());
    }

    private static ContainerOffer offer(ContainerType type) {
        return new ContainerOffer(type, Integer.MAX_VALUE, type.code().startsWith("20") ? TWENTY : FORTY);
    }
}
