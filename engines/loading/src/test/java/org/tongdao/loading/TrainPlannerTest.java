package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class TrainPlannerTest {

    private static final TrainRules RULES = TrainRules.STANDARD;

    private static TrainBox box(int n, String type, long kg, String route) {
        return new TrainBox("TDGU%07d".formatted(n), type, kg * 1000, route);
    }

    @Test
    void twentiesShareAWagonWithinFiveTonnesAndOneRoute() {
        var boxes = List.of(
                box(1, "20GP", 20_000, "ALA"),
                box(2, "20GP", 15_500, "ALA"),
                box(3, "20GP", 9_000, "ALA"),
                box(4, "20GP", 20_000, "WAW"),
                box(5, "40HC", 12_000, "WAW"));
        var consist = TrainPlanner.plan(RULES, boxes);
        assertThat(consist.wagons())
                .containsExactly(
                        List.of(boxes.get(0), boxes.get(1)),
                        List.of(boxes.get(2)),
                        List.of(boxes.get(3)),
                        List.of(boxes.get(4)));
        assertThat(TrainChecker.check(consist, boxes)).extracting(Finding::rule).containsOnly("TRAIN-20-ALONE");
        assertThat(consist.grossG()).isEqualTo(76_500_000L + 4 * 22_400_000L);
    }

    @Test
    void whatAWagonOrTheTrainCannotCarryStaysAndNamesTheLimit() {
        var boxes = new ArrayList<TrainBox>();
        for (int i = 0; i < 60; i++) {
            boxes.add(box(i, "40HC", i == 0 ? 25_001 : 24_000, "WAW"));
        }
        var consist = TrainPlanner.plan(RULES, boxes);
        assertThat(consist.wagons()).hasSize(54);
        assertThat(consist.leftOut()).extracting(Consist.LeftOut::rule).contains("TRAIN-BOX-GROSS", "TRAIN-GROSS");
        assertThat(consist.leftOut()).hasSize(6);
        assertThat(TrainChecker.check(consist, boxes)).isEmpty();
        boxes.replaceAll(b -> new TrainBox(b.no(), b.type(), 9_000_000, b.route()));
        assertThat(TrainPlanner.plan(RULES, boxes).leftOut())
                .hasSize(5)
                .allMatch(l -> l.rule().equals("TRAIN-LENGTH"));
    }

    @Test
    void everyTrainOfSixtyRandomYardsPassesTheChecker() {
        var random = new Random(7);
        for (int n = 0; n < 60; n++) {
            var boxes = new ArrayList<TrainBox>();
            int size = random.nextInt(140);
            for (int i = 0; i < size; i++) {
                boxes.add(box(
                        i,
                        random.nextInt(3) == 0 ? "40HC" : "20GP",
                        2_500 + random.nextInt(23_500),
                        random.nextBoolean() ? "ALA" : "WAW"));
            }
            var rules = TrainRules.of(random.nextBoolean() ? 1435 : 1520);
            var consist = TrainPlanner.plan(rules, boxes);
            assertThat(TrainChecker.check(consist, boxes).stream().filter(Finding::stops))
                    .isEmpty();
        }
    }

    @Test
    void thePairingLeavesAsFewAloneAsTryingEveryPairingDoes() {
        var random = new Random(11);
        for (int n = 0; n < 100; n++) {
            var boxes = new ArrayList<TrainBox>();
            int size = 1 + random.nextInt(8);
            for (int i = 0; i < size; i++) {
                boxes.add(box(i, "20GP", 3_000 + random.nextInt(21_000), "ALA"));
            }
            assertThat(TrainPlanner.plan(RULES, boxes).wagons()).hasSize(fewest(boxes));
        }
    }

    private static int fewest(List<TrainBox> boxes) {
        if (boxes.isEmpty()) {
            return 0;
        }
        var first = boxes.get(0);
        var rest = boxes.subList(1, boxes.size());
        int best = 1 + fewest(rest);
        for (int i = 0; i < rest.size(); i++) {
            if (Math.abs(first.grossG() - rest.get(i).grossG())
                    <= RULES.limits().maxPairG()) {
                var others = new ArrayList<>(rest);
                others.remove(i);
                best = Math.min(best, 1 + fewest(others));
            }
        }
        return best;
    }

    @Test
    void theCheckerSeesEveryKindOfFault() {
        var light = box(1, "20GP", 5_000, "ALA");
        var heavy = box(2, "20GP", 24_500, "WAW");
        var forty = box(3, "40HC", 25_500, "ALA");
        var lost = box(4, "40HC", 9_000, "ALA");
        var weak = new Wagon("X70", 22_400_000, 20_000_000, 13_466, 4, 10_000_000, 9_200);
        var tight =
                new TrainRules(1435, weak, new TrainRules.Limits(24_000_000, 25_000_000, 5_000_000, 1, 1, 13_466), "");
        var bad = new Consist(tight, List.of(List.of(light, heavy), List.of(forty, light), List.of(heavy)), List.of());
        assertThat(TrainChecker.check(bad, List.of(light, heavy, forty, lost)))
                .extracting(Finding::rule)
                .contains(
                        "TRAIN-BOX",
                        "TRAIN-BOX-LOST",
                        "TRAIN-BOX-GROSS",
                        "TRAIN-WAGON-FEET",
                        "TRAIN-AXLE",
                        "TRAIN-PAYLOAD",
                        "TRAIN-BOGIE",
                        "TRAIN-BOGIES-APART",
                        "TRAIN-PAIR-MASS",
                        "TRAIN-PAIR-ROUTE",
                        "TRAIN-20-ALONE",
                        "TRAIN-ORDER",
                        "TRAIN-LENGTH",
                        "TRAIN-GROSS");
    }

    @Test
    void theCheckerSeesWhatIsLeftOutWrongly() {
        var loaded = box(1, "40HC", 20_000, "ALA");
        var stranger = box(2, "40HC", 9_000, "ALA");
        var twin = new TrainBox(loaded.no(), "40HC", 8_000_000, "ALA");
        var both = new Consist(
                RULES,
                List.of(List.of(loaded)),
                List.of(new Consist.LeftOut(loaded, "TRAIN-GROSS"), new Consist.LeftOut(stranger, "TRAIN-GROSS")));
        assertThat(TrainChecker.check(both, List.of(loaded)))
                .extracting(Finding::rule)
                .containsExactly("TRAIN-BOX", "TRAIN-BOX");
        var one = new Consist(RULES, List.of(List.of(loaded)), List.of());
        assertThat(TrainChecker.check(one, List.of(twin, loaded)))
                .extracting(Finding::rule)
                .containsExactly("TRAIN-BOX-TWICE");
    }

    @Test
    void aGramTooMuchOnTheAxlesIsTooMuch() {
        var wagon = new Wagon("X70", 22_400_000, 70_000_000, 13_466, 4, 10_000_000, 9_200);
        var rules = new TrainRules(
                1435, wagon, new TrainRules.Limits(24_000_000, 25_000_000, 5_000_000, 99_000_000, 9, 999_999), "");
        var full = new TrainBox("TDGU0000001", "40HC", 17_600_000, "ALA");
        var over = new TrainBox("TDGU0000001", "40HC", 17_600_001, "ALA");
        assertThat(checkAlone(rules, full)).isEmpty();
        assertThat(checkAlone(rules, over)).extracting(Finding::rule).containsExactly("TRAIN-AXLE");
    }

    private static List<Finding> checkAlone(TrainRules rules, TrainBox box) {
        return TrainChecker.check(new Consist(rules, List.of(List.of(box)), List.of()), List.of(box));
    }

    @Test
    void everyYardOfTheFamilyIsSolvedToTheProvedBest() {
        for (long seed = 1; seed <= 6; seed++) {
            var boxes = TrainYard.USUAL.boxes(seed);
            var plan = TrainPlanner.plan(
                    RULES, boxes, List.of("D03"), new TrainPlanner.Effort(100, Long.MAX_VALUE, () -> 0));
            assertThat(plan.gap()).as("seed " + seed).isLessThanOrEqualTo(0.01);
            assertThat(TrainChecker.check(plan.consist(), boxes).stream().filter(Finding::stops))
                    .isEmpty();
            assertThat(TrainYard.USUAL.boxes(seed)).isEqualTo(boxes);
            var last = plan.consist().wagons().get(plan.consist().wagons().size() - 1);
            assertThat(last.get(0).route()).isEqualTo("D03");
        }
    }

    @Test
    void theBestTrainIsTheBestOfAllSubsets() {
        var random = new Random(5);
        for (int n = 0; n < 40; n++) {
            var boxes = new ArrayList<TrainBox>();
            for (int i = 0; i < 9; i++) {
                var type = random.nextBoolean() ? "40HC" : "20GP";
                boxes.add(new TrainBox(
                        "BOX" + i,
                        type,
                        (5_000 + random.nextInt(19_000)) * 1000L,
                        random.nextBoolean() ? "ALA" : "WAW",
                        TrainBox.worth(type, 1 + random.nextInt(3), false)));
            }
            var limits = new TrainRules.Limits(
                    24_000_000, 25_000_000, 5_000_000, (40 + random.nextInt(60)) * 1_000_000L, 4, 850_000);
            var rules = RULES.with(limits, "test");
            var plan =
                    TrainPlanner.plan(rules, boxes, List.of(), new TrainPlanner.Effort(5000, Long.MAX_VALUE, () -> 0));
            long best = bestOfAll(rules, boxes);
            assertThat(plan.worth()).as("case " + n).isEqualTo(best);
            assertThat(plan.bound()).as("case " + n).isGreaterThanOrEqualTo(best);
        }
    }

    private static long bestOfAll(TrainRules rules, List<TrainBox> boxes) {
        long best = 0;
        for (int set = 0; set < 1 << boxes.size(); set++) {
            var some = new ArrayList<TrainBox>();
            for (int i = 0; i < boxes.size(); i++) {
                if ((set & 1 << i) != 0) {
                    some.add(boxes.get(i));
                }
            }
            long worth = some.stream().mapToLong(TrainBox::worth).sum();
            long mass = some.stream().mapToLong(TrainBox::grossG).sum();
            if (worth > best
                    && mass <= rules.limits().maxBoxesG()
                    && wagons(some) <= rules.limits().maxWagons()) {
                best = worth;
            }
        }
        return best;
    }

    private static int wagons(List<TrainBox> boxes) {
        int wagons = (int) boxes.stream().filter(b -> !b.isTwenty()).count();
        for (var route : List.of("ALA", "WAW")) {
            wagons += fewest(boxes.stream()
                    .filter(b -> b.isTwenty() && b.route().equals(route))
                    .toList());
        }
        return wagons;
    }

    @Test
    void whatTheNextTrainWouldBringTooLateGoesFirst() {
        var boxes = new ArrayList<TrainBox>();
        for (int i = 0; i < 60; i++) {
            boolean due = i >= 50;
            boxes.add(new TrainBox(
                    "BOX" + i, "40HC", due ? 24_000_000 : 9_000_000, "WAW", TrainBox.worth("40HC", 1, due)));
        }
        var consist = TrainPlanner.plan(RULES, boxes);
        assertThat(consist.wagons().stream().flatMap(List::stream)).containsAll(boxes.subList(50, 60));
        assertThat(consist.leftOut()).hasSize(5).allMatch(l -> l.rule().equals("TRAIN-LENGTH"));
    }

    @Test
    void theSizeOfATrainIsThatOfItsYear() {
        assertThat(Stream.of("2018-05-01", "2022-12-31", "2023-01-01")
                        .map(java.time.LocalDate::parse)
                        .map(day -> TrainRules.of(1435, day).limits().maxWagons()))
                .containsExactly(41, 50, 55);
    }

    @Test
    void theRulesAreThoseOfTheGauge() {
        assertThat(Stream.of(1435, 1520).map(TrainRules::of).map(TrainRules::model))
                .containsExactly("X70", "13-H455");
    }
}
