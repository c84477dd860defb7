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
    void everyTrainOfFiveHundredRandomYardsPassesTheChecker() {
        var random = new Random(7);
        for (int n = 0; n < 500; n++) {
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
        for (int n = 0; n < 300; n++) {
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
            if (Math.abs(first.grossG() - rest.get(i).grossG()) <= RULES.maxPairG()) {
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
        var tight = new TrainRules(
                1435, "X70", 22_400_000, 13_466, 4, 10_000_000, 24_000_000, 25_000_000, 5_000_000, 1, 1, "");
        var bad = new Consist(tight, List.of(List.of(light, heavy), List.of(forty, light), List.of(heavy)), List.of());
        assertThat(TrainChecker.check(bad, List.of(light, heavy, forty, lost)))
                .extracting(Finding::rule)
                .contains(
                        "TRAIN-BOX",
                        "TRAIN-BOX-LOST",
                        "TRAIN-BOX-GROSS",
                        "TRAIN-WAGON-FEET",
                        "TRAIN-AXLE",
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
        var rules = new TrainRules(
                1435, "X70", 22_400_000, 13_466, 4, 10_000_000, 24_000_000, 25_000_000, 5_000_000, 99_000_000, 9, "");
        var full = new TrainBox("TDGU0000001", "40HC", 17_600_000, "ALA");
        var over = new TrainBox("TDGU0000001", "40HC", 17_600_001, "ALA");
        assertThat(checkAlone(rules, full)).isEmpty();
        assertThat(checkAlone(rules, over)).extracting(Finding::rule).containsExactly("TRAIN-AXLE");
    }

    private static List<Finding> checkAlone(TrainRules rules, TrainBox box) {
        return TrainChecker.check(new Consist(rules, List.of(List.of(box)), List.of()), List.of(box));
    }

    @Test
    void theRulesAreThoseOfTheGauge() {
        assertThat(Stream.of(1435, 1520).map(TrainRules::of).map(TrainRules::model))
                .containsExactly("X70", "13-H455");
    }
}
