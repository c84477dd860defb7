package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/** Asks every container what one box more would break in it. */
final class LeftOutSearch {

    private static final int MOST_TRIED = 4;
    /** Comparisons of a corner with a box, over all cargoes and containers; beyond them a container counts as full by its volume alone. */
    private static final long MOST_COMPARED = 2_000_000_000L;

    private static final Set<String> BALANCE = Set.of("LOAD-CENTRE", "LOAD-HALF");

    /** Limits of a container, the nearest to taking the box first. */
    enum Kind {
        TIME("LEFT-TIME", "with room that breaks no rule"),
        RULE("LEFT-RULE", "with room, but a rule against it"),
        PAYLOAD("LEFT-PAYLOAD", "with the payload used up"),
        APART("LEFT-APART", "with goods it is kept apart from"),
        ROOM("LEFT-ROOM", "without room"),
        SIZE("LEFT-SIZE", "too small for it");

        private final String rule;
        private final String words;

        Kind(String rule, String words) {
            this.rule = rule;
            this.words = words;
        }

        String rule() {
            return rule;
        }

        String words() {
            return words;
        }
    }

    /** What keeps a box out of one container. */
    record Limit(Kind kind, String container, String why) {}

    private record Asked(Loaded container, int number, String name, long massG, double free, FreeCorners corners) {}

    private final LoadProblem problem;
    private final Map<String, Cargo> cargo;
    private final List<Asked> asked = new ArrayList<>();
    private long compared;

    LeftOutSearch(LoadProblem problem, List<Loaded> loaded, List<ContainerOffer> empty) {
        this.problem = problem;
        this.cargo = problem.byId();
        for (var container : loaded) {
            int number = asked.size() + 1;
            asked.add(asked(container, number, "container " + number + " (" + code(container.offer()) + ")"));
        }
        for (var offer : empty) {
            int number = asked.size() + 1;
            var stands = number == 1 ? problem.standing() : List.<Stowed>of();
            asked.add(asked(new Loaded(offer, stands), number, "an empty " + code(offer)));
        }
    }

    private static String code(ContainerOffer offer) {
        return offer.type().code();
    }

    private Asked asked(Loaded container, int number, String name) {
        long mass = container.boxes().stream().mapToLong(this::mass).sum();
        double free = container.offer().type().inner().volumeMm3() - container.volumeMm3();
        return new Asked(container, number, name, mass, free, new FreeCorners(problem, container, number == 1));
    }

    /** Of every container, the nearest first; of several alike the first. */
    List<Limit> limits(Cargo c) {
        return asked.stream()
                .map(a -> limit(c, a))
                .sorted(Comparator.comparing(Limit::kind))
                .toList();
    }

    private Limit limit(Cargo c, Asked in) {
        var type = in.container().offer().type();
        if (!fits(c, in.container().offer())) {
            return new Limit(
                    Kind.SIZE,
                    in.name(),
                    "A box of " + c.sizesMm() + " mm does not go into it, or not through its door.");
        }
        var apart = apart(c, in.container());
        if (apart != null) {
            var why = "Rule " + apart.id() + " keeps " + apart.oneKind() + " apart from " + apart.otherKind() + ".";
            return new Limit(Kind.APART, in.name(), why);
        }
        if (in.massG() + c.grossG() > type.payloadG()) {
            var why = "The payload is used up: " + Math.max(0, type.payloadG() - in.massG())
                    + " g are left, one box weighs " + c.grossG() + " g.";
            return new Limit(Kind.PAYLOAD, in.name(), why);
        }
        return room(c, in);
    }

    private Limit room(Cargo c, Asked in) {
        var none = new Limit(Kind.ROOM, in.name(), "No room is left where it could stand.");
        if (in.free() < c.volumeMm3() || compared > MOST_COMPARED) {
            return none;
        }
        long before = in.corners().compared();
        var corners = in.corners().list(c, MOST_TRIED);
        compared += in.corners().compared() - before;
        if (corners.isEmpty()) {
            return none;
        }
        return broken(in, corners)
                .map(f -> new Limit(Kind.RULE, in.name(), "There is room, but " + f.rule() + ": " + text(f)))
                .orElseGet(() -> new Limit(Kind.TIME, in.name(), "There is room that breaks no rule; look longer."));
    }

    static boolean fits(Cargo c, ContainerOffer offer) {
        return c.goesInto(offer.type());
    }

    private LoadRules.@Nullable Apart apart(Cargo c, Loaded container) {
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

    private long mass(Stowed box) {
        var c = cargo.get(box.cargo());
        return c == null ? 0 : c.grossG();
    }

    /** What a box of it would break wherever room for one was found, balance last, since what follows may restore it; none when there it would break nothing. */
    private Optional<Finding> broken(Asked in, List<Stowed> corners) {
        var at = "container " + in.number();
        boolean first = in.number() == 1;
        var before = new HashSet<>(new ContainerCheck(problem, in.container(), at, first).findings());
        Optional<Finding> least = Optional.empty();
        for (var corner : corners) {
            var boxes = new ArrayList<>(in.container().boxes());
            boxes.add(corner);
            var then = new Loaded(in.container().offer(), boxes);
            var broken = new ContainerCheck(problem, then, at, first)
                    .findings().stream()
                            .filter(f -> !before.contains(f) && !f.rule().equals("LOAD-ORDER"))
                            .min(Comparator.comparing(f -> BALANCE.contains(f.rule())));
            if (broken.isEmpty()) {
                return broken;
            }
            least = least.isEmpty() ? broken : least;
        }
        return least;
    }

    private static String text(Finding broken) {
        return (broken.value() + " " + broken.maybe()).strip();
    }
}
