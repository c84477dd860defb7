package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** From which corners loads are built. */
class PackCornerTest {

    private static final int[] NEAR_THE_FRONT = {10, 0, 0, 300, 100, 50};
    private static final int[] NEAR_THE_DOOR = {300, 133, 20, 580, 233, 220};

    private final PackProblem problem = new PackProblem(1, 587, 233, 220, List.of());

    @Test
    void ofBothEndsItIsTheNearer() {
        var corner = new PackCorner(problem, true);
        assertThat(corner.x(NEAR_THE_FRONT, 0, 40)).isEqualTo(10);
        assertThat(corner.x(NEAR_THE_DOOR, 0, 40)).isEqualTo(540);
        assertThat(corner.y(NEAR_THE_DOOR, 0, 30)).isEqualTo(203);
        assertThat(corner.distance(NEAR_THE_FRONT, 0)).isEqualTo(10);
        assertThat(corner.distance(NEAR_THE_DOOR, 0)).isEqualTo(7 + 20);
    }

    @Test
    void fromOneEndTheOtherIsFar() {
        var corner = new PackCorner(problem, true);
        corner.from(true, false);
        assertThat(corner.x(NEAR_THE_DOOR, 0, 40)).isEqualTo(300);
        assertThat(corner.distance(NEAR_THE_DOOR, 0)).isEqualTo(300 + 20);
        corner.from(false, true);
        assertThat(corner.x(NEAR_THE_FRONT, 0, 40)).isEqualTo(260);
        assertThat(corner.distance(NEAR_THE_FRONT, 0)).isEqualTo(287);
    }

    @Test
    void onlyWhatNeedNotStandIsBuiltFromTheRoof() {
        assertThat(new PackCorner(problem, true).z(NEAR_THE_DOOR, 0, 60)).isEqualTo(20);
        assertThat(new PackCorner(problem, false).z(NEAR_THE_DOOR, 0, 60)).isEqualTo(160);
    }
}
