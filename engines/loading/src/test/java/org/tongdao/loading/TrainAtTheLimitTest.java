package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Each limit of a train kept to the last gram and millimetre, by the planner and by its checker, and then broken by one. */
class TrainAtTheLimitTest {

    private static final TrainRules RULES = TrainRules.STANDARD;
    private static final TrainRules.Limits USUAL = RULES.limits();

    private static TrainBox box(String no, String type, long grossG) {
        return new TrainBox(no, type, grossG, "ALA");
    }

    private static TrainRules rules(long pairG, long boxesG, int wagons, long lengthMm) {
        return RULES.with(
                new TrainRules.Limits(USUAL.maxTwentyG(), USUAL.maxFortyG(), pairG, boxesG, wagons, lengthMm), "test");
    }

    private static Consist planned(TrainRules rules, List<TrainBox> boxes) {
        var consist = TrainPlanner.plan(rules, boxes);
        assertThat(TrainChecker.check(consist, boxes)).noneMatch(Finding::stops);
        return consist;
    }

    private static List<String> told(TrainRules rules, List<List<TrainBox>> wagons) {
        var offered = wagons.stream().flatMap(List::stream).toList();
        return TrainChecker.check(new Consist(rules, wagons, List.of()), offered).stream()
                .map(f -> f.rule() + " | " + f.place().source() + " | " + f.value())
                .toList();
    }

    private static List<TrainBox> forties(int n, long grossG) {
        return IntStream.range(0, n).mapToObj(i -> box("F" + i, "40HC", grossG)).toList();
    }

    private static List<String> left(Consist consist) {
        return consist.leftOut().stream()
                .map(l -> l.box().no() + " " + l.rule())
                .toList();
    }

    @Test
    void aTwentyOf24TonnesAndAFortyOf25Travel() {
        var at = List.of(box("T", "20GP", 24_000_000), box("F", "40HC", 25_000_000), box("L", "45HC", 25_000_000));
        assertThat(planned(RULES, at).leftOut()).isEmpty();
        var over = List.of(box("T", "20GP", 24_000_001), box("F", "40HC", 25_000_001));
        assertThat(left(planned(RULES, over))).containsExactly("T TRAIN-BOX-GROSS", "F TRAIN-BOX-GROSS");
        assertThat(told(RULES, List.of(List.of(over.get(1))))).containsExactly("TRAIN-BOX-GROSS | F | 25000001 g");
    }

    @Test
    void aPairMayDifferByFiveTonnes() {
        var heavy = box("H", "20GP", 20_000_000);
        var even = box("L", "20GP", 15_000_000);
        var less = box("L", "20GP", 14_999_999);
        assertThat(planned(RULES, List.of(heavy, even)).wagons()).hasSize(1);
        assertThat(planned(RULES, List.of(heavy, less)).wagons()).hasSize(2);
        assertThat(told(RULES, List.of(List.of(heavy, even)))).isEmpty();
        assertThat(told(RULES, List.of(List.of(heavy, less)))).containsExactly("TRAIN-PAIR-MASS | wagon 1 | 5000001 g");
    }

    /** Two 20' whose middles are 2 × 3,067 mm apart on pivots 9,200 mm apart part the bogies by 0.6667 of what they differ. */
    @Test
    void whereAPairMayDifferMoreTheBogiesPartIt() {
        var loose = rules(20_000_000, USUAL.maxBoxesG(), 55, USUAL.maxLengthMm());
        var light = box("L", "20GP", 3_000_000);
        var most = box("H", "20GP", 3_000_000 + 14_998_369);
        var over = box("H", "20GP", 3_000_000 + 14_998_372);
        assertThat(planned(loose, List.of(light, most)).wagons()).hasSize(1);
        assertThat(planned(loose, List.of(light, over)).wagons()).hasSize(2);
        assertThat(told(loose, List.of(List.of(light, most)))).isEmpty();
        assertThat(told(loose, List.of(List.of(over, light))))
                .containsExactly("TRAIN-BOGIES-APART | wagon 1 | 10000002 g");
    }

    @Test
    void theContainersOfATrainWeighNoMoreThanItsGross() {
        var boxes = forties(6, 20_000_000);
        assertThat(planned(rules(5, 120_000_000, 55, 850_000), boxes).leftOut()).isEmpty();
        var less = planned(rules(5, 119_999_999, 55, 850_000), boxes);
        assertThat(less.leftOut()).extracting(Consist.LeftOut::rule).containsExactly("TRAIN-GROSS");
        assertThat(less.boxesG()).isEqualTo(100_000_000);
        assertThat(less.grossG()).isEqualTo(100_000_000 + 5 * 22_400_000L);
    }

    @Test
    void aTrainIsNoLongerThanItsWagonsMayBe() {
        var boxes = forties(6, 9_000_000);
        assertThat(planned(rules(5, 999_000_000, 55, 6 * 13_466), boxes).lengthMm())
                .isEqualTo(6 * 13_466);
        for (var shorter : List.of(rules(5, 999_000_000, 55, 6 * 13_466 - 1), rules(5, 999_000_000, 5, 850_000))) {
            var consist = planned(shorter, boxes);
            assertThat(consist.wagons()).hasSize(5);
            assertThat(consist.leftOut()).extracting(Consist.LeftOut::rule).containsExactly("TRAIN-LENGTH");
            var all = boxes.stream().map(List::of).toList();
            assertThat(told(shorter, all)).singleElement().asString().startsWith("TRAIN-LENGTH | train | ");
        }
    }

    /** 54 × 24 t and one of 4 t are 1,300 t on 55 wagons: both limits are used up. */
    @Test
    void heavyBusinessFreightIsMixedWithLightParcelsSoThatWeightAndWagonsAreBothUsedUp() {
        for (long light : new long[] {4_000_000, 4_000_001}) {
            var boxes = new ArrayList<TrainBox>();
            IntStream.range(0, 60).forEach(i -> boxes.add(new TrainBox("H" + i, "40HC", 24_000_000, "WAW", 60)));
            IntStream.range(0, 60).forEach(i -> boxes.add(new TrainBox("L" + i, "40HC", light, "WAW", 20)));
            var consist = planned(RULES, boxes);
            long heavy = consist.wagons().stream()
                    .filter(w -> w.get(0).no().startsWith("H"))
                    .count();
            assertThat(heavy).isEqualTo(54);
            assertThat(consist.wagons()).hasSize(light == 4_000_000 ? 55 : 54);
            assertThat(consist.boxesG()).isEqualTo(light == 4_000_000 ? 1_300_000_000 : 1_296_000_000);
        }
    }

    /** The planner's word on a pair against the checker's, for wagons and masses drawn by seed. */
    @Test
    void thePlannerPairsExactlyWhatTheCheckerLetsPass() {
        int may = 0;
        int all = 3_000;
        var random = new Random(9);
        for (int n = 0; n < all; n++) {
            var wagon = new Wagon(
                    "drawn",
                    18_000_000 + random.nextInt(8_000_000),
                    30_000_000 + random.nextInt(40_000_000),
                    13_000,
                    4,
                    11_000_000 + random.nextInt(8_000_000),
                    8_000 + random.nextInt(3_000));
            var limits = new TrainRules.Limits(
                    24_000_000, 25_000_000, 1_000_000 + random.nextInt(19_000_000), 99_000_000, 9, 850_000);
            var rules = new TrainRules(1435, wagon, limits, "drawn");
            var a = box("A", "20GP", 2_500_000 + random.nextInt(21_500_000));
            var b = box("B", "20GP", 2_500_000 + random.nextInt(21_500_000));
            assertThat(rules.mayPair(a, b))
                    .as("%s and %s by %s", a, b, rules)
                    .isEqualTo(told(rules, List.of(List.of(a, b))).isEmpty());
            may += rules.mayPair(a, b) ? 1 : 0;
        }
        assertThat(may).isBetween(all / 5, 4 * all / 5);
    }

    @Test
    void whatOneWagonBearsIsTheLeastOfPayloadAndAxles() {
        assertThat(Wagon.X70.mostLoadG()).isEqualTo(4 * 18_000_000 - 22_400_000);
        assertThat(Wagon.H455.mostLoadG()).isEqualTo(62_000_000);
        var weak = new Wagon("weak", 20_000_000, 70_000_000, 13_466, 4, 11_000_000, 9_200);
        var rules = new TrainRules(1435, weak, USUAL, "test");
        assertThat(rules.maxGrossG("40HC")).isEqualTo(24_000_000);
        assertThat(rules.maxGrossG("20GP")).isEqualTo(24_000_000);
        assertThat(left(planned(rules, List.of(box("A", "40HC", 24_000_000), box("B", "40HC", 24_000_001)))))
                .containsExactly("B TRAIN-BOX-GROSS");
    }

    @Test
    void rulesChangeWithTheYearOnStandardGaugeOnly() {
        var days = Stream.of("2018-12-31", "2019-01-01", "2022-12-31", "2023-01-01", "2030-06-01");
        assertThat(days.map(LocalDate::parse)
                        .map(day -> TrainRules.of(1435, day).limits().maxWagons()))
                .containsExactly(41, 50, 50, 55, 55);
        assertThat(TrainRules.of(1520, LocalDate.of(2015, 1, 1))).isSameAs(TrainRules.BROAD);
        assertThat(planned(TrainRules.of(1435, LocalDate.of(2018, 5, 1)), forties(60, 9_000_000))
                        .wagons())
                .hasSize(41);
        assertThat(planned(TrainRules.BROAD, forties(70, 9_000_000)).wagons()).hasSize(62);
    }

    @Test
    void worthGrowsWithFeetPriorityAndBeingDue() {
        assertThat(TrainBox.worth("20GP", 1, false)).isEqualTo(10);
        assertThat(TrainBox.worth("40HC", 3, false)).isEqualTo(60);
        assertThat(TrainBox.worth("45HC", 3, true)).isEqualTo(240);
        assertThat(TrainBox.worth("20GP", 0, false)).isEqualTo(TrainBox.worth("20GP", 1, false));
        assertThat(TrainBox.worth("20GP", 12, false)).isEqualTo(TrainBox.worth("20GP", 9, false));
    }

    @Test
    void moreNodesNeverMakeATrainWorseAndNoTimeStillGivesASoundOne() {
        for (long seed = 1; seed <= 3; seed++) {
            var boxes = TrainYard.USUAL.boxes(seed);
            long before = 0;
            for (long nodes : new long[] {1, 10, 100}) {
                var plan = TrainPlanner.plan(
                        RULES, boxes, List.of(), new TrainPlanner.Effort(nodes, Long.MAX_VALUE, () -> 0));
                assertThat(plan.worth()).isBetween(before, plan.bound());
                before = plan.worth();
            }
            var late = new TrainPlanner.Effort(Long.MAX_VALUE, 0, System::nanoTime);
            var hurried = TrainPlanner.plan(RULES, boxes, List.of(), late);
            assertThat(TrainChecker.check(hurried.consist(), boxes)).noneMatch(Finding::stops);
            assertThat(hurried.bound()).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void anEmptyYardGivesAnEmptyTrainThatIsBest() {
        var plan = TrainPlanner.plan(RULES, List.of(), List.of("ALA"), TrainPlanner.Effort.USUAL);
        assertThat(plan.consist().wagons()).isEmpty();
        assertThat(plan.isOptimal()).isTrue();
        assertThat(plan.gap()).isZero();
        assertThat(TrainChecker.check(plan.consist(), List.of())).isEmpty();
    }

    @Test
    void destinationsThatAreNotNamedStandAtTheHeadByName() {
        var boxes = Stream.of("DUI", "ALA", "WAW", "MOW")
                .map(route -> new TrainBox("B" + route, "40HC", 9_000_000, route))
                .toList();
        var plan = TrainPlanner.plan(RULES, boxes, List.of("WAW", "DUI"), TrainPlanner.Effort.USUAL);
        assertThat(plan.consist().wagons().stream().map(w -> w.get(0).route()))
                .containsExactly("ALA", "MOW", "DUI", "WAW");
    }
}
