package org.tongdao.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongdao.terms.Dice;

/**
 * A family of train problems, since none is published: a yard of containers of which one train is to be made. Shares and masses follow what is known of the
 * corridor (40' HC of light parcels beside heavy 40' and 20' of business freight); they are assumed, not measured.
 *
 * @param size containers in the yard
 * @param destinations routes they go by
 * @param twenties share of 20'
 * @param heavy share of heavy business freight; the rest is light parcels
 * @param due share that the next train would bring too late
 */
public record TrainYard(int size, int destinations, double twenties, double heavy, double due) {

    /** 120 containers to 4 destinations, a third 20', half heavy, a fifth due. */
    public static final TrainYard USUAL = new TrainYard(120, 4, 0.33, 0.5, 0.2);

    /** A yard of the family; equal seeds give equal yards. */
    public List<TrainBox> boxes(long seed) {
        var dice = Dice.of(seed, "train yard " + size);
        var boxes = new ArrayList<TrainBox>();
        for (int i = 1; i <= size; i++) {
            var type = dice.nextDouble() < twenties ? "20GP" : "40HC";
            boolean isHeavy = dice.nextDouble() < heavy;
            boolean isTwenty = type.startsWith("20");
            double kg = isHeavy
                    ? Dice.triangular(dice, 15_000, isTwenty ? 20_000 : 22_000, isTwenty ? 24_000 : 25_000)
                    : Dice.triangular(dice, isTwenty ? 4_500 : 8_000, isTwenty ? 8_000 : 12_000, 16_000);
            int worth = TrainBox.worth(type, 1 + dice.nextInt(3), dice.nextDouble() < due);
            var route = String.format(Locale.ROOT, "D%02d", 1 + dice.nextInt(destinations));
            boxes.add(
                    new TrainBox(String.format(Locale.ROOT, "YARD%06d", i), type, Math.round(kg) * 1000, route, worth));
        }
        return boxes;
    }
}
