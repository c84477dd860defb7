package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.loading.LeftOutSearch.Limit;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Says of each cargo that stays behind which limit excluded it: the limit of the container that came nearest to taking one more box, and how many of the others
 * kept it out by which limit.
 */
final class LeftOut {

    private final LoadProblem problem;
    private final List<Loaded> loaded;
    private final List<ContainerOffer> empty;
    private final String end;
    private final Map<String, Integer> placed = new HashMap<>();

    /**
     * @param empty of each type that could still be had, one that was left empty
     * @param end of each reason
     */
    private LeftOut(LoadProblem problem, List<Loaded> loaded, List<ContainerOffer> empty, String end) {
        this.end = end;
        this.problem = problem;
        this.loaded = loaded;
        this.empty = empty;
        for (int i = 0; i < loaded.size(); i++) {
            loaded.get(i).boxes().stream()
                    .skip(i == 0 ? problem.standing().size() : 0)
                    .forEach(b -> placed.merge(b.cargo(), 1, Integer::sum));
        }
    }

    /** One container of the first type was to be loaded, whatever else the fleet has. */
    static List<Finding> ofOne(LoadProblem problem, List<Loaded> loaded) {
        var only = problem.in(problem.fleet().get(0));
        return new LeftOut(only, loaded, loaded.isEmpty() ? only.fleet() : List.of(), "").findings();
    }

    /** All containers of the fleet could be had; those that were not are asked too. */
    static List<Finding> ofFleet(LoadProblem problem, List<Loaded> loaded) {
        Map<ContainerOffer, Integer> used = new HashMap<>();
        loaded.forEach(c -> used.merge(c.offer(), 1, Integer::sum));
        var unused = problem.fleet().stream()
                .filter(o -> used.getOrDefault(o, 0) < o.available())
                .distinct()
                .toList();
        return new LeftOut(problem, loaded, unused, unused.isEmpty() ? " No further container can be had." : "")
                .findings();
    }

    /** What stays behind, without the reason, for answers that may yet be bettered. */
    static List<Finding> counted(LoadProblem problem, List<Loaded> loaded) {
        var counting = new LeftOut(problem, loaded, List.of(), "");
        var findings = new ArrayList<Finding>();
        problem.cargo().stream()
                .filter(c -> counting.left(c) > 0)
                .forEach(c -> findings.add(say("LEFT-ROOM", c, counting.left(c), "")));
        return findings;
    }

    private List<Finding> findings() {
        var search = new LeftOutSearch(problem, loaded, empty);
        var findings = new ArrayList<Finding>();
        for (var c : problem.cargo()) {
            int left = left(c);
            if (left > 0) {
                findings.add(reason(search, c, left));
            }
        }
        return findings;
    }

    private int left(Cargo c) {
        return c.quantity() - placed.getOrDefault(c.id(), 0);
    }

    private Finding reason(LeftOutSearch search, Cargo c, int left) {
        if (problem.fleet().stream().noneMatch(o -> LeftOutSearch.fits(c, o))) {
            var why = "No container: into none of the fleet a box of " + c.sizesMm()
                    + " mm goes, or not through its door.";
            return say("LEFT-SIZE", c, left, why);
        }
        long most = problem.fleet().stream()
                .filter(o -> LeftOutSearch.fits(c, o))
                .mapToLong(o -> o.type().payloadG())
                .max()
                .orElse(0);
        if (c.grossG() > most) {
            var why = "No container: one box weighs " + c.grossG() + " g, the payload is " + most + " g.";
            return say("LEFT-WEIGHT", c, left, why);
        }
        var group = c.sorting().group();
        boolean whole = problem.rules().wholeGroups() && !group.isEmpty();
        if (whole && boxesOf(group) > 1) {
            return say(
                    "LEFT-GROUP", c, left, "Group " + group + " travels whole, " + new LeftGroup(problem, group).why());
        }
        var limits = search.limits(c);
        if (limits.isEmpty()) {
            return say("LEFT-FLEET", c, left, "No container: none of the fleet that takes it can be had any more.");
        }
        var nearest = limits.get(0);
        return say(nearest.kind().rule(), c, left, text(nearest, limits) + end);
    }

    /** Of one container its limit; of several which one is nearest, and what kept the box out of the others. */
    private static String text(Limit nearest, List<Limit> limits) {
        if (limits.size() == 1) {
            return nearest.why();
        }
        Map<LeftOutSearch.Kind, Integer> others = new java.util.EnumMap<>(LeftOutSearch.Kind.class);
        limits.stream().skip(1).forEach(l -> others.merge(l.kind(), 1, Integer::sum));
        var told = new ArrayList<String>();
        others.forEach((kind, n) -> told.add(n + " " + kind.words()));
        return "Nearest is " + nearest.container() + ": " + nearest.why() + " Others: " + String.join(", ", told) + ".";
    }

    private int boxesOf(String group) {
        return problem.cargo().stream()
                .filter(c -> c.sorting().group().equals(group))
                .mapToInt(Cargo::quantity)
                .sum();
    }

    private static Finding say(String rule, Cargo c, int left, String maybe) {
        return Finding.warning(rule, Place.of(c.id()), left + " of " + c.quantity(), maybe);
    }
}
