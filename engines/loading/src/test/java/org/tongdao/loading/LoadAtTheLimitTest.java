package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Room;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Size;

/** Each limit of a container kept to the last millimetre and gram, and then broken by the least there is: rule, box and value are told. */
class LoadAtTheLimitTest {

    private static final ContainerType TYPE = new ContainerType("T", new Size(4000, 1000, 2000), 0, 9_000_000);
    private static final LoadRules FREE = LoadRules.SUPPORT_ONLY;

    private static Cargo cube(String id, long grossG) {
        return Cargo.of(id, List.of(500, 500, 500), 9, grossG);
    }

    private static Stowed at(String cargo, int x, int y, int z) {
        return new Stowed(cargo, x, y, z, 500, 500, 500);
    }

    private static LoadProblem problem(LoadRules rules, Cargo... cargo) {
        return LoadProblem.of("x", TYPE, List.of(cargo), rules);
    }

    private static List<String> told(LoadProblem problem, Stowed... boxes) {
        return told(problem, Stream.of(new Loaded(problem.fleet().get(0), List.of(boxes))));
    }

    private static List<String> told(LoadProblem problem, Stream<Loaded> containers) {
        return LoadChecker.check(problem, containers.toList()).stream()
                .map(f -> f.rule() + " | " + f.place().source() + " | " + f.value())
                .toList();
    }

    @Test
    void aBoxOnTwoBearsDownOnEachByTheAreaItTouches() {
        var beam = Cargo.of("beam", List.of(400, 500, 500), 1, 100_000);
        // 300 of its 400 mm stand on the left box, 100 on the right one
        var boxes = new Stowed[] {
            at("left", 0, 0, 0), at("right", 500, 0, 0), new Stowed("beam", 200, 0, 500, 400, 500, 500)
        };
        for (long less : new long[] {0, 1}) {
            var left = cube("left", 1).with(new Cargo.Strength(75_000 - less, 9));
            var right = cube("right", 1).with(new Cargo.Strength(25_000 - less, 9));
            var told = told(problem(FREE, left, right, beam), boxes);
            if (less == 0) {
                assertThat(told).isEmpty();
            } else {
                assertThat(told)
                        .containsExactlyInAnyOrder(
                                "LOAD-BEARING | container 1, left | 75000 g",
                                "LOAD-BEARING | container 1, right | 25000 g");
            }
        }
    }

    @Test
    void whatStandsHigherComesDownThroughWhatIsBetween() {
        var base = cube("base", 70_000).with(new Cargo.Strength(60_000, 9));
        var mid = cube("mid", 40_000);
        var boxes = new Stowed[] {at("base", 0, 0, 0), at("mid", 0, 0, 500), at("top", 0, 0, 1000)};
        assertThat(told(problem(FREE, base, mid, cube("top", 20_000)), boxes)).isEmpty();
        assertThat(told(problem(FREE, base, mid, cube("top", 20_001)), boxes))
                .containsExactly("LOAD-BEARING | container 1, base | 60001 g");
    }

    @Test
    void layersAreThoseOfTheHighestStackAndNotTheirSum() {
        var plate = Cargo.of("plate", List.of(1000, 500, 500), 1, 1).with(new Cargo.Strength(Long.MAX_VALUE, 2));
        var problem = problem(FREE, plate, cube("c", 1));
        var floor = new Stowed("plate", 0, 0, 0, 1000, 500, 500);
        assertThat(told(
                        problem,
                        floor,
                        at("c", 0, 0, 500),
                        at("c", 0, 0, 1000),
                        at("c", 500, 0, 500),
                        at("c", 500, 0, 1000)))
                .isEmpty();
        assertThat(told(problem, floor, at("c", 0, 0, 500), at("c", 0, 0, 1000), at("c", 0, 0, 1500)))
                .containsExactly("LOAD-LAYERS | container 1, plate | 3");
    }

    @Test
    void aBoxWhoseCentreIsNotOverWhatBearsItTips() {
        var problem = problem(FREE.withSupport(0.4), cube("c", 1));
        assertThat(told(problem, at("c", 0, 0, 0), at("c", 249, 0, 500))).isEmpty();
        assertThat(told(problem, at("c", 0, 0, 0), at("c", 250, 0, 500)))
                .extracting(t -> t.split(" \\|")[0])
                .containsExactly("LOAD-TIPS");
        assertThat(told(problem, at("c", 249, 0, 0), at("c", 0, 0, 500))).isEmpty();
        for (var above : List.of(at("c", 0, 0, 500), at("c", 550, 0, 500), at("c", 300, 250, 500))) {
            assertThat(told(problem, at("c", 280, 0, 0), above))
                    .extracting(t -> t.split(" \\|")[0])
                    .containsExactly("LOAD-TIPS");
        }
        // two hold it together that could not alone; one would drop it
        var leg = List.of(at("c", 0, 0, 0), at("c", 740, 0, 0));
        assertThat(told(problem, leg.get(0), leg.get(1), at("c", 370, 0, 500))).isEmpty();
        assertThat(told(problem(FREE.withSupport(0), cube("c", 1)), leg.get(0), at("c", 370, 0, 500)))
                .isEmpty();
    }

    @Test
    void theShareOfTheBaseThatMustStandIsKeptToTheMillimetre() {
        var problem = problem(FREE.withSupport(0.6), cube("c", 1));
        assertThat(told(problem, at("c", 0, 0, 0), at("c", 200, 0, 500))).isEmpty();
        assertThat(told(problem, at("c", 0, 0, 0), at("c", 205, 0, 500)))
                .containsExactly("LOAD-SUPPORT | container 1, c | 59 %");
        assertThat(told(problem, at("c", 0, 0, 0), at("c", 200, 1, 500)))
                .extracting(t -> t.split(" \\|")[0])
                .containsExactly("LOAD-SUPPORT");
        // two boxes may share in it
        assertThat(told(problem, at("c", 0, 0, 0), at("c", 700, 0, 0), at("c", 350, 0, 500)))
                .isEmpty();
    }

    @Test
    void aMetreOfFloorIsCountedFromTheFrontWallAndBoxesArePartedBetweenMetres() {
        var rules = FREE.withMaxPerMetreG(300_000);
        // a quarter of the second box stands in the first metre
        assertThat(told(problem(rules, cube("c", 240_000)), at("c", 0, 0, 0), at("c", 875, 0, 0)))
                .isEmpty();
        assertThat(told(problem(rules, cube("c", 240_002)), at("c", 0, 0, 0), at("c", 875, 0, 0)))
                .containsExactly("LOAD-FLOOR | container 1 | 300003 g/m");
        assertThat(told(problem(rules, cube("c", 300_000)), at("c", 0, 0, 0), at("c", 1000, 0, 0)))
                .isEmpty();
    }

    @Test
    void thePayloadIsKeptToTheGram() {
        assertThat(told(problem(FREE, cube("c", 4_500_000)), at("c", 0, 0, 0), at("c", 500, 0, 0)))
                .isEmpty();
        assertThat(told(
                        problem(FREE, cube("c", 4_500_000), cube("d", 1)),
                        at("c", 0, 0, 0),
                        at("c", 500, 0, 0),
                        at("d", 1000, 0, 0)))
                .containsExactly("LOAD-PAYLOAD | container 1 | 9000001 g");
    }

    @Test
    void theCentreOfGravityMayBeFivePartsInAHundredOffTheMiddle() {
        var rules = new LoadRules(1, 0.05, 1, Long.MAX_VALUE, false, List.of(), LoadRules.Objective.VOLUME);
        var problem = problem(rules, cube("c", 80_000));
        for (int x : new int[] {1550, 1950}) {
            assertThat(told(problem, at("c", x, 250, 0))).isEmpty();
        }
        for (int y : new int[] {200, 300}) {
            assertThat(told(problem, at("c", 1750, y, 0))).isEmpty();
        }
        assertThat(told(problem, at("c", 1546, 250, 0)))
                .containsExactly("LOAD-CENTRE | container 1 | -5.1 % along, 0.0 % across");
        assertThat(told(problem, at("c", 1954, 250, 0)))
                .containsExactly("LOAD-CENTRE | container 1 | 5.1 % along, 0.0 % across");
        assertThat(told(problem, at("c", 1750, 301, 0)))
                .containsExactly("LOAD-CENTRE | container 1 | 0.0 % along, 5.1 % across");
    }

    @Test
    void halfOfTheLengthMayHoldSixtyPartsOfTheMass() {
        var rules = new LoadRules(1, 1, 0.6, Long.MAX_VALUE, false, List.of(), LoadRules.Objective.VOLUME);
        var front = at("front", 0, 0, 0);
        var rear = at("rear", 3500, 0, 0);
        assertThat(told(problem(rules, cube("front", 300_000), cube("rear", 200_000)), front, rear))
                .isEmpty();
        assertThat(told(problem(rules, cube("front", 200_000), cube("rear", 300_000)), front, rear))
                .isEmpty();
        assertThat(told(problem(rules, cube("front", 303_000), cube("rear", 200_000)), front, rear))
                .containsExactly("LOAD-HALF | container 1 | 60.2 %");
        // a box across the middle counts for both halves
        assertThat(told(problem(rules, cube("front", 300_000)), at("front", 1700, 0, 0)))
                .isEmpty();
    }

    @Test
    void reservedRoomMayBeTouchedButNotEntered() {
        var room = new Room(500, 500, 500, 500, 500, 500);
        var problem = problem(FREE, cube("c", 1)).with(List.of(room), List.of());
        assertThat(told(problem, at("c", 0, 500, 0), at("c", 500, 500, 0), at("c", 1000, 500, 0), at("c", 500, 0, 0)))
                .isEmpty();
        var into = at("c", 501, 0, 0);
        var deep = new Stowed("c", 501, 1, 0, 500, 500, 500);
        assertThat(told(problem, into)).isEmpty();
        assertThat(told(problem, deep)).isEmpty();
        var tall = Cargo.of("tall", List.of(500, 500, 501), 1, 1);
        var enters = new Stowed("tall", 0, 1, 0, 501, 500, 500);
        assertThat(told(problem(FREE, tall).with(List.of(new Room(500, 500, 0, 9, 9, 9)), List.of()), enters))
                .containsExactly("LOAD-RESERVED | container 1, tall | " + enters);
        // in the second container nothing is reserved
        var second = Stream.of(List.<Stowed>of(), List.of(new Stowed("tall", 500, 0, 0, 501, 500, 500)))
                .map(boxes -> new Loaded(problem.fleet().get(0), boxes));
        assertThat(told(problem(FREE, tall).with(List.of(new Room(0, 0, 0, 4000, 1000, 2000)), List.of()), second))
                .isEmpty();
    }

    @Test
    void whatStandsIsNotBlamedButWhatIsPutInItsWayIs() {
        var early = cube("early", 1);
        var late = cube("late", 1).with(new Cargo.Sorting(2, "", "", false));
        var hangs = at("late", 1000, 0, 100);
        var stood = new Stowed[] {at("early", 0, 0, 0), hangs};
        var problem = problem(FREE, early, late).with(List.of(), List.of(stood));
        assertThat(told(problem, stood)).isEmpty();
        assertThat(told(problem(FREE, early, late), stood))
                .containsExactly(
                        "LOAD-SUPPORT | container 1, late | 0 %", "LOAD-STOP | container 1, early | " + stood[0]);
        assertThat(told(problem, stood[0], hangs, at("late", 500, 0, 0)))
                .containsExactlyInAnyOrder(
                        "LOAD-STOP | container 1, early | " + stood[0],
                        "LOAD-ORDER | container 1, late | " + at("late", 500, 0, 0));
    }

    @Test
    void ofAKindThatStandsAloneOneBoxMayTravelInEachContainer() {
        var rules = FREE.with(List.of(new LoadRules.Apart("IMDG-7.2.6", "class 1", "class 1")));
        var problem = problem(rules, cube("c", 1).with(new Cargo.Sorting(1, "", "class 1", false)), cube("d", 1));
        var each = IntStream.range(0, 2)
                .mapToObj(i -> new Loaded(problem.fleet().get(0), List.of(at("c", 0, 0, 0), at("d", 500, 0, 0))));
        assertThat(told(problem, each)).isEmpty();
        assertThat(told(problem, at("c", 0, 0, 0), at("c", 500, 0, 0)))
                .containsExactly("LOAD-APART | container 1, IMDG-7.2.6 | class 1, class 1");
    }

    @Test
    void aGroupInTwoContainersIsTornInBoth() {
        var two = cube("c", 1)
                .with(new Cargo.Sorting(1, "declaration 7", "", false))
                .with(2);
        var problem = problem(FREE.withWholeGroups(), two);
        var torn =
                IntStream.range(0, 2).mapToObj(i -> new Loaded(problem.fleet().get(0), List.of(at("c", 0, 0, 0))));
        assertThat(told(problem, torn))
                .containsExactly("LOAD-GROUP | declaration 7 | 1 boxes", "LOAD-GROUP | declaration 7 | 1 boxes");
        assertThat(told(problem, at("c", 0, 0, 0), at("c", 500, 0, 0))).isEmpty();
        assertThat(told(problem)).isEmpty();
    }

    @Test
    void faultsOfSeveralContainersAreEachToldWithTheirContainer() {
        var problem = problem(FREE, cube("c", 1).with(List.of(true, false, true)), cube("d", 5_000_000));
        var out = at("c", 3501, 0, 0);
        var hangs = at("c", 0, 0, 1);
        var containers = Stream.of(
                        List.of(at("c", 0, 0, 0)), List.of(out, hangs), List.of(at("d", 0, 0, 0), at("d", 500, 0, 0)))
                .map(boxes -> new Loaded(problem.fleet().get(0), boxes));
        assertThat(told(problem, containers))
                .containsExactly(
                        "LOAD-OUTSIDE | container 2, c | " + out,
                        "LOAD-SUPPORT | container 2, c | 0 %",
                        "LOAD-ORDER | container 2, c | " + hangs,
                        "LOAD-PAYLOAD | container 3 | 10000000 g");
    }
}
