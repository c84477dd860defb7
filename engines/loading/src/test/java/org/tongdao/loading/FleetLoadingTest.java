package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Room;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/** All boxes into 20', 40' HC and 45': fewest or cheapest. */
class FleetLoadingTest {

    private static final Cargo CUBES = Cargo.of("cube", List.of(500, 500, 500), 1, 20_000);

    private static ContainerOffer offer(ContainerType type, int available, double cost) {
        return new ContainerOffer(type, available, cost);
    }

    private static LoadProblem problem(List<Cargo> cargo, ContainerOffer... fleet) {
        return new LoadProblem("fleet", List.of(fleet), cargo, LoadRules.CTU, List.of(), List.of());
    }

    private static LoadAnswer all(LoadProblem problem, long nodes) {
        var answer = Loading.all(problem, PackLimits.nodes(true, nodes));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        return answer;
    }

    private static List<String> types(LoadAnswer answer) {
        return answer.containers().stream()
                .map(c -> c.offer().type().code())
                .sorted()
                .toList();
    }

    private static Cargo cubes(int quantity) {
        return CUBES.with(quantity);
    }

    @Test
    void whatFitsATwentyGoesIntoATwentyWhenThatIsCheapest() {
        var fleet = problem(
                List.of(cubes(170)),
                offer(MadeLoads.TWENTY, 9, 1800),
                offer(MadeLoads.FORTY, 9, 3000),
                offer(MadeLoads.FORTY_FIVE, 9, 3300));
        assertThat(types(all(fleet, 200))).containsExactly("20GP");
    }

    @Test
    void aFortyFiveIsTakenWhenItSavesASecondContainer() {
        // 24 × 4 × 5 cubes fill a 40' HC, 27 × 4 × 5 a 45'
        var fleet = problem(
                List.of(cubes(530)),
                offer(MadeLoads.TWENTY, 9, 1800),
                offer(MadeLoads.FORTY, 9, 3000),
                offer(MadeLoads.FORTY_FIVE, 9, 3300));
        var answer = all(fleet, 100);
        assertThat(types(answer)).containsExactly("45HC");
        assertThat(answer.cost()).isEqualTo(3300);
    }

    @Test
    void theSameBoxesGoOtherwiseWhenTheFortyFiveIsDear() {
        var fleet = problem(
                List.of(cubes(530)),
                offer(MadeLoads.TWENTY, 9, 1800),
                offer(MadeLoads.FORTY, 9, 3000),
                offer(MadeLoads.FORTY_FIVE, 9, 9000));
        var answer = all(fleet, 100);
        assertThat(types(answer)).doesNotContain("45HC");
        assertThat(answer.cost()).isLessThanOrEqualTo(4800);
    }

    @Test
    void ofATypeThatRunsOutTheNextIsTaken() {
        var fleet = problem(List.of(cubes(900)), offer(MadeLoads.FORTY, 1, 1000), offer(MadeLoads.TWENTY, 9, 1800));
        var answer = all(fleet, 120);
        assertThat(types(answer)).containsSubsequence("20GP", "40HC");
        assertThat(types(answer).stream().filter("40HC"::equals)).hasSize(1);
        assertThat(answer.leftOut()).isEmpty();
    }

    @Test
    void whenTheWholeFleetIsFullTheRestIsNamed() {
        var answer = all(problem(List.of(cubes(900)), offer(MadeLoads.TWENTY, 1, 1800)), 80);
        assertThat(answer.containers()).hasSize(1);
        assertThat(answer.leftOut()).hasSize(1);
        int loaded = answer.containers().get(0).boxes().size();
        assertThat(answer.leftOut().get(0).value()).isEqualTo((900 - loaded) + " of 900");
    }

    @Test
    void aLongBoxGoesIntoTheOnlyContainerThatTakesIt() {
        var pole = Cargo.of("pole", List.of(13_000, 200, 200), 2, 90_000);
        var fleet = problem(
                List.of(pole, cubes(20)),
                offer(MadeLoads.TWENTY, 9, 1800),
                offer(MadeLoads.FORTY, 9, 3000),
                offer(MadeLoads.FORTY_FIVE, 9, 5300));
        var answer = all(fleet, 80);
        assertThat(types(answer)).contains("45HC");
        assertThat(answer.leftOut()).isEmpty();
    }

    @Test
    void costIsToldPerCubicMetreAndPerBox() {
        var answer = all(problem(List.of(cubes(80)), offer(MadeLoads.TWENTY, 9, 2000)), 100);
        assertThat(answer.costPerBox()).isEqualTo(25);
        assertThat(answer.costPerM3()).isEqualTo(200);
    }

    /**
     * Heavy cartons alone use up the payload at a third of the room, light parcels alone the room at a fifth of the payload. Together both are used.
     */
    @Test
    void heavyFreightAndLightParcelsShareContainersSoThatRoomAndPayloadAreBothUsed() {
        var heavy = Cargo.of("b2b", List.of(400, 400, 400), 200, 160_000);
        var light = Cargo.of("parcel", List.of(400, 400, 300), 800, 3_500);
        var fleet = offer(MadeLoads.TWENTY, 9, 1800);
        int apart = all(problem(List.of(heavy), fleet), 20).containers().size()
                + all(problem(List.of(light), fleet), 20).containers().size();
        var together = all(problem(List.of(heavy, light), fleet), 40);
        assertThat(together.leftOut()).isEmpty();
        assertThat(apart).isEqualTo(4);
        assertThat(together.containers()).hasSize(2);
    }

    @Test
    void aHalfLoadedContainerIsFilledUpAndTheRestTakesAnother() {
        var standing = new ArrayList<Stowed>();
        for (int x = 0; x < 3; x++) {
            for (int y = 0; y < 4; y++) {
                standing.add(new Stowed("cube", 500 * x, 500 * y, 0, 500, 500, 500));
            }
        }
        var problem =
                problem(List.of(cubes(300)), offer(MadeLoads.TWENTY, 9, 1800)).with(List.of(), standing);
        var answer = all(problem, 80);
        assertThat(answer.containers()).hasSize(2);
        assertThat(answer.containers().get(0).boxes()).startsWith(standing.toArray(new Stowed[0]));
        assertThat(answer.containers().stream().mapToInt(c -> c.boxes().size()).sum())
                .isEqualTo(312);
        assertThat(answer.leftOut()).isEmpty();
    }

    @Test
    void aHalfLoadedContainerIsOfTheFirstTypeWhateverIsCheapest() {
        var standing =
                List.of(new Stowed("cube", 0, 0, 0, 500, 500, 500), new Stowed("cube", 0, 500, 0, 500, 500, 500));
        var problem = new LoadProblem(
                "x",
                List.of(offer(MadeLoads.FORTY, 1, 9000), offer(MadeLoads.TWENTY, 9, 1)),
                List.of(cubes(10)),
                LoadRules.SUPPORT_ONLY,
                List.of(),
                standing);
        assertThat(all(problem, 60).containers().get(0).offer().type().code()).isEqualTo("40HC");
    }

    @Test
    void fewBoxesBesideStandingOnesAreMovedSoThatTheContainerIsInBalance() {
        var standing = new ArrayList<Stowed>();
        for (int y = 0; y < 4; y++) {
            standing.add(new Stowed("cube", 0, 176 + 500 * y, 0, 500, 500, 500));
        }
        var problem =
                problem(List.of(cubes(4)), offer(MadeLoads.TWENTY, 9, 1800)).with(List.of(), standing);
        var answer = Loading.one(problem, PackLimits.nodes(true, 60));
        assertThat(answer.containers().get(0).boxes()).startsWith(standing.toArray(new Stowed[0]));
        assertThat(answer.containers().get(0).boxes()).hasSize(8);
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
    }

    @Test
    void reservedRoomBindsTheFirstContainerOnly() {
        var whole = new Room(0, 0, 0, 5898, 2352, 2393);
        var problem =
                problem(List.of(cubes(20)), offer(MadeLoads.TWENTY, 9, 1800)).with(List.of(whole), List.of());
        var answer = Loading.all(problem, PackLimits.nodes(true, 60));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        assertThat(answer.containers()).isEmpty();
        assertThat(answer.leftOut()).extracting(Finding::rule).doesNotContain("LEFT-TIME");
    }

    @Test
    void threadsChangeNothingInTheAnswerToANodeBudget() {
        for (long seed = 1; seed <= 2; seed++) {
            var problem = problem(
                    MadeLoads.cartons(new Random(seed), 5, 40),
                    offer(MadeLoads.TWENTY, 99, 1800),
                    offer(MadeLoads.FORTY, 99, 3000));
            for (long nodes : new long[] {1, 150}) {
                var alone = Loading.all(problem, PackLimits.nodes(true, nodes));
                var limits = PackLimits.nodes(true, nodes).withThreads(2 + (int) seed % 2);
                assertThat(Loading.all(problem, limits)).isEqualTo(alone);
            }
        }
    }

    @Test
    void passesRunOnAsManyThreadsAsAreGivenAndTheCallerOnlyWaits() {
        var workers = ConcurrentHashMap.<String>newKeySet();
        var problem = problem(MadeLoads.cartons(new Random(4), 5, 60), offer(MadeLoads.TWENTY, 99, 1800));
        var limits = PackLimits.seconds(true, 0.3).withThreads(2).withClock(() -> {
            workers.add(
                    Thread.currentThread().getName() + Thread.currentThread().getId());
            return System.nanoTime();
        });
        Loading.all(problem, limits);
        assertThat(workers.stream().filter(name -> name.startsWith(FleetLoading.WORKER)))
                .hasSize(2);
    }

    @Test
    void anInterruptedFleetStillHoldsWhatItsFirstPassFound() {
        var problem = problem(MadeLoads.cartons(new Random(5), 5, 200), offer(MadeLoads.TWENTY, 99, 1800));
        Thread.currentThread().interrupt();
        var answer = Loading.all(problem, PackLimits.seconds(true, 60).withThreads(2));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer.containers()).isNotEmpty();
        assertThat(answer.leftOut()).isEmpty();
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
    }

    @Test
    void eachBetterFleetIsToldByItsShareOfTheRoom() {
        var problem = problem(
                MadeLoads.cartons(new Random(1), 6, 40),
                offer(MadeLoads.TWENTY, 99, 1800),
                offer(MadeLoads.FORTY, 99, 3000));
        var told = new ArrayList<Double>();
        var answer = Loading.all(problem, PackLimits.nodes(true, 300).withProgress(told::add));
        double room = answer.containers().stream()
                .mapToDouble(c -> c.offer().type().inner().volumeMm3())
                .sum();
        double filled = answer.containers().stream()
                .mapToDouble(LoadAnswer.Loaded::volumeMm3)
                .sum();
        assertThat(told).isNotEmpty().last().isEqualTo(filled / room);
    }

    @Test
    void moreTimeNeverMakesAFleetDearer() {
        for (long seed = 1; seed <= 1; seed++) {
            var cargo = MadeLoads.cartons(new Random(seed), 6, 40);
            double before = Double.MAX_VALUE;
            for (long nodes : new long[] {1, 100, 300}) {
                double cost = all(
                                problem(cargo, offer(MadeLoads.TWENTY, 99, 1800), offer(MadeLoads.FORTY, 99, 3000)),
                                nodes)
                        .cost();
                assertThat(cost).isLessThanOrEqualTo(before);
                before = cost;
            }
        }
    }
}
