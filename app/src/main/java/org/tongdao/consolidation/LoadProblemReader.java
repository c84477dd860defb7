package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadRules;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Size;
import tools.jackson.databind.JsonNode;

/** Reads a loading problem out of a JSON tree. */
final class LoadProblemReader {

    private final String name;
    private final List<Finding> findings;

    LoadProblemReader(String name, List<Finding> findings) {
        this.name = name;
        this.findings = findings;
    }

    LoadProblemFile read(JsonNode root) {
        var fleet = fleet(root.path("containers"));
        var cargo = new ArrayList<Cargo>();
        int at = 0;
        for (var node : root.path("cargo")) {
            at++;
            new CargoReader(node, Place.cell(name, 0, "cargo " + at), findings)
                    .read("" + at)
                    .ifPresent(cargo::add);
        }
        if (fleet.isEmpty() || root.path("cargo").isEmpty()) {
            say("PACK-SHORT", "containers, cargo", "A problem has at least one container and one cargo.");
            return new LoadProblemFile(Optional.empty(), findings);
        }
        var kept = LoadProblemFile.distinct(cargo, name, findings);
        var rules = rules(root.path("rules"), kept);
        var problem = new LoadProblem(
                root.path("id").asString(name), fleet, kept, rules, reserved(root), standing(root, kept));
        return new LoadProblemFile(Optional.of(problem), findings);
    }

    private List<ContainerOffer> fleet(JsonNode nodes) {
        var fleet = new ArrayList<ContainerOffer>();
        for (var node : nodes) {
            var type = type(node);
            int available = node.path("available").asInt(Integer.MAX_VALUE);
            if (type.isEmpty() || available < 1) {
                say(
                        "PACK-CONTAINER",
                        node.toString(),
                        "Name a type of containers.csv or give sizes above 0 and available 1 or more; it is left out.");
            } else {
                double cost = node.path("cost").asDouble(type.get().inner().volumeMm3() / 1e9);
                fleet.add(new ContainerOffer(type.get(), available, cost));
            }
        }
        return fleet;
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

    private LoadRules rules(JsonNode node, List<Cargo> cargo) {
        double support = share(node, "support", LoadRules.CTU.support());
        double centre = share(node, "max_eccentricity", LoadRules.CTU.maxEccentricity());
        double half = share(node, "max_half_share", LoadRules.CTU.maxHalfShare());
        double metre = node.path("max_per_metre_kg").asDouble(Double.MAX_VALUE);
        var objective = node.path("objective").asString("volume").equals("value")
                ? LoadRules.Objective.VALUE
                : LoadRules.Objective.VOLUME;
        return new LoadRules(
                support,
                centre,
                half,
                metre == Double.MAX_VALUE ? Long.MAX_VALUE : Math.round(Math.max(0, metre) * 1000),
                node.path("whole_groups").asBoolean(false),
                apart(node.path("apart"), cargo),
                objective);
    }

    private double share(JsonNode node, String key, double otherwise) {
        double value = node.path(key).asDouble(otherwise);
        if (value >= 0 && value <= 1) {
            return value;
        }
        say("PACK-RULE", key + " " + value, "It is 0 to 1; " + otherwise + " is taken.");
        return otherwise;
    }

    private List<LoadRules.Apart> apart(JsonNode nodes, List<Cargo> cargo) {
        var kinds = new HashSet<String>();
        cargo.forEach(c -> kinds.add(c.sorting().kind()));
        var apart = new ArrayList<LoadRules.Apart>();
        for (var node : nodes) {
            var one = node.path("one").asString("");
            var other = node.path("other").asString("");
            if (one.isEmpty() || other.isEmpty() || !kinds.contains(one) || !kinds.contains(other)) {
                findings.add(Finding.warning(
                        "PACK-KIND",
                        Place.of(name),
                        node.toString(),
                        "No cargo is of one of these kinds; the rule keeps nothing apart."));
            } else {
                apart.add(new LoadRules.Apart(node.path("id").asString("APART"), one, other));
            }
        }
        return apart;
    }

    private static List<LoadProblem.Room> reserved(JsonNode root) {
        var rooms = new ArrayList<LoadProblem.Room>();
        for (var n : root.path("reserved")) {
            rooms.add(new LoadProblem.Room(at(n, "x"), at(n, "y"), at(n, "z"), at(n, "dx"), at(n, "dy"), at(n, "dz")));
        }
        return rooms;
    }

    private List<LoadProblem.Stowed> standing(JsonNode root, List<Cargo> cargo) {
        var known = new HashSet<String>();
        cargo.forEach(c -> known.add(c.id()));
        var boxes = new ArrayList<LoadProblem.Stowed>();
        for (var n : root.path("standing")) {
            var id = n.path("cargo").asString("");
            if (known.contains(id)) {
                boxes.add(new LoadProblem.Stowed(
                        id, at(n, "x"), at(n, "y"), at(n, "z"), at(n, "dx"), at(n, "dy"), at(n, "dz")));
            } else {
                say(
                        "PACK-STANDING",
                        id,
                        "A box that stands is of a cargo of the list; give it there with the boxes still to come.");
            }
        }
        return boxes;
    }

    private static int at(JsonNode node, String key) {
        return node.path(key).asInt(0);
    }

    private void say(String rule, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(name), value, maybe));
    }
}
