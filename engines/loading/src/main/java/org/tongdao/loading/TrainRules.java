package org.tongdao.loading;

import java.time.LocalDate;

/**
 * What a train of one gauge may be made of. The figures carry their source; they are versioned by the date of departure where the railway changed them.
 *
 * @param wagon of which the train is made
 * @param limits of boxes and train
 * @param source where the figures are from and how sure they are
 */
public record TrainRules(int gaugeMm, Wagon wagon, Limits limits, String source) {

    /**
     * @param maxTwentyG gross of a 20'
     * @param maxFortyG gross of a 40'
     * @param maxPairG difference between the two 20' on one wagon
     * @param maxBoxesG gross of all containers of the train
     * @param maxLengthMm of all wagons
     */
    public record Limits(
            long maxTwentyG, long maxFortyG, long maxPairG, long maxBoxesG, int maxWagons, long maxLengthMm) {}

    /** Boxes as of the operator's page (date unknown); size by published trains. */
    private static Limits limits(int maxWagons, long maxLengthMm) {
        return new Limits(24_000_000, 25_000_000, 5_000_000, 1_300_000_000, maxWagons, maxLengthMm);
    }

    /** Four-axle X70, the operator's limits, a train of 55 since 2023. */
    public static final TrainRules STANDARD = new TrainRules(
            1435,
            Wagon.X70,
            limits(55, 850_000),
            "train_rules.json cre_1435 (operator page, date unknown), train size of 2023; wagon X70 from memory; length assumed");

    /** Four-axle 13-H455 behind the same limits of the boxes, which come from or go to a train of 1435 mm. */
    public static final TrainRules BROAD = new TrainRules(
            1520,
            Wagon.H455,
            limits(62, 1_000_000),
            "wagon 13-H455 by OSJD; 62 wagons seen 2024; limits of the boxes as on 1435 mm (assumed); length assumed");

    /** The rules for that gauge; anything but 1520 mm runs as 1435 mm. */
    public static TrainRules of(int gaugeMm) {
        return gaugeMm == BROAD.gaugeMm ? BROAD : STANDARD;
    }

    /** The rules in force on a day: 41 wagons until 2018, 50 until 2022, 55 since 2023 on 1435 mm. */
    public static TrainRules of(int gaugeMm, LocalDate departure) {
        var rules = of(gaugeMm);
        if (rules.gaugeMm == BROAD.gaugeMm) {
            return rules;
        }
        int wagons = departure.getYear() < 2019 ? 41 : departure.getYear() < 2023 ? 50 : 55;
        return new TrainRules(rules.gaugeMm, rules.wagon, limits(wagons, rules.limits.maxLengthMm), rules.source);
    }

    /** The same with other limits. */
    public TrainRules with(Limits other, String why) {
        return new TrainRules(gaugeMm, wagon, other, source + "; " + why);
    }

    public String model() {
        return wagon.model();
    }

    public long tareG() {
        return wagon.tareG();
    }

    public int lengthMm() {
        return wagon.lengthMm();
    }

    /** Gross above which a container of this type goes by no train: the stricter of the box's own limit and what one wagon bears. */
    public long maxGrossG(String type) {
        long own = type.startsWith("20") ? limits.maxTwentyG : limits.maxFortyG;
        return Math.min(own, wagon.mostLoadG());
    }

    int mostWagons() {
        return (int) Math.min(limits.maxWagons, limits.maxLengthMm / wagon.lengthMm());
    }

    boolean mayPair(TrainBox a, TrainBox b) {
        return Math.abs(a.grossG() - b.grossG()) <= limits.maxPairG && wagon.bears(a.grossG(), b.grossG());
    }
}
