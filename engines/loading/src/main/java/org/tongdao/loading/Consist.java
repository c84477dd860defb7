package org.tongdao.loading;

import java.util.List;

/**
 * A train, wagon by wagon from the locomotive.
 *
 * @param wagons the boxes on each: one 40', two 20' or, when it has no partner, one 20'
 * @param leftOut what this train cannot take, with the limit
 */
public record Consist(TrainRules rules, List<List<TrainBox>> wagons, List<LeftOut> leftOut) {

    /** @param rule TRAIN-BOX-GROSS, TRAIN-LENGTH or TRAIN-GROSS */
    public record LeftOut(TrainBox box, String rule) {}

    public long lengthMm() {
        return (long) wagons.size() * rules.lengthMm();
    }

    /** Containers and wagons, without the locomotive. */
    public long grossG() {
        return boxesG() + wagons.size() * rules.tareG();
    }

    public long boxesG() {
        return wagons.stream().flatMap(List::stream).mapToLong(TrainBox::grossG).sum();
    }
}
