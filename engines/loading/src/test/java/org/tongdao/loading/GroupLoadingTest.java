package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Size;

/** Groups that travel whole. */
class GroupLoadingTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ContainerType TWENTY =
            new ContainerType("20GP", new Size(5898, 2352, 2393), 2_200_000, 21_600_000);

    @Test
    void whatFitsAloneIsLeftBehindByNobodyHoweverShortTheSearch() {
        for (long seed = 1; seed <= 4; seed++) {
            var problem = LoadProblem.of("x", TWENTY, groups(new Random(seed)), LoadRules.CTU.withWholeGroups());
            for (var limits : List.of(
                    PackLimits.nodes(true, 12),
                    PackLimits.seconds(true, 0.05).withClock(THREADS::getCurrentThreadCpuTime))) {
                var answer = Loading.all(problem, limits);
                assertThat(answer.leftOut()).as("seed " + seed).isEmpty();
                assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
            }
        }
    }

    /** Nine groups of a third of a container each, heavy and light, for two stops. */
    private static List<Cargo> groups(Random random) {
        var cargo = new ArrayList<Cargo>();
        for (int i = 0; i < 54; i++) {
            var sizes = List.of(300 + random.nextInt(500), 300 + random.nextInt(400), 200 + random.nextInt(400));
            var sorting = new Cargo.Sorting(1 + random.nextInt(2), "g" + i % 9, "", false);
            cargo.add(Cargo.of("c" + i, sizes, 1 + random.nextInt(20), 5_000 + random.nextInt(50_000))
                    .with(sorting));
        }
        return cargo;
    }

    @Test
    void theRestOfAGroupGoesToThoseOfItThatStandOrNowhere() {
        var begun = Cargo.of("a", List.of(1000, 1000, 1000), 9, 100_000).with(new Cargo.Sorting(1, "G", "", false));
        var other = Cargo.of("b", List.of(1000, 1000, 1000), 12, 100_000);
        var problem = LoadProblem.of("x", TWENTY, List.of(begun, other), LoadRules.SUPPORT_ONLY.withWholeGroups())
                .with(List.of(), List.of(new Stowed("a", 0, 0, 0, 1000, 1000, 1000)));
        var answer = Loading.all(problem, PackLimits.nodes(true, 200));
        assertThat(answer.leftOut()).isEmpty();
        assertThat(count(answer, 0)).isEqualTo(10);
        var more = LoadProblem.of("x", TWENTY, List.of(begun.with(29), other), problem.rules())
                .with(List.of(), problem.standing());
        var without = Loading.all(more, PackLimits.nodes(true, 200));
        assertThat(count(without, 0)).isEqualTo(1);
        assertThat(without.leftOut())
                .singleElement()
                .satisfies(f -> assertThat(f.rule()).isEqualTo("LEFT-GROUP"));
    }

    @Test
    void aBegunGroupThatCannotEndTakesNothingFromTheOthers() {
        var begun = Cargo.of("a", List.of(1000, 1000, 1000), 29, 100_000).with(new Cargo.Sorting(1, "G", "", false));
        var cargo = new ArrayList<>(List.of(begun));
        for (int i = 0; i < 20; i++) {
            var sorting = new Cargo.Sorting(1, "small " + i, "", false);
            cargo.add(Cargo.of("s" + i, List.of(400, 400, 400), 2, 10_000).with(sorting));
        }
        var problem = LoadProblem.of("x", TWENTY, cargo, LoadRules.SUPPORT_ONLY.withWholeGroups())
                .with(List.of(), List.of(new Stowed("a", 0, 0, 0, 1000, 1000, 1000)));
        var answer = Loading.one(problem, PackLimits.nodes(true, 200));
        assertThat(answer.leftOut())
                .singleElement()
                .satisfies(f -> assertThat(f.place().source()).isEqualTo("a"));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
    }

    private static long count(LoadAnswer answer, int container) {
        return answer.containers().get(container).boxes().stream()
                .filter(b -> b.cargo().equals("a"))
                .count();
    }
}
