package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tongdao.loading.PoolTrain.Load;

/**
 * Stands chosen containers on wagons of a pool: the longest and heaviest first, each on the model that is cheapest for the feet it then carries, filled up with
 * the largest containers of the route that its payload, axles and bogies bear.
 */
final class PoolRake {

    private static final Comparator<TrainBox> HARDEST = Comparator.comparingInt((TrainBox b) -> -b.feet())
            .thenComparing(TrainBox::route)
            .thenComparingLong(b -> -b.grossG())
            .thenComparing(TrainBox::no);

    private final TrainRules rules;
    private final List<WagonOffer> pool;
    private final ToDoubleFunction<WagonOffer> price;
    private final Map<WagonOffer, Integer> used = new HashMap<>();
    final List<Load> wagons = new ArrayList<>();

    /** @param price of a wagon, what is to be kept low */
    PoolRake(TrainRules rules, List<WagonOffer> pool, ToDoubleFunction<WagonOffer> price) {
        this.rules = rules;
        this.pool = pool;
        this.price = price;
    }

    PoolRake stand(List<TrainBox> boxes) {
        var open = new ArrayList<>(boxes);
        open.sort(HARDEST);
        while (!open.isEmpty()) {
            var seed = open.remove(0);
            var chosen = pool.stream()
                    .filter(o -> used.getOrDefault(o, 0) < o.available())
                    .flatMap(o -> filled(o, seed, open).stream())
                    .min(Comparator.comparingDouble((Load l) -> price.applyAsDouble(l.on()) / l.feet())
                            .thenComparingDouble(l -> l.on().wagon().lengthMm()));
            chosen.ifPresent(load -> {
                used.merge(load.on(), 1, Integer::sum);
                wagons.add(load);
                open.removeAll(load.boxes());
            });
        }
        return this;
    }

    /** Whether a wagon that is not in the train yet would take it. */
    boolean hasWagonFor(TrainBox box) {
        return idle().stream().anyMatch(o -> standing(o, List.of(box)).isPresent());
    }

    /** The models of which a wagon is not in the train yet. */
    List<WagonOffer> idle() {
        return pool.stream()
                .filter(o -> wagons.stream().filter(w -> w.on().equals(o)).count() < o.available())
                .toList();
    }

    private Optional<Load> filled(WagonOffer offer, TrainBox seed, List<TrainBox> open) {
        var best = standing(offer, List.of(seed));
        for (var box : open) {
            if (best.isPresent() && box.route().equals(seed.route())) {
                var more = new ArrayList<>(best.get().boxes());
                more.add(box);
                var fuller = standing(offer, more);
                best = fuller.isPresent() ? fuller : best;
            }
        }
        return best;
    }

    /** The boxes in the order that loads the bogies most evenly, if the wagon may carry them at all. */
    Optional<Load> standing(WagonOffer offer, List<TrainBox> boxes) {
        int feet = boxes.stream().mapToInt(TrainBox::feet).sum();
        var twenties = boxes.stream().filter(TrainBox::isTwenty).mapToLong(TrainBox::grossG);
        var masses = twenties.summaryStatistics();
        boolean even = masses.getCount() < 2
                || masses.getMax() - masses.getMin() <= rules.limits().maxPairG();
        if (feet > offer.loadingFt() || !even) {
            return Optional.empty();
        }
        return orders(boxes).stream()
                .min(Comparator.comparingDouble(order -> Math.abs(apart(offer.wagon(), order))))
                .filter(order -> bears(offer.wagon(), order))
                .map(order -> new Load(offer, List.copyOf(order)));
    }

    private static boolean bears(Wagon wagon, List<TrainBox> order) {
        long sum = order.stream().mapToLong(TrainBox::grossG).sum();
        double apart = Math.abs(apart(wagon, order));
        double heavier = (sum + apart) / 2;
        return sum <= wagon.mostLoadG()
                && heavier <= wagon.payloadG() / 2.0
                && heavier + wagon.tareG() / 2.0 <= wagon.axles() * wagon.maxAxleG() / 2.0
                && apart <= Wagon.MOST_BOGIE_DIFFERENCE_G;
    }

    /** What the last bogie carries more than the first, in grams. */
    private static double apart(Wagon wagon, List<TrainBox> order) {
        double all = order.stream().mapToInt(TrainBox::lengthMm).sum() + (order.size() - 1) * (double) TrainBox.GAP_MM;
        double at = -all / 2;
        double moment = 0;
        for (var box : order) {
            moment += box.grossG() * (at + box.lengthMm() / 2.0);
            at += box.lengthMm() + TrainBox.GAP_MM;
        }
        return 2 * moment / wagon.pivotsMm();
    }

    private static List<List<TrainBox>> orders(List<TrainBox> boxes) {
        if (boxes.size() < 2) {
            return List.of(boxes);
        }
        var orders = new ArrayList<List<TrainBox>>();
        for (int i = 0; i < boxes.size(); i++) {
            var rest = new ArrayList<>(boxes);
            var first = rest.remove(i);
            for (var tail : orders(rest)) {
                var order = new ArrayList<TrainBox>();
                order.add(first);
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }
}
