package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.LoadRules;
import org.tongdao.platform.KnownNames;
import org.tongdao.platform.Members;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.JsonNode;

/** Reads the member {@code rules} of a JSON problem; a rule that cannot be read is told and the usual one taken. */
final class RuleReader {

    private static final KnownNames NAMES = KnownNames.of(Set.of(
            "support", "max_eccentricity", "max_half_share", "max_per_metre_kg", "whole_groups", "objective", "apart"));
    private static final double MOST_KG = 1e6;

    private static final SortedMap<String, LoadRules.Objective> OBJECTIVES =
            new TreeMap<>(Arrays.stream(LoadRules.Objective.values())
                    .collect(Collectors.toMap(o -> o.name().toLowerCase(Locale.ROOT), o -> o)));

    private final String name;
    private final JsonNode node;
    private final List<Finding> findings;

    RuleReader(String name, JsonNode node, List<Finding> findings) {
        this.name = name;
        this.node = node;
        this.findings = findings;
    }

    LoadRules read(List<Cargo> cargo) {
        for (var key : node.propertyNames()) {
            if (!NAMES.has(key)) {
                say(key, "No such rule is known, so none is kept. " + NAMES.advice(key));
            }
        }
        double metre = number("max_per_metre_kg", Double.MAX_VALUE, MOST_KG);
        return new LoadRules(
                number("support", LoadRules.CTU.support(), 1),
                number("max_eccentricity", LoadRules.CTU.maxEccentricity(), 1),
                number("max_half_share", LoadRules.CTU.maxHalfShare(), 1),
                metre == Double.MAX_VALUE ? Long.MAX_VALUE : Math.round(metre * 1000),
                wholeGroups(cargo),
                apart(cargo),
                objective(cargo));
    }

    private double number(String key, double otherwise, double most) {
        var given = node.path(key);
        if (given.isMissingNode() || given.isNumber() && given.asDouble() >= 0 && given.asDouble() <= most) {
            return given.asDouble(otherwise);
        }
        say(
                key + " " + given,
                "It is 0 to " + most + "; " + (otherwise == Double.MAX_VALUE ? "no limit" : otherwise) + " is taken.");
        return otherwise;
    }

    private boolean wholeGroups(List<Cargo> cargo) {
        var given = node.path("whole_groups");
        if (!given.isMissingNode() && !given.isBoolean()) {
            say("whole_groups " + given, "Give true or false; false is taken.");
        }
        boolean whole = given.isBoolean() && given.asBoolean();
        if (whole && cargo.stream().allMatch(c -> c.sorting().group().isEmpty())) {
            warn("PACK-KIND", "whole_groups", "No cargo has a group; the rule holds nothing together.");
        }
        return whole;
    }

    private LoadRules.Objective objective(List<Cargo> cargo) {
        var given = node.path("objective");
        var named = OBJECTIVES.get(given.isString() ? given.asString() : "");
        if (named == null && !given.isMissingNode()) {
            var names = String.join(", ", OBJECTIVES.keySet());
            say("objective " + (given.isString() ? given.asString() : given), "Known: " + names + "; volume is taken.");
        }
        if (named == LoadRules.Objective.VALUE && cargo.stream().allMatch(c -> c.value() == 0)) {
            warn("PACK-RULE", "objective value", "No cargo has a value; all boxes are worth the same.");
        }
        return named == null ? LoadRules.Objective.VOLUME : named;
    }

    private List<LoadRules.Apart> apart(List<Cargo> cargo) {
        var kinds = new HashSet<String>();
        cargo.forEach(c -> kinds.add(c.sorting().kind()));
        var apart = new ArrayList<LoadRules.Apart>();
        if (!node.path("apart").isMissingNode() && !node.path("apart").isArray()) {
            say("apart " + node.path("apart"), "Give a list of { id, one, other }; nothing is kept apart.");
        }
        for (var rule : Members.list(node, "apart")) {
            var one = rule.path("one").asString("");
            var other = rule.path("other").asString("");
            if (one.isEmpty() || other.isEmpty() || !kinds.contains(one) || !kinds.contains(other)) {
                warn("PACK-KIND", rule.toString(), "No cargo is of one of these kinds; the rule keeps nothing apart.");
            } else {
                apart.add(new LoadRules.Apart(rule.path("id").asString("APART"), one, other));
            }
        }
        return apart;
    }

    private void say(String value, String maybe) {
        findings.add(Finding.error("PACK-RULE", Place.of(name), value, maybe));
    }

    private void warn(String rule, String value, String maybe) {
        findings.add(Finding.warning(rule, Place.of(name), value, maybe));
    }
}
