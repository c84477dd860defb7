package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.LoadAnswer;
import org.tongdao.loading.LoadChecker;
import org.tongdao.loading.LoadProblem;
import org.tongdao.platform.Members;
import org.tongdao.platform.Members.Kind;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;
import org.tongdao.terms.Size;
import tools.jackson.databind.JsonNode;

/** Reads a loading problem out of a JSON tree. */
final class LoadProblemReader {

    private static final Members MEMBERS = new Members(Map.of(
            "id", Kind.TEXT,
            "containers", Kind.LIST,
            "cargo", Kind.LIST,
            "rules", Kind.OBJECT,
            "reserved", Kind.LIST,
            "standing", Kind.LIST,
            "pallet", Kind.ANY, // judged by UnitReader
            "bag", Kind.ANY));
    private static final Set<String> ROOM = Set.of("x", "y", "z", "dx", "dy", "dz");
    private static final Members RESERVED = Members.of(ROOM, Kind.WHOLE);
    private static final Members STANDING = RESERVED.with("cargo", Kind.TEXT);

    private final String name;
    private final List<Finding> findings;

    LoadProblemReader(String name, List<Finding> findings) {
        this.name = name;
        this.findings = findings;
    }

    LoadProblemFile read(JsonNode root) {
        findings.addAll(MEMBERS.unknown("PACK-FIELD", Severity.ERROR, Place.of(name), "", root));
        findings.addAll(MEMBERS.wrong("PACK-FIELD", Place.of(name), "", root, "It is not regarded."));
        var fleet = fleet(Members.list(root, "containers"));
        var cargo = new ArrayList<Cargo>();
        var stands = new HashSet<String>();
        Members.list(root, "standing").forEach(n -> stands.add(n.path("cargo").asString("")));
        int at = 0;
        for (var node : Members.list(root, "cargo")) {
            at++;
            new CargoReader(node, stands, Place.cell(name, 0, "cargo " + at), findings)
                    .read("" + at)
                    .ifPresent(cargo::add);
        }
        if (fleet.isEmpty() || at == 0) {
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

    private List<ContainerOffer> fleet(Iterable<JsonNode> nodes) {
        var fleet = new ArrayList<ContainerOffer>();
        int at = 0;
        for (var node : nodes) {
            new ContainerReader(Place.of(name), "containers[" + at++ + "]", node, findings)
                    .read()
                    .ifPresent(fleet::add);
        }
        return fleet;
    }

    private List<LoadProblem.Room> reserved(JsonNode root, Size inner) {
        var rooms = new ArrayList<LoadProblem.Room>();
        for (var n : Members.list(root, "reserved")) {
            findings.addAll(RESERVED.unknown("PACK-FIELD", Severity.WARNING, Place.of(name), "reserved", n));
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
        for (var n : Members.list(root, "standing")) {
            findings.addAll(STANDING.unknown("PACK-FIELD", Severity.WARNING, Place.of(name), "standing", n));
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
        return ROOM.stream().allMatch(k -> n.path(k).isInt() && at(n, k) >= (k.startsWith("d") ? 1 : 0))
                && ROOM.stream().allMatch(k -> at(n, k) <= LoadProblem.MOST_MM);
    }

    private static int at(JsonNode node, String key) {
        return node.path(key).asInt(0);
    }

    private void say(String rule, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(name), value, maybe));
    }
}
