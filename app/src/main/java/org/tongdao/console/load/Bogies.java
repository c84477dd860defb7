package org.tongdao.console.load;

import java.util.List;
import org.tongdao.loading.Wagon;

/**
 * What the two bogies of a wagon press on the rail, in grams, by the moments about their pivots.
 *
 * @param limitG of one bogie
 */
record Bogies(String wagonNo, Wagon wagon, long firstG, long secondG, long limitG) {

    /** A container on the wagon; {@code towardsSecondMm} is how far its centre of gravity lies from its own middle. */
    record Standing(int slot, long grossG, double towardsSecondMm) {}

    static Bogies of(String wagonNo, Wagon wagon, List<Standing> on) {
        double sum = 0;
        double moment = 0;
        for (var one : on) {
            double middle =
                    on.size() < 2 ? 0 : one.slot() == 1 ? -Wagon.TWENTY_FROM_MIDDLE_MM : Wagon.TWENTY_FROM_MIDDLE_MM;
            sum += one.grossG();
            moment += one.grossG() * (middle + one.towardsSecondMm());
        }
        double second = sum / 2 + moment / wagon.pivotsMm();
        double half = wagon.tareG() / 2.0;
        double limit = Math.min(wagon.payloadG() / 2.0 + half, wagon.axles() / 2.0 * wagon.maxAxleG());
        return new Bogies(
                wagonNo, wagon, Math.round(sum - second + half), Math.round(second + half), Math.round(limit));
    }

    public int firstPercent() {
        return percent(firstG);
    }

    public int secondPercent() {
        return percent(secondG);
    }

    public long apartG() {
        return Math.abs(firstG - secondG);
    }

    public boolean isWithin() {
        return Math.max(firstG, secondG) <= limitG && apartG() <= Wagon.MOST_BOGIE_DIFFERENCE_G;
    }

    private int percent(long g) {
        return (int) Math.round(100.0 * g / limitG);
    }
}
