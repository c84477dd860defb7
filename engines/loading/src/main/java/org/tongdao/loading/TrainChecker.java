package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Judges a composed train without a line of the planner: every container once, every wagon and the whole train within the rules. */
public final class TrainChecker {

    private static final int BOTH_ON_ONE = 2;

    private final TrainRules rules;
    private final List<Finding> findings = new ArrayList<>();

    private TrainChecker(TrainRules rules) {
        this.rules = rules;
    }

    /** What is wrong with {@code consist}, given what was offered; a warning tells of a 20' that rides alone. */
    public static List<Finding> check(Consist consist, List<TrainBox> offered) {
        var checker = new TrainChecker(consist.rules());
        checker.checkOnce(consist, offered);
        for (int i = 0; i < consist.wagons().size(); i++) {
            checker.checkWagon(i + 1, consist.wagons().get(i));
        }
        checker.checkOrder(consist);
        checker.checkTrain(consist);
        return List.copyOf(checker.findings);
    }

    private void checkOnce(Consist consist, List<TrainBox> offered) {
        Map<String, TrainBox> open = new HashMap<>();
        for (var box : offered) {
            if (open.put(box.no(), box) != null) {
                say("TRAIN-BOX-TWICE", box.no(), box.toString(), "Two containers were offered under one number.");
            }
        }
        for (var wagon : consist.wagons()) {
            for (var box : wagon) {
                if (!box.equals(open.remove(box.no()))) {
                    say("TRAIN-BOX", box.no(), box.toString(), "It was not offered so, or stands on the train twice.");
                }
            }
        }
        for (var left : consist.leftOut()) {
            var box = left.box();
            if (!box.equals(open.remove(box.no()))) {
                say(
                        "TRAIN-BOX",
                        box.no(),
                        box.toString(),
                        "It is left out, but was not offered so or is on the train.");
            }
        }
        open.values().forEach(b -> say("TRAIN-BOX-LOST", b.no(), "", "It is neither on the train nor left out."));
    }

    private void checkWagon(int position, List<TrainBox> load) {
        String wagon = "wagon " + position;
        long sum = 0;
        int feet = 0;
        for (var box : load) {
            boolean twenty = box.type().startsWith("20");
            long limit = twenty ? rules.limits().maxTwentyG() : rules.limits().maxFortyG();
            sum += box.grossG();
            feet += twenty ? 20 : 40;
            if (box.grossG() > limit) {
                say("TRAIN-BOX-GROSS", box.no(), box.grossG() + " g", "The limit is " + limit + " g.");
            }
        }
        if (feet == 0 || feet > 40) {
            say("TRAIN-WAGON-FEET", wagon, feet + " ft", "A wagon carries 40 ft, and none runs empty.");
        }
        checkRails(wagon, load, sum);
        checkPair(wagon, load, feet);
    }

    /** Moments about the two pivots; a 20' of a pair stands half a wagon from the middle, everything else in the middle. */
    private void checkRails(String name, List<TrainBox> load, long sum) {
        var wagon = rules.wagon();
        if (sum > wagon.payloadG()) {
            say("TRAIN-PAYLOAD", name, sum + " g", "The wagon carries " + wagon.payloadG() + " g.");
        }
        double first = sum / 2.0;
        if (load.size() == BOTH_ON_ONE) {
            double arm = (double) Wagon.TWENTY_FROM_MIDDLE_MM / wagon.pivotsMm();
            first = load.get(0).grossG() * (0.5 + arm) + load.get(1).grossG() * (0.5 - arm);
        }
        double heavier = Math.max(first, sum - first);
        double rail = heavier + wagon.tareG() / 2.0;
        if (rail > wagon.maxAxleG() * (wagon.axles() / 2.0)) {
            String limit = "The limit is " + wagon.maxAxleG() + " g on each of its " + wagon.axles() + " axles.";
            say("TRAIN-AXLE", name, Math.round(rail) + " g on one bogie", limit);
        }
        if (heavier > wagon.payloadG() / 2.0) {
            say("TRAIN-BOGIE", name, Math.round(heavier) + " g", "A bogie takes half of " + wagon.payloadG() + " g.");
        }
        double apart = Math.abs(2 * heavier - sum);
        if (apart > Wagon.MOST_BOGIE_DIFFERENCE_G) {
            say("TRAIN-BOGIES-APART", name, Math.round(apart) + " g", "The bogies may differ by 10 t.");
        }
    }

    private void checkPair(String wagon, List<TrainBox> load, int feet) {
        if (load.size() == BOTH_ON_ONE) {
            var a = load.get(0);
            var b = load.get(1);
            long apart = Math.abs(a.grossG() - b.grossG());
            if (apart > rules.limits().maxPairG()) {
                say(
                        "TRAIN-PAIR-MASS",
                        wagon,
                        apart + " g",
                        "The limit is " + rules.limits().maxPairG() + " g between a pair.");
            }
            if (!a.route().equals(b.route())) {
                say("TRAIN-PAIR-ROUTE", wagon, a.route() + ", " + b.route(), "A pair of 20' goes the same route.");
            }
        } else if (feet == 20) {
            findings.add(Finding.warning(
                    "TRAIN-20-ALONE",
                    Place.of(wagon),
                    load.get(0).no(),
                    "It has no partner of its route within " + rules.limits().maxPairG() / 1000
                            + " kg and takes a whole wagon; ask the railway."));
        }
    }

    private void checkOrder(Consist consist) {
        Set<String> passed = new HashSet<>();
        String current = "";
        for (var wagon : consist.wagons()) {
            for (var box : wagon) {
                if (!box.route().equals(current) && !passed.add(box.route())) {
                    say("TRAIN-ORDER", box.no(), box.route(), "The wagons of one route do not stand together.");
                }
                current = box.route();
            }
        }
    }

    private void checkTrain(Consist consist) {
        if (consist.wagons().size() > rules.limits().maxWagons()) {
            say(
                    "TRAIN-LENGTH",
                    "train",
                    consist.wagons().size() + " wagons",
                    "The limit is " + rules.limits().maxWagons() + ".");
        }
        long length = (long) consist.wagons().size() * rules.wagon().lengthMm();
        if (length > rules.limits().maxLengthMm()) {
            String limit = "The limit is " + rules.limits().maxLengthMm() + " mm.";
            say("TRAIN-LENGTH", "train", length + " mm", limit);
        }
        long mass = 0;
        for (var wagon : consist.wagons()) {
            for (var box : wagon) {
                mass += box.grossG();
            }
        }
        if (mass > rules.limits().maxBoxesG()) {
            say(
                    "TRAIN-GROSS",
                    "train",
                    mass + " g",
                    "The limit is " + rules.limits().maxBoxesG() + " g of containers.");
        }
    }

    private void say(String rule, String where, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(where), value, maybe));
    }
}
