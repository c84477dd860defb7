package org.tongdao.consolidation;

import java.util.List;
import java.util.Optional;
import org.tongdao.loading.BagRules;
import org.tongdao.loading.Pallet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the members {@code pallet} and {@code bag} of a JSON problem; where a number cannot be, there is none and a finding says why. */
final class UnitReader {

    private static final double MOST_MM = 5_000;
    private static final double MOST_KG = 5_000;
    private static final double MOST_LITRES = 5_000;

    private final String name;
    private final JsonNode root;
    private final List<Finding> findings;
    private boolean sound = true;

    UnitReader(String name, String text, List<Finding> findings) {
        this.name = name;
        this.root = JsonMapper.shared().readTree(text);
        this.findings = findings;
    }

    boolean has(String member) {
        return root.path(member).isObject();
    }

    Optional<Pallet> pallet() {
        var node = root.path("pallet");
        var type = node.path("type").asString("EUR");
        var usual = type.equals("EUR2") ? Pallet.EUR_2 : Pallet.EUR;
        if (!type.equals("EUR") && !type.equals("EUR2")) {
            say(
                    "pallet.type " + type,
                    "Give EUR (1,200 × 800 mm) or EUR2 (1,200 × 1,000 mm), with own numbers as need be.");
        }
        int deck = (int) number(node, "deck_mm", usual.deckMm(), 0, MOST_MM);
        long tare = grams(node, "tare_kg", usual.tareG(), 0);
        var pallet = new Pallet(
                (int) number(node, "length_mm", usual.lengthMm(), 1, MOST_MM),
                (int) number(node, "width_mm", usual.widthMm(), 1, MOST_MM),
                deck,
                tare,
                (int) number(node, "max_height_mm", usual.maxHeightMm(), deck + 1.0, MOST_MM),
                grams(node, "max_gross_kg", usual.maxGrossG(), (tare + 1) / 1e3),
                (int) number(node, "overhang_mm", usual.overhangMm(), 0, MOST_MM / 10),
                grams(node, "most_on_top_kg", usual.mostOnTopG(), 0));
        return sound ? Optional.of(pallet) : Optional.empty();
    }

    Optional<BagRules> bag() {
        var node = root.path("bag");
        long tare = grams(node, "tare_kg", 300, 0);
        var rules = new BagRules(
                grams(node, "max_gross_kg", 30_000, (tare + 1) / 1e3),
                tare,
                Math.round(1e6 * number(node, "litres", 150, 1, MOST_LITRES)),
                new Size(
                        (int) number(node, "length_mm", 600, 1, MOST_MM),
                        (int) number(node, "width_mm", 400, 1, MOST_MM),
                        (int) number(node, "height_mm", 750, 1, MOST_MM)));
        return sound ? Optional.of(rules) : Optional.empty();
    }

    private long grams(JsonNode node, String key, long usual, double least) {
        return Math.round(1e3 * number(node, key, usual / 1e3, least, MOST_KG));
    }

    private double number(JsonNode node, String key, double usual, double least, double most) {
        var text = node.path(key).asString("");
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
