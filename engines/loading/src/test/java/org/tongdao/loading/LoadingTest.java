package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Room;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

class LoadingTest {

    private static final ContainerType TWENTY =
            new ContainerType("20GP", new Size(5898, 2352, 2393), 2_230_000, 24_000_000);
    private static final ContainerType FORTY =
            new ContainerType("40HC", new Size(12032, 2352, 2698), 3_900_000, 25_000_000);
    private static final List<Boolean> UPRIGHT = List.of(false, false, true);

    private static Cargo.Sorting stop(int stop) {
        return new Cargo.Sorting(stop, "", "", false);
    }

    private static Cargo.Sorting kind(String kind) {
        return new Cargo.Sorting(1, "", kind, false);
    }

    private static Cargo.Sorting group(String group) {
        return new Cargo.Sorting(1, group, "", false);
    }

    /** Cartons of twelve kinds whose masses differ fourfold; together more than a 20' takes. */
    private static List<Cargo> cartons(long seed, int stops, boolean weak) {
        var random = new Random(seed);
        var cargo = new ArrayList<Cargo>();
        for (int i = 0; i < 12; i++) {
            var sizes = List.of(
                    300 + 10 * random.nextInt(50), 300 + 10 * random.nextInt(40), 200 + 10 * random.nextInt(40));
            long gross =
                    Math.round(sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b)
                            / 1e6
                            * (80 + random.nextInt(240)));
            var c = Cargo.of("C" + i, sizes, 30, gross).with(stop(1 + random.nextInt(stops)));
            c = random.nextBoolean() ? c.with(UPRIGHT) : c;
            cargo.add(weak && random.nextBoolean() ? c.with(new Cargo.Strength(gross * 4, 4)) : c);
        }
        return cargo;
    }

    private static LoadAnswer loaded(LoadProblem problem, long nodes) {
        var answer = Loading.one(problem, PackLimits.nodes(true, nodes));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        return answer;
    }

    private static double fill(LoadAnswer answer) {
        return answer.containers().get(0).fill();
    }

    @Test
    void weightsStopsAndStrengthAreKeptAndTheContainerIsStillFull() {
        for (int stops = 1; stops <= 3; stops++) {
            for (boolean weak : new boolean[] {false, true}) {
                var problem = LoadProblem.of("x", TWENTY, cartons(stops, stops, weak), LoadRules.CTU);
                assertThat(fill(loaded(problem, 600)))
                        .as(stops + " stops, weak " + weak)
                        .isGreaterThan(0.7);
            }
        }
    }

    @Test
    void theCentreOfGravityIsBroughtIntoItsLimits() {
        var cargo = List.of(
                Cargo.of("lead", List.of(500, 500, 500), 40, 180_000),
                Cargo.of("foam", List.of(600, 500, 500), 300, 6_000));
        var answer = loaded(LoadProblem.of("x", TWENTY, cargo, LoadRules.CTU), 60);
        assertThat(fill(answer)).isGreaterThan(0.69);
        var free = loaded(LoadProblem.of("x", TWENTY, cargo, LoadRules.SUPPORT_ONLY), 60);
        assertThat(fill(free)).isGreaterThanOrEqualTo(fill(answer));
    }

    @Test
    void wherePayloadIsScarceLightBoxesAreTaken() {
        var cargo = List.of(
                Cargo.of("heavy", List.of(400, 400, 400), 500, 100_000),
                Cargo.of("light", List.of(400, 400, 400), 350, 20_000));
        var answer = loaded(LoadProblem.of("x", TWENTY, cargo, LoadRules.CTU), 100);
        long mass = LoadFigures.of(
                        LoadProblem.of("x", TWENTY, cargo, LoadRules.CTU),
                        answer.containers().get(0))
                .massG();
        assertThat(mass).isLessThanOrEqualTo(TWENTY.payloadG());
        assertThat(fill(answer)).isGreaterThan(0.67);
        assertThat(answer.leftOut()).isNotEmpty();
    }

    @Test
    void kindsThatMayNotMeetNeverShareAContainerAndBothTravel() {
        var cargo = List.of(
                Cargo.of("L", List.of(400, 400, 400), 20, 9_000).with(kind("lithium")),
                Cargo.of("F", List.of(400, 400, 400), 20, 9_000).with(kind("fireworks")),
                Cargo.of("S", List.of(400, 400, 400), 20, 9_000));
        var rules = LoadRules.CTU.with(List.of(new LoadRules.Apart("IMDG-7.2", "lithium", "fireworks")));
        var problem = LoadProblem.of("x", TWENTY, cargo, rules);
        var one = loaded(problem, 20);
        assertThat(one.leftOut()).extracting(Finding::rule).containsExactly("LEFT-APART");
        assertThat(one.leftOut().get(0).maybe()).contains("IMDG-7.2");
        var all = Loading.all(problem, PackLimits.nodes(true, 60));
        assertThat(LoadChecker.check(problem, all.containers())).isEmpty();
        assertThat(all.containers()).hasSize(2);
        assertThat(all.leftOut()).isEmpty();
    }

    @Test
    void ofOneContainerTheTypeAndLoadThatAreCheapestForWhatTheyTakeCanBeAskedFor() {
        var forty = new ContainerType("40HC", new Size(12032, 2352, 2698), 3_900_000, 32_500_000);
        var fleet = List.of(new ContainerOffer(TWENTY, 9, 1000), new ContainerOffer(forty, 9, 1600));
        var large = Cargo.of("large", List.of(1000, 1000, 1000), 40, 50_000);
        var small = Cargo.of("small", List.of(500, 500, 500), 100, 20_000);
        var perM3 = LoadRules.SUPPORT_ONLY.with(LoadRules.Objective.COST_PER_M3);
        var perParcel = LoadRules.SUPPORT_ONLY.with(LoadRules.Objective.COST_PER_PARCEL);
        var much = new LoadProblem("x", fleet, List.of(large, small), perM3, List.of(), List.of());
        assertThat(one(much).offer().type().code()).isEqualTo("40HC");
        // a hundred small and some large ones for 1000 instead of all hundred and forty for 1600
        assertThat(one(much.with(perParcel)).offer().type().code()).isEqualTo("20GP");
        assertThat(one(much.with(List.of(small))).offer().type().code()).isEqualTo("20GP");
        var twenty = LoadProblem.of("x", TWENTY, List.of(large, small), perParcel);
        assertThat(one(twenty).boxes())
                .hasSizeGreaterThan(
                        one(twenty.with(LoadRules.SUPPORT_ONLY)).boxes().size() - 1)
                .filteredOn(b -> b.cargo().equals("small"))
                .hasSize(100);
    }

    @Test
    void heavyMachinesStandWithGapsBetweenThemWhereAMetreOfFloorBearsOnlyOne() {
        var machines = Cargo.of("machine", List.of(500, 500, 500), 5, 1_900_000);
        var cartons = Cargo.of("carton", List.of(400, 300, 300), 60, 1_000);
        for (var rules : List.of(LoadRules.SUPPORT_ONLY, LoadRules.CTU)) {
            var problem = LoadProblem.of("x", TWENTY, List.of(machines, cartons), rules.withMaxPerMetreG(2_000_000));
            var answer = Loading.all(problem, PackLimits.nodes(true, 60));
            assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
            assertThat(answer.leftOut()).isEmpty();
            assertThat(answer.containers()).hasSize(1);
        }
    }

    private static LoadAnswer.Loaded one(LoadProblem problem) {
        var answer = Loading.one(problem, PackLimits.nodes(true, 300));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        return answer.containers().get(0);
    }

    @Test
    void aGroupTravelsWholeOrNotAtAll() {
        var cargo = List.of(
                Cargo.of("A", List.of(1000, 1000, 1000), 12, 9_000).with(group("one")),
                Cargo.of("B", List.of(1000, 1000, 1000), 12, 9_000).with(group("two")),
                Cargo.of("B2", List.of(500, 500, 500), 8, 9_000).with(group("two")));
        var problem = LoadProblem.of("x", TWENTY, cargo, LoadRules.CTU.withWholeGroups());
        assertThat(loaded(problem, 60).leftOut()).extracting(Finding::rule).containsOnly("LEFT-GROUP");
    }

    @Test
    void heldParcelsStandWhereTheyCanBeTakenOutFirst() {
        var cargo = new ArrayList<>(cartons(4, 1, false).subList(0, 5));
        cargo.add(Cargo.of("held", List.of(300, 300, 300), 5, 5_000).with(new Cargo.Sorting(1, "", "", true)));
        var answer = loaded(LoadProblem.of("x", TWENTY, cargo, LoadRules.CTU), 80);
        assertThat(answer.containers().get(0).boxes())
                .filteredOn(b -> b.cargo().equals("held"))
                .hasSize(5);
    }

    @Test
    void whatStandsStaysReservedRoomStaysFreeAndTheFloorIsNotOverloaded() {
        var cargo = new ArrayList<>(cartons(5, 1, true));
        cargo.add(Cargo.of("old", List.of(1000, 1000, 1000), 0, 300_000));
        var standing =
                List.of(new Stowed("old", 0, 0, 0, 1000, 1000, 1000), new Stowed("old", 0, 1000, 0, 1000, 1000, 1000));
        var problem = LoadProblem.of("x", TWENTY, cargo, LoadRules.CTU.withMaxPerMetreG(2_000_000))
                .with(List.of(new Room(5000, 0, 0, 898, 2352, 2393)), standing);
        var answer = loaded(problem, 80);
        assertThat(answer.containers().get(0).boxes()).startsWith(standing.get(0), standing.get(1));
        assertThat(answer.containers().get(0).boxes()).hasSizeGreaterThan(40);
    }

    @Test
    void aPartOfTheBaseMayBeEnough() {
        for (double support : new double[] {0, 0.7}) {
            var problem = LoadProblem.of("x", TWENTY, cartons(6, 1, false), LoadRules.CTU.withSupport(support));
            assertThat(fill(loaded(problem, 60))).as("support " + support).isGreaterThan(0.8);
        }
    }

    @Test
    void valueRatherThanVolumeMayBeWanted() {
        var big = Cargo.of("big", List.of(1000, 1000, 1000), 50, 1_000);
        var dear = new Cargo(
                "dear",
                List.of(1100, 1100, 1100),
                List.of(true, true, true),
                50,
                1_000,
                Cargo.Strength.ANY,
                Cargo.Sorting.NONE,
                100);
        var problem =
                LoadProblem.of("x", TWENTY, List.of(big, dear), LoadRules.SUPPORT_ONLY.with(LoadRules.Objective.VALUE));
        assertThat(loaded(problem, 60).containers().get(0).boxes())
                .filteredOn(b -> b.cargo().equals("dear"))
                .hasSize(20);
    }

    @Test
    void theCheapestFleetIsFound() {
        var forty = new ContainerOffer(FORTY, 9, 3000);
        var twenty = new ContainerOffer(TWENTY, 9, 1800);
        var cargo = List.of(Cargo.of("A", List.of(400, 400, 400), 1200, 8_000));
        var problem = new LoadProblem("x", List.of(twenty, forty), cargo, LoadRules.CTU, List.of(), List.of());
        var answer = Loading.all(problem, PackLimits.nodes(true, 300));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        assertThat(answer.leftOut()).isEmpty();
        assertThat(answer.cost()).isEqualTo(4800);
        assertThat(answer.costPerBox()).isEqualTo(4800.0 / 1200);
        assertThat(answer.costPerM3()).isEqualTo(62.5);
    }

    @Test
    void everyBoxLeftOutNamesItsLimit() {
        var cargo = List.of(
                Cargo.of("long", List.of(6000, 100, 100), 1, 1),
                Cargo.of("heavy", List.of(100, 100, 100), 1, 30_000_000),
                Cargo.of("many", List.of(1000, 1000, 1000), 99, 1_000));
        var answer = loaded(LoadProblem.of("x", TWENTY, cargo, LoadRules.CTU), 20);
        assertThat(answer.leftOut())
                .extracting(f -> f.place().source() + " " + f.rule())
                .contains("long LEFT-SIZE", "heavy LEFT-WEIGHT");
        assertThat(answer.leftOut())
                .filteredOn(f -> f.place().source().equals("many"))
                .hasSize(1);
    }

    @Test
    void equalBudgetsGiveEqualLoads() {
        var problem = LoadProblem.of("x", TWENTY, cartons(8, 2, true), LoadRules.CTU);
        assertThat(loaded(problem, 60)).isEqualTo(loaded(problem, 60));
    }

    @Test
    void boxesThatFitNowhereEndTheSearchForAFleetToo() {
        var cargo =
                List.of(Cargo.of("long", List.of(6000, 100, 100), 1, 1), Cargo.of("A", List.of(500, 500, 500), 3, 1));
        var problem = LoadProblem.of("x", TWENTY, cargo, LoadRules.SUPPORT_ONLY);
        var answer = Loading.all(problem, PackLimits.nodes(true, 50));
        assertThat(answer.leftOut()).extracting(Finding::rule).containsExactly("LEFT-SIZE");
        assertThat(answer.containers()).hasSize(1);
    }
}
