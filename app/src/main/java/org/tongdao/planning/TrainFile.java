package org.tongdao.planning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tongdao.loading.TrainBox;
import org.tongdao.loading.TrainRules;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A yard of containers and what train is to be made of it, as docs/formats/train-plan.md describes it. */
record TrainFile(
        TrainRules rules, List<TrainBox> boxes, List<String> unloading, List<Finding> findings, JsonNode root) {

    private static final double MOST_KG = 60_000;

    /** @throws JacksonException when the file is no JSON */
    static TrainFile read(Path file) throws IOException {
        return read(
                String.valueOf(file.getFileName()),
                JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8)));
    }

    static TrainFile read(String name, JsonNode root) {
        var reader = new Reader(name, root);
        var rules = reader.rules();
        var boxes = reader.boxes();
        var unloading = new ArrayList<String>();
        root.path("unloading").forEach(n -> unloading.add(n.asString("")));
        return new TrainFile(rules, boxes, unloading, reader.findings, root);
    }

    private static final class Reader {

        private final String name;
        private final JsonNode root;
        private final List<Finding> findings = new ArrayList<>();

        Reader(String name, JsonNode root) {
            this.name = name;
            this.root = root;
        }

        TrainRules rules() {
            var day = instant("departs", root)
                    .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                    .orElse(LocalDate.EPOCH.withYear(2026));
            var rules = TrainRules.of(root.path("gauge_mm").asInt(1435), day);
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
            double value = node.path(key).asDouble(usual);
            if (value > 0 && value <= 1e6) {
                return value;
            }
            findings.add(Finding.error(
                    "TRAIN-LIMIT", Place.of(name), key + " " + value, "It is above 0; " + usual + " is taken."));
            return usual;
        }

        List<TrainBox> boxes() {
            var boxes = new ArrayList<TrainBox>();
            var seen = new HashSet<String>();
            int at = 0;
            for (var node : root.path("containers")) {
                var place = Place.cell(name, 0, "container " + ++at);
                box(node, place).ifPresent(box -> {
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

        private Optional<TrainBox> box(JsonNode node, Place place) {
            var no = node.path("no").asString("");
            var type = node.path("type").asString("");
            var route = node.path("route").asString("");
            double kg = node.path("gross_kg").asDouble(-1);
            if (no.isEmpty() || route.isEmpty() || !type.matches("(20|40).*")) {
                findings.add(
                        Finding.error(
                                "TRAIN-ROW",
                                place,
                                node.toString(),
                                "Give no, route and a type that begins with 20 or 40; 45' need another wagon. It is left out."));
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
            int priority = node.path("priority").asInt(1);
            var due = instant("due", node);
            var next = instant("next_arrives", root);
            boolean late = due.isPresent() && next.isPresent() && due.get().isBefore(next.get());
            int worth = node.path("worth").asInt(TrainBox.worth(type, priority, late));
            if (worth < 1 || worth > 1_000_000) {
                findings.add(Finding.error(
                        "TRAIN-WORTH", place, no + " " + worth, "worth is 1 to 1000000. It is left out."));
                return Optional.empty();
            }
            return Optional.of(new TrainBox(no, type, Math.round(kg * 1000), route, worth));
        }

        private Optional<Instant> instant(String key, JsonNode node) {
            var text = node.path(key).asString("");
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
