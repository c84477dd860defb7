package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Size;

class ColumnLoadingTest {

    private static final ContainerType FORTY_HIGH =
            new ContainerType("40HC", new Size(12_032, 2_352, 2_698), 3_900_000, 28_900_000);

    private static List<Cargo> parcels(int kinds, int each, long seed) {
        var random = Dice.of(seed, "parcels");
        var cargo = new ArrayList<Cargo>();
        for (int i = 0; i < kinds; i++) {
            var sizes = List.of(150 + random.nextInt(250), 150 + random.nextInt(200), 100 + random.nextInt(250));
            cargo.add(Cargo.of("P" + i, sizes, each, 500 + random.nextInt(3600)));
        }
        return cargo;
    }

    @Test
    void fourThousandParcelsOfAnySizeGoIntoOneFortyFootHighCubeAtOnce() {
        for (int kinds : new int[] {4000, 40}) {
            var problem = LoadProblem.of("x", FORTY_HIGH, parcels(kinds, 4000 / kinds, kinds), LoadRules.CTU);
            var answer = Loading.one(problem, PackLimits.nodes(true, 1));
            assertThat(answer.leftOut()).as(kinds + " kinds").isEmpty();
            assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
            assertThat(answer.nodes()).as("the slow search was not asked").isEqualTo(1);
        }
    }

    @Test
    void parcelsOfThreeStopsStandStopByStopAndNoneIsLeftOut() {
        var cargo = parcels(2000, 2, 8).stream()
                .map(c -> c.with(new Cargo.Sorting(1 + c.sizesMm().get(0) % 3, "", "", false)))
                .toList();
        var problem = LoadProblem.of("x", FORTY_HIGH, cargo, LoadRules.CTU);
        var answer = Loading.one(problem, PackLimits.nodes(true, 1));
        assertThat(answer.leftOut()).isEmpty();
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        assertThat(answer.nodes()).as("the slow search was not asked").isEqualTo(1);
    }

    @Test
    void columnsKeepTheirOrientationStrengthAndLayers() {
        var cargo = parcels(60, 20, 3).stream()
                .map(c -> c.with(List.of(false, false, true)).with(new Cargo.Strength(9_000, 5)))
                .toList();
        var problem = LoadProblem.of("x", FORTY_HIGH, cargo, LoadRules.CTU);
        var answer = Loading.one(problem, PackLimits.nodes(true, 1));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        assertThat(answer.containers().get(0).boxes()).hasSizeGreaterThan(800);
    }

    @Test
    void thePayloadIsNotExceededByHeavyParcels() {
        var cargo = parcels(50, 20, 5).stream()
                .map(c -> Cargo.of(c.id(), c.sizesMm(), c.quantity(), 40_000))
                .toList();
        var problem = LoadProblem.of("x", FORTY_HIGH, cargo, LoadRules.CTU);
        var answer = Loading.one(problem, PackLimits.nodes(true, 1));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        assertThat(answer.containers().get(0).boxes()).hasSizeBetween(550, 625);
        assertThat(answer.leftOut()).isNotEmpty();
    }

    @Test
    void whatIsWiderThanTheContainerLiesAlongIt() {
        var cargo = List.of(
                Cargo.of("long", List.of(3_000, 300, 300), 40, 20_000),
                Cargo.of("small", List.of(300, 300, 300), 400, 4_000));
        var problem = LoadProblem.of("x", FORTY_HIGH, cargo, LoadRules.CTU);
        var answer = Loading.one(problem, PackLimits.nodes(true, 2));
        assertThat(answer.leftOut()).isEmpty();
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
    }
}
