package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.tongdao.loading.LoadAccount;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadCount;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.JsonNode;

/** What a plan of containers says of itself beside where each box stands: its figures, and what stays behind. All of it is counted anew. */
final class LoadClaims {

    private static final double ROUNDING = 1e-6;
    /** The files of {@code load-plans/} round to four digits. */
    private static final double FOUR_DIGITS = 1e-4;

    private record Totals(int count, double cost, double costPerM3, double costPerBox) {}

    private record Whole(String type, long grossG) {}

    private record Weighed(String id, long grossG) {}

    private final LoadProblem input;
    private final List<Loaded> containers;
    private final List<Finding> findings = new ArrayList<>();

    private LoadClaims(LoadProblem input, List<Loaded> containers) {
        this.input = input;
        this.containers = containers;
    }

    static List<Finding> check(JsonNode root, LoadProblem input, List<Loaded> containers) {
        var claims = new LoadClaims(input, containers);
        var left = left("leftOut", root.path("leftOut"), claims.findings);
        claims.findings.addAll(LoadAccount.check(input, containers, left));
        claims.totals(root);
        claims.each(root.path("figures"));
        if (containers.size() == 1 && root.has("container")) {
            claims.ofOne(root, containers.get(0));
        }
        return claims.findings;
    }

    private static Finding unread(String member, JsonNode told) {
        var value = told.isObject() ? told.path("cargo") + " " + told.path("boxes") : told.toString();
        return Finding.error("LOAD-LEFT", Place.of(member), value, "It names cargo, and boxes as 3 of 8.");
    }

    /** What is told to stay behind; what cannot be read is a finding. */
    static List<LoadAccount.Left> left(String member, JsonNode told, List<Finding> findings) {
        var left = new ArrayList<LoadAccount.Left>();
        if (!told.isMissingNode() && !told.isArray()) {
            findings.add(unread(member, told));
        }
        for (var one : told) {
            LoadAccount.Left.parse(
                            one.path("cargo").asString(""), one.path("boxes").asString(""))
                    .ifPresentOrElse(left::add, () -> findings.add(unread(member, one)));
        }
        return left;
    }

    private void totals(JsonNode root) {
        double cost = containers.stream().mapToDouble(c -> c.offer().cost()).sum();
        long boxes = 0;
        double volume = 0;
        for (var container : containers) {
            boxes += container.boxes().size();
            for (var b : container.boxes()) {
                volume += (double) b.dx() * b.dy() * b.dz() / 1e9;
            }
        }
        figures("plan", root, new Totals(containers.size(), cost, cost / volume, cost / boxes));
    }

    private void each(JsonNode told) {
        if (told.isMissingNode()) {
            return;
        }
        if (!told.isArray() || told.size() != containers.size()) {
            say("plan", told.size() + " figures", "There are " + containers.size() + " containers.");
            return;
        }
        for (int i = 0; i < containers.size(); i++) {
            figures("container " + (i + 1), told.path(i), LoadCount.of(input, containers.get(i)));
        }
    }

    /** A file of {@code load-plans/}: of one container, and its boxes a second time with their masses. */
    private void ofOne(JsonNode root, Loaded loaded) {
        var type = loaded.offer().type();
        var count = LoadCount.of(input, loaded);
        figures("plan", root, new Whole(type.code(), type.tareG() + count.massG()));
        figure("plan", "fill", root.path("fill"), node(count.fill()), FOUR_DIGITS);
        figure("plan", "eccentricityX", root.path("eccentricityX"), node(count.eccentricityX()), FOUR_DIGITS);
        figure("plan", "eccentricityY", root.path("eccentricityY"), node(count.eccentricityY()), FOUR_DIGITS);
        if (root.has("placements")) {
            placements(root.path("placements"), loaded.boxes());
        }
    }

    private void placements(JsonNode told, List<Stowed> boxes) {
        if (told.size() != boxes.size()) {
            say("plan", told.size() + " placements", "There are " + boxes.size() + " boxes.");
            return;
        }
        var grams = new HashMap<String, Long>();
        input.cargo().forEach(c -> grams.put(c.id(), c.grossG()));
        for (int i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i);
            var at = "placement " + (i + 1);
            figures(at, told.path(i), box);
            figures(at, told.path(i), new Weighed(box.cargo(), grams.getOrDefault(box.cargo(), 0L)));
        }
    }

    /** Each member of {@code counted} that is told at all. */
    private void figures(String at, JsonNode told, Object counted) {
        node(counted).properties().forEach(f -> figure(at, f.getKey(), told.path(f.getKey()), f.getValue(), ROUNDING));
    }

    private void figure(String at, String name, JsonNode told, JsonNode counted, double rounding) {
        boolean same = counted.isNumber()
                ? told.isNumber()
                        && Math.abs(told.asDouble() - counted.asDouble())
                                <= rounding * Math.max(1, Math.abs(counted.asDouble()))
                : told.equals(counted);
        if (!told.isMissingNode() && !same) {
            say(at, name + " " + told, "Counted anew it is " + counted + ".");
        }
    }

    private static JsonNode node(Object value) {
        return PlanJson.LOOSE.valueToTree(value);
    }

    private void say(String at, String value, String maybe) {
        findings.add(Finding.error("LOAD-FIGURE", Place.of(at), value, maybe));
    }
}
