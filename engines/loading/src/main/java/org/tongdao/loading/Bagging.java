package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fills bags by best fit over weight and volume, the bulkiest parcels first. What is too large or too heavy for a bag travels as a piece of its own. */
public final class Bagging {

    /** How many open bags are looked at for a parcel; older ones are as good as full. */
    private static final int OPEN = 64;

    private Bagging() {}

    /**
     * A filled bag, or a single parcel that no bag holds.
     *
     * @param grossG with the bag itself, a piece has none
     */
    public record Bag(List<String> items, long grossG, long volumeMm3, boolean piece) {}

    public static List<Bag> fill(List<Item> items, BagRules rules) {
        var open = new ArrayList<Open>();
        var all = new ArrayList<Open>();
        var pieces = new ArrayList<Bag>();
        items.stream().sorted(byShare(rules)).forEach(item -> {
            if (!rules.takes(item)) {
                pieces.add(new Bag(List.of(item.id()), item.grossG(), item.volumeMm3(), true));
            } else {
                best(open, all, item, rules).add(item);
            }
        });
        var bags = new ArrayList<Bag>();
        all.forEach(o -> bags.add(new Bag(List.copyOf(o.ids), o.grossG + rules.tareG(), o.volumeMm3, false)));
        bags.addAll(pieces);
        return List.copyOf(bags);
    }

    /**
     * The same, no bag with parcels of two groups.
     *
     * @param keys the group that each parcel belongs to, e.g. destination, regime and hub; those not named are a group of their own
     */
    public static List<Bag> fill(List<Item> items, Map<String, String> keys, BagRules rules) {
        Map<String, List<Item>> groups = new TreeMap<>();
        items.forEach(i -> groups.computeIfAbsent(keys.getOrDefault(i.id(), ""), k -> new ArrayList<>())
                .add(i));
        var bags = new ArrayList<Bag>();
        groups.values().forEach(group -> bags.addAll(fill(group, rules)));
        return List.copyOf(bags);
    }

    private static Open best(List<Open> open, List<Open> all, Item item, BagRules rules) {
        Open best = null;
        double least = Double.MAX_VALUE;
        for (var bag : open) {
            double room = bag.roomAfter(item, rules);
            if (room >= 0 && room < least) {
                least = room;
                best = bag;
            }
        }
        return best != null ? best : opened(open, all);
    }

    private static Open opened(List<Open> open, List<Open> all) {
        var bag = new Open();
        if (open.size() == OPEN) {
            open.remove(0);
        }
        open.add(bag);
        all.add(bag);
        return bag;
    }

    private static Comparator<Item> byShare(BagRules rules) {
        return Comparator.comparingDouble((Item i) -> -Math.max(
                        (double) i.grossG() / rules.maxGrossG(), (double) i.volumeMm3() / rules.maxVolumeMm3()))
                .thenComparing(Item::id);
    }

    private static final class Open {
        final List<String> ids = new ArrayList<>();
        long grossG;
        long volumeMm3;

        double roomAfter(Item item, BagRules rules) {
            double weight = 1 - (double) (grossG + item.grossG() + rules.tareG()) / rules.maxGrossG();
            double volume = 1 - (double) (volumeMm3 + item.volumeMm3()) / rules.maxVolumeMm3();
            return weight < 0 || volume < 0 ? -1 : weight + volume;
        }

        void add(Item item) {
            ids.add(item.id());
            grossG += item.grossG();
            volumeMm3 += item.volumeMm3();
        }
    }
}
