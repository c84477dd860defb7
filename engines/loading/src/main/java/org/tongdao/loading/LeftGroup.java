package org.tongdao.loading;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Why a group that travels whole stays behind. */
final class LeftGroup {

    private static final double CUBIC_METRE = 1e9;

    private final LoadProblem problem;
    private final List<Cargo> cargo;

    LeftGroup(LoadProblem problem, String group) {
        this.problem = problem;
        this.cargo = problem.cargo().stream()
                .filter(c -> c.sorting().group().equals(group))
                .toList();
    }

    /** Words that go on from "the group travels whole,". */
    String why() {
        return Stream.of(apart(), stands(), mass(), volume())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("and no container was found with room for all of it that breaks no rule; look longer.");
    }

    private String apart() {
        for (var apart : problem.rules().apart()) {
            if (has(apart.oneKind())
                    && has(apart.otherKind())
                    && !apart.oneKind().equals(apart.otherKind())) {
                return "but rule " + apart.id() + " keeps " + apart.oneKind() + " apart from " + apart.otherKind()
                        + ", and it holds both.";
            }
        }
        return "";
    }

    private boolean has(String kind) {
        return cargo.stream().anyMatch(c -> c.sorting().kind().equals(kind));
    }

    private String stands() {
        var here = cargo.stream().map(Cargo::id).toList();
        return problem.standing().stream().anyMatch(s -> here.contains(s.cargo()))
                ? "and the container in which boxes of it stand has no room for the rest."
                : "";
    }

    private String mass() {
        double mass = sum(Cargo::grossG);
        double most = problem.fleet().stream()
                .mapToDouble(o -> o.type().payloadG())
                .max()
                .orElse(0);
        return mass > most ? "and weighs %.0f g; the payload is %.0f g at most.".formatted(mass, most) : "";
    }

    private String volume() {
        double volume = sum(Cargo::volumeMm3) / CUBIC_METRE;
        double most = problem.fleet().stream()
                        .mapToDouble(o -> o.type().inner().volumeMm3())
                        .max()
                        .orElse(0)
                / CUBIC_METRE;
        return volume > most
                ? "and there is no room for all of it: it fills %.1f m³, a container has %.1f m³ at most."
                        .formatted(volume, most)
                : "";
    }

    private double sum(ToDoubleFunction<Cargo> of) {
        return cargo.stream()
                .mapToDouble(c -> of.applyAsDouble(c) * c.quantity())
                .sum();
    }
}
