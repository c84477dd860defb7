package org.tongdao.loading;

/**
 * A flat wagon for one 40' or two 20'.
 *
 * @param model as in data/corridor/wagons.csv
 * @param tareG of the empty wagon
 * @param payloadG it may carry, also the marked load of which each bogie takes half
 * @param lengthMm over couplers
 * @param axles of one wagon, half of them in each bogie
 * @param maxAxleG load on the rail by one axle
 * @param pivotsMm distance of the bogie pivots
 */
public record Wagon(String model, long tareG, long payloadG, int lengthMm, int axles, long maxAxleG, int pivotsMm) {

    /** Centre of a 20' from the middle of the wagon when two stand on it, in millimetres: half of 6,058 and half of the gap of 76. */
    public static final int TWENTY_FROM_MIDDLE_MM = 3_067;

    /** Operator's page and memory; the distance of the pivots is assumed. */
    public static final Wagon X70 = new Wagon("X70", 22_400_000, 70_000_000, 13_466, 4, 18_000_000, 9_200);

    /** By OSJD; the distance of the pivots is assumed. */
    public static final Wagon H455 = new Wagon("13-H455", 21_000_000, 62_000_000, 14_620, 4, 20_750_000, 9_720);

    /** Load of containers for which axles, bogies and payload all suffice when it stands in the middle. */
    long mostLoadG() {
        return Math.min(payloadG, axles * maxAxleG - tareG);
    }

    /** What two 20' may differ by so that the heavier end's bogie keeps its limits, given their common mass. */
    boolean bears(long oneG, long otherG) {
        long sum = oneG + otherG;
        double moved = Math.abs(oneG - otherG) * (double) TWENTY_FROM_MIDDLE_MM / pivotsMm;
        double bogie = sum / 2.0 + moved;
        return sum <= mostLoadG()
                && bogie <= payloadG / 2.0
                && bogie + tareG / 2.0 <= axles * maxAxleG / 2.0
                && 2 * moved <= MOST_BOGIE_DIFFERENCE_G;
    }

    /** Loading rules of the Chinese railway: 10 t between the bogies of a wagon. */
    public static final long MOST_BOGIE_DIFFERENCE_G = 10_000_000;
}
