package org.tongdao.loading;

import java.util.List;

/**
 * A train of wagons chosen from a pool, and how good it is.
 *
 * @param wagons from the locomotive
 * @param leftOut rules TRAIN-BOX-GROSS, TRAIN-NO-WAGON (none of the pool takes it), TRAIN-WAGONS (none is left for it), TRAIN-GROSS, TRAIN-LENGTH
 * @param bound no train within the same rules is worth more
 */
public record PoolTrain(
        TrainRules rules, List<WagonOffer> pool, List<Load> wagons, List<Consist.LeftOut> leftOut, long bound) {

    /**
     * One wagon.
     *
     * @param boxes from its first bogie to its last, close together, their middle on the wagon's
     */
    public record Load(WagonOffer on, List<TrainBox> boxes) {

        public long grossG() {
            return boxes.stream().mapToLong(TrainBox::grossG).sum();
        }

        int feet() {
            return boxes.stream().mapToInt(TrainBox::feet).sum();
        }

        long worth() {
            return boxes.stream().mapToLong(TrainBox::worth).sum();
        }
    }

    public long worth() {
        return wagons.stream().mapToLong(Load::worth).sum();
    }

    public long cost() {
        return wagons.stream().mapToLong(w -> w.on().cost()).sum();
    }

    /** No wagons that carry these containers cost less: as if each foot were carried by the model that is cheapest for it. */
    public long leastCost() {
        double perFoot = pool.stream()
                .mapToDouble(o -> (double) o.cost() / o.loadingFt())
                .min()
                .orElse(0);
        return (long) Math.ceil(wagons.stream().mapToInt(Load::feet).sum() * perFoot - 1e-9);
    }

    public long lengthMm() {
        return wagons.stream().mapToLong(w -> w.on().wagon().lengthMm()).sum();
    }

    public long boxesG() {
        return wagons.stream().mapToLong(Load::grossG).sum();
    }

    public boolean isOptimal() {
        return worth() == bound;
    }

    /** What may be missing to the best train, in parts of the bound. */
    public double gap() {
        return bound == 0 ? 0 : (double) (bound - worth()) / bound;
    }
}
