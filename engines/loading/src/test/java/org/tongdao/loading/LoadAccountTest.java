package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAccount.Left;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;

/** What an answer leaves out and what its figures say, counted anew; every loss and every false number is seen. */
class LoadAccountTest {

    private static List<Left> left(LoadAnswer answer) {
        return answer.leftOut().stream()
                .flatMap(f -> Left.parse(f.place().source(), f.value()).stream())
                .toList();
    }

    private static List<String> found(LoadProblem problem, List<Loaded> containers, List<Left> left) {
        return LoadAccount.check(problem, containers, left).stream()
                .map(f -> f.rule() + " " + f.place().source() + " " + f.value())
                .toList();
    }

    @Test
    void everyAnswerAccountsForAllBoxesAndForNoneTwice() {
        for (long seed = 40; seed < 52; seed++) {
            var problem = MadeLoads.difficult(seed);
            for (var answer : List.of(
                    Loading.one(problem, PackLimits.nodes(true, 3)), Loading.all(problem, PackLimits.nodes(true, 3)))) {
                assertThat(found(problem, answer.containers(), left(answer)))
                        .as("seed " + seed)
                        .isEmpty();
                lost(problem, answer);
            }
        }
    }

    /** Each container emptied, and all of them gone. */
    private static void lost(LoadProblem problem, LoadAnswer answer) {
        for (int i = 0; i < answer.containers().size(); i++) {
            var less = new ArrayList<>(answer.containers());
            var was = less.set(i, new Loaded(less.get(i).offer(), List.of()));
            assertThat(found(problem, less, left(answer)).isEmpty())
                    .isEqualTo(was.boxes().isEmpty());
        }
        boolean none = answer.containers().stream().allMatch(c -> c.boxes().isEmpty());
        assertThat(found(problem, List.of(), left(answer)).isEmpty()).isEqualTo(none);
    }

    @Test
    void eachWayToAccountFalselyIsSeen() {
        var offer = ContainerOffer.any(MadeLoads.TWENTY);
        var cube = Cargo.of("cube", List.of(500, 500, 500), 3, 1_000);
        var problem = LoadProblem.of("x", MadeLoads.TWENTY, List.of(cube), LoadRules.SUPPORT_ONLY);
        var one = List.of(new Loaded(offer, List.of(new Stowed("cube", 0, 0, 0, 500, 500, 500))));
        assertThat(found(problem, one, List.of(new Left("cube", 2, 3)))).isEmpty();
        assertThat(found(problem, one, List.of())).containsExactly("LOAD-MISSING cube 2 boxes");
        assertThat(found(problem, one, List.of(new Left("cube", 1, 3)))).containsExactly("LOAD-MISSING cube 1 boxes");
        assertThat(found(problem, one, List.of(new Left("cube", 3, 3)))).containsExactly("LOAD-LEFT cube 3 boxes");
        assertThat(found(problem, one, List.of(new Left("cube", 2, 9)))).containsExactly("LOAD-LEFT cube of 9");
        assertThat(found(problem, one, List.of(new Left("cube", 2, 3), new Left("cube", 2, 3))))
                .containsExactly("LOAD-LEFT cube 2 boxes");
        assertThat(found(problem, one, List.of(new Left("cube", 2, 3), new Left("ghost", 1, 1))))
                .containsExactly("LOAD-LEFT ghost 1 boxes");
        assertThat(Left.parse("cube", "some of 3")).isEmpty();
        assertThat(Left.parse("cube", "99999999999 of 3")).isEmpty();
    }

    @Test
    void boxesThatStandAreNotAmongThoseOffered() {
        var cube = Cargo.of("cube", List.of(500, 500, 500), 1, 1_000);
        var stood = new Stowed("cube", 0, 0, 0, 500, 500, 500);
        var problem = LoadProblem.of("x", MadeLoads.TWENTY, List.of(cube), LoadRules.SUPPORT_ONLY)
                .with(List.of(), List.of(stood));
        var offer = problem.fleet().get(0);
        assertThat(found(problem, List.of(new Loaded(offer, List.of(stood))), List.of()))
                .containsExactly("LOAD-MISSING cube 1 boxes");
        var both = List.of(stood, new Stowed("cube", 500, 0, 0, 500, 500, 500));
        assertThat(found(problem, List.of(new Loaded(offer, both)), List.of())).isEmpty();
        assertThat(found(problem, List.of(), List.of())).containsExactly("LOAD-MISSING cube 1 boxes");
    }

    @Test
    void figuresCountedAnewAreThoseThatWereTold() {
        for (long seed = 60; seed < 66; seed++) {
            var problem = LoadProblem.of(
                    "f" + seed, MadeLoads.TWENTY, MadeLoads.cartons(new Random(seed), 4, 9), LoadRules.SUPPORT_ONLY);
            var loaded =
                    Loading.one(problem, PackLimits.nodes(true, 3)).containers().get(0);
            assertThat(LoadCount.of(problem, loaded))
                    .usingRecursiveComparison()
                    .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                    .isEqualTo(LoadFigures.of(problem, loaded));
        }
    }
}
