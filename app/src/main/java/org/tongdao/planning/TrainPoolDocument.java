package org.tongdao.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongdao.loading.Consist;
import org.tongdao.loading.PoolTrain;
import org.tongdao.loading.TrainBox;
import org.tongdao.loading.WagonOffer;
import org.tongdao.terms.Finding;
import tools.jackson.databind.JsonNode;

/** A train of wagons from a pool with the yard it was composed of: its own certificate, beside {@link TrainPlanDocument} for trains of one model. */
final class TrainPoolDocument {

    private TrainPoolDocument() {}

    static Map<String, Object> of(TrainFile yard, PoolTrain train, double seconds, List<Finding> verdict) {
        var document = new LinkedHashMap<String, Object>();
        document.put("worth", train.worth());
        document.put("bound", train.bound());
        document.put("gap", train.gap());
        document.put("optimal", train.isOptimal());
        document.put("wagonCount", train.wagons().size());
        document.put("models", models(train));
        document.put("cost", train.cost());
        document.put("leastCost", train.leastCost());
        document.put("boxes_t", train.boxesG() / 1e6);
        document.put("length_m", train.lengthMm() / 1e3);
        document.put("rules", train.rules().source());
        document.put("pool", train.pool());
        document.put("seconds", seconds);
        document.put("wagons", wagons(train));
        document.put(
                "leftOut",
                train.leftOut().stream()
                        .map(l -> Map.of("no", l.box().no(), "rule", l.rule()))
                        .toList());
        document.put("verdict", verdict.stream().map(TrainPlanDocument::text).toList());
        document.put("yard", yard.root());
        return document;
    }

    private static Map<String, Integer> models(PoolTrain train) {
        var models = new TreeMap<String, Integer>();
        train.wagons().forEach(w -> models.merge(w.on().wagon().model(), 1, Integer::sum));
        return models;
    }

    private static List<Map<String, Object>> wagons(PoolTrain train) {
        var wagons = new ArrayList<Map<String, Object>>();
        for (var load : train.wagons()) {
            wagons.add(Map.of(
                    "position", wagons.size() + 1,
                    "model", load.on().wagon().model(),
                    "route", load.boxes().get(0).route(),
                    "containers", load.boxes().stream().map(TrainBox::no).toList()));
        }
        return wagons;
    }

    /** The train of a certificate; a model that is not in the pool becomes a wagon nobody offered. */
    static PoolTrain train(TrainFile yard, JsonNode document) {
        var single = TrainPlanDocument.consist(yard, document);
        var loads = new ArrayList<PoolTrain.Load>();
        for (var wagon : document.path("wagons")) {
            if (wagon.path("containers").size() > 0) {
                var model = wagon.path("model").asString("");
                var offer = yard.pool().stream()
                        .filter(o -> o.wagon().model().equals(model))
                        .findFirst()
                        .orElse(new WagonOffer(yard.rules().wagon(), 0, 0, 1));
                loads.add(new PoolTrain.Load(offer, single.wagons().get(loads.size())));
            }
        }
        return new PoolTrain(yard.rules(), yard.pool(), loads, single.leftOut(), 0);
    }

    static String text(PoolTrain train, double took) {
        var text = new StringBuilder();
        int position = 0;
        for (var load : train.wagons()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%3d  %-12s  %-8s  %5.1f t  %s%n",
                    ++position,
                    load.on().wagon().model(),
                    load.boxes().get(0).route(),
                    load.grossG() / 1e6,
                    load.boxes().stream().map(TrainBox::no).collect(Collectors.joining(", "))));
        }
        train.leftOut().forEach(l -> text.append(left(l)));
        return text.append(String.format(
                        Locale.ROOT,
                        "%d wagons %s, cost %d (at least %d), %.0f t of containers, %.0f m; worth %d of at most %d (%s), %.2f s",
                        train.wagons().size(),
                        models(train),
                        train.cost(),
                        train.leastCost(),
                        train.boxesG() / 1e6,
                        train.lengthMm() / 1e3,
                        train.worth(),
                        train.bound(),
                        train.isOptimal()
                                ? "proved best"
                                : String.format(Locale.ROOT, "gap %.2f %%", 100 * train.gap()),
                        took))
                .toString();
    }

    /** A container that stays, with the limit and its mass. */
    static String left(Consist.LeftOut left) {
        return String.format(
                Locale.ROOT,
                "left  %s  %s  %.1f t%n",
                left.box().no(),
                left.rule(),
                left.box().grossG() / 1e6);
    }
}
