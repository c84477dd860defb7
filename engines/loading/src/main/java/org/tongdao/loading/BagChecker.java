package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Judges filled bags against what was offered, adding every mass and volume up anew. */
public final class BagChecker {

    private BagChecker() {}

    /**
     * What is wrong; empty when the bags may be sealed.
     *
     * @param keys the group that each parcel belongs to, e.g. destination, regime and hub; a bag holds one group
     */
    public static List<Finding> check(
            List<Item> items, Map<String, String> keys, BagRules rules, List<Bagging.Bag> bags) {
        var findings = new ArrayList<Finding>();
        Map<String, Item> offered = new HashMap<>();
        items.forEach(i -> offered.put(i.id(), i));
        var seen = new HashSet<String>();
        int at = 0;
        for (var bag : bags) {
            var place = Place.of("bag " + ++at);
            long mass = bag.piece() ? 0 : rules.tareG();
            long volume = 0;
            var groups = new HashSet<String>();
            boolean known = true;
            for (var id : bag.items()) {
                var item = offered.get(id);
                if (item == null || !seen.add(id)) {
                    var maybe = item == null ? "It was not offered." : "It is in two bags.";
                    findings.add(Finding.error("BAG-ITEM", place, id, maybe));
                    known = false;
                } else {
                    mass += item.grossG();
                    volume += item.volumeMm3();
                    groups.add(keys.getOrDefault(id, ""));
                }
            }
            if (bag.piece() && bag.items().size() != 1) {
                var maybe = "A piece is one parcel outside of bags.";
                findings.add(Finding.error("BAG-PIECE", place, bag.items().size() + " parcels", maybe));
            }
            if (!bag.piece() && bag.items().isEmpty()) {
                findings.add(Finding.error("BAG-EMPTY", place, "0 parcels", "A bag without parcels is not sealed."));
            } else if (known && (bag.grossG() != mass || bag.volumeMm3() != volume)) {
                var maybe = "It holds " + mass + " g, the bag with it, and " + volume + " mm³.";
                findings.add(Finding.error("BAG-TOLD", place, bag.grossG() + " g, " + bag.volumeMm3() + " mm³", maybe));
            }
            if (!bag.piece() && mass > rules.maxGrossG()) {
                findings.add(
                        Finding.error("BAG-WEIGHT", place, mass + " g", "A bag takes " + rules.maxGrossG() + " g."));
            }
            if (!bag.piece() && volume > rules.maxVolumeMm3()) {
                var maybe = "A bag takes " + rules.maxVolumeMm3() + " mm³.";
                findings.add(Finding.error("BAG-VOLUME", place, volume + " mm³", maybe));
            }
            if (groups.size() > 1) {
                var names = String.join(", ", groups.stream().sorted().toList());
                findings.add(Finding.error("BAG-KEY", place, names, "A bag holds one group."));
            }
        }
        items.stream()
                .filter(i -> !seen.contains(i.id()))
                .forEach(i -> findings.add(Finding.error(
                        "BAG-MISSING", Place.of(i.id()), "", "It is in no bag and no piece of its own.")));
        return List.copyOf(findings);
    }
}
