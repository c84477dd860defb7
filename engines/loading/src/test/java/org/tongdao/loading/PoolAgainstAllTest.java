package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

    /** The most worth, by giving each container to each wagon or to none. */
    private static long most(Yard yard) {
        var wagons = new ArrayList<WagonOffer>();
        yard.pool().forEach(o -> wagons.addAll(java.util.Collections.nCopies(o.available(), o)));
        var on = new ArrayList<List<TrainBox>>();
        wagons.forEach(w -> on.add(new ArrayList<>()));
        return most(yard, wagons, on, 0);
    }

    private static long most(Yard yard, List<WagonOffer> wagons, List<List<TrainBox>> on, int next) {
        if (next == yard.boxes().size()) {
            return isInOrder(yard, wagons, on)
                    ? on.stream()
                            .flatMap(List::stream)
                            .mapToLong(TrainBox::worth)
                            .sum()
                    : -1;
        }
        long most = most(yard, wagons, on, next + 1);
        var box = yard.boxes().get(next);
        for (int w = 0; w < wagons.size(); w++) {
            int feet = on.get(w).stream().mapToInt(TrainBox::feet).sum() + box.feet();
            boolean oneRoute = on.get(w).stream().allMatch(b -> b.route().equals(box.route()));
            if (oneRoute && feet <= wagons.get(w).loadingFt()) {
                on.get(w).add(box);
                most = Math.max(most, most(yard, wagons, on, next + 1));
                on.get(w).remove(box);
            }
        }
        return most;
    }

    private static boolean isInOrder(Yard yard, List<WagonOffer> wagons, List<List<TrainBox>> on) {
        var rake = new PoolRake(RULES, yard.pool(), o -> 1);
        for (int w = 0; w < wagons.size(); w++) {
            if (!on.get(w).isEmpty() && rake.standing(wagons.get(w), on.get(w)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theBoundHoldsAndWhatIsCalledBestIsBest() {
        int best = 0;
        for (long seed = 1; seed <= YARDS; seed++) {
            var yard = yard(seed);
            var train = PoolPlanner.plan(RULES, yard.pool(), yard.boxes(), List.of());
            long most = most(yard);
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
            assertThat(patterns.bound()).isEqualTo(most(new Yard(yard.pool(), light)));
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
