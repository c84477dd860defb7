package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongdao.loading.PoolTrain.Load;

/**
 * Puts idle wagons to use, and empties one wagon or two and loads each with the worthiest set of containers it bears, out of those that stay and those that stood on the two, for any or either of their routes; kept when the train is worth more. What {@link PoolSwap} cannot do by exchanging one container for one.
 */
final class PoolRefill {

    private static final Comparator<TrainBox> WORTHIEST =
            Comparator.comparingInt((TrainBox b) -> -b.worth()).thenComparing(TrainBox::no);
    /** Sets of containers looked at for one wagon. */
    private static final int MOST = 2_000;

    private final TrainRules rules;
    private final PoolRake rake;
    private final List<Load> wagons;
    private long freeG;
    private int freeHalves;
    private int looked;
    private Optional<Load> best = Optional.empty();

    /** @param rake that says what a wagon bears; its wagons are changed */
    PoolRefill(TrainRules rules, PoolRake rake) {
        this.rules = rules;
        this.rake = rake;
        this.wagons = rake.wagons;
    }

    /** @param stay containers that are not on the train */
    void improve(List<TrainBox> stay) {
        freeG = rules.limits().maxBoxesG()
                - wagons.stream().mapToLong(Load::grossG).sum();
        freeHalves = 2 * rules.limits().maxWagons()
                - wagons.stream().mapToInt(PoolRefill::halves).sum();
        var open = new ArrayList<>(stay);
        boolean changed = true;
        while (changed) {
            changed = begin(open);
            for (int u = 0; u < wagons.size(); u++) {
                for (int v = 0; v < wagons.size(); v++) {
                    changed |= u == v ? refill(u, open) : refill(u, v, open);
                }
            }
        }
    }

    /** Puts wagons that stand idle to use, as far as the length of the train allows. */
    private boolean begin(List<TrainBox> open) {
        boolean changed = false;
        for (var offer : rake.idle()) {
            long lengthMm =
                    wagons.stream().mapToLong(w -> w.on().wagon().lengthMm()).sum();
            if (lengthMm + offer.wagon().lengthMm() <= rules.limits().maxLengthMm()) {
                var load = worthiestOfAnyRoute(offer, open, freeG, freeHalves);
                load.ifPresent(l -> put(wagons.size(), l, open));
                changed |= load.isPresent();
            }
        }
        return changed;
    }

    private boolean refill(int u, List<TrainBox> open) {
        var one = wagons.get(u);
        var free = new ArrayList<>(open);
        free.addAll(one.boxes());
        var load = worthiestOfAnyRoute(one.on(), free, freeG + one.grossG(), freeHalves + halves(one));
        boolean better = load.isPresent() && load.get().worth() > one.worth();
        if (better) {
            take(u, open);
            put(u, load.get(), open);
        }
        return better;
    }

    private void take(int w, List<TrainBox> open) {
        open.addAll(wagons.get(w).boxes());
        freeG += wagons.get(w).grossG();
        freeHalves += halves(wagons.get(w));
    }

    private void put(int w, Load load, List<TrainBox> open) {
        open.removeAll(load.boxes());
        freeG -= load.grossG();
        freeHalves -= halves(load);
        if (w == wagons.size()) {
            wagons.add(load);
        } else {
            wagons.set(w, load);
        }
    }

    private Optional<Load> worthiestOfAnyRoute(WagonOffer on, List<TrainBox> free, long roomG, int room) {
        return free.stream()
                .map(TrainBox::route)
                .distinct()
                .sorted()
                .flatMap(r ->
                        worthiest(on, of(r, free).stream().sorted(WORTHIEST).toList(), roomG, room).stream())
                .max(Comparator.comparingLong(Load::worth));
    }

    private boolean refill(int u, int v, List<TrainBox> open) {
        var one = wagons.get(u);
        var two = wagons.get(v);
        var routes = Stream.of(one, two)
                .map(w -> w.boxes().get(0).route())
                .distinct()
                .toList();
        var free = Stream.of(open, one.boxes(), two.boxes())
                .flatMap(List::stream)
                .filter(b -> routes.contains(b.route()))
                .sorted(WORTHIEST)
                .toList();
        long roomG = freeG + one.grossG() + two.grossG();
        int room = freeHalves + halves(one) + halves(two);
        for (var route : routes) {
            var first = worthiest(one.on(), of(route, free), roomG, room);
            for (var other : first.isEmpty() ? List.<String>of() : routes) {
                var rest = new ArrayList<>(of(other, free));
                rest.removeAll(first.get().boxes());
                var second = worthiest(two.on(), rest, roomG - first.get().grossG(), room - halves(first.get()));
                if (second.isPresent() && first.get().worth() + second.get().worth() > one.worth() + two.worth()) {
                    take(u, open);
                    take(v, open);
                    put(u, first.get(), open);
                    put(v, second.get(), open);
                    return true;
                }
            }
        }
        return false;
    }

    private static List<TrainBox> of(String route, List<TrainBox> boxes) {
        return boxes.stream().filter(b -> b.route().equals(route)).toList();
    }

    private Optional<Load> worthiest(WagonOffer on, List<TrainBox> free, long roomG, int room) {
        best = Optional.empty();
        looked = 0;
        add(on, free, 0, new ArrayList<>(), roomG, room);
        return best;
    }

    /** Adds one after another, worthiest first; stops where no more of the worth that follows can beat the best. */
    private void add(WagonOffer on, List<TrainBox> free, int from, List<TrainBox> in, long roomG, int room) {
        int feet = on.loadingFt() - in.stream().mapToInt(TrainBox::feet).sum();
        long worth = in.stream().mapToLong(TrainBox::worth).sum();
        if (!in.isEmpty() && worth > best.map(Load::worth).orElse(0L)) {
            var load = rake.standing(on, in);
            best = load.isPresent() ? load : best;
        }
        for (int i = from; i < free.size() && looked < MOST; i++) {
            var box = free.get(i);
            int more = feet / TrainBox.SHORTEST_FT;
            if (worth + (long) more * box.worth() <= best.map(Load::worth).orElse(0L)) {
                return;
            }
            if (box.feet() <= feet && box.grossG() <= roomG && halves(box) <= room) {
                looked++;
                in.add(box);
                add(on, free, i + 1, in, roomG - box.grossG(), room - halves(box));
                in.remove(in.size() - 1);
            }
        }
    }

    private static int halves(TrainBox box) {
        return box.isTwenty() ? 1 : 2;
    }

    private static int halves(Load load) {
        return load.boxes().stream().mapToInt(PoolRefill::halves).sum();
    }
}
