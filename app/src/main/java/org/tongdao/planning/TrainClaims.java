package org.tongdao.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tongdao.loading.PoolTrain;
import org.tongdao.loading.TrainBox;
import org.tongdao.loading.Wagon;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.JsonNode;

/** What a certificate says of itself beside which container stands where: routes, positions, worth, masses, length, and the order in which the yard's routes are reached. */
final class TrainClaims {

    private static final double ROUNDING = 1e-6;

    private final TrainFile yard;
    private final JsonNode document;
    private final List<Finding> findings = new ArrayList<>();

    private TrainClaims(TrainFile yard, JsonNode document) {
        this.yard = yard;
        this.document = document;
    }

    static List<Finding> check(TrainFile yard, JsonNode document) {
        var claims = new TrainClaims(yard, document);
        var consist = TrainPlanDocument.consist(yard, document);
        claims.wagons(consist.wagons());
        claims.unloading(consist.wagons());
        claims.figures(consist.wagons());
        if (yard.pool().isEmpty()) {
            claims.measures(
                    consist.wagons(),
                    Collections.nCopies(consist.wagons().size(), yard.rules().wagon()));
        } else {
            claims.pool(consist.wagons(), TrainPoolDocument.train(yard, document));
        }
        return claims.findings;
    }

    private void wagons(List<List<TrainBox>> loads) {
        int at = 0;
        int load = 0;
        for (var wagon : document.path("wagons")) {
            at++;
            if (wagon.path("containers").isEmpty()) {
                say("TRAIN-WAGON-FEET", "wagon " + at, wagon.toString(), "It names no containers; none runs empty.");
                continue;
            }
            var route = loads.get(load++).get(0).route();
            var told = wagon.path("route");
            if (!told.isMissingNode() && !told.asString("").equals(route)) {
                say("TRAIN-FIGURE", "wagon " + at, "route " + told, "Its containers go to " + route + ".");
            }
            var position = wagon.path("position");
            if (!position.isMissingNode() && position.asInt(0) != at) {
                say("TRAIN-FIGURE", "wagon " + at, "position " + position, "It is number " + at + " of the list.");
            }
        }
    }

    /** What is reached first stands at the end of the train. */
    private void unloading(List<List<TrainBox>> loads) {
        int before = Integer.MAX_VALUE;
        for (int i = 0; i < loads.size(); i++) {
            int reached = yard.unloading().indexOf(loads.get(i).get(0).route());
            if (reached > before) {
                say(
                        "TRAIN-ORDER",
                        "wagon " + (i + 1),
                        loads.get(i).get(0).route(),
                        "It stands behind wagons of a route reached earlier; unloading names " + yard.unloading()
                                + ".");
                return;
            }
            before = reached < 0 ? before : reached;
        }
    }

    private void figures(List<List<TrainBox>> loads) {
        figure("wagonCount", loads.size());
        figure(
                "worth",
                loads.stream().flatMap(List::stream).mapToLong(TrainBox::worth).sum());
    }

    private void pool(List<List<TrainBox>> loads, PoolTrain train) {
        var wagons = new ArrayList<Wagon>();
        long cost = 0;
        for (var load : train.wagons()) {
            wagons.add(load.on().wagon());
            cost += load.on().cost();
        }
        measures(loads, wagons);
        figure("cost", cost);
    }

    /** Masses in tonnes, the length of all wagons in metres; the locomotive counts in none. */
    private void measures(List<List<TrainBox>> loads, List<Wagon> wagons) {
        long boxesG = 0;
        for (var load : loads) {
            for (var box : load) {
                boxesG += box.grossG();
            }
        }
        long tareG = 0;
        long lengthMm = 0;
        for (var wagon : wagons) {
            tareG += wagon.tareG();
            lengthMm += wagon.lengthMm();
        }
        measure("boxes_t", boxesG / 1e6);
        measure("gross_t", (boxesG + tareG) / 1e6);
        measure("length_m", lengthMm / 1e3);
    }

    private void measure(String name, double counted) {
        var told = document.path(name);
        if (!told.isMissingNode() && !(told.isNumber() && Math.abs(told.asDouble() - counted) < ROUNDING)) {
            say("TRAIN-FIGURE", "train", name + " " + told, "Counted anew it is " + counted + ".");
        }
    }

    private void figure(String name, long counted) {
        var told = document.path(name);
        if (!told.isMissingNode() && !(told.isIntegralNumber() && told.asLong() == counted)) {
            say("TRAIN-FIGURE", "train", name + " " + told, "Counted anew it is " + counted + ".");
        }
    }

    private void say(String rule, String where, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(where), value, maybe));
    }
}
