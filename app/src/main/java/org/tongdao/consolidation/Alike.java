package org.tongdao.consolidation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Bags of one size are one kind to the search, whatever each weighs: blocks of alike boxes are what fills a container. Afterwards every place gets a bag of its
 * own, so that the masses of the containers stay near what the search took them for.
 */
final class Alike {

    /** What the search takes one bag of a kind to weigh. */
    enum Mass {
        MEAN,
        HEAVIEST
    }

    private final Map<String, List<Cargo>> bags = new LinkedHashMap<>();
    private final Mass mass;

    Alike(List<Cargo> all, Mass mass) {
        this.mass = mass;
        all.stream()
                .sorted(Comparator.comparingLong(Cargo::grossG).thenComparing(Cargo::id))
                .forEach(c ->
                        bags.computeIfAbsent(kind(c), k -> new ArrayList<>()).add(c));
    }

    private static String kind(Cargo c) {
        int one = c.sizesMm().get(0);
        int other = c.sizesMm().get(1);
        return Math.max(one, other) + "×" + Math.min(one, other) + "×"
                + c.sizesMm().get(2);
    }

    List<Cargo> kinds() {
        var kinds = new ArrayList<Cargo>();
        bags.forEach((id, alike) -> {
            var c = alike.get(0);
            long g = mass == Mass.HEAVIEST
                    ? alike.get(alike.size() - 1).grossG()
                    : Math.round(
                            alike.stream().mapToLong(Cargo::grossG).average().orElse(0));
            kinds.add(new Cargo(
                    id,
                    c.sizesMm(),
                    c.upright(),
                    alike.size(),
                    g,
                    c.strength(),
                    c.sorting(),
                    alike.size() * c.value()));
        });
        return kinds;
    }

    /** Gives each place its bag; boxes that are of no kind stay as they are. Call it once, container after container. */
    Loaded bind(Loaded container) {
        var places = new LinkedHashMap<String, List<Integer>>();
        var boxes = new ArrayList<>(container.boxes());
        for (int i = 0; i < boxes.size(); i++) {
            if (bags.containsKey(boxes.get(i).cargo())) {
                places.computeIfAbsent(boxes.get(i).cargo(), k -> new ArrayList<>())
                        .add(i);
            }
        }
        places.forEach((kind, at) -> {
            var chosen = take(requireNonNull(bags.get(kind)), at.size());
            at.sort(Comparator.comparingInt((Integer i) -> boxes.get(i).z()).thenComparing(i -> i));
            for (int n = 0; n < chosen.size(); n++) {
                boxes.set(at.get(n), named(chosen.get(n), boxes.get(at.get(n))));
            }
        });
        return new Loaded(container.offer(), List.copyOf(boxes));
    }

    /** Heavy and light in turn, so that those that are left weigh the same on average; heaviest first. */
    private static List<Cargo> take(List<Cargo> alike, int n) {
        var taken = new ArrayList<Cargo>();
        for (int i = 0; i < n; i++) {
            taken.add(alike.remove(i % 2 == 0 ? alike.size() - 1 : 0));
        }
        taken.sort(Comparator.comparingLong((Cargo c) -> -c.grossG()).thenComparing(Cargo::id));
        return taken;
    }

    private static Stowed named(Cargo bag, Stowed at) {
        return new Stowed(bag.id(), at.x(), at.y(), at.z(), at.dx(), at.dy(), at.dz());
    }

    /** The bags that no place was found for, each with what the search said of its kind. */
    List<Finding> left(List<Finding> ofKinds) {
        var left = new ArrayList<Finding>();
        for (var f : ofKinds) {
            for (var bag : bags.getOrDefault(f.place().source(), List.of())) {
                left.add(Finding.warning(f.rule(), Place.of(bag.id()), f.place().source() + " mm", f.maybe()));
            }
        }
        return left;
    }
}
