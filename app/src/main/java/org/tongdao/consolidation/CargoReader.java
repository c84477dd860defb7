package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.LoadProblem;
import org.tongdao.platform.KnownNames;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.JsonNode;

/** One cargo out of its fields; a number that cannot be is a finding, and then the cargo is left out. */
final class CargoReader {

    private static final double MOST_KG = 100_000;
    private static final int MOST_STOPS = 60;

    static final KnownNames NAMES = KnownNames.of(Set.of(
            "id",
            "length_mm",
            "width_mm",
            "height_mm",
            "upright",
            "this_side_up",
            "quantity",
            "gross_kg",
            "most_on_top_kg",
            "most_layers",
            "stop",
            "group",
            "kind",
            "held",
            "value"));

    private final JsonNode fields;
    private final Set<String> stands;
    private final Place place;
    private final List<Finding> findings;
    private boolean sound = true;

    /** @param stands ids of cargo of which boxes stand already, so that none may be left to come */
    CargoReader(JsonNode fields, Set<String> stands, Place place, List<Finding> findings) {
        this.fields = fields;
        this.stands = stands;
        this.place = place;
        this.findings = findings;
    }

    Optional<Cargo> read(String otherwise) {
        if (!fields.isObject()) {
            say("PACK-LINE", fields.toString(), "A cargo is an object: { … }. It is left out.");
            return Optional.empty();
        }
        var id = text("id", otherwise);
        checkNames();
        var sizes = List.of(
                whole("length_mm", 0, 1, LoadProblem.MOST_MM),
                whole("width_mm", 0, 1, LoadProblem.MOST_MM),
                whole("height_mm", 0, 1, LoadProblem.MOST_MM));
        int quantity = whole("quantity", 1, stands.contains(id) ? 0 : 1, LoadProblem.MOST_BOXES);
        long gross = Math.round(1000 * number("gross_kg", 0, 0, MOST_KG));
        double onTop = number("most_on_top_kg", Double.MAX_VALUE, 0, Double.MAX_VALUE);
        int layers = whole("most_layers", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
        var strength = new Cargo.Strength(
                onTop == Double.MAX_VALUE ? Long.MAX_VALUE : Math.round(Math.min(onTop, 1e9) * 1000), layers);
        int stop = whole("stop", 1, 1, MOST_STOPS);
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
        if (node.isContainer()) {
            say("PACK-LINE", name + " " + node, "A single text or number is expected. The cargo is left out.");
            return otherwise;
        }
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

    /** A part of a millimetre or of a box is never cut off in silence. */
    private int whole(String name, double otherwise, double least, double most) {
        double value = number(name, otherwise, least, most);
        if (value != Math.rint(value)) {
            say("PACK-SIZE", name + " " + text(name, ""), "A whole number is expected. The cargo is left out.");
        }
        return (int) value;
    }

    private void checkNames() {
        for (var name : fields.propertyNames()) {
            if (!NAMES.has(name)) {
                findings.add(Finding.warning(
                        "PACK-FIELD",
                        place,
                        name,
                        "No such field is known; it is not regarded. " + NAMES.advice(name)));
            }
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? "" + (long) value : "" + value;
    }

    private void say(String rule, String value, String maybe) {
        sound = false;
        findings.add(Finding.error(rule, place, value, maybe));
    }
}
