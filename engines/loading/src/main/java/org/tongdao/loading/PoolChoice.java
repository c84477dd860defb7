package org.tongdao.loading;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which containers a train takes when its wagons are still open: the most worth within a gross limit and one limit of size, by a price per gram as in
 * {@link TrainSearch}. A knapsack over sizes is exact for each price; the lowest value over the prices is a bound for every train of the pool.
 */
final class PoolChoice {

    private static final int PRICES = 40;
    /** All nominal lengths are multiples of so many feet. */
    static final int FIVE = 5;

    private final List<TrainBox> boxes;
    private final int[] size;
    private final int room;
    private final long limitG;
    private final boolean[][] taken;
    private double bound = Double.MAX_VALUE;
    private BitSet best = new BitSet();

    /**
     * @param size of each box, in any unit
     * @param room for all of them in the same unit
     */
    PoolChoice(List<TrainBox> boxes, int[] size, long room, long limitG) {
        this.boxes = boxes;
        this.size = size;
        this.room = (int) Math.min(room, IntStream.of(size).sum());
        this.limitG = limitG;
        taken = new boolean[boxes.size()][this.room + 1];
    }

    double bound() {
        return bound;
    }

    /** The best choice found within both limits; the bound is known then. */
    BitSet solve() {
        double low = 0;
        double high = boxes.stream()
                .mapToDouble(b -> (double) b.worth() / Math.max(1, b.grossG()))
                .max()
                .orElse(0);
        for (int i = 0; i < PRICES; i++) {
            double price = i == 0 ? 0 : (low + high) / 2;
            bound = Math.min(bound, value(price));
            var chosen = chosen();
            boolean heavy = mass(chosen) > limitG;
            lighten(chosen);
            fill(chosen);
            if (worth(chosen) > worth(best)) {
                best = chosen;
            }
            if (heavy) {
                low = price;
            } else if (price == 0) {
                break;
            } else {
                high = price;
            }
        }
        return best;
    }

    /** Takes out what is worth least for its mass, until the rest is light enough. */
    private void lighten(BitSet in) {
        while (mass(in) > limitG) {
            in.clear(in.stream()
                    .boxed()
                    .min(Comparator.comparingDouble(
                            i -> (double) boxes.get(i).worth() / boxes.get(i).grossG()))
                    .orElseThrow());
        }
    }

    private double value(double price) {
        var value = new double[room + 1];
        for (int i = 0; i < boxes.size(); i++) {
            double own = boxes.get(i).worth() - price * boxes.get(i).grossG();
            for (int r = room; r >= 0; r--) {
                taken[i][r] = r >= size[i] && value[r - size[i]] + own > value[r];
                value[r] = taken[i][r] ? value[r - size[i]] + own : value[r];
            }
        }
        return value[room] + price * limitG;
    }

    private BitSet chosen() {
        var chosen = new BitSet();
        int r = room;
        for (int i = boxes.size() - 1; i >= 0; i--) {
            if (taken[i][r]) {
                chosen.set(i);
                r -= size[i];
            }
        }
        return chosen;
    }

    /** Adds what still fits, and takes worthier boxes for others in whose place they fit. */
    private void fill(BitSet in) {
        int[] worthiest = IntStream.range(0, boxes.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -boxes.get(i).worth()))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i : worthiest) {
                if (!in.get(i)) {
                    changed |= add(in, i);
                }
            }
        }
    }

    private boolean add(BitSet in, int i) {
        long freeG = limitG - mass(in);
        int free = room - in.stream().map(k -> size[k]).sum();
        if (boxes.get(i).grossG() <= freeG && size[i] <= free) {
            in.set(i);
            return true;
        }
        for (int k = in.nextSetBit(0); k >= 0; k = in.nextSetBit(k + 1)) {
            boolean fits = boxes.get(i).grossG() - boxes.get(k).grossG() <= freeG && size[i] - size[k] <= free;
            if (fits && boxes.get(k).worth() < boxes.get(i).worth()) {
                in.clear(k);
                in.set(i);
                return true;
            }
        }
        return false;
    }

    private long mass(BitSet in) {
        return in.stream().mapToLong(i -> boxes.get(i).grossG()).sum();
    }

    private long worth(BitSet in) {
        return in.stream().mapToLong(i -> boxes.get(i).worth()).sum();
    }
}
