package org.tongdao.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.loading.Consist;
import org.tongdao.loading.TrainBox;
import org.tongdao.loading.TrainPlan;
import org.tongdao.terms.Finding;
import tools.jackson.databind.JsonNode;

/** A composed train with the yard it was composed of: its own certificate. */
final class TrainPlanDocument {

    private TrainPlanDocument() {}

    static Map<String, Object> of(TrainFile yard, TrainPlan plan, double seconds, List<Finding> verdict) {
        var consist = plan.consist();
        var document = new LinkedHashMap<String, Object>();
        document.put("worth", plan.worth());
        document.put("bound", plan.bound());
        document.put("gap", plan.gap());
        document.put("optimal", plan.isOptimal());
        document.put("wagonCount", consist.wagons().size());
        document.put("boxes_t", consist.boxesG() / 1e6);
        document.put("gross_t", consist.grossG() / 1e6);
        document.put("length_m", consist.lengthMm() / 1e3);
        document.put("wagon", consist.rules().wagon());
        document.put("rules", consist.rules().source());
        document.put("nodes", plan.nodes());
        document.put("seconds", seconds);
        document.put("wagons", wagons(consist));
        document.put(
                "leftOut",
                consist.leftOut().stream()
                        .map(l -> Map.of("no", l.box().no(), "rule", l.rule()))
                        .toList());
        document.put("verdict", verdict.stream().map(TrainPlanDocument::text).toList());
        document.put("yard", yard.root());
        return document;
    }

    private static List<Map<String, Object>> wagons(Consist consist) {
        var wagons = new ArrayList<Map<String, Object>>();
        for (var load : consist.wagons()) {
            wagons.add(Map.of(
                    "position", wagons.size() + 1,
                    "route", load.get(0).route(),
                    "containers", load.stream().map(TrainBox::no).toList()));
        }
        return wagons;
    }

    /** The train of a certificate, made of the boxes of its yard; unknown numbers become boxes nobody offered. */
    static Consist consist(TrainFile yard, JsonNode document) {
        var known = new LinkedHashMap<String, TrainBox>();
        yard.boxes().forEach(b -> known.put(b.no(), b));
        var wagons = new ArrayList<List<TrainBox>>();
        for (var wagon : document.path("wagons")) {
            var load = new ArrayList<TrainBox>();
            wagon.path("containers").forEach(n -> load.add(box(known, n.asString(""))));
            if (!load.isEmpty()) {
                wagons.add(load);
            }
        }
        var left = new ArrayList<Consist.LeftOut>();
        document.path("leftOut")
                .forEach(n -> left.add(new Consist.LeftOut(
                        box(known, n.path("no").asString("")), n.path("rule").asString(""))));
        return new Consist(yard.rules(), wagons, left);
    }

    private static TrainBox box(Map<String, TrainBox> known, String no) {
        return known.getOrDefault(no, new TrainBox(no, "40HC", 0, "unknown"));
    }

    static String text(Finding f) {
        return f.rule() + "  " + f.place() + "  " + f.value() + "  " + f.maybe();
    }
}
