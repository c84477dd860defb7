package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadAnswer;
import org.tongdao.loading.LoadChecker;
import org.tongdao.loading.LoadProblem;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Size;
import tools.jackson.databind.JsonNode;

/** Reads a loading problem out of a JSON tree. */
final class LoadProblemReader {

    private static final double MOST_COST = 1e9;
    private static final int MOST_MM = 100_000;

    private final String name;
    private final List<Finding> findings;

    LoadProblemReader(String name, List<Finding> findings) {
        this.name = name;
        this.findings = findings;
    }

    LoadProblemFile read(JsonNode root) {
        var fleet = fleet(root.path("containers"));
        var cargo = new ArrayList<Cargo>();
        var stands = new HashSet<String>();
        root.path("standing").forEach(n -> stands.add(n.path("cargo").asString("")));
        int at = 0;
        for (var node : root.path("cargo")) {
            at++;
            new CargoReader(node, stands, Place.cell(name, 0, "cargo " + at), findings)
                    .read("" + at)
                    .ifPresent(cargo::add);
        }
        if (fleet.isEmpty() || root.path("cargo").isEmpty()) {
            say("PACK-SHORT", "containers, cargo", "A problem has at least one container and one cargo.");
            return new LoadProblemFile(Optional.empty(), findings);
        }
        var kept = LoadProblemFile.distinct(cargo, name, findings);
        var rules = new RuleReader(name, root.path("rules"), findings).read(kept);
        var id = root.path("id").asString(name);
        var reserved = reserved(root, fleet.get(0).type().inner());
        var problem = standing(root, kept)
                .map(boxes -> new LoadProblem(id, fleet, kept, rules, reserved, boxes))
                .filter(p -> p.standing().isEmpty() || standsSoundly(p));
        return new LoadProblemFile(problem, findings);
    }

    private List<ContainerOffer> fleet(JsonNode nodes) {
        var fleet = new ArrayList<ContainerOffer>();
        for (var node : nodes) {
            var type = type(node);
            var number = node.path("available");
            int available = number.asInt(number.isMissingNode() ? Integer.MAX_VALUE : 0);
            if (type.isEmpty() || available < 1 || !isCost(node.path("cost"))) {
                say(
                        "PACK-CONTAINER",
                        node.toString(),
                        "Name a type of containers.csv or give sizes above 0, available 1 or more, cost 0 or more; it is left out.");
            } else {
                double cost = node.path("cost").asDouble(type.get().inner().volumeMm3() / 1e9);
                fleet.add(new ContainerOffer(type.get(), available, cost));
            }
        }
        return fleet;
    }

    private static boolean isCost(JsonNode cost) {
        return cost.isMissingNode() || cost.isNumber() && cost.asDouble() >= 0 && cost.asDouble() <= MOST_COST;
    }

    private static Optional<ContainerType> type(JsonNode node) {
        var code = node.path("type").asString("");
        if (!node.has("length_mm")) {
            return Fleet.plates().types().stream()
                    .filter(t -> t.code().equals(code))
                    .findFirst();
        }
        int length = node.path("length_mm").asInt(0);
        int width = node.path("width_mm").asInt(0);
        int height = node.path("height_mm").asInt(0);
        long tare = Math.round(1000 * node.path("tare_kg").asDouble(0));
        long gross = Math.round(1000 * node.path("max_gross_kg").asDouble(30_480));
        boolean sound = Math.min(length, Math.min(width, height)) > 0 && tare >= 0 && gross > tare;
        return sound
                ? Optional.of(new ContainerType(code, new Size(length, width, height), tare, gross))
                : Optional.empty();
    }

    private List<LoadProblem.Room> reserved(JsonNode root, Size inner) {
        var rooms = new ArrayList<LoadProblem.Room>();
        for (var n : root.path("reserved")) {
            if (isCuboid(n) && !isIn(n, inner)) {
                say(
                        "PACK-RESERVED",
                        n.toString(),
                        "It begins outside the first container of " + inner.lengthMm() + "×" + inner.widthMm() + "×"
                                + inner.heightMm() + " mm; it is not regarded.");
            } else if (isCuboid(n)) {
                rooms.add(new LoadProblem.Room(
                        at(n, "x"), at(n, "y"), at(n, "z"), at(n, "dx"), at(n, "dy"), at(n, "dz")));
            } else {
                say(
                        "PACK-RESERVED",
                        n.toString(),
                        "Give x y z from 0 and dx dy dz above 0, whole millimetres up to 100,000; it is not regarded.");
            }
        }
        return rooms;
    }

    /** What stands already is kept only if all of it can: half a truth about a half-loaded container is no help. */
    private Optional<List<LoadProblem.Stowed>> standing(JsonNode root, List<Cargo> cargo) {
        var known = new HashSet<String>();
        cargo.forEach(c -> known.add(c.id()));
        var boxes = new ArrayList<LoadProblem.Stowed>();
        boolean sound = true;
        for (var n : root.path("standing")) {
            var id = n.path("cargo").asString("");
            if (known.contains(id) && isCuboid(n)) {
                boxes.add(new LoadProblem.Stowed(
                        id, at(n, "x"), at(n, "y"), at(n, "z"), at(n, "dx"), at(n, "dy"), at(n, "dz")));
            } else {
                sound = false;
                say(
                        "PACK-STANDING",
                        n.toString(),
                        "A box that stands is of a cargo of the list (quantity 0 when none are to come) at x y z from 0 with dx dy dz above 0.");
            }
        }
        return sound ? Optional.of(boxes) : Optional.empty();
    }

    /** What is wrong with the boxes that stand, by the checker itself, except what loading more may still put right. */
    private boolean standsSoundly(LoadProblem problem) {
        var before = LoadChecker.check(
                problem, List.of(new LoadAnswer.Loaded(problem.fleet().get(0), problem.standing())));
        var wrong = before.stream()
                .filter(f -> !Set.of("LOAD-CENTRE", "LOAD-HALF", "LOAD-GROUP", "LOAD-ORDER")
                        .contains(f.rule()))
                .toList();
        wrong.forEach(f -> say(
                "PACK-STANDING",
                f.rule() + " " + f.place().source() + " " + f.value(),
                f.maybe() + " Correct where it stands."));
        return wrong.isEmpty();
    }

    private static boolean isIn(JsonNode n, Size inner) {
        return at(n, "x") < inner.lengthMm() && at(n, "y") < inner.widthMm() && at(n, "z") < inner.heightMm();
    }

    private static boolean isCuboid(JsonNode n) {
        return Stream.of("x", "y", "z").allMatch(k -> n.path(k).isInt() && at(n, k) >= 0)
                && Stream.of("dx", "dy", "dz").allMatch(k -> n.path(k).isInt() && at(n, k) > 0)
                && Stream.of("x", "y", "z", "dx", "dy", "dz").allMatch(k -> at(n, k) <= MOST_MM);
    }

    private static int at(JsonNode node, String key) {
        return node.path(key).asInt(0);
    }

    private void say(String rule, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(name), value, maybe));
    }
}
