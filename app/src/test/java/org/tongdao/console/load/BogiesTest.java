package org.tongdao.console.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.console.load.Bogies.Standing;
import org.tongdao.loading.Wagon;

class BogiesTest {

    @Test
    void aContainerInTheMiddlePressesBothBogiesAlike() {
        var bogies = Bogies.of("w", Wagon.X70, List.of(new Standing(1, 24_000_000, 0)));
        assertThat(bogies.firstG()).isEqualTo(bogies.secondG()).isEqualTo(12_000_000 + 11_200_000);
        assertThat(bogies.isWithin()).isTrue();
        assertThat(bogies.limitG()).isEqualTo(36_000_000);
    }

    @Test
    void aLoadTowardsTheDoorPressesTheSecondBogieByTheLever() {
        var bogies = Bogies.of("w", Wagon.X70, List.of(new Standing(1, 23_000_000, 460)));
        assertThat(bogies.secondG() - bogies.firstG()).isEqualTo(Math.round(2 * 23_000_000 * 460.0 / 9_200));
    }

    @Test
    void aPairOfUnequalTwentiesIsFoundOutOfLimits() {
        var pair = List.of(new Standing(1, 24_000_000, 0), new Standing(2, 5_000_000, 0));
        assertThat(Bogies.of("w", Wagon.X70, pair).isWithin()).isFalse();
        assertThat(Bogies.of("w", Wagon.X70, pair).apartG()).isGreaterThan(Wagon.MOST_BOGIE_DIFFERENCE_G);
    }
}
