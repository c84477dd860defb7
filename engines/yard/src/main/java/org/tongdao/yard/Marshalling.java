package org.tongdao.yard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * The last operations of a train on the other gauge, each of which may refuse it: the re-issue of its waybills, its marshalling by the next railway's wagon and axle
 * rules, and the brake test.
 *
 * <p>No finding means that the operation is passed. The rules of pairs on one wagon belong to loading; here counts what the railway weighs and measures.
 */
public final class Marshalling {

    private final OnwardTrain train;
    private final MarshallingRules rules;
    private final List<Finding> findings = new ArrayList<>();

    private Marshalling(OnwardTrain train, MarshallingRules rules) {
        this.train = train;
        this.rules = rules;
    }

    /** All three, in the order of the work. */
    public static List<Finding> check(OnwardTrain train, MarshallingRules rules) {
        var all = new ArrayList<Finding>();
        all.addAll(waybills(train));
        all.addAll(marshal(train, rules));
        all.addAll(brakeTest(train, rules));
        return List.copyOf(all);
    }

    /** Every box has a note of the next railway, and no two boxes of one number are on the train. */
    public static List<Finding> waybills(OnwardTrain train) {
        var findings = new ArrayList<Finding>();
        Map<String, String> seen = new HashMap<>();
        for (var wagon : train.wagons()) {
            for (var box : wagon.boxes()) {
                var place = Place.of(train.id() + " " + wagon.no());
                if (box.waybill().isBlank()) {
                    findings.add(Finding.error(
                            "WAYBILL-MISSING",
                            place,
                            box.no(),
                            "Its note is not translated and re-issued for the next railway. Issue it first."));
                }
                var other = seen.put(box.no(), wagon.no());
                if (other != null) {
                    findings.add(Finding.error(
                            "WAYBILL-TWICE",
                            place,
                            box.no(),
                            "It stands on wagon " + other + " as well by the notes."));
                }
            }
        }
        return findings;
    }

    /** Gauge, payload and axle load of each wagon; number, length and weight of the train. */
    public static List<Finding> marshal(OnwardTrain train, MarshallingRules rules) {
        var check = new Marshalling(train, rules);
        var numbers = new HashMap<String, Integer>();
        for (var wagon : train.wagons()) {
            check.wagon(wagon);
            if (numbers.merge(wagon.no(), 1, Integer::sum) == 2) {
                check.say("MARSHAL-TWICE", wagon.no(), wagon.no(), "A wagon is in a train once.");
            }
        }
        check.most("MARSHAL-WAGONS", train.wagons().size(), rules.maxWagons(), "wagons");
        check.most("MARSHAL-LENGTH", -Math.floorDiv(-train.lengthMm(), 1_000), rules.maxLengthM(), "m");
        check.most("MARSHAL-WEIGHT", train.grossKg(), rules.maxTrainKg(), "kg");
        if (train.wagons().isEmpty()) {
            check.say("MARSHAL-EMPTY", "", "0", "A train has wagons.");
        }
        return List.copyOf(check.findings);
    }

    private void wagon(OnwardWagon wagon) {
        if (wagon.gaugeMm() != rules.gaugeMm()) {
            say(
                    "MARSHAL-GAUGE",
                    wagon.no(),
                    wagon.gaugeMm() + " mm",
                    rules.id() + " runs on " + rules.gaugeMm() + " mm.");
        }
        if (wagon.loadKg() > wagon.payloadKg()) {
            say(
                    "MARSHAL-PAYLOAD",
                    wagon.no(),
                    wagon.loadKg() + " kg",
                    "It carries " + wagon.payloadKg() + " kg at most. Lift a box to another wagon.");
        }
        long axle = -Math.floorDiv(-(long) wagon.grossKg(), (long) wagon.axles());
        if (axle > rules.maxAxleKg()) {
            say(
                    "MARSHAL-AXLE",
                    wagon.no(),
                    axle + " kg",
                    rules.id() + " lets an axle carry " + rules.maxAxleKg() + " kg. Lift a box to another wagon.");
        }
    }

    private void most(String rule, long value, long limit, String unit) {
        if (value > limit) {
            say(
                    rule,
                    "",
                    value + " " + unit,
                    rules.id() + " lets " + limit + " " + unit + " run. Leave wagons for the next train.");
        }
    }

    /** The working brakes suffice for the weight, and the last wagon brakes, so that a train that parts is held. */
    public static List<Finding> brakeTest(OnwardTrain train, MarshallingRules rules) {
        var check = new Marshalling(train, rules);
        var wagons = train.wagons();
        if (!wagons.isEmpty()) {
            long percent = 100 * train.brakedKg() / Math.max(1, train.grossKg());
            if (percent < rules.minBrakedPercent()) {
                check.say(
                        "BRAKE-WEIGHT",
                        "",
                        percent + " %",
                        rules.id() + " wants " + rules.minBrakedPercent()
                                + " % of the weight braked. Mend brakes or leave wagons.");
            }
            var last = wagons.get(wagons.size() - 1);
            if (last.brakedKg() == 0) {
                check.say("BRAKE-LAST", last.no(), "0 kg", "The last wagon must brake. Put it further forward.");
            }
        }
        return List.copyOf(check.findings);
    }

    private void say(String rule, String wagon, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of((train.id() + " " + wagon).strip()), value, maybe));
    }
}
