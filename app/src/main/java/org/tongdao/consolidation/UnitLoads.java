package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongdao.loading.BagChecker;
import org.tongdao.loading.BagRules;
import org.tongdao.loading.Bagging;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.PackLimits;
import org.tongdao.loading.Pallet;
import org.tongdao.loading.PalletLoad;
import org.tongdao.loading.Palletising;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

/**
 * What boxes were put on or into before they go into containers: pallets or bags, each a cargo of its own.
 *
 * @param asked what was offered, and the kind of pallet or bag
 */
record UnitLoads(
        String what,
        Map<String, Object> asked,
        List<Map<String, Object>> units,
        List<String> lines,
        List<Cargo> cargo,
        List<Finding> leftOut,
        List<Finding> verdict) {

    static UnitLoads pallets(LoadProblem problem, Pallet pallet, PackLimits limits) {
        var answer = Palletising.load(problem.cargo(), pallet, problem.rules(), limits);
        var units = new ArrayList<Map<String, Object>>();
        var lines = new ArrayList<String>();
        var verdict = new ArrayList<Finding>();
        for (var load : answer.pallets()) {
            var findings = load.check();
            verdict.addAll(findings);
            units.add(document(load, findings));
            lines.add(String.format(
                    Locale.ROOT,
                    "%s  %d boxes  %d mm high  %.1f kg  %.0f %% of the upper boxes tie others",
                    load.no(),
                    load.boxes().size(),
                    load.heightMm(),
                    load.grossG() / 1e3,
                    100 * load.interlock()));
        }
        var asked = Map.<String, Object>of("offered", problem.cargo(), "pallet", pallet);
        var cargo = answer.pallets().stream().map(PalletLoad::cargo).toList();
        return new UnitLoads("pallets", asked, units, lines, cargo, answer.leftOut(), verdict);
    }

    private static Map<String, Object> document(PalletLoad load, List<Finding> findings) {
        var document = new LinkedHashMap<String, Object>();
        document.put("no", load.no());
        document.put("sorting", load.sorting());
        document.put("heightMm", load.heightMm());
        document.put("grossG", load.grossG());
        document.put("interlock", load.interlock());
        document.put("verdict", findings.stream().map(PackCommand::text).toList());
        document.put("input", load.problem());
        document.put("containers", List.of(new Loaded(load.problem().fleet().get(0), load.boxes())));
        return document;
    }

    /** A cargo's group is its key group; a bag holds one, of one stop and kind, and is loaded in the shape of a full bag. */
    static UnitLoads bags(LoadProblem problem, BagRules rules) {
        var parcels = Parcels.of(problem.cargo());
        var sizes = new HashMap<String, Size>();
        parcels.items().forEach(i -> sizes.put(i.id(), i.size()));
        var bags = Bagging.fill(parcels.items(), parcels.keys(), rules);
        var units = new ArrayList<Map<String, Object>>();
        var lines = new ArrayList<String>();
        var cargo = new ArrayList<Cargo>();
        for (var bag : bags) {
            var no = "bag " + (units.size() + 1);
            var first = bag.items().get(0);
            var of = parcels.sorting().getOrDefault(first, Cargo.Sorting.NONE);
            units.add(document(no, of, bag));
            lines.add(String.format(
                    Locale.ROOT,
                    "%s  %s  %d parcels  %.1f kg  %.0f l%s",
                    no,
                    of.group(),
                    bag.items().size(),
                    bag.grossG() / 1e3,
                    bag.volumeMm3() / 1e6,
                    piece(bag, rules)));
            var size = bag.piece() ? sizes.getOrDefault(first, rules.full()) : rules.full();
            var box = List.of(size.lengthMm(), size.widthMm(), size.heightMm());
            cargo.add(Cargo.of(no, box, 1, bag.grossG()).with(of));
        }
        var verdict = BagChecker.check(parcels.items(), parcels.keys(), rules, bags);
        return new UnitLoads(
                "bags", Map.of("offered", problem.cargo(), "bag", rules), units, lines, cargo, List.of(), verdict);
    }

    private static String piece(Bagging.Bag bag, BagRules rules) {
        if (!bag.piece()) {
            return "";
        }
        return bag.grossG() > rules.maxGrossG()
                ? "  a piece of its own, heavier than the " + rules.maxGrossG() / 1e3 + " kg of a bag"
                : "  a piece of its own";
    }

    private static Map<String, Object> document(String no, Cargo.Sorting of, Bagging.Bag bag) {
        var document = new LinkedHashMap<String, Object>();
        document.put("no", no);
        document.put("sorting", of);
        document.put("grossG", bag.grossG());
        document.put("volumeMm3", bag.volumeMm3());
        document.put("piece", bag.piece());
        document.put("parcels", bag.items());
        return document;
    }
}
