package org.tongdao.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.loading.PoolChecker;
import org.tongdao.loading.PoolPlanner;
import org.tongdao.loading.TrainBox;
import org.tongdao.loading.TrainRules;
import org.tongdao.loading.TrainYard;
import org.tongdao.loading.Wagon;
import org.tongdao.loading.WagonOffer;

/** Trains out of pools with too few wagons: ten yards of the family with some 45' among them, 60' and 90' wagons only; how many are proved best, and the gaps of the others. */
final class ScarcePools {

    private static final int YARDS = 10;
    private static final int EVERY = 5;
    /** 60' and 90' wagons of a pool. */
    private static final List<int[]> POOLS = List.of(new int[] {20, 12}, new int[] {12, 8}, new int[] {30, 5});

    private ScarcePools() {}

    static void run() {
        var threads = ManagementFactory.getThreadMXBean();
        for (var pool : POOLS) {
            var offers = List.of(
                    offer("X4K", 21.8, 72, 19_416, 60, 4, pool[0]),
                    offer("Sggmrss(90')", 29, 106, 29_590, 90, 6, pool[1]));
            int proved = 0;
            double sum = 0;
            double largest = 0;
            long began = threads.getCurrentThreadCpuTime();
            for (long seed = 1; seed <= YARDS; seed++) {
                var boxes = boxes(seed);
                var train = PoolPlanner.plan(TrainRules.STANDARD, offers, boxes, List.of());
                if (!PoolChecker.check(train, boxes).isEmpty()) {
                    throw new IllegalStateException("the train of yard " + seed + " is not in order");
                }
                proved += train.isOptimal() ? 1 : 0;
                sum += 100 * train.gap();
                largest = Math.max(largest, 100 * train.gap());
            }
            System.out.printf(
                    "%d X4K and %d Sggmrss: %d of %d proved best, mean gap %.2f %%, largest %.2f %%, %.2f s of CPU a train%n",
                    pool[0],
                    pool[1],
                    proved,
                    YARDS,
                    sum / YARDS,
                    largest,
                    (threads.getCurrentThreadCpuTime() - began) / 1e9 / YARDS);
        }
    }

    /** Figures of data/corridor/wagons.csv; axles bear what the line does, bogie pivots stand 2.15 m from either end. */
    private static WagonOffer offer(
            String model, double tareT, int payloadT, int lengthMm, int feet, int axles, int available) {
        long axleG = TrainRules.STANDARD.wagon().maxAxleG();
        var wagon = new Wagon(
                model, Math.round(tareT * 1e6), payloadT * 1_000_000L, lengthMm, axles, axleG, lengthMm - 4_300);
        return new WagonOffer(wagon, feet, available, 1);
    }

    private static List<TrainBox> boxes(long seed) {
        var boxes = new ArrayList<TrainBox>();
        for (var b : TrainYard.USUAL.boxes(seed)) {
            boolean longer = b.type().startsWith("40") && boxes.size() % EVERY == 0;
            boxes.add(longer ? new TrainBox(b.no(), "45HC", b.grossG(), b.route(), b.worth()) : b);
        }
        return boxes;
    }
}
