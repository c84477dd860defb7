package org.tongdao.planning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongdao.loading.TrainBox;
import org.tongdao.loading.TrainRules;
import org.tongdao.loading.WagonOffer;
import org.tongdao.platform.Members;
import org.tongdao.platform.Members.Kind;
import org.tongdao.platform.TextFile;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A yard of containers and what train is to be made of it, as docs/formats/train-plan.md describes it. */
record TrainFile(
        TrainRules rules,
        List<WagonOffer> pool,
        List<TrainBox> boxes,
        List<String> unloading,
        List<Finding> findings,
        JsonNode root) {

    private static final double MOST_KG = 60_000;
    private static final int MOST_PRIORITY = 9;
    private static final int MOST_WORTH = 1_000_000;

    private static final Members MEMBERS = new Members(Map.of(
            "family", Kind.TEXT, // train generate says so which yard it is
            "gauge_mm", Kind.ANY, // TRAIN-GAUGE judges it
            "departs", Kind.ANY, // TRAIN-TIME judges both
            "next_arrives", Kind.ANY,
            "unloading", Kind.LIST,
            "limits", Kind.OBJECT,
            "wagon_pool", Kind.LIST,
            "containers", Kind.LIST));
    private static final Members LIMITS = Members.of(
            Set.of("max_20ft_t", "max_40ft_t", "max_pair_difference_t", "max_boxes_t", "max_wagons", "max_length_m"),
            Kind.NUMBER);
    private static final Members BOX =
            Members.of(Set.of("no", "type", "gross_kg", "route", "priority", "due", "worth"), Kind.ANY);

    /**
     * @throws JacksonException when the file is no JSON
     * @throws TextFile.NotText when it is no UTF-8
     */
    static TrainFile read(Path file) throws IOException {
        var text = TextFile.read(file);
        var root = Members.JSON.readTree(text);
        return read(String.valueOf(file.getFileName()), root, ElementLines.of(text, "containers"));
    }

    /** Whether wagons are to be chosen, even when none of the pool can be used. */
    boolean isPooled() {
        return root.hasNonNull("wagon_pool");
    }

    /** @param lines on which the containers begin, where known */
    static TrainFile read(String name, JsonNode root, List<Integer> lines) {
        var unloading = new ArrayList<String>();
        Members.list(root, "unloading").forEach(n -> unloading.add(n.asString("")));
        var reader = new Reader(name, root, unloading, lines);
        reader.members();
        var rules = reader.rules();
        var pool = WagonPool.read(name, root, rules, reader.findings);
        var boxes = reader.boxes();
        return new TrainFile(rules, pool, boxes, unloading, reader.findings, root);
    }

    private static final class Reader {

        private final String name;
        private final JsonNode root;
        private final List<String> unloading;
        private final List<Integer> lines;
        private final List<Finding> findings = new ArrayList<>();

        Reader(String name, JsonNode root, List<String> unloading, List<Integer> lines) {
            this.name = name;
            this.root = root;
            this.unloading = unloading;
            this.lines = lines;
        }

        void members() {
            var place = Place.of(name);
            findings.addAll(MEMBERS.unknown("TRAIN-FIELD", Severity.ERROR, place, "", root));
            findings.addAll(MEMBERS.wrong("TRAIN-FIELD", place, "", root, "It is not regarded."));
            findings.addAll(LIMITS.unknown("TRAIN-LIMIT", Severity.ERROR, place, "limits", root.path("limits")));
        }

        TrainRules rules() {
            var day = instant("departs", root)
                    .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                    .orElse(LocalDate.EPOCH.withYear(2026));
            var rules = TrainRules.of(gauge(), day);
            var given = root.path("limits");
            if (given.isMissingNode()) {
                return rules;
            }
            var usual = rules.limits();
            return rules.with(
                    new TrainRules.Limits(
                            grams(given, "max_20ft_t", usual.maxTwentyG()),
                            grams(given, "max_40ft_t", usual.maxFortyG()),
                            grams(given, "max_pair_difference_t", usual.maxPairG()),
                            grams(given, "max_boxes_t", usual.maxBoxesG()),
                            (int) least(given, "max_wagons", usual.maxWagons()),
                            (long) (1000 * least(given, "max_length_m", usual.maxLengthMm() / 1000.0))),
                    "limits of the file");
        }

        private long grams(JsonNode node, String key, long usual) {
            return Math.round(1e6 * least(node, key, usual / 1e6));
        }

        private double least(JsonNode node, String key, double usual) {
            var given = node.path(key);
            if (given.isMissingNode() || given.isNumber() && given.doubleValue() > 0 && given.doubleValue() <= 1e6) {
                return given.isMissingNode() ? usual : given.doubleValue();
            }
            findings.add(Finding.error(
                    "TRAIN-LIMIT", Place.of(name), key + " " + given, "It is above 0; " + usual + " is taken."));
            return usual;
        }

        /** A whole number from 1; empty and named when it is none. */
        private Optional<Integer> whole(JsonNode node, String key, int usual, int most, String rule, Place place) {
            var given = node.path(key);
            if (given.isMissingNode()) {
                return Optional.of(usual);
            }
            boolean good = given.isIntegralNumber() && given.canConvertToInt();
            if (good && given.intValue() >= 1 && given.intValue() <= most) {
                return Optional.of(given.intValue());
            }
            String maybe = key + " is a whole number from 1 to " + most + ". It is left out.";
            findings.add(Finding.error(rule, place, node.path("no").asString("") + " " + key + " " + given, maybe));
            return Optional.empty();
        }

        private int gauge() {
            var given = root.path("gauge_mm");
            int gauge = given.isMissingNode() ? 1435 : given.isInt() ? given.intValue() : 0;
            if (gauge != 1435 && gauge != 1520) {
                findings.add(Finding.error(
                        "TRAIN-GAUGE", Place.of(name), "gauge_mm " + given, "It is 1435 or 1520; 1435 is taken."));
                return 1435;
            }
            return gauge;
        }

        List<TrainBox> boxes() {
            var types = root.hasNonNull("wagon_pool") ? "(20|40|45).*" : "(20|40).*";
            var boxes = new ArrayList<TrainBox>();
            var seen = new HashSet<String>();
            int at = 0;
            if (!root.path("containers").isArray()) {
                findings.add(Finding.error(
                        "TRAIN-FILE",
                        Place.of(name),
                        "containers",
                        "Give the containers as docs/formats/train-plan.md."));
            }
            for (var node : Members.list(root, "containers")) {
                int line = at < lines.size() ? lines.get(at) : 0;
                var place = Place.cell(name, line, "container " + ++at);
                findings.addAll(BOX.unknown("TRAIN-FIELD", Severity.WARNING, place, "", node));
                box(node, types, place).ifPresent(box -> {
                    if (seen.add(box.no())) {
                        boxes.add(box);
                    } else {
                        findings.add(Finding.error(
                                "TRAIN-BOX-TWICE", place, box.no(), "The number came before; this one is left out."));
                    }
                });
            }
            return boxes;
        }

        private Optional<TrainBox> box(JsonNode node, String types, Place place) {
            var no = node.path("no").asString("");
            var type = node.path("type").asString("");
            var route = node.path("route").asString("");
            double kg = node.path("gross_kg").asDouble(-1);
            if (no.isEmpty() || route.isEmpty() || !type.matches(types)) {
                findings.add(
                        Finding.error(
                                "TRAIN-ROW",
                                place,
                                node.toString(),
                                "Give no, route and a type that begins with 20 or 40, with wagon_pool also 45. It is left out."));
                return Optional.empty();
            }
            if (!(kg > 0 && kg <= MOST_KG)) {
                findings.add(Finding.error(
                        "TRAIN-WEIGHT",
                        place,
                        no + " " + node.path("gross_kg"),
                        "gross_kg is above 0 and at most 60000. It is left out."));
                return Optional.empty();
            }
            if (!unloading.isEmpty() && !unloading.contains(route)) {
                findings.add(Finding.error(
                        "TRAIN-ROUTE",
                        place,
                        no + " " + route,
                        "The train does not go there; unloading names " + unloading + ". It is left out."));
                return Optional.empty();
            }
            var priority = whole(node, "priority", 1, MOST_PRIORITY, "TRAIN-PRIORITY", place);
            var due = instant("due", node);
            var next = instant("next_arrives", root);
            boolean late = due.isPresent() && next.isPresent() && due.get().isBefore(next.get());
            var worth = whole(
                    node, "worth", TrainBox.worth(type, priority.orElse(1), late), MOST_WORTH, "TRAIN-WORTH", place);
            if (priority.isEmpty() || worth.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new TrainBox(no, type, Math.round(kg * 1000), route, worth.get()));
        }

        private Optional<Instant> instant(String key, JsonNode node) {
            var given = node.path(key);
            var text = given.isContainer() ? given.toString() : given.asString("");
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
            } catch (DateTimeParseException e) {
                findings.add(Finding.error(
                        "TRAIN-TIME",
                        Place.of(name),
                        key + " " + text,
                        "Write it like 2026-11-23T08:00:00Z; it is not regarded."));
                return Optional.empty();
            }
        }
    }
}
