package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongdao.loading.PoolTrain.Load;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Judges a train of wagons from a pool without a line of its planner: containers, wagons, bogies by the lever about each pivot, order and limits. */
public final class PoolChecker {

    private final PoolTrain train;
    private final TrainRules.Limits limits;
    private final List<Finding> findings = new ArrayList<>();

    private PoolChecker(PoolTrain train) {
        this.train = train;
        this.limits = train.rules().limits();
    }

    /** What is wrong with {@code train}, given what was offered. */
    public static List<Finding> check(PoolTrain train, List<TrainBox> offered) {
        var checker = new PoolChecker(train);
        checker.containers(offered);
        Map<WagonOffer, Integer> taken = new HashMap<>();
        for (int i = 0; i < train.wagons().size(); i++) {
            var wagon = train.wagons().get(i);
            taken.merge(wagon.on(), 1, Integer::sum);
            checker.wagon("wagon " + (i + 1), wagon);
        }
        taken.forEach((offer, n) -> {
            if (!train.pool().contains(offer) || n > offer.available()) {
                checker.say("TRAIN-POOL", offer.wagon().model(), n + " wagons", "The pool has " + offer.available());
            }
        });
        checker.order();
        checker.whole();
        return List.copyOf(checker.findings);
    }

    private void containers(List<TrainBox> offered) {
        Map<String, TrainBox> open = new HashMap<>();
        for (var box : offered) {
            if (open.put(box.no(), box) != null) {
                say("TRAIN-BOX-TWICE", box.no(), box.toString(), "Two containers were offered under one number.");
            }
        }
        for (var wagon : train.wagons()) {
            for (var box : wagon.boxes()) {
                if (!box.equals(open.remove(box.no()))) {
                    say("TRAIN-BOX", box.no(), box.toString(), "It was not offered so, or stands on the train twice.");
                }
            }
        }
        for (var left : train.leftOut()) {
            if (!left.box().equals(open.remove(left.box().no()))) {
                say("TRAIN-BOX", left.box().no(), "left out", "It was not offered so, or is on the train.");
            }
        }
        open.keySet().forEach(no -> say("TRAIN-BOX-LOST", no, "", "It is neither on the train nor left out."));
    }

    private void wagon(String name, Load load) {
        int feet = 0;
        long mass = 0;
        long lightest = Long.MAX_VALUE;
        long heaviest = 0;
        for (var box : load.boxes()) {
            boolean twenty = box.type().startsWith("20");
            feet += Integer.parseInt(box.type().substring(0, 2));
            mass += box.grossG();
            lightest = twenty ? Math.min(lightest, box.grossG()) : lightest;
            heaviest = twenty ? Math.max(heaviest, box.grossG()) : heaviest;
            if (box.grossG() > (twenty ? limits.maxTwentyG() : limits.maxFortyG())) {
                say("TRAIN-BOX-GROSS", box.no(), box.grossG() + " g", "It is above what a train takes.");
            }
            if (!box.route().equals(load.boxes().get(0).route())) {
                say("TRAIN-WAGON-ROUTE", name, box.route(), "All containers of a wagon go one route.");
            }
        }
        if (feet == 0 || feet > load.on().loadingFt()) {
            say(
                    "TRAIN-WAGON-FEET",
                    name,
                    feet + " ft",
                    "It carries " + load.on().loadingFt() + " ft, none runs empty.");
        }
        if (heaviest - Math.min(lightest, heaviest) > limits.maxPairG()) {
            say("TRAIN-PAIR-MASS", name, heaviest - lightest + " g", "The limit is " + limits.maxPairG() + " g.");
        }
        bogies(name, load, mass);
    }

    /** The first bogie by the lever of each container's middle about the second pivot. */
    private void bogies(String name, Load load, long mass) {
        var wagon = load.on().wagon();
        double row = 0;
        for (var box : load.boxes()) {
            row += length(box);
        }
        row += 76.0 * (load.boxes().size() - 1);
        double start = (wagon.pivotsMm() + row) / 2;
        double first = 0;
        for (var box : load.boxes()) {
            first += box.grossG() * (start - length(box) / 2) / wagon.pivotsMm();
            start -= length(box) + 76;
        }
        double second = mass - first;
        double heavier = Math.max(first, second);
        if (mass > wagon.payloadG() || heavier > wagon.payloadG() / 2.0 + 1) {
            say("TRAIN-PAYLOAD", name, Math.round(heavier) + " g on one bogie", "Payload " + wagon.payloadG() + " g.");
        }
        if (heavier + wagon.tareG() / 2.0 > wagon.axles() / 2.0 * wagon.maxAxleG() + 1) {
            say("TRAIN-AXLE", name, Math.round(heavier) + " g", wagon.maxAxleG() + " g is the limit of an axle.");
        }
        if (Math.abs(first - second) > 10_000_001) {
            say("TRAIN-BOGIES-APART", name, Math.round(first - second) + " g", "The bogies may differ by 10 t.");
        }
    }

    private static double length(TrainBox box) {
        return switch (box.type().substring(0, 2)) {
            case "20" -> 6_058;
            case "45" -> 13_716;
            default -> 12_192;
        };
    }

    private void order() {
        Set<String> passed = new HashSet<>();
        String last = "";
        for (var wagon : train.wagons()) {
            var route = wagon.boxes().isEmpty() ? last : wagon.boxes().get(0).route();
            if (!route.equals(last) && !passed.add(route)) {
                say("TRAIN-ORDER", route, "", "The wagons of one route do not stand together.");
            }
            last = route;
        }
    }

    private void whole() {
        double forties = 0;
        long mass = 0;
        long length = 0;
        for (var wagon : train.wagons()) {
            length += wagon.on().wagon().lengthMm();
            for (var box : wagon.boxes()) {
                mass += box.grossG();
                forties += box.type().startsWith("20") ? 0.5 : 1;
            }
        }
        if (forties > limits.maxWagons()) {
            say("TRAIN-LENGTH", "train", forties + " of 40'", "The limit is " + limits.maxWagons() + ".");
        }
        if (length > limits.maxLengthMm()) {
            say("TRAIN-LENGTH", "train", length + " mm", "The limit is " + limits.maxLengthMm() + " mm.");
        }
        if (mass > limits.maxBoxesG()) {
            say("TRAIN-GROSS", "train", mass + " g", "The limit is " + limits.maxBoxesG() + " g.");
        }
    }

    private void say(String rule, String place, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(place), value, maybe));
    }
}
