package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.PoolTrain.Load;

/** Trains of pools drawn by seed, then spoilt one fault at a time: the checker names the rule and the wagon. */
class PoolMutationTest {

    private static final TrainRules RULES = TrainRules.STANDARD;

    private record Made(List<TrainBox> offered, PoolTrain train) {

        List<String> told(TrainRules rules, List<WagonOffer> pool, List<Load> wagons, List<Consist.LeftOut> left) {
            return PoolChecker.check(new PoolTrain(rules, pool, wagons, left, train.bound()), offered).stream()
                    .map(f -> f.rule() + " " + f.place().source())
                    .toList();
        }

        List<String> told(List<Load> wagons) {
            return told(train.rules(), train.pool(), wagons, train.leftOut());
        }

        List<String> told(TrainRules.Limits limits) {
            return told(RULES.with(limits, "test"), train.pool(), train.wagons(), train.leftOut());
        }

        List<Load> with(int at, Load load) {
            var wagons = new ArrayList<>(train.wagons());
            wagons.set(at, load);
            return wagons;
        }
    }

    private static final List<Made> MADE = made();

    private static WagonOffer offer(Random random, String model, int lengthMm, int feet, int axles) {
        var wagon = new Wagon(
                model,
                22_000_000,
                axles * 17_500_000L,
                lengthMm,
                axles,
                18_000_000 + random.nextInt(4_000_000),
                lengthMm - 4_300);
        return new WagonOffer(wagon, feet, 3 + random.nextInt(12), 1 + random.nextInt(5));
    }

    private static List<Made> made() {
        var all = new ArrayList<Made>();
        for (long seed = 1; seed <= 4; seed++) {
            var random = new Random(seed);
            var pool = List.of(
                    offer(random, "X70", 13_466, 40, 4),
                    offer(random, "X4K", 19_416, 60, 4),
                    offer(random, "BX70B", 26_366, 80, 4),
                    offer(random, "Sggmrss", 29_590, 90, 6));
            var boxes = new ArrayList<TrainBox>();
            for (int i = 0; i < 50; i++) {
                var type = List.of("20GP", "20GP", "40HC", "45HC").get(random.nextInt(4));
                var route = List.of("ALA", "WAW", "DUI").get(random.nextInt(3));
                boxes.add(new TrainBox(
                        "B" + i, type, 3_000_000L + random.nextInt(21_000_000), route, 10 * (1 + random.nextInt(9))));
            }
            all.add(new Made(boxes, PoolPlanner.plan(RULES, pool, boxes, List.of("WAW"))));
        }
        return all;
    }

    @Test
    void beforeAnythingIsSpoiltThereIsNothingToSay() {
        for (var m : MADE) {
            assertThat(m.told(m.train().wagons())).isEmpty();
            assertThat(m.train().worth()).isLessThanOrEqualTo(m.train().bound());
            assertThat(m.train().cost()).isGreaterThanOrEqualTo(m.train().leastCost());
        }
    }

    @Test
    void theTrainsOwnMassAndLengthAreJustEnoughAndOneLessIsTooLittle() {
        for (var m : MADE) {
            var u = RULES.limits();
            long mass = m.train().boxesG();
            long length = m.train().lengthMm();
            assertThat(m.told(limits(u.maxPairG(), mass, u.maxWagons(), length)))
                    .isEmpty();
            assertThat(m.told(limits(u.maxPairG(), mass - 1, u.maxWagons(), length)))
                    .containsExactly("TRAIN-GROSS train");
            assertThat(m.told(limits(u.maxPairG(), mass, u.maxWagons(), length - 1)))
                    .containsExactly("TRAIN-LENGTH train");
            double forties = m.train().wagons().stream()
                    .flatMap(w -> w.boxes().stream())
                    .mapToDouble(b -> b.isTwenty() ? 0.5 : 1)
                    .sum();
            assertThat(m.told(limits(u.maxPairG(), mass, (int) Math.ceil(forties), length)))
                    .isEmpty();
            assertThat(m.told(limits(u.maxPairG(), mass, (int) Math.ceil(forties) - 1, length)))
                    .containsExactly("TRAIN-LENGTH train");
        }
    }

    private static TrainRules.Limits limits(long pairG, long boxesG, int wagons, long lengthMm) {
        var u = RULES.limits();
        return new TrainRules.Limits(u.maxTwentyG(), u.maxFortyG(), pairG, boxesG, wagons, lengthMm);
    }

    @Test
    void everyWagonWhoseTwentiesDifferByMoreThanIsAllowedIsNamed() {
        int unequal = 0;
        for (var m : MADE) {
            var u = RULES.limits();
            for (long most : new long[] {0, 500_000, 1_500_000, 3_000_000}) {
                var named = new ArrayList<String>();
                for (int w = 0; w < m.train().wagons().size(); w++) {
                    var masses = m.train().wagons().get(w).boxes().stream()
                            .filter(TrainBox::isTwenty)
                            .mapToLong(TrainBox::grossG)
                            .summaryStatistics();
                    if (masses.getCount() > 1 && masses.getMax() - masses.getMin() > most) {
                        named.add("TRAIN-PAIR-MASS wagon " + (w + 1));
                    }
                }
                assertThat(m.told(limits(most, u.maxBoxesG(), u.maxWagons(), u.maxLengthMm())))
                        .isEqualTo(named);
                unequal += named.size();
            }
        }
        assertThat(unequal).isGreaterThan(10);
    }

    @Test
    void aPoolWithOneWagonLessThanTheTrainHasIsNamedByItsModel() {
        for (var m : MADE) {
            var models = new TreeSet<String>();
            var pool = new ArrayList<WagonOffer>();
            var wagons = new ArrayList<>(m.train().wagons());
            for (var o : m.train().pool()) {
                int used = (int) wagons.stream().filter(w -> w.on().equals(o)).count();
                var fewer = new WagonOffer(o.wagon(), o.loadingFt(), used - 1, o.cost());
                pool.add(fewer);
                wagons.replaceAll(w -> w.on().equals(o) ? new Load(fewer, w.boxes()) : w);
                if (used > 0) {
                    models.add("TRAIN-POOL " + o.wagon().model());
                }
            }
            assertThat(m.told(RULES, pool, wagons, m.train().leftOut())).containsExactlyInAnyOrderElementsOf(models);
        }
    }

    @Test
    void aContainerMadeLighterAndOneThatIsNowhereAreNamed() {
        for (var m : MADE) {
            var random = new Random(m.train().worth());
            int at = random.nextInt(m.train().wagons().size());
            var load = m.train().wagons().get(at);
            var boxes = new ArrayList<>(load.boxes());
            var old = boxes.remove(random.nextInt(boxes.size()));
            if (!boxes.isEmpty()) {
                assertThat(m.told(m.with(at, new Load(load.on(), List.copyOf(boxes)))))
                        .contains("TRAIN-BOX-LOST " + old.no());
            }
            boxes.add(new TrainBox(old.no(), old.type(), old.grossG() - 1, old.route(), old.worth()));
            assertThat(m.told(m.with(at, new Load(load.on(), List.copyOf(boxes)))))
                    .contains("TRAIN-BOX " + old.no());
        }
    }

    @Test
    void whatIsLeftOutAndTravelsTooIsNamedAndSoIsWhatIsForgotten() {
        for (var m : MADE) {
            var travels = m.train().wagons().get(0).boxes().get(0);
            var left = new ArrayList<>(m.train().leftOut());
            left.add(new Consist.LeftOut(travels, "TRAIN-WAGONS"));
            assertThat(m.told(RULES, m.train().pool(), m.train().wagons(), left))
                    .containsExactly("TRAIN-BOX " + travels.no());
            if (!m.train().leftOut().isEmpty()) {
                var fewer = m.train().leftOut().subList(1, m.train().leftOut().size());
                assertThat(m.told(RULES, m.train().pool(), m.train().wagons(), fewer))
                        .containsExactly("TRAIN-BOX-LOST "
                                + m.train().leftOut().get(0).box().no());
            }
        }
    }

    @Test
    void aContainerOfAnotherRouteOnAWagonIsNamedByItsWagon() {
        for (var m : MADE) {
            int last = m.train().wagons().size() - 1;
            var first = m.train().wagons().get(0);
            var other = m.train().wagons().get(last);
            var boxes = new ArrayList<>(first.boxes());
            boxes.add(other.boxes().get(0));
            assertThat(m.told(m.with(0, new Load(first.on(), boxes)))).contains("TRAIN-WAGON-ROUTE wagon 1");
            assertThat(m.told(m.with(last, new Load(other.on(), List.of()))))
                    .contains("TRAIN-WAGON-FEET wagon " + (last + 1));
            var turned = new ArrayList<>(m.train().wagons());
            Collections.rotate(turned, 1);
            assertThat(m.told(turned)).containsExactly("TRAIN-ORDER WAW");
        }
    }

    /** Reactions of a beam on two supports: each container's mass parted by where its middle is between the pivots. */
    @Test
    void theLoadOnEachBogieIsThatOfABeamOnTwoSupports() {
        int broken = 0;
        for (var m : MADE) {
            for (int w = 0; w < m.train().wagons().size(); w++) {
                var load = m.train().wagons().get(w);
                var wagon = load.on().wagon();
                double row = -76;
                for (var b : load.boxes()) {
                    row += b.lengthMm() + 76;
                }
                double at = -row / 2;
                double rear = 0;
                for (var b : load.boxes()) {
                    rear += b.grossG() * (0.5 + (at + b.lengthMm() / 2.0) / wagon.pivotsMm());
                    at += b.lengthMm() + 76;
                }
                double heavier = Math.max(rear, load.grossG() - rear);
                long axle = (long) Math.ceil((heavier + wagon.tareG() / 2.0) / (wagon.axles() / 2.0));
                assertThat(withAxle(m, w, axle + 1)).isEmpty();
                assertThat(withAxle(m, w, axle - 3)).containsExactly("TRAIN-AXLE wagon " + (w + 1));
                broken++;
            }
        }
        assertThat(broken).isGreaterThan(50);
    }

    private static List<String> withAxle(Made m, int at, long axleG) {
        var load = m.train().wagons().get(at);
        var w = load.on().wagon();
        var other = new Wagon("other", w.tareG(), w.payloadG(), w.lengthMm(), w.axles(), axleG, w.pivotsMm());
        var offer = new WagonOffer(other, load.on().loadingFt(), 1, 1);
        var pool = new ArrayList<>(m.train().pool());
        pool.add(offer);
        return m.told(
                RULES,
                pool,
                m.with(at, new Load(offer, load.boxes())),
                m.train().leftOut());
    }

    @Test
    void twoOfferedContainersUnderOneNumberAreNamed() {
        var made = MADE.get(0);
        var offered = new ArrayList<>(made.offered());
        var first = offered.get(0);
        offered.add(0, new TrainBox(first.no(), first.type(), first.grossG() + 1, first.route(), first.worth()));
        assertThat(new Made(offered, made.train()).told(made.train().wagons()))
                .containsExactly("TRAIN-BOX-TWICE " + first.no());
    }
}
