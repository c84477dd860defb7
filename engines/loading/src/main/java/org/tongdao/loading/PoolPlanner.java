package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.tongdao.loading.PoolTrain.Load;

/**
 * Composes a train of wagons of several models: the most worth within the limits, then the cheapest wagons found for it, with a proved bound of the worth.
 *
 * <p>The limit of wagons is read as one of 40' (two 20' count as one, a 45' as well), since trains are published so. All 20' of one wagon keep the limit of a pair. {@link PoolChoice} takes the containers in several ways, {@link PoolRake} the
 * wagons with regard to cost and to length, {@link PoolSwap} and, where wagons are scarce, {@link PoolRefill} what else finds room; the worthiest train is kept, then the cheapest.
 */
public final class PoolPlanner {

    /** What a place for a long container counts beside five feet of wagon. */
    private static final int[] WEIGHTS = {0, 1, 2, 4, 8};

    /** Trains that are looked at again where wagons are scarce. */
    private static final int MOST_REFILLED = 12;

    private static final Comparator<PoolRake> BEST =
            Comparator.comparingLong((PoolRake r) -> -worth(r.wagons)).thenComparingLong(r -> cost(r.wagons));

    private static final int KG = 1000;
    private static final int LONG_FT = 40;
    private static final int LONGEST_FT = 45;

    private final TrainRules rules;
    private final List<WagonOffer> pool;
    private final List<Consist.LeftOut> leftOut = new ArrayList<>();
    private long bound;

    private PoolPlanner(TrainRules rules, List<WagonOffer> pool) {
        this.rules = rules;
        this.pool = pool;
    }

    /** @param unloading destinations in the order in which they are reached; the first stands at the end of the train, those not named at its head */
    public static PoolTrain plan(
            TrainRules rules, List<WagonOffer> pool, List<TrainBox> boxes, List<String> unloading) {
        return new PoolPlanner(rules, List.copyOf(pool)).compose(boxes, unloading);
    }

    private PoolTrain compose(List<TrainBox> offered, List<String> unloading) {
        var boxes = offered.stream().filter(this::mayTravel).toList();
        var rakes = choices(boxes).stream()
                .distinct()
                .flatMap(chosen -> Stream.of(
                        stood(chosen, boxes, o -> o.cost()),
                        stood(chosen, boxes, o -> o.wagon().lengthMm())))
                .sorted(BEST)
                .toList();
        refill(rakes, boxes);
        var rake = rakes.stream().min(BEST).orElseThrow();
        var wagons = new ArrayList<>(rake.wagons);
        wagons.sort(Comparator.comparingInt((Load w) -> -rank(w, unloading))
                .thenComparing(w -> w.boxes().get(0).route())
                .thenComparingLong(w -> -w.grossG())
                .thenComparing(w -> w.boxes().get(0).no()));
        nameWhatStays(boxes, rake);
        return new PoolTrain(
                rules, pool, List.copyOf(wagons), List.copyOf(leftOut), Math.max(bound, worth(rake.wagons)));
    }

    /** These containers on wagons, short enough, and what else then finds a place. */
    private PoolRake stood(List<TrainBox> chosen, List<TrainBox> boxes, ToDoubleFunction<WagonOffer> price) {
        var rake = new PoolRake(rules, pool, price).stand(chosen);
        shorten(rake.wagons);
        new PoolSwap(rules, rake).improve(staying(boxes, rake.wagons));
        return rake;
    }

    /** Looks on, from the best trains, as long as none is proved best. */
    private void refill(List<PoolRake> rakes, List<TrainBox> boxes) {
        long most = worth(rakes.get(0).wagons);
        for (var rake : rakes.subList(0, Math.min(MOST_REFILLED, rakes.size()))) {
            if (most < bound) {
                new PoolRefill(rules, rake).improve(staying(boxes, rake.wagons));
                most = Math.max(most, worth(rake.wagons));
            }
        }
    }

    private static long worth(List<Load> wagons) {
        return wagons.stream().mapToLong(Load::worth).sum();
    }

    private static long cost(List<Load> wagons) {
        return wagons.stream().mapToLong(w -> w.on().cost()).sum();
    }

    private boolean mayTravel(TrainBox box) {
        long limit =
                box.isTwenty() ? rules.limits().maxTwentyG() : rules.limits().maxFortyG();
        var alone = new PoolRake(rules, pool, o -> 1);
        boolean some = pool.stream()
                .anyMatch(o ->
                        o.available() > 0 && alone.standing(o, List.of(box)).isPresent());
        if (box.grossG() > limit || !some) {
            leftOut.add(new Consist.LeftOut(box, box.grossG() > limit ? "TRAIN-BOX-GROSS" : "TRAIN-NO-WAGON"));
        }
        return box.grossG() <= limit && some;
    }

    /**
     * The worthiest boxes by each limit of size: the count of 40', the places for 45', and feet of wagons weighed more or less against the places for long containers; what breaks one
     * of the others is taken away. Where wagons are scarce also by the sharing out of {@link PoolPatterns}. The least of the bounds holds.
     */
    private List<List<TrainBox>> choices(List<TrainBox> boxes) {
        var choices = new ArrayList<List<TrainBox>>();
        double least = Double.MAX_VALUE;
        for (var limit : sizes()) {
            int[] sizes = boxes.stream().mapToInt(limit.of()).toArray();
            var choice =
                    new PoolChoice(boxes, sizes, limit.room(), rules.limits().maxBoxesG());
            choices.add(kept(choice.solve().stream().mapToObj(boxes::get).toList()));
            least = Math.min(least, choice.bound());
        }
        var patterns = new PoolPatterns(pool, boxes);
        var shared = kept(patterns.chosen());
        keep(shared, b -> kg(b.grossG() + KG - 1), kg(rules.limits().maxBoxesG()));
        choices.add(shared);
        least = Math.min(least, patterns.bound());
        long all = boxes.stream().mapToLong(TrainBox::worth).reduce(0, PoolPlanner::gcd);
        bound = all == 0 ? 0 : (long) Math.floor(least + 1e-6) / all * all;
        return choices;
    }

    private List<TrainBox> kept(List<TrainBox> chosen) {
        var kept = new ArrayList<>(chosen);
        keep(kept, b -> b.isTwenty() ? 1 : 2, 2L * rules.limits().maxWagons());
        keep(kept, TrainBox::feet, feet());
        keep(kept, b -> b.isTwenty() ? 0 : 1, places(LONG_FT));
        keep(kept, b -> b.feet() == LONGEST_FT ? 1 : 0, places(LONGEST_FT));
        return kept;
    }

    /** Of what all containers of a train have no more than there is room for. */
    private record Size(ToIntFunction<TrainBox> of, long room) {}

    private List<Size> sizes() {
        var sizes = new ArrayList<Size>();
        sizes.add(new Size(b -> b.isTwenty() ? 1 : 2, 2L * rules.limits().maxWagons()));
        sizes.add(new Size(b -> b.feet() == LONGEST_FT ? 1 : 0, places(LONGEST_FT)));
        for (int by : WEIGHTS) {
            ToIntFunction<TrainBox> size = b -> b.feet() / PoolChoice.FIVE + (b.isTwenty() ? 0 : by);
            sizes.add(new Size(size, feet() / PoolChoice.FIVE + by * places(LONG_FT)));
        }
        return sizes;
    }

    private long places(int feet) {
        return pool.stream()
                .mapToLong(o -> (long) o.available() * (o.loadingFt() / feet))
                .sum();
    }

    /** Feet that all wagons of the pool offer, but no more than the length of a train can hold at best. */
    private long feet() {
        long offered = pool.stream()
                .mapToLong(o -> (long) o.available() * o.loadingFt())
                .sum();
        double perMm = pool.stream()
                .mapToDouble(o -> (double) o.loadingFt() / o.wagon().lengthMm())
                .max()
                .orElse(0);
        return Math.min(offered, (long) (rules.limits().maxLengthMm() * perMm));
    }

    private static int kg(long grams) {
        return (int) (grams / KG);
    }

    private static void keep(List<TrainBox> boxes, ToIntFunction<TrainBox> size, long room) {
        long over = boxes.stream().mapToInt(size).sum() - room;
        var worst = boxes.stream()
                .filter(b -> size.applyAsInt(b) > 0)
                .sorted(Comparator.comparingDouble((TrainBox b) -> (double) b.worth() / size.applyAsInt(b))
                        .thenComparing(TrainBox::no))
                .iterator();
        while (over > 0) {
            var box = worst.next();
            boxes.remove(box);
            over -= size.applyAsInt(box);
        }
    }

    private static long length(List<Load> wagons) {
        return wagons.stream().mapToLong(w -> w.on().wagon().lengthMm()).sum();
    }

    /** Takes the wagons off that carry least for their length, until the train is short enough. */
    private void shorten(List<Load> wagons) {
        var least = Comparator.comparingDouble(
                (Load w) -> (double) w.worth() / w.on().wagon().lengthMm());
        while (length(wagons) > rules.limits().maxLengthMm()) {
            wagons.remove(wagons.stream().min(least).orElseThrow());
        }
    }

    private static int rank(Load wagon, List<String> unloading) {
        int at = unloading.indexOf(wagon.boxes().get(0).route());
        return at < 0 ? unloading.size() : at;
    }

    private static List<TrainBox> staying(List<TrainBox> boxes, List<Load> wagons) {
        var on = new HashSet<TrainBox>();
        wagons.forEach(w -> on.addAll(w.boxes()));
        return boxes.stream().filter(b -> !on.contains(b)).toList();
    }

    private void nameWhatStays(List<TrainBox> boxes, PoolRake rake) {
        long mass = rake.wagons.stream().mapToLong(Load::grossG).sum();
        int halves = rake.wagons.stream()
                .flatMap(w -> w.boxes().stream())
                .mapToInt(b -> b.isTwenty() ? 1 : 2)
                .sum();
        for (var box : staying(boxes, rake.wagons)) {
            boolean heavy = mass + box.grossG() > rules.limits().maxBoxesG();
            boolean full =
                    halves + (box.isTwenty() ? 1 : 2) > 2 * rules.limits().maxWagons();
            var rule = heavy ? "TRAIN-GROSS" : full || rake.hasWagonFor(box) ? "TRAIN-LENGTH" : "TRAIN-WAGONS";
            leftOut.add(new Consist.LeftOut(box, rule));
        }
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
