package org.tongdao.consolidation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongdao.loading.BagRules;
import org.tongdao.loading.Pallet;
import org.tongdao.platform.Members;
import org.tongdao.platform.Members.Kind;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;
import org.tongdao.terms.Size;
import tools.jackson.databind.JsonNode;

/** Reads the members {@code pallet} and {@code bag} of a JSON problem; where a number cannot be, there is none and a finding says why. */
final class UnitReader {

    private static final Members PALLET = Members.of(
                    Set.of(
                            "length_mm",
                            "width_mm",
                            "deck_mm",
                            "tare_kg",
                            "max_height_mm",
                            "max_gross_kg",
                            "overhang_mm",
                            "most_on_top_kg"),
                    Kind.NUMBER)
            .with("type", Kind.TEXT);
    private static final Members BAG =
            Members.of(Set.of("max_gross_kg", "tare_kg", "litres", "length_mm", "width_mm", "height_mm"), Kind.NUMBER);
    private static final double MOST_MM = 5_000;
    private static final double MOST_KG = 5_000;
    private static final double MOST_LITRES = 5_000;

    private final String name;
    private final JsonNode root;
    private final List<Finding> findings;
    private boolean sound = true;

    UnitReader(String name, String text, List<Finding> findings) {
        this.name = name;
        this.root = Members.JSON.readTree(text);
        this.findings = findings;
    }

    boolean has(String member) {
        return root.hasNonNull(member);
    }

    Optional<Pallet> pallet() {
        if (has("bag")) {
            say("pallet, bag", "Give one of them: cargo goes onto pallets or into bags.");
        }
        var node = object("pallet", PALLET);
        var given = node.path("type");
        var type = given.isContainer() ? given.toString() : given.asString("EUR");
        var usual = type.equals("EUR2") ? Pallet.EUR_2 : Pallet.EUR;
        if (!type.equals("EUR") && !type.equals("EUR2")) {
            say(
                    "pallet.type " + type,
                    "Give EUR (1,200 × 800 mm) or EUR2 (1,200 × 1,000 mm), with own numbers as need be.");
        }
        int deck = whole(node, "deck_mm", usual.deckMm(), 0, MOST_MM);
        long tare = grams(node, "tare_kg", usual.tareG(), 0);
        var pallet = new Pallet(
                whole(node, "length_mm", usual.lengthMm(), 1, MOST_MM),
                whole(node, "width_mm", usual.widthMm(), 1, MOST_MM),
                deck,
                tare,
                whole(node, "max_height_mm", usual.maxHeightMm(), deck + 1.0, MOST_MM),
                grams(node, "max_gross_kg", usual.maxGrossG(), (tare + 1) / 1e3),
                whole(node, "overhang_mm", usual.overhangMm(), 0, MOST_MM / 10),
                grams(node, "most_on_top_kg", usual.mostOnTopG(), 0));
        return sound ? Optional.of(pallet) : Optional.empty();
    }

    Optional<BagRules> bag() {
        var node = object("bag", BAG);
        long tare = grams(node, "tare_kg", 300, 0);
        var rules = new BagRules(
                grams(node, "max_gross_kg", 30_000, (tare + 1) / 1e3),
                tare,
                Math.round(1e6 * number(node, "litres", 150, 1, MOST_LITRES)),
                new Size(
                        whole(node, "length_mm", 600, 1, MOST_MM),
                        whole(node, "width_mm", 400, 1, MOST_MM),
                        whole(node, "height_mm", 750, 1, MOST_MM)));
        return sound ? Optional.of(rules) : Optional.empty();
    }

    private JsonNode object(String member, Members members) {
        var node = root.path(member);
        if (!node.isObject()) {
            say(member + " " + node, "Give an object: { … }, empty where the usual numbers hold.");
        }
        var place = Place.of(name);
        findings.addAll(members.unknown("PACK-FIELD", Severity.ERROR, place, member, node));
        return node;
    }

    private int whole(JsonNode node, String key, int usual, double least, double most) {
        double value = number(node, key, usual, least, most);
        if (value != Math.rint(value)) {
            say(key + " " + node.path(key), "A whole number is expected.");
        }
        return (int) value;
    }

    private long grams(JsonNode node, String key, long usual, double least) {
        return Math.round(1e3 * number(node, key, usual / 1e3, least, MOST_KG));
    }

    private double number(JsonNode node, String key, double usual, double least, double most) {
        var given = node.path(key);
        var text = given.isContainer() ? given.toString() : given.asString("");
        try {
            double value = text.isEmpty() ? usual : Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
            say(key + " " + text, "It is " + least + " to " + most + ".");
        } catch (NumberFormatException e) {
            say(key + " " + text, "A number is expected.");
        }
        return usual;
    }

    private void say(String value, String maybe) {
        sound = false;
        findings.add(Finding.error("PACK-UNIT", Place.of(name), value, maybe));
    }
}
