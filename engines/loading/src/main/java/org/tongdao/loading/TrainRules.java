package org.tongdao.loading;

/**
 * What a train of one gauge may be made of.
 *
 * @param model the flat wagon, for one 40' or two 20'
 * @param tareG of one wagon
 * @param lengthMm of one wagon over couplers
 * @param axles of one wagon
 * @param maxAxleG load on the rail by one axle
 * @param maxTwentyG gross of a 20'
 * @param maxFortyG gross of a 40'
 * @param maxPairG difference between the two 20' on one wagon
 * @param maxBoxesG gross of all containers of the train
 * @param source where the figures are from and how sure they are
 */
public record TrainRules(
        int gaugeMm,
        String model,
        long tareG,
        int lengthMm,
        int axles,
        long maxAxleG,
        long maxTwentyG,
        long maxFortyG,
        long maxPairG,
        long maxBoxesG,
        int maxWagons,
        String source) {

    /** Four-axle X70, the operator's limits, a train of 55 since 2023. */
    public static final TrainRules STANDARD = new TrainRules(
            1435,
            "X70",
            22_400_000,
            13_466,
            4,
            18_000_000,
            24_000_000,
            25_000_000,
            5_000_000,
            1_300_000_000,
            55,
            "train_rules.json cre_1435 (operator page, date unknown), train size of 2023; wagon X70 from memory");

    /** Four-axle 13-H455 behind the same limits of the boxes, which come from or go to a train of 1435 mm. */
    public static final TrainRules BROAD = new TrainRules(
            1520,
            "13-H455",
            21_000_000,
            14_620,
            4,
            20_750_000,
            24_000_000,
            25_000_000,
            5_000_000,
            1_300_000_000,
            62,
            "wagon 13-H455 by OSJD; 62 wagons seen 2024; limits of the boxes as on 1435 mm (assumed)");

    /** The rules for that gauge; anything but 1520 mm runs as 1435 mm. */
    public static TrainRules of(int gaugeMm) {
        return gaugeMm == BROAD.gaugeMm ? BROAD : STANDARD;
    }

    long maxWagonLoadG() {
        return axles * maxAxleG - tareG;
    }

    long maxGrossG(TrainBox box) {
        return box.isTwenty() ? maxTwentyG : maxFortyG;
    }
}
