package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Trains of yards drawn by seed under limits drawn by seed: what is called best cannot be bettered by hand, and each limit named for a container is true. */
class TrainLimitsTest {

    private static TrainRules rules(Random random) {
        var usual = TrainRules.of(random.nextBoolean() ? 1435 : 1520);
        var limits = usual.limits();
        return usual.with(
                new TrainRules.Limits(
                        18_000_000 + random.nextInt(6_000_000),
                        20_000_000 + random.nextInt(5_000_000),
                        1_000_000 + random.nextInt(5_000_000),
                        60_000_000L + random.nextInt(200_000_000),
                        2 + random.nextInt(12),
                        limits.maxLengthMm()),
                "drawn");
    }

    private static List<TrainBox> yard(Random random) {
        var boxes = new ArrayList<TrainBox>();
        int size = 3 + random.nextInt(25);
        for (int i = 0; i < size; i++) {
            var type = random.nextInt(3) == 0 ? "40HC" : "20GP";
            var route = random.nextInt(3) == 0 ? "WAW" : "ALA";
            int worth = TrainBox.worth(type, 1 + random.nextInt(3), random.nextInt(5) == 0);
            boxes.add(new TrainBox("B%02d".formatted(i), type, 2_500_000L + random.nextInt(23_000_000), route, worth));
        }
        return boxes;
    }

    private static boolean isSound(TrainRules rules, List<List<TrainBox>> wagons, List<TrainBox> boxes) {
        var left = new ArrayList<>(boxes);
        wagons.forEach(left::removeAll);
        var consist = new Consist(
                rules,
                wagons,
                left.stream().map(b -> new Consist.LeftOut(b, "TRAIN-GROSS")).toList());
        return TrainChecker.check(consist, boxes).stream().noneMatch(Finding::stops);
    }

    /** The train with one container more: as a partner of a 20' that rides alone, or on a wagon of its own beside those of its route. */
    private static List<List<List<TrainBox>>> withOneMore(List<List<TrainBox>> wagons, TrainBox box) {
        var trains = new ArrayList<List<List<TrainBox>>>();
        for (int i = 0; i <= wagons.size(); i++) {
            var own = new ArrayList<>(wagons);
            own.add(i, List.of(box));
            trains.add(own);
            if (i < wagons.size() && wagons.get(i).size() == 1) {
                var pair = new ArrayList<>(wagons);
                pair.set(i, List.of(wagons.get(i).get(0), box));
                trains.add(pair);
            }
        }
        return trains;
    }

    @Test
    void noContainerCanBeAddedToOrExchangedIntoATrainThatIsCalledBest() {
        int best = 0;
        for (int seed = 1; seed <= 120; seed++) {
            var random = new Random(seed);
            var rules = rules(random);
            var boxes = yard(random);
            var plan = TrainPlanner.plan(rules, boxes, List.of(), TrainPlanner.Effort.USUAL);
            var wagons = plan.consist().wagons();
            assertThat(isSound(rules, wagons, boxes)).as("seed " + seed).isTrue();
            assertThat(plan.worth()).isLessThanOrEqualTo(plan.bound());
            if (!plan.isOptimal()) {
                continue;
            }
            best++;
            for (var left : plan.consist().leftOut()) {
                assertThat(withOneMore(wagons, left.box()).stream().filter(t -> isSound(rules, t, boxes)))
                        .as("seed %d: %s could travel", seed, left)
                        .isEmpty();
                assertThat(exchanges(wagons, left.box()).stream().filter(t -> isSound(rules, t, boxes)))
                        .as("seed %d: %s is worth more than one that travels", seed, left)
                        .isEmpty();
            }
        }
        assertThat(best).isGreaterThan(100);
    }

    /** The train with one container of less worth taken for this one. */
    private static List<List<List<TrainBox>>> exchanges(List<List<TrainBox>> wagons, TrainBox box) {
        var trains = new ArrayList<List<List<TrainBox>>>();
        for (int i = 0; i < wagons.size(); i++) {
            for (int j = 0; j < wagons.get(i).size(); j++) {
                if (wagons.get(i).get(j).worth() < box.worth()) {
                    var load = new ArrayList<>(wagons.get(i));
                    load.set(j, box);
                    var train = new ArrayList<>(wagons);
                    train.set(i, load);
                    trains.add(train);
                }
            }
        }
        return trains;
    }

    @Test
    void theLimitNamedForWhatStaysIsTrue() {
        int gross = 0;
        int length = 0;
        for (int seed = 1; seed <= 150; seed++) {
            var random = new Random(seed);
            var rules = rules(random);
            var boxes = yard(random);
            var consist = TrainPlanner.plan(rules, boxes);
            for (var left : consist.leftOut()) {
                long after = consist.boxesG() + left.box().grossG();
                switch (left.rule()) {
                    case "TRAIN-BOX-GROSS" -> {
                        var limits = rules.limits();
                        long own = left.box().type().startsWith("20") ? limits.maxTwentyG() : limits.maxFortyG();
                        var wagon = rules.wagon();
                        assertThat(left.box().grossG())
                                .isGreaterThan(Math.min(
                                        own,
                                        Math.min(wagon.payloadG(), wagon.axles() * wagon.maxAxleG() - wagon.tareG())));
                    }
                    case "TRAIN-GROSS" -> {
                        gross++;
                        assertThat(after)
                                .as("seed %d, %s", seed, left)
                                .isGreaterThan(rules.limits().maxBoxesG());
                    }
                    default -> {
                        length++;
                        assertThat(left.rule()).isEqualTo("TRAIN-LENGTH");
                        assertThat(consist.wagons().size())
                                .as("seed %d, %s", seed, left)
                                .isEqualTo(rules.limits().maxWagons());
                        assertThat(after).isLessThanOrEqualTo(rules.limits().maxBoxesG());
                    }
                }
            }
        }
        assertThat(Math.min(gross, length)).as("both limits were met").isGreaterThan(30);
    }

    @Test
    void theOrderOfTheYardDoesNotChangeWhatATrainIsWorth() {
        for (int seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var rules = rules(random);
            var boxes = yard(random);
            var plan = TrainPlanner.plan(rules, boxes, List.of(), TrainPlanner.Effort.USUAL);
            var mixed = new ArrayList<>(boxes);
            java.util.Collections.shuffle(mixed, random);
            var other = TrainPlanner.plan(rules, mixed, List.of(), TrainPlanner.Effort.USUAL);
            if (plan.isOptimal() && other.isOptimal()) {
                assertThat(other.worth()).as("seed " + seed).isEqualTo(plan.worth());
                assertThat(other.consist().wagons())
                        .hasSameSizeAs(plan.consist().wagons());
            }
        }
    }

    @Test
    void routesStandInTheOrderInWhichTheyAreReachedFromTheEndOfTheTrain() {
        for (int seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var order = random.nextBoolean() ? List.of("ALA", "WAW") : List.of("WAW", "ALA");
            var boxes = yard(random);
            var wagons = TrainPlanner.plan(rules(random), boxes, order, TrainPlanner.Effort.USUAL)
                    .consist()
                    .wagons();
            var routes = wagons.stream().map(w -> w.get(0).route()).distinct().toList();
            assertThat(routes).isSubsetOf(order);
            if (routes.size() == 2) {
                assertThat(routes).containsExactly(order.get(1), order.get(0));
            }
        }
    }
}
