package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Judges loaded containers against every rule of their problem. It shares no code and no geometry with the search: quantities over all containers here, each
 * container box by box in {@link ContainerCheck}.
 */
public final class LoadChecker {

    private final LoadProblem problem;
    private final List<Finding> findings = new ArrayList<>();

    private LoadChecker(LoadProblem problem) {
        this.problem = problem;
    }

    /** What is wrong; empty when the containers may go. The mass of a box is what the problem says now, so a weight that was corrected upward shows here. */
    public static List<Finding> check(LoadProblem problem, List<Loaded> containers) {
        var checker = new LoadChecker(problem);
        checker.checkQuantities(containers);
        checker.checkFleet(containers);
        checker.checkGroups(containers);
        if (containers.isEmpty()) {
            problem.standing()
                    .forEach(b -> checker.say("LOAD-STANDING", b.cargo(), b.toString(), "Its container is missing."));
        }
        for (int i = 0; i < containers.size(); i++) {
            var at = "container " + (i + 1);
            checker.findings.addAll(new ContainerCheck(problem, containers.get(i), at, i == 0).findings());
        }
        return List.copyOf(checker.findings);
    }

    private void checkQuantities(List<Loaded> containers) {
        Map<String, Integer> used = new HashMap<>();
        containers.forEach(c -> c.boxes().forEach(b -> used.merge(b.cargo(), 1, Integer::sum)));
        problem.standing().forEach(s -> used.merge(s.cargo(), -1, Integer::sum));
        var known = new HashSet<String>();
        for (var c : problem.cargo()) {
            if (!known.add(c.id())) {
                say("LOAD-ID", c.id(), "", "Two cargoes have one id.");
            }
            int n = used.getOrDefault(c.id(), 0);
            if (n > c.quantity()) {
                say("LOAD-QUANTITY", c.id(), n + " boxes", "Only " + c.quantity() + " were offered.");
            }
        }
        used.keySet().stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .forEach(id -> say("LOAD-CARGO", id, "", "It was not offered."));
    }

    private void checkFleet(List<Loaded> containers) {
        Map<ContainerOffer, Integer> used = new HashMap<>();
        containers.forEach(c -> used.merge(c.offer(), 1, Integer::sum));
        used.forEach((offer, n) -> {
            if (!problem.fleet().contains(offer)) {
                say("LOAD-CONTAINER", offer.type().code(), "", "The fleet has no such container.");
            } else if (n > offer.available()) {
                say("LOAD-FLEET", offer.type().code(), n + "", "Only " + offer.available() + " can be had.");
            }
        });
        checkFirst(containers);
    }

    private void checkFirst(List<Loaded> containers) {
        boolean begun = !problem.standing().isEmpty() || !problem.reserved().isEmpty();
        if (begun && !containers.isEmpty() && !problem.fleet().isEmpty()) {
            var wanted = problem.fleet().get(0).type();
            var type = containers.get(0).offer().type();
            if (!type.equals(wanted)) {
                var maybe = "Boxes stand or room is reserved in one of " + wanted.code() + ".";
                say("LOAD-CONTAINER", "container 1", type.code(), maybe);
            }
        }
    }

    /** Boxes that stand belong to their group too; where nothing else of it travels, nobody has torn it. */
    private void checkGroups(List<Loaded> containers) {
        if (!problem.rules().wholeGroups()) {
            return;
        }
        Map<String, Integer> all = new HashMap<>();
        Map<String, String> group = new HashMap<>();
        problem.cargo().forEach(c -> {
            all.merge(c.sorting().group(), c.quantity(), Integer::sum);
            group.put(c.id(), c.sorting().group());
        });
        Map<String, Integer> stand = new HashMap<>();
        problem.standing().forEach(s -> stand.merge(group.getOrDefault(s.cargo(), ""), 1, Integer::sum));
        stand.forEach((name, n) -> all.merge(name, n, Integer::sum));
        for (int i = 0; i < containers.size(); i++) {
            Map<String, Integer> here = new HashMap<>();
            containers.get(i).boxes().forEach(b -> here.merge(group.getOrDefault(b.cargo(), ""), 1, Integer::sum));
            boolean first = i == 0;
            here.forEach((name, n) -> {
                boolean stood = first && n <= stand.getOrDefault(name, 0);
                if (!name.isEmpty() && !stood && n < all.getOrDefault(name, 0)) {
                    say("LOAD-GROUP", name, n + " boxes", "The group has " + all.get(name) + " and is torn.");
                }
            });
        }
    }

    static boolean isStanding(LoadProblem problem, boolean first, Stowed box) {
        return first && problem.standing().contains(box);
    }

    private void say(String rule, String where, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(where), value, maybe));
    }
}
