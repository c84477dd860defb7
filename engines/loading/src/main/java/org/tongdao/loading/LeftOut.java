package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Says of each cargo that stays behind which limit excluded it. */
final class LeftOut {

    private static final int MOST_TRIED = 4;
    private static final Set<String> BALANCE = Set.of("LOAD-CENTRE", "LOAD-HALF");

    private final LoadProblem problem;
    private final List<Loaded> loaded;
    private final Map<String, Cargo> cargo;
    private final Map<String, Integer> placed = new HashMap<>();

    LeftOut(LoadProblem problem, List<Loaded> loaded) {
        this.problem = problem;
        this.loaded = loaded;
        this.cargo = problem.byId();
        for (int i = 0; i < loaded.size(); i++) {
            loaded.get(i).boxes().stream()
                    .skip(i == 0 ? problem.standing().size() : 0)
                    .forEach(b -> placed.merge(b.cargo(), 1, Integer::sum));
        }
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (var c : problem.cargo()) {
            int left = c.quantity() - placed.getOrDefault(c.id(), 0);
            if (left > 0) {
                findings.add(reason(c, left));
            }
        }
        return findings;
    }

    private Finding reason(Cargo c, int left) {
        if (problem.fleet().stream().noneMatch(o -> fits(c, o))) {
            return say("LEFT-SIZE", c, left, "No container of the fleet takes a box of " + c.sizesMm() + " mm.");
        }
        long most = problem.fleet().stream()
                .mapToLong(o -> o.type().payloadG())
                .max()
                .orElse(0);
        if (c.grossG() > most) {
            return say("LEFT-WEIGHT", c, left, "One box weighs " + c.grossG() + " g, the payload is " + most + " g.");
        }
        var group = c.sorting().group();
        boolean whole = problem.rules().wholeGroups() && !group.isEmpty();
        if (whole && boxesOf(group) > 1) {
            return say("LEFT-GROUP", c, left, "Group " + group + " travels whole, and there is no room for all of it.");
        }
        for (var container : loaded) {
            var apart = apart(c, container);
            if (apart != null) {
                return say(
                        "LEFT-APART",
                        c,
                        left,
                        "Rule " + apart.id() + " keeps " + apart.oneKind() + " apart from " + apart.otherKind() + ".");
            }
        }
        return roomOrLimit(c, left);
    }

    private int boxesOf(String group) {
        return problem.cargo().stream()
                .filter(c -> c.sorting().group().equals(group))
                .mapToInt(Cargo::quantity)
                .sum();
    }

    private static boolean fits(Cargo c, ContainerOffer offer) {
        var inner = offer.type().inner();
        return c.fits(inner.lengthMm(), inner.widthMm(), inner.heightMm());
    }

    private LoadRules.@org.jspecify.annotations.Nullable Apart apart(Cargo c, Loaded container) {
        for (var apart : problem.rules().apart()) {
            for (var box : container.boxes()) {
                var other = cargo.get(box.cargo());
                if (other != null
                        && apart.hits(c.sorting().kind(), other.sorting().kind())) {
                    return apart;
                }
            }
        }
        return null;
    }

    private Finding roomOrLimit(Cargo c, int left) {
        boolean payload = false;
        for (var container : loaded) {
            long mass = container.boxes().stream().mapToLong(b -> mass(b)).sum();
            payload |= mass + c.grossG() > container.offer().type().payloadG();
        }
        if (payload && loaded.size() == 1) {
            return say("LEFT-PAYLOAD", c, left, "The payload is used up.");
        }
        var corners = new FreeCorners(problem, last(c)).list(c, MOST_TRIED);
        if (!corners.isEmpty()) {
            return broken(last(c), corners)
                    .map(f -> say("LEFT-RULE", c, left, "There is room, but " + f.rule() + ": " + text(f)))
                    .orElseGet(() -> say("LEFT-TIME", c, left, "There is room that breaks no rule; look longer."));
        }
        return say("LEFT-ROOM", c, left, "No room is left where it could stand.");
    }

    /** The container that was loaded last; where none could be, an empty one that is large enough. */
    private Loaded last(Cargo c) {
        return loaded.isEmpty()
                ? problem.fleet().stream()
                        .filter(o -> fits(c, o))
                        .findFirst()
                        .map(o -> new Loaded(o, problem.standing()))
                        .orElseThrow()
                : loaded.get(loaded.size() - 1);
    }

    private long mass(Stowed box) {
        var c = cargo.get(box.cargo());
        return c == null ? 0 : c.grossG();
    }

    /** What a box of it would break wherever room for one was found, balance last, since what follows may restore it; none when there it would break nothing. */
    private Optional<Finding> broken(Loaded container, List<Stowed> corners) {
        int number = Math.max(1, loaded.size());
        var at = "container " + number;
        var before = new HashSet<>(new ContainerCheck(problem, container, at, number == 1).findings());
        Optional<Finding> first = Optional.empty();
        for (var corner : corners) {
            var boxes = new ArrayList<>(container.boxes());
            boxes.add(corner);
            var then = new ContainerCheck(problem, new Loaded(container.offer(), boxes), at, number == 1).findings();
            var broken = then.stream()
                    .filter(f -> !before.contains(f) && !f.rule().equals("LOAD-ORDER"))
                    .min(Comparator.comparing(f -> BALANCE.contains(f.rule())));
            if (broken.isEmpty()) {
                return broken;
            }
            first = first.isEmpty() ? broken : first;
        }
        return first;
    }

    private static String text(Finding broken) {
        return (broken.value() + " " + broken.maybe()).strip();
    }

    private static Finding say(String rule, Cargo c, int left, String maybe) {
        return Finding.warning(rule, Place.of(c.id()), left + " of " + c.quantity(), maybe);
    }
}
