package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Severity;

/** What holds for every load of every problem, over problems drawn by seed. */
class LoadPropertiesTest {

    private static final int PROBLEMS = 10;

    private record Solved(LoadProblem problem, LoadAnswer answer) {}

    private static final List<Solved> SOLVED = LongStream.rangeClosed(1, PROBLEMS)
            .mapToObj(MadeLoads::difficult)
            .map(p -> new Solved(p, Loading.one(p, nodes(10))))
            .toList();

    private static PackLimits nodes(long nodes) {
        return PackLimits.nodes(true, nodes);
    }

    @Test
    void everyLoadOfOneContainerPassesTheChecker() {
        for (var s : SOLVED) {
            assertThat(LoadChecker.check(s.problem(), s.answer().containers()))
                    .as(s.problem().id())
                    .isEmpty();
        }
    }

    @Test
    void everyFleetPassesTheCheckerAndCarriesWhatItDoesNotLeave() {
        for (long seed = 100; seed < 103; seed++) {
            var problem = MadeLoads.difficult(seed);
            var answer = Loading.all(problem, nodes(60));
            assertThat(LoadChecker.check(problem, answer.containers()))
                    .as(problem.id())
                    .isEmpty();
            assertThat(answer.leftOut())
                    .as(problem.id())
                    .extracting(Finding::rule)
                    .doesNotContain("LEFT-TIME");
        }
    }

    @Test
    void whatIsLoadedAndWhatIsLeftOutAreTogetherWhatWasOffered() {
        for (var s : SOLVED) {
            var problem = s.problem();
            var answer = s.answer();
            var counted = new HashMap<String, Integer>();
            answer.containers().forEach(c -> c.boxes().forEach(b -> counted.merge(b.cargo(), 1, Integer::sum)));
            for (var left : answer.leftOut()) {
                int boxes = Integer.parseInt(left.value().split(" of ")[0]);
                assertThat(boxes).as(left.toString()).isPositive();
                counted.merge(left.place().source(), boxes, Integer::sum);
            }
            for (var cargo : problem.cargo()) {
                assertThat(counted).as(problem.id()).containsEntry(cargo.id(), cargo.quantity());
            }
        }
    }

    @Test
    void everyBoxLeftOutNamesALimitAndSaysWhatToDo() {
        for (var s : SOLVED) {
            for (var left : s.answer().leftOut()) {
                assertThat(left.rule())
                        .isIn(
                                "LEFT-SIZE",
                                "LEFT-WEIGHT",
                                "LEFT-PAYLOAD",
                                "LEFT-GROUP",
                                "LEFT-APART",
                                "LEFT-RULE",
                                "LEFT-TIME",
                                "LEFT-ROOM");
                assertThat(left.maybe()).as(left.toString()).isNotBlank();
                assertThat(left.severity()).isEqualTo(Severity.WARNING);
            }
        }
    }

    @Test
    void equalBudgetsGiveEqualLoadsWithAnyNumberOfThreads() {
        for (long seed = 1; seed <= 2; seed++) {
            var problem = MadeLoads.difficult(seed);
            var first = Loading.one(problem, nodes(12));
            assertThat(Loading.one(problem, nodes(12))).as(problem.id()).isEqualTo(first);
            assertThat(Loading.one(problem, nodes(12).withThreads(3)))
                    .as(problem.id() + " with three threads")
                    .isEqualTo(first);
        }
    }

    @Test
    void equalBudgetsGiveEqualFleetsWithAnyNumberOfThreads() {
        for (long seed = 41; seed <= 41; seed++) {
            var problem = MadeLoads.difficult(seed);
            var first = Loading.all(problem, nodes(70));
            assertThat(Loading.all(problem, nodes(70)).containers()).isEqualTo(first.containers());
            assertThat(Loading.all(problem, nodes(70).withThreads(2)).containers())
                    .isEqualTo(first.containers());
        }
    }

    @Test
    void aLargerBudgetIsNeverWorseWhereBalanceAsksForNothing() {
        for (long seed = 1; seed <= 3; seed++) {
            var problem = MadeLoads.difficult(seed).with(LoadRules.SUPPORT_ONLY.with(List.of(MadeLoads.APART)));
            double before = 0;
            for (long budget : new long[] {1, 5, 20}) {
                double fill =
                        Loading.one(problem, nodes(budget)).containers().get(0).fill();
                assertThat(fill).as(problem.id() + " " + budget).isGreaterThanOrEqualTo(before);
                before = fill;
            }
        }
    }

    @Test
    void anInterruptedSearchGivesASoundLoadAtOnce() {
        var problem = MadeLoads.difficult(7);
        Thread.currentThread().interrupt();
        var answer = Loading.one(problem, PackLimits.seconds(true, 60));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        assertThat(answer.nodes()).isLessThan(50);
    }

    @Test
    void anInterruptedFleetGivesASoundAnswerToo() {
        var problem = MadeLoads.difficult(41);
        Thread.currentThread().interrupt();
        var answer = Loading.all(problem, PackLimits.seconds(true, 60));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
    }

    @Test
    void boxesComeInAnOrderInWhichACrewCanPutThemIn() {
        for (var s : SOLVED) {
            var boxes = s.answer().containers().get(0).boxes();
            for (int later = 0; later < boxes.size(); later++) {
                for (int sooner = 0; sooner < later; sooner++) {
                    assertThat(isInTheWay(boxes.get(sooner), boxes.get(later)))
                            .as(boxes.get(later) + " after " + boxes.get(sooner))
                            .isFalse();
                }
            }
        }
    }

    /** Whether {@code there} stands above or in front of where {@code box} is to go. */
    private static boolean isInTheWay(Stowed there, Stowed box) {
        boolean y = there.y() < box.y() + box.dy() && box.y() < there.y() + there.dy();
        boolean x = there.x() < box.x() + box.dx() && box.x() < there.x() + there.dx();
        boolean z = there.z() < box.z() + box.dz() && box.z() < there.z() + there.dz();
        return y && (x && there.z() >= box.z() + box.dz() || z && there.x() >= box.x() + box.dx());
    }

    @Test
    void heldBoxesStandBeforeEverythingThatIsNotHeld() {
        for (var s : SOLVED) {
            Map<String, Cargo> cargo = s.problem().byId();
            var boxes = s.answer().containers().get(0).boxes();
            for (var held : boxes) {
                for (var other : boxes) {
                    var a = java.util.Objects.requireNonNull(cargo.get(held.cargo()));
                    var b = java.util.Objects.requireNonNull(cargo.get(other.cargo()));
                    if (a.sorting().held() && !b.sorting().held()) {
                        assertThat(isInTheWay(other, held))
                                .as(other + " before " + held)
                                .isFalse();
                    }
                }
            }
        }
    }

    /** Boxes that stand on a part of their base only are where they would not tip: the checker sees each single box, also inside blocks. */
    @Test
    void whereAPartOfTheBaseIsEnoughNoBoxTips() {
        int partly = 0;
        for (long seed = 900; seed < 912; seed++) {
            for (double support : new double[] {0.2, 0.6}) {
                var cargo = MadeLoads.cartons(new Random(seed), 12, 15);
                var rules = LoadRules.SUPPORT_ONLY.withSupport(support);
                var problem = LoadProblem.of("t" + seed, MadeLoads.TWENTY, cargo, rules);
                var answer = Loading.one(problem, PackLimits.nodes(true, 4));
                assertThat(LoadChecker.check(problem, answer.containers()))
                        .as("seed " + seed)
                        .isEmpty();
                partly += LoadChecker.check(problem.with(LoadRules.SUPPORT_ONLY), answer.containers())
                        .size();
            }
        }
        assertThat(partly).isGreaterThan(20);
    }
}
