package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class YardComparisonTest {

    private static final YardVariant ALASHANKOU = YardVariant.of(Stations.of("alashankou"));
    private static final YardComparison.Effort EFFORT = new YardComparison.Effort(5, 40, 1);

    @Test
    void customsFirstMakesTrainsWaitAThirdLongerAndTheSignIsSure() {
        var comparison = YardComparison.of(ALASHANKOU, ALASHANKOU.with("mode", "serial"), EFFORT);
        var dwell = comparison.measures().get(0);
        assertThat(comparison.method()).isEqualTo("simulated");
        assertThat(dwell.difference().isSure()).isTrue();
        assertThat(dwell.a().mean() / dwell.b().mean()).isCloseTo(0.76, within(0.04));
        assertThat(dwell.difference().mean())
                .isCloseTo(dwell.b().mean() - dwell.a().mean(), within(1e-9));
    }

    @Test
    void pairsTellTheDifferenceBetterThanEitherFigure() {
        var more = YardComparison.of(ALASHANKOU, ALASHANKOU.with("transload_track", "+1"), EFFORT);
        var same = YardComparison.of(ALASHANKOU, ALASHANKOU.with("transload_track", "+0"), EFFORT);
        assertThat(same.measures()).allSatisfy(m -> {
            assertThat(m.difference().mean()).isZero();
            assertThat(m.difference().isSure()).isFalse();
        });
        assertThat(more.measures().get(0).difference().mean()).isNotZero();
    }

    @Test
    void aFifthMoreTrainsMeansMoreDwellAndMoreDepartures() {
        var comparison = YardComparison.of(ALASHANKOU, ALASHANKOU.with("trains", "+20%"), EFFORT);
        assertThat(comparison.b().traffic().trainsPerDay()).isCloseTo(8.7 * 1.2, within(1e-9));
        assertThat(comparison.measures().get(0).difference().mean()).isPositive();
        assertThat(comparison.measures().get(3).difference().isSure()).isTrue();
    }

    @Test
    void aDayOfWindIsPlannedInBothAndCostsHours() {
        var comparison = YardComparison.of(ALASHANKOU, ALASHANKOU.with("wind", "12"), EFFORT);
        assertThat(comparison.method()).isEqualTo("planned");
        assertThat(comparison.measures().get(0).difference().mean()).isGreaterThan(1);
        assertThat(comparison.measures().get(0).difference().isSure()).isTrue();
    }

    @Test
    void equalQuestionsHaveEqualAnswersAndTheUsualOnesAreFive() {
        var b = ALASHANKOU.with("crane", "+2");
        assertThat(YardComparison.of(ALASHANKOU, b, EFFORT)).isEqualTo(YardComparison.of(ALASHANKOU, b, EFFORT));
        assertThat(ALASHANKOU.usualQuestions())
                .extracting(YardVariant::name)
                .containsExactly(
                        "alashankou:crane=+2",
                        "alashankou:transload_track=+1",
                        "alashankou:mode=serial",
                        "alashankou:trains=+20%",
                        "alashankou:wind=12");
    }

    @Test
    void changesAreNumbersShareOrOnTop() {
        assertThat(ALASHANKOU.with("locomotive", "7").station().count(YardResource.LOCOMOTIVE))
                .isEqualTo(7);
        assertThat(ALASHANKOU.with("locomotive", "-1").station().count(YardResource.LOCOMOTIVE))
                .isEqualTo(1);
        assertThat(ALASHANKOU.with("containers", "50%").traffic().containersPerTrain())
                .isEqualTo(30);
        assertThat(ALASHANKOU.with("seconds_per_lift", "60").station().crane().secondsPerLift())
                .isEqualTo(60);
        assertThat(ALASHANKOU.with("trains", "5").with("mode", "serial").name())
                .isEqualTo("alashankou:trains=5,mode=serial");
    }

    @Test
    void impossibleChangesAreRefusedWithTheirValues() {
        assertThatThrownBy(() -> ALASHANKOU.with("moon", "1")).hasMessageContaining("moon");
        assertThatThrownBy(() -> ALASHANKOU.with("crane", "many")).hasMessageContaining("many");
        assertThatThrownBy(() -> ALASHANKOU.with("transload_track", "0")).hasMessageContaining("TRANSLOAD_TRACK");
        assertThatThrownBy(() -> ALASHANKOU.with("wind", "30")).hasMessageContaining("30");
        assertThatThrownBy(() -> ALASHANKOU.with("mode", "sideways")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YardComparison.Effort(1, 10, 1)).hasMessageContaining("1 replications");
    }

    @Test
    void theIntervalIsStudents() {
        var interval = YardComparison.interval(new double[] {1, 2, 3});
        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.plusMinus()).isCloseTo(4.303 / Math.sqrt(3), within(1e-6));
    }
}
