package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayExampleTest {

    private static List<DayTrain> day(int trains, double inspected, long seed) {
        return DayExample.of(new DayExample.Wish(Days.FROM, trains, 50, inspected, 1_435, 1_520), seed);
    }

    @Test
    void trainsComeInOrderWithinTheDayAndAreDueLater() {
        for (int seed = 0; seed < 20; seed++) {
            var day = day(26, 0.02, seed);
            var before = Days.FROM;
            var ids = new HashSet<String>();
            for (var train : day) {
                assertThat(train.arrival()).isBetween(before, Days.FROM.plus(Duration.ofDays(1)));
                before = train.arrival();
                assertThat(train.due().orElseThrow()).isAfter(train.arrival().plus(Duration.ofHours(4)));
                assertThat(ids.add(train.id())).isTrue();
                assertThat(train.heaviestKg()).isBetween(24_000, 30_480);
            }
        }
    }

    @Test
    void theShareOfOpenedBoxesIsAsWished() {
        long opened = day(200, 0.05, 4).stream()
                .mapToLong(t -> t.inspections().size())
                .sum();
        assertThat(opened / (200.0 * 50)).isCloseTo(0.05, within(0.01));
        assertThat(day(50, 0, 4)).allSatisfy(t -> assertThat(t.inspections()).isEmpty());
        assertThat(day(3, 1, 4)).allSatisfy(t -> assertThat(t.inspections()).hasSize(50));
    }

    @Test
    void everyFifthTrainCountsDouble() {
        var day = day(25, 0, 1);
        for (int i = 0; i < day.size(); i++) {
            assertThat(day.get(i).weight()).isEqualTo(i % 5 == 4 ? 2 : 1);
        }
    }

    @Test
    void equalSeedsGiveEqualDaysAndOthersDiffer() {
        assertThat(day(12, 0.02, 3)).isEqualTo(day(12, 0.02, 3));
        assertThat(day(12, 0.02, 3)).isNotEqualTo(day(12, 0.02, 4));
    }

    @Test
    void impossibleTrainsLimitsAndClosuresAreErrorsOfTheProgram() {
        assertThatThrownBy(() -> DayTrain.of("X", Days.FROM, -1, java.util.Optional.empty()))
                .hasMessageContaining("-1 containers");
        assertThatThrownBy(() -> DayLimits.rounds(-1, 1)).hasMessageContaining("-1 rounds");
        assertThatThrownBy(() -> YardClosure.of(YardResource.CRANE, "C1", Days.at(2, 0), Days.at(1, 0), "x"))
                .hasMessageContaining("swapped");
        assertThatThrownBy(() -> new YardRules(YardMode.SERIAL, List.of(YardPriority.PLACING)))
                .hasMessageContaining("five priorities");
        assertThatThrownBy(() -> new Background(-1, 5)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new CraneRate(10, 0, 2)).hasMessageContaining("0");
        assertThatThrownBy(() -> new Spread(3, 2, 4)).hasMessageContaining("3.0/2.0/4.0");
    }
}
