package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

/** What is loaded comes in through the door, which is lower and narrower than the container. */
class DoorTest {

    private static final ContainerType TWENTY = new ContainerType(
            "20GP", new Size(5898, 2352, 2393), new ContainerType.Door(2340, 2280), 2_200_000, 21_600_000);

    private static LoadProblem problem(Cargo... cargo) {
        return LoadProblem.of("x", TWENTY, List.of(cargo), LoadRules.SUPPORT_ONLY);
    }

    private static Cargo box(int length, int width, int height) {
        return Cargo.of("a", List.of(length, width, height), 1, 1_000);
    }

    @Test
    void whatNoWayPassesTheDoorStaysBehindAndTheReasonSaysSo() {
        for (var box : List.of(box(5898, 2352, 2393), box(2341, 2341, 2000), box(2000, 2300, 2290))) {
            var upright = box.sizesMm().get(0) == 2000 ? box.with(List.of(false, false, true)) : box;
            var answer = Loading.one(problem(upright), PackLimits.nodes(true, 50));
            assertThat(answer.containers().get(0).boxes()).isEmpty();
            assertThat(answer.leftOut())
                    .singleElement()
                    .satisfies(f -> assertThat(f.rule() + f.maybe()).contains("LEFT-SIZE", "door"));
        }
    }

    @Test
    void whatPassesOnlyLyingIsLoadedLying() {
        var problem = problem(box(2390, 2300, 1000));
        var answer = Loading.one(problem, PackLimits.nodes(true, 50));
        assertThat(answer.leftOut()).isEmpty();
        assertThat(answer.containers().get(0).boxes())
                .singleElement()
                .satisfies(b -> assertThat(b.dz()).isEqualTo(1000));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
    }

    @Test
    void theCheckerFindsWhatCannotHaveComeIn() {
        var problem = problem(box(2390, 2300, 1000));
        assertThat(check(problem, new Stowed("a", 0, 0, 0, 1000, 2300, 2390))).containsExactly("LOAD-DOOR");
        assertThat(check(problem, new Stowed("a", 0, 0, 0, 2390, 2300, 1000))).isEmpty();
        var wide = problem(box(2341, 2345, 1000));
        assertThat(check(wide, new Stowed("a", 0, 0, 0, 2345, 2341, 1000))).containsExactly("LOAD-DOOR");
    }

    @Test
    void whatStandsAlreadyHasComeIn() {
        var stands = new Stowed("a", 0, 0, 0, 1000, 2300, 2390);
        var problem = problem(box(2390, 2300, 1000).with(0)).with(List.of(), List.of(stands));
        assertThat(check(problem, stands)).isEmpty();
    }

    private static List<String> check(LoadProblem problem, Stowed box) {
        var loaded = new Loaded(problem.fleet().get(0), List.of(box));
        return LoadChecker.check(problem, List.of(loaded)).stream()
                .map(Finding::rule)
                .toList();
    }
}
