package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

/** Cubes of a metre into containers that hold four, eight and twelve: what a fleet costs, against every choice of containers. */
class FleetAgainstAllTest {

    private static final int[] HOLDS = {4, 8, 12};

    private static ContainerOffer offer(int holds, int available, int cost) {
        var inner = new Size(1000 * holds / 4, 2000, 2000);
        return new ContainerOffer(new ContainerType("of " + holds, inner, 0, 99_000_000), available, cost);
    }

    private static LoadProblem drawn(long seed) {
        var random = new Random(seed);
        var fleet = new ArrayList<ContainerOffer>();
        for (int holds : HOLDS) {
            fleet.add(offer(holds, 1 + random.nextInt(4), 10 * holds + random.nextInt(60)));
        }
        var cubes = Cargo.of("cube", List.of(1000, 1000, 1000), 1 + random.nextInt(40), 1_000);
        return new LoadProblem("f" + seed, fleet, List.of(cubes), LoadRules.SUPPORT_ONLY, List.of(), List.of());
    }

    /** The least cost of containers that hold so many, by the knapsack over each single container; none when all of them do not. */
    private static double least(LoadProblem problem, int boxes) {
        var least = new double[boxes + 1];
        Arrays.fill(least, Double.MAX_VALUE);
        least[0] = 0;
        for (var offer : problem.fleet()) {
            int holds = (int) (offer.type().inner().volumeMm3() / 1_000_000_000);
            for (int n = 0; n < offer.available(); n++) {
                for (int b = boxes; b > 0; b--) {
                    least[b] = Math.min(least[b], least[Math.max(0, b - holds)] + offer.cost());
                }
            }
        }
        return least[boxes];
    }

    private static int capacity(LoadProblem problem) {
        return problem.fleet().stream()
                .mapToInt(o -> o.available() * (int) (o.type().inner().volumeMm3() / 1_000_000_000))
                .sum();
    }

    @Test
    void everyBoxTravelsForWhichThereIsRoomAndHardlyAnyFleetIsDearerThanTheCheapest() {
        int equal = 0;
        int all = 60;
        for (long seed = 1; seed <= all; seed++) {
            var problem = drawn(seed);
            var answer = Loading.all(problem, PackLimits.nodes(true, 40));
            assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
            int offered = problem.cargo().get(0).quantity();
            int room = Math.min(offered, capacity(problem));
            assertThat(answer.containers().stream()
                            .mapToInt(c -> c.boxes().size())
                            .sum())
                    .as("seed " + seed)
                    .isEqualTo(room);
            assertThat(answer.leftOut())
                    .extracting(Finding::value)
                    .isEqualTo(room < offered ? List.of(offered - room + " of " + offered) : List.of());
            double best = least(problem, room);
            assertThat(answer.cost()).as("seed " + seed).isBetween(best, 1.35 * best);
            equal += answer.cost() == best ? 1 : 0;
        }
        assertThat(equal).isGreaterThan(all * 7 / 10);
    }

    @Test
    void theCheapestAndTheFewestAreToldApartByWhatAContainerCosts() {
        var cubes = Cargo.of("cube", List.of(1000, 1000, 1000), 12, 1_000);
        for (int cost : new int[] {11, 15}) {
            var fleet = List.of(offer(4, 9, 4), offer(12, 9, cost));
            var problem = new LoadProblem("x", fleet, List.of(cubes), LoadRules.SUPPORT_ONLY, List.of(), List.of());
            var answer = Loading.all(problem, PackLimits.nodes(true, 40));
            assertThat(answer.containers()).hasSize(cost == 11 ? 1 : 3);
            assertThat(answer.cost()).isEqualTo(Math.min(cost, 12));
            assertThat(answer.costPerBox()).isEqualTo(answer.cost() / 12);
            assertThat(answer.costPerM3()).isEqualTo(answer.cost() / 12);
        }
    }

    @Test
    void threadsChangeNothingInWhatAFleetIs() {
        for (long seed = 1; seed <= 6; seed++) {
            var problem = drawn(seed);
            var alone = Loading.all(problem, PackLimits.nodes(true, 30));
            assertThat(Loading.all(problem, PackLimits.nodes(true, 30).withThreads(2)))
                    .isEqualTo(alone);
        }
    }
}
