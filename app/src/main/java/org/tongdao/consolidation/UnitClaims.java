package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.loading.BagChecker;
import org.tongdao.loading.BagRules;
import org.tongdao.loading.Bagging;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.Item;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.PalletChecker;
import org.tongdao.loading.PalletLoad;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Size;
import tools.jackson.databind.JsonNode;

/** The pallets or bags inside a plan of containers: each is sound, holds what was offered, and is one cargo of the containers as it is counted anew. */
final class UnitClaims {

    private final JsonNode root;
    private final LoadProblem input;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Cargo> units = new LinkedHashMap<>();

    private UnitClaims(JsonNode root, LoadProblem input) {
        this.root = root;
        this.input = input;
    }

    /** Nothing where the boxes went into the containers as they are. */
    static List<Finding> check(JsonNode root, LoadProblem input) {
        var claims = new UnitClaims(root, input);
        if (root.has("pallets") || root.has("pallet")) {
            claims.pallets();
            claims.matchContainers();
        } else if (root.has("bags") || root.has("bag") || root.has("offered")) {
            claims.bags();
            claims.matchContainers();
        }
        return claims.findings;
    }

    private void pallets() {
        var pallet = UnitOffer.pallet(root);
        var offered = UnitOffer.cargo(root, input);
        var loads = new ArrayList<PalletLoad>();
        for (var node : UnitOffer.list(root, "pallets")) {
            var load = UnitOffer.load(node, pallet);
            loads.add(load);
            add(load.no(), counted(load, offered));
            figure(load.no(), "grossG", node.path("grossG"), grossG(load, offered));
            figure(load.no(), "heightMm", node.path("heightMm"), heightMm(load));
        }
        var notPut = LoadClaims.left("notPut", root.path("notPut"), findings);
        findings.addAll(PalletChecker.check(pallet, offered, input.rules(), loads, notPut));
    }

    private static Cargo counted(PalletLoad load, List<Cargo> offered) {
        var pallet = load.pallet();
        var sizes =
                List.of(pallet.lengthMm() + 2 * pallet.overhangMm(), pallet.widthMm() + 2 * pallet.overhangMm(), (int)
                        heightMm(load));
        var strength = new Cargo.Strength(pallet.mostOnTopG(), pallet.mostOnTopG() > 0 ? 1 : 0);
        return Cargo.of(load.no(), sizes, 1, grossG(load, offered))
                .with(List.of(false, false, true))
                .with(strength)
                .with(load.sorting());
    }

    private static long grossG(PalletLoad load, List<Cargo> offered) {
        var grams = new HashMap<String, Long>();
        offered.forEach(c -> grams.put(c.id(), c.grossG()));
        long gross = load.pallet().tareG();
        for (var box : load.boxes()) {
            gross += grams.getOrDefault(box.cargo(), 0L);
        }
        return gross;
    }

    private static long heightMm(PalletLoad load) {
        long top = 0;
        for (var box : load.boxes()) {
            top = Math.max(top, (long) box.z() + box.dz());
        }
        return load.pallet().deckMm() + top;
    }

    private void bags() {
        var rules = UnitOffer.bag(root);
        var parcels = Parcels.of(UnitOffer.cargo(root, input));
        var byId = new HashMap<String, Item>();
        parcels.items().forEach(i -> byId.put(i.id(), i));
        var bags = new ArrayList<Bagging.Bag>();
        for (var node : UnitOffer.list(root, "bags")) {
            var bag = UnitOffer.bagged(node);
            bags.add(bag);
            var no = node.path("no").asString("");
            var sorting = bag.items().isEmpty()
                    ? Cargo.Sorting.NONE
                    : parcels.sorting().getOrDefault(bag.items().get(0), Cargo.Sorting.NONE);
            if (!PlanJson.LOOSE.valueToTree(sorting).equals(node.path("sorting"))) {
                say("UNIT-TOLD", no, "sorting " + node.path("sorting"), "Its first parcel is of " + sorting + ".");
            }
            add(no, counted(no, bag, byId, rules).with(sorting));
        }
        LoadClaims.left("notPut", root.path("notPut"), findings)
                .forEach(l -> say("LOAD-LEFT", l.cargo(), l.boxes() + " boxes", "Each parcel goes into a bag."));
        findings.addAll(BagChecker.check(parcels.items(), parcels.keys(), rules, bags));
    }

    private static Cargo counted(String no, Bagging.Bag bag, Map<String, Item> parcels, BagRules rules) {
        long gross = bag.piece() ? 0 : rules.tareG();
        Size size = rules.full();
        for (var id : bag.items()) {
            var item = parcels.get(id);
            gross += item == null ? 0 : item.grossG();
            size = item != null && bag.piece() ? item.size() : size;
        }
        return Cargo.of(no, List.of(size.lengthMm(), size.widthMm(), size.heightMm()), 1, gross);
    }

    private void add(String no, Cargo unit) {
        if (units.put(no, unit) != null) {
            say("UNIT-TWICE", no, "", "Two units have one number.");
        }
    }

    /** Each unit is offered to the containers as it is counted anew, and nothing else is. */
    private void matchContainers() {
        var open = new LinkedHashMap<>(units);
        for (var told : input.cargo()) {
            var unit = open.remove(told.id());
            if (unit == null) {
                say("UNIT-MISSING", told.id(), "", "It goes into the containers, and no such pallet or bag is listed.");
            } else if (!unit.equals(told)) {
                say("UNIT-TOLD", told.id(), difference(told, unit), "Counted anew it is " + unit + ".");
            }
        }
        open.keySet().forEach(no -> say("UNIT-MISSING", no, "", "It is not among what goes into the containers."));
    }

    private static String difference(Cargo told, Cargo unit) {
        return told.grossG() == unit.grossG() ? told.toString() : told.grossG() + " g, not " + unit.grossG() + " g";
    }

    private void figure(String no, String name, JsonNode told, long counted) {
        if (!told.isMissingNode() && !(told.isIntegralNumber() && told.asLong() == counted)) {
            say("UNIT-TOLD", no, name + " " + told, "Counted anew it is " + counted + ".");
        }
    }

    private void say(String rule, String no, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(no), value, maybe));
    }
}
