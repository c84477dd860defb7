package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Small trains of scarce pools beside every way to load them. */
class PoolAgainstAllTest {

    private static final TrainRules RULES = TrainRules.STANDARD;
    private static final int YARDS = 25;

    private record Yard(List<WagonOffer> pool, List<TrainBox> boxes) {}

    private static WagonOffer offer(String model, int payloadT, int lengthMm, int feet, int available) {
        var wagon = new Wagon(model, 22_000_000, payloadT * 1_000_000L, lengthMm, 4, 22_500_000, lengthMm - 4_300);
        return new WagonOffer(wagon, feet, available, 1);
    }

    private static Yard yard(long seed) {
        var dice = Dice.of(seed, "scarce pool");
        var pool = List.of(
                offer("40", 70, 13_466, 40, dice.nextInt(2)),
                offer("60", 60, 19_416, 60, 1 + dice.nextInt(2)),
                offer("90", 68, 29_590, 90, dice.nextInt(2)));
        var boxes = new ArrayList<TrainBox>();
        for (int i = 0; i < 7; i++) {
            var type = List.of("20GP", "20GP", "40HC", "45HC").get(dice.nextInt(4));
            long grossG = (5 + dice.nextInt(19)) * 1_000_000L;
            boxes.add(new TrainBox("B" + i, type, grossG, "R" + dice.nextInt(2), 10 * (1 + dice.nextInt(8))));
        }
        return new Yard(pool, boxes);
    }

    /** The most worth, by giving each container to each wagon or to none; each set of containers is judged once for each wagon. */
    private record Every(Yard yard, List<WagonOffer> wagons, Map<List<Integer>, Boolean> judged) {

        static long most(Yard yard) {
            var wagons = new ArrayList<WagonOffer>();
            yard.pool().forEach(o -> wagons.addAll(Collections.nCopies(o.available(), o)));
            return new Every(yard, wagons, new HashMap<>()).most(new int[wagons.size()], 0);
        }

        private long most(int[] on, int next) {
            if (next == yard.boxes().size()) {
                boolean sound = IntStream.range(0, on.length)
                        .allMatch(w -> judged.computeIfAbsent(
                                List.of(wagons.get(w).loadingFt(), on[w]), key -> bears(wagons.get(w), on[w])));
                return sound
                        ? Arrays.stream(on)
                                .mapToLong(set ->
                                        of(set).mapToLong(TrainBox::worth).sum())
                                .sum()
                        : -1;
            }
            long most = most(on, next + 1);
            for (int w = 0; w < on.length; w++) {
                int feet = of(on[w] | 1 << next).mapToInt(TrainBox::feet).sum();
                long routes =
                        of(on[w] | 1 << next).map(TrainBox::route).distinct().count();
                if (routes == 1 && feet <= wagons.get(w).loadingFt()) {
                    on[w] |= 1 << next;
                    most = Math.max(most, most(on, next + 1));
                    on[w] &= ~(1 << next);
                }
            }
            return most;
        }

        private boolean bears(WagonOffer wagon, int set) {
            var rake = new PoolRake(RULES, yard.pool(), o -> 1);
            return set == 0 || rake.standing(wagon, of(set).toList()).isPresent();
        }

        private Stream<TrainBox> of(int set) {
            return IntStream.range(0, yard.boxes().size())
                    .filter(i -> (set & 1 << i) != 0)
                    .mapToObj(yard.boxes()::get);
        }
    }

    @Test
    void theBoundHoldsAndWhatIsCalledBestIsBest() {
        int best = 0;
        for (long seed = 1; seed <= YARDS; seed++) {
            var yard = yard(seed);
            var train = PoolPlanner.plan(RULES, yard.pool(), yard.boxes(), List.of());
            long most = Every.most(yard);
            assertThat(PoolChecker.check(train, yard.boxes())).isEmpty();
            assertThat(train.bound()).as("bound of yard " + seed).isGreaterThanOrEqualTo(most);
            assertThat(train.worth()).as("worth of yard " + seed).isLessThanOrEqualTo(most);
            if (train.isOptimal()) {
                assertThat(train.worth()).isEqualTo(most);
            }
            best += train.worth() == most ? 1 : 0;
        }
        assertThat(best).as("trains that are best").isGreaterThanOrEqualTo(YARDS * 5 / 6);
    }

    @Test
    void lengthsAreSharedOutExactlyWhereMassIsNoMatter() {
        for (long seed = 1; seed <= YARDS; seed++) {
            var yard = yard(seed);
            var light = yard.boxes().stream()
                    .map(b -> new TrainBox(b.no(), b.type(), 1_000_000, b.route(), b.worth()))
                    .toList();
            var patterns = new PoolPatterns(yard.pool(), light);
            assertThat(patterns.bound()).isEqualTo(Every.most(new Yard(yard.pool(), light)));
            assertThat(patterns.chosen().stream().mapToLong(TrainBox::worth).sum())
                    .isEqualTo(patterns.bound());
        }
    }

    @Test
    void aPoolOfManyWagonsIsNotSharedOut() {
        var boxes = TrainYard.USUAL.boxes(1);
        var pool = List.of(
                offer("40", 70, 13_466, 40, 99), offer("60", 60, 19_416, 60, 99), offer("90", 68, 29_590, 90, 99));
        var patterns = new PoolPatterns(pool, boxes);
        assertThat(patterns.bound()).isEqualTo(Long.MAX_VALUE);
        assertThat(patterns.chosen()).isEmpty();
    }

    @Test
    void twoForTwoAreExchangedWhereOneForOneIsOfNoUse() {
        // the long one stands alone on 60 feet; only without it a 40' and a 20' of more worth find room
        var pool = List.of(offer("60", 72, 19_416, 60, 1), offer("90", 72, 29_590, 90, 1));
        var boxes = List.of(
                new TrainBox("L1", "45HC", 10_000_000, "R", 50),
                new TrainBox("L2", "45HC", 10_000_000, "R", 40),
                new TrainBox("F1", "40HC", 10_000_000, "R", 30),
                new TrainBox("T1", "20GP", 10_000_000, "R", 25));
        var train = PoolPlanner.plan(RULES, pool, boxes, List.of());
        assertThat(train.worth()).isEqualTo(145);
        assertThat(train.isOptimal()).isTrue();
    }
}
