package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class PoolPlannerTest {

    private static final TrainRules RULES = TrainRules.STANDARD;
    private static final WagonOffer FORTY = offer("X70", 22, 70, 13_466, 40, 4);
    private static final WagonOffer SIXTY = offer("X4K", 22, 72, 19_416, 60, 4);
    private static final WagonOffer EIGHTY = offer("BX70B", 22, 70, 26_366, 80, 4);
    private static final WagonOffer NINETY = offer("Sggmrss", 29, 106, 29_590, 90, 6);

    private static WagonOffer offer(String model, int tareT, int payloadT, int lengthMm, int feet, int axles) {
        var wagon = new Wagon(
                model, tareT * 1_000_000L, payloadT * 1_000_000L, lengthMm, axles, 18_000_000, lengthMm - 4_300);
        return new WagonOffer(wagon, feet, 99, 1);
    }

    private static WagonOffer offer(WagonOffer like, int available, int cost) {
        return new WagonOffer(like.wagon(), like.loadingFt(), available, cost);
    }

    private static TrainBox box(int n, String type, long kg, String route) {
        return new TrainBox("TDGU%07d".formatted(n), type, kg * 1000, route);
    }

    private static PoolTrain plan(List<WagonOffer> pool, List<TrainBox> boxes) {
        var train = PoolPlanner.plan(RULES, pool, boxes, List.of());
        assertThat(PoolChecker.check(train, boxes)).isEmpty();
        return train;
    }

    private static List<String> models(PoolTrain train) {
        return train.wagons().stream().map(w -> w.on().wagon().model()).sorted().toList();
    }

    @Test
    void fortyFivesGoOnSixtyEightyAndNinetyFeetButNeverOnForty() {
        var one = List.of(box(1, "45HC", 20_000, "WAW"));
        for (var on : List.of(SIXTY, EIGHTY, NINETY)) {
            assertThat(models(plan(List.of(FORTY, on), one)))
                    .containsExactly(on.wagon().model());
        }
        var none = plan(List.of(FORTY), one);
        assertThat(none.wagons()).isEmpty();
        assertThat(none.leftOut()).extracting(Consist.LeftOut::rule).containsExactly("TRAIN-NO-WAGON");
        assertThat(none.isOptimal()).isTrue();
    }

    @Test
    void twoFortyFivesShareNinetyFeetAndNotEighty() {
        var two = List.of(box(1, "45HC", 20_000, "WAW"), box(2, "45HC", 19_000, "WAW"));
        assertThat(models(plan(List.of(EIGHTY, NINETY), two))).containsExactly("Sggmrss");
        assertThat(models(plan(List.of(EIGHTY), two))).containsExactly("BX70B", "BX70B");
    }

    @Test
    void equalCostsMeanFewestWagonsAndOtherCostsTheCheapest() {
        var four = new ArrayList<TrainBox>();
        for (int i = 0; i < 4; i++) {
            four.add(box(i, "40HC", 20_000, "WAW"));
        }
        assertThat(models(plan(List.of(FORTY, EIGHTY), four))).containsExactly("BX70B", "BX70B");
        var dear = plan(List.of(offer(FORTY, 9, 10), offer(EIGHTY, 9, 25)), four);
        assertThat(models(dear)).containsExactly("X70", "X70", "X70", "X70");
        assertThat(dear.cost()).isEqualTo(40).isEqualTo(dear.leastCost());
    }

    @Test
    void aThirdTwentyRidesOnSixtyFeet() {
        var boxes =
                List.of(box(1, "20GP", 14_000, "WAW"), box(2, "20GP", 13_000, "WAW"), box(3, "20GP", 12_000, "WAW"));
        assertThat(models(plan(List.of(FORTY, SIXTY), boxes))).containsExactly("X4K");
    }

    @Test
    void anAxleLimitPartsTwoHeavyContainersOfAnEightyFeetWagon() {
        // four axles of 18 t bear 72 t; 22 t of wagon leave 50 t, of which a bogie takes half
        var boxes = List.of(box(1, "40HC", 25_000, "WAW"), box(2, "40HC", 25_000, "WAW"));
        assertThat(models(plan(List.of(EIGHTY), boxes))).hasSize(1);
        var weak = new WagonOffer(new Wagon("weak", 24_000_000, 70_000_000, 26_366, 4, 18_000_000, 22_000), 80, 9, 1);
        assertThat(models(plan(List.of(weak), boxes))).hasSize(2);
    }

    @Test
    void whatThePoolHasNoWagonForIsNamedAndTheWorthiestTravels() {
        var boxes = List.of(
                new TrainBox("A", "40HC", 20_000_000, "WAW", 20),
                new TrainBox("B", "40HC", 20_000_000, "WAW", 80),
                new TrainBox("C", "40HC", 20_000_000, "ALA", 40));
        var train = plan(List.of(offer(FORTY, 1, 1)), boxes);
        assertThat(train.wagons().get(0).boxes()).extracting(TrainBox::no).containsExactly("B");
        assertThat(train.leftOut()).hasSize(2);
        assertThat(train.isOptimal()).isTrue();
    }

    @Test
    void routesStandTogetherAndTheFirstUnloadedAtTheEnd() {
        var boxes = new ArrayList<TrainBox>();
        for (int i = 0; i < 12; i++) {
            boxes.add(box(i, "40HC", 10_000 + i, List.of("ALA", "WAW", "DUI").get(i % 3)));
        }
        var train = PoolPlanner.plan(RULES, List.of(EIGHTY), boxes, List.of("ALA", "WAW", "DUI"));
        assertThat(train.wagons().stream().map(w -> w.boxes().get(0).route()))
                .containsExactly("DUI", "DUI", "WAW", "WAW", "ALA", "ALA");
    }

    @Test
    void aUsualYardIsProvedBestAsLongAsWagonsSuffice() {
        var pool = List.of(offer(FORTY, 60, 1), offer(SIXTY, 10, 1), offer(EIGHTY, 15, 1), offer(NINETY, 8, 1));
        for (long seed = 1; seed <= 4; seed++) {
            assertThat(plan(pool, mixed(seed)).isOptimal()).isTrue();
        }
    }

    @Test
    void aScarcePoolIsProvedBestInTwoYards() {
        var pool = List.of(offer(SIXTY, 20, 1), offer(NINETY, 12, 1));
        for (long seed = 1; seed <= 2; seed++) {
            assertThat(plan(pool, mixed(seed)).isOptimal()).isTrue();
        }
    }

    private static List<TrainBox> mixed(long seed) {
        var boxes = new ArrayList<TrainBox>();
        for (var b : TrainYard.USUAL.boxes(seed)) {
            boolean longer = !b.isTwenty() && boxes.size() % 5 == 0;
            boxes.add(longer ? new TrainBox(b.no(), "45HC", b.grossG(), b.route(), b.worth()) : b);
        }
        return boxes;
    }

    /** Every choice of containers on every wagon of small pools, judged wagon by wagon by the checker. */
    @Test
    void smallPoolsAreWithinTheBoundAndNearWhatTryingEverythingFinds() {
        var random = new Random(5);
        int equal = 0;
        int all = 24;
        for (int n = 0; n < all; n++) {
            var boxes = new ArrayList<TrainBox>();
            for (int i = 0; i < 6; i++) {
                var type = List.of("20GP", "40HC", "45HC").get(random.nextInt(3));
                boxes.add(new TrainBox(
                        "B" + i,
                        type,
                        (5_000 + random.nextInt(19_000)) * 1000L,
                        random.nextBoolean() ? "ALA" : "WAW",
                        10 * (1 + random.nextInt(9))));
            }
            var kinds = List.of(FORTY, SIXTY, EIGHTY, NINETY);
            var pool =
                    List.of(offer(kinds.get(random.nextInt(2)), 1, 1), offer(kinds.get(2 + random.nextInt(2)), 1, 1));
            var train = plan(pool, boxes);
            long best = exhaustive(pool, boxes, 0, new HashMap<>(), 0);
            assertThat(train.worth()).isLessThanOrEqualTo(best);
            assertThat(train.bound()).isGreaterThanOrEqualTo(best);
            equal += train.worth() == best ? 1 : 0;
        }
        assertThat(equal).isGreaterThanOrEqualTo(all * 8 / 10);
    }

    private static long exhaustive(
            List<WagonOffer> wagons, List<TrainBox> boxes, int w, Map<Integer, Boolean> known, int taken) {
        if (w == wagons.size()) {
            return 0;
        }
        long best = exhaustive(wagons, boxes, w + 1, known, taken);
        for (int set = 1; set < 1 << boxes.size(); set++) {
            int chosen = set;
            boolean may = (set & taken) == 0
                    && known.computeIfAbsent(w << 8 | set, key -> someOrderIsGood(wagons.get(w), boxes, chosen));
            if (may) {
                long worth = Stream.iterate(0, i -> i < boxes.size(), i -> i + 1)
                        .filter(i -> (chosen & 1 << i) != 0)
                        .mapToLong(i -> boxes.get(i).worth())
                        .sum();
                best = Math.max(best, worth + exhaustive(wagons, boxes, w + 1, known, taken | set));
            }
        }
        return best;
    }

    private static boolean someOrderIsGood(WagonOffer offer, List<TrainBox> boxes, int set) {
        var some = new ArrayList<TrainBox>();
        for (int i = 0; i < boxes.size(); i++) {
            if ((set & 1 << i) != 0) {
                some.add(boxes.get(i));
            }
        }
        return some.size() <= 4 && someOrderIsGood(offer, some, List.of());
    }

    private static boolean someOrderIsGood(WagonOffer offer, List<TrainBox> rest, List<TrainBox> order) {
        if (rest.isEmpty()) {
            var train = new PoolTrain(RULES, List.of(offer), List.of(new PoolTrain.Load(offer, order)), List.of(), 0);
            return PoolChecker.check(train, order).isEmpty();
        }
        for (var next : rest) {
            var fewer = new ArrayList<>(rest);
            fewer.remove(next);
            var longer = new ArrayList<>(order);
            longer.add(next);
            if (someOrderIsGood(offer, fewer, longer)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void eachFaultPutIntoAGoodTrainIsFound() {
        var boxes = mixed(2);
        var pool = List.of(offer(FORTY, 60, 1), offer(SIXTY, 10, 1), offer(EIGHTY, 15, 1), offer(NINETY, 8, 1));
        var train = plan(pool, boxes);
        var wagons = train.wagons();
        var first = wagons.get(0);
        assertThat(faults(train, boxes, with(wagons, 0, new PoolTrain.Load(offer(FORTY, 1, 7), first.boxes()))))
                .contains("TRAIN-POOL");
        var twice = new ArrayList<>(wagons);
        twice.add(wagons.get(wagons.size() - 1));
        assertThat(faults(train, boxes, twice)).contains("TRAIN-BOX");
        assertThat(faults(train, boxes, wagons.subList(1, wagons.size()))).contains("TRAIN-BOX-LOST");
        var apart = new ArrayList<>(wagons);
        apart.add(apart.remove(0));
        assertThat(faults(train, boxes, apart)).contains("TRAIN-ORDER");
        assertThat(faults(train, boxes, with(wagons, 0, new PoolTrain.Load(first.on(), List.of()))))
                .contains("TRAIN-WAGON-FEET");
        var other = wagons.get(wagons.size() - 1).boxes().get(0);
        var longer = new ArrayList<>(first.boxes());
        longer.add(other);
        assertThat(faults(train, boxes, with(wagons, 0, new PoolTrain.Load(first.on(), longer))))
                .contains("TRAIN-WAGON-ROUTE", "TRAIN-BOX");
    }

    @Test
    void massesAreJudgedByPairPayloadAxleAndBogie() {
        var a = new TrainBox("A", "20GP", 24_000_000, "WAW");
        var b = new TrainBox("B", "20GP", 4_000_000, "WAW");
        assertThat(one(EIGHTY, a, b)).containsExactly("TRAIN-PAIR-MASS");
        assertThat(one(SIXTY, new TrainBox("C", "40HC", 4_000_000, "WAW"), a)).contains("TRAIN-BOGIES-APART");
        var heavy = new TrainBox("H", "40HC", 25_000_000, "WAW");
        assertThat(one(EIGHTY, heavy, new TrainBox("I", "40HC", 26_000_000, "WAW")))
                .contains("TRAIN-BOX-GROSS", "TRAIN-AXLE");
        var weak = new WagonOffer(new Wagon("weak", 20_000_000, 40_000_000, 26_366, 4, 22_000_000, 22_000), 80, 9, 1);
        assertThat(one(weak, heavy, new TrainBox("I", "40HC", 25_000_000, "WAW")))
                .containsExactly("TRAIN-PAYLOAD");
        assertThat(one(EIGHTY, heavy, new TrainBox("I", "45HC", 20_000_000, "WAW")))
                .contains("TRAIN-WAGON-FEET");
    }

    private static List<String> one(WagonOffer on, TrainBox... boxes) {
        var load = new PoolTrain.Load(on, List.of(boxes));
        var train = new PoolTrain(RULES, List.of(on), List.of(load), List.of(), 0);
        return PoolChecker.check(train, List.of(boxes)).stream()
                .map(Finding::rule)
                .toList();
    }

    private static List<PoolTrain.Load> with(List<PoolTrain.Load> wagons, int i, PoolTrain.Load load) {
        var changed = new ArrayList<>(wagons);
        changed.set(i, load);
        return changed;
    }

    private static List<String> faults(PoolTrain train, List<TrainBox> boxes, List<PoolTrain.Load> wagons) {
        var changed = new PoolTrain(train.rules(), train.pool(), wagons, train.leftOut(), train.bound());
        return PoolChecker.check(changed, boxes).stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    @Test
    void aTrainThatIsTooLongTooHeavyOrOfTooManyFortiesIsFound() {
        var boxes = new ArrayList<TrainBox>();
        for (int i = 0; i < 70; i++) {
            boxes.add(box(i, "40HC", 24_000, "WAW"));
        }
        var loads =
                boxes.stream().map(b -> new PoolTrain.Load(FORTY, List.of(b))).toList();
        var train = new PoolTrain(RULES, List.of(FORTY), loads, List.of(), 0);
        assertThat(PoolChecker.check(train, boxes))
                .extracting(Finding::rule)
                .containsExactly("TRAIN-LENGTH", "TRAIN-LENGTH", "TRAIN-GROSS");
        var good = plan(List.of(FORTY), boxes);
        assertThat(good.wagons()).hasSize(54);
        assertThat(good.leftOut()).extracting(Consist.LeftOut::rule).containsOnly("TRAIN-GROSS");
        assertThat(good.isOptimal()).isTrue();
    }
}
