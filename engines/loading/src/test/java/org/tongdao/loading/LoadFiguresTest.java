package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Size;

/** The figures a container is told by, each worked out by hand. */
class LoadFiguresTest {

    private static final ContainerType ROOM =
            new ContainerType("room", new Size(4000, 2000, 2000), 1_000_000, 11_000_000);
    private static final Cargo IRON = Cargo.of("iron", List.of(1000, 1000, 1000), 9, 3_000_000);
    private static final Cargo WOOD = Cargo.of("wood", List.of(1000, 1000, 1000), 9, 1_000_000);

    private static LoadFigures figures(Stowed... boxes) {
        var problem = LoadProblem.of("x", ROOM, List.of(IRON, WOOD), LoadRules.CTU);
        return LoadFigures.of(problem, new Loaded(problem.fleet().get(0), List.of(boxes)));
    }

    private static Stowed at(String cargo, int x, int y, int z) {
        return new Stowed(cargo, x, y, z, 1000, 1000, 1000);
    }

    @Test
    void fillMassAndPayload() {
        var f = figures(at("iron", 0, 0, 0), at("wood", 1000, 0, 0));
        assertThat(f.boxes()).isEqualTo(2);
        assertThat(f.fill()).isEqualTo(2.0 / 16);
        assertThat(f.massG()).isEqualTo(4_000_000);
        assertThat(f.payloadShare()).isEqualTo(0.4);
        assertThat(f.type()).isEqualTo("room");
    }

    @Test
    void theCentreOfGravityIsThatOfTheMassesAndNotOfTheBoxes() {
        var f = figures(at("iron", 0, 0, 0), at("wood", 1000, 1000, 1000));
        // (3 × 500 + 1 × 1500) / 4 = 750 along, across and up
        assertThat(f.eccentricityX()).isCloseTo(750.0 / 4000 - 0.5, within(1e-9));
        assertThat(f.eccentricityY()).isCloseTo(750.0 / 2000 - 0.5, within(1e-9));
        assertThat(f.centreHeight()).isCloseTo(750.0 / 2000, within(1e-9));
    }

    @Test
    void aBoxAcrossTheMiddleCountsHalfForTheFront() {
        assertThat(figures(at("wood", 1500, 0, 0)).frontShare()).isEqualTo(0.5);
        assertThat(figures(at("wood", 1250, 0, 0)).frontShare()).isEqualTo(0.75);
        assertThat(figures(at("wood", 0, 0, 0)).frontShare()).isEqualTo(1);
        assertThat(figures(at("wood", 2000, 0, 0)).frontShare()).isZero();
    }

    @Test
    void theGapAtTheDoorIsThatOfTheLastBox() {
        assertThat(figures(at("wood", 0, 0, 0), at("wood", 2900, 0, 0)).doorGapMm())
                .isEqualTo(100);
    }

    @Test
    void anEmptyContainerIsInBalance() {
        var f = figures();
        assertThat(f.eccentricityX()).isZero();
        assertThat(f.eccentricityY()).isZero();
        assertThat(f.frontShare()).isEqualTo(0.5);
        assertThat(f.doorGapMm()).isEqualTo(4000);
        assertThat(f.fill()).isZero();
    }

    @Test
    void aBoxOfUnknownCargoWeighsNothingAndTakesRoom() {
        var f = figures(at("ghost", 0, 0, 0));
        assertThat(f.massG()).isZero();
        assertThat(f.fill()).isEqualTo(1.0 / 16);
    }
}
