package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.loading.Cargo;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.JsonNode;

/** One cargo out of its fields; a number that cannot be is a finding, and then the cargo is left out. */
final class CargoReader {

    private static final double MOST_MM = 100_000;
    private static final double MOST_KG = 100_000;
    private static final double MOST_BOXES = 100_000;
    private static final int MOST_STOPS = 60;

    private final JsonNode fields;
    private final Place place;
    private final List<Finding> findings;
    private boolean sound = true;

    CargoReader(JsonNode fields, Place place, List<Finding> findings) {
        this.fields = fields;
        this.place = place;
        this.findings = findings;
    }

    Optional<Cargo> read(String otherwise) {
        var id = text("id", otherwise);
        var sizes = List.of((int) number("length_mm", 0, 1, MOST_MM), (int) number("width_mm", 0, 1, MOST_MM), (int)
                number("height_mm", 0, 1, MOST_MM));
        int quantity = (int) number("quantity", 1, 1, MOST_BOXES);
        long gross = Math.round(1000 * number("gross_kg", 0, 0, MOST_KG));
        double onTop = number("most_on_top_kg", Double.MAX_VALUE, 0, Double.MAX_VALUE);
        double layers = number("most_layers", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
        var strength = new Cargo.Strength(
                onTop == Double.MAX_VALUE ? Long.MAX_VALUE : Math.round(Math.min(onTop, 1e9) * 1000), (int) layers);
        int stop = (int) number("stop", 1, 1, MOST_STOPS);
        var sorting = new Cargo.Sorting(stop, text("group", ""), text("kind", ""), flag("held"));
        double value = number("value", 0, 0, 1e12);
        var upright = upright();
        return sound
                ? Optional.of(new Cargo(id, sizes, upright, quantity, gross, strength, sorting, value))
                : Optional.empty();
    }

    /** Which lengths may stand vertical: letters of LWH; all when nothing is said, height only with {@code this_side_up}. */
    private List<Boolean> upright() {
        boolean up = flag("this_side_up");
        var letters = text("upright", up ? "H" : "LWH").toUpperCase(java.util.Locale.ROOT);
        if (up && !letters.equals("H") || !letters.matches("[LWH]{1,3}")) {
            say("PACK-FLAGS", letters, "Give letters of LWH; this_side_up goes with H only. The cargo is left out.");
        }
        var may = new ArrayList<Boolean>();
        for (char c : "LWH".toCharArray()) {
            may.add(letters.indexOf(c) >= 0);
        }
        return may;
    }

    private String text(String name, String otherwise) {
        var node = fields.path(name);
        return node.isMissingNode() || node.isNull() ? otherwise : node.asString();
    }

    private boolean flag(String name) {
        var text = text(name, "false");
        if (!text.matches("true|false|0|1|yes|no")) {
            say("PACK-FLAGS", name + " " + text, "Give true or false. The cargo is left out.");
        }
        return text.matches("true|1|yes");
    }

    private double number(String name, double otherwise, double least, double most) {
        var text = text(name, "");
        double value = otherwise;
        try {
            value = text.isEmpty() ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            say("PACK-LINE", name + " " + text, "A number is expected. The cargo is left out.");
            return otherwise;
        }
        if (!(value >= least && value <= most)) {
            String maybe = "It is " + plain(least) + " to " + plain(most) + ". The cargo is left out.";
            say("PACK-SIZE", name + " " + (text.isEmpty() ? "missing" : text), maybe);
            return otherwise;
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? "" + (long) value : "" + value;
    }

    private void say(String rule, String value, String maybe) {
        sound = false;
        findings.add(Finding.error(rule, place, value, maybe));
    }
}
