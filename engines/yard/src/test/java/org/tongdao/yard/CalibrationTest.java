package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Regression against the reference behaviour: 8.7 import trains a day, two transload tracks, 360 measured days, three seeds. Stage times are assumptions, so
 * these figures guard the model against drift; they are not the truth about a station.
 */
class CalibrationTest {

    private static final YardStation ALASHANKOU = Stations.of("alashankou");

    @Test
    void customsThenTransloadTakesSixHoursInTheMean() {
        assertThat(mean(ALASHANKOU, YardMode.SERIAL)).isCloseTo(6.0, within(0.3));
        assertThat(p95(ALASHANKOU, YardMode.SERIAL)).isCloseTo(8.4, within(0.4));
    }

    @Test
    void sideBySideItTakesFourAndAHalf() {
        assertThat(mean(ALASHANKOU, YardMode.PARALLEL)).isCloseTo(4.6, within(0.3));
        assertThat(p95(ALASHANKOU, YardMode.PARALLEL)).isCloseTo(6.8, within(0.4));
    }

    @Test
    void parallelWorkSavesAQuarterOfTheDwell() {
        double saving = 1 - mean(ALASHANKOU, YardMode.PARALLEL) / mean(ALASHANKOU, YardMode.SERIAL);
        assertThat(saving).isCloseTo(0.24, within(0.03));
    }

    /** The reference quotes 5.4 to 4.6 h; those are hours of the parallel mode, since a serial passage at 40 s has 5.7 h of work alone. */
    @Test
    void fasterLiftsShortenTheDwellByMoreThanTheCraneTimeTheySave() {
        double slow = mean(ALASHANKOU.withSecondsPerLift(60), YardMode.PARALLEL);
        double fast = mean(ALASHANKOU.withSecondsPerLift(40), YardMode.PARALLEL);
        assertThat(slow).isCloseTo(5.4, within(0.45));
        assertThat(slow - fast).isBetween(40.0 / 60, 1.2);
    }

    @Test
    void oneTrackSaturatesNearTenTrainsADay() {
        var oneTrack = ALASHANKOU.withUnits(YardResource.TRANSLOAD_TRACK, 1);
        var flooded = new Background(14, 60);
        var figures = YardSimulation.run(YardQuestion.steady(oneTrack, YardMode.PARALLEL, flooded, 360, 1))
                .figures();
        assertThat(figures.departedPerDay()).isCloseTo(10.5, within(0.6));
        assertThat(figures.resources()
                        .get(YardResource.TRANSLOAD_TRACK.ordinal())
                        .utilisation())
                .isGreaterThan(0.99);
    }

    @Test
    void theTransloadTrackIsWhatTrainsWaitForAndLocomotivesAreNot() {
        var figures = figures(ALASHANKOU, YardMode.PARALLEL, 1);
        assertThat(figures.bottleneck()).contains(YardResource.TRANSLOAD_TRACK);
        assertThat(figures.operationHours().mean())
                .isLessThan(figures.dwellHours().mean());
        assertThat(figures.departedPerDay()).isCloseTo(8.7, within(0.2));
    }

    @Test
    void theCraneFormulaGivesThePublishedTotals() {
        var rate = new CraneRate(10, 60, 2);
        assertThat(rate.seconds(60)).isEqualTo(130 * 60);
        assertThat(rate.withSecondsPerLift(40).seconds(60)).isEqualTo(90 * 60);
        assertThat(rate.offSeconds(1)).isEqualTo(11 * 60);
        assertThat(rate.onSeconds(60)).isEqualTo(rate.seconds(60));
    }

    @Test
    void aYearOfTheBusiestStationTakesSeconds() {
        var khorgos = Stations.of("khorgos");
        var cpu = ManagementFactory.getThreadMXBean();
        long start = cpu.getCurrentThreadCpuTime();
        var figures = YardSimulation.run(YardQuestion.steady(khorgos, YardMode.PARALLEL, khorgos.usual(), 365, 7))
                .figures();
        assertThat((cpu.getCurrentThreadCpuTime() - start) / 1e9).isLessThan(5.0);
        assertThat(figures.trains()).isBetween(9_000, 10_000);
    }

    private static double mean(YardStation station, YardMode mode) {
        return over3Seeds(station, mode, f -> f.dwellHours().mean());
    }

    private static double p95(YardStation station, YardMode mode) {
        return over3Seeds(station, mode, f -> f.dwellHours().p95());
    }

    private static double over3Seeds(YardStation station, YardMode mode, ToDoubleFunction<YardFigures> figure) {
        return LongStream.of(1, 2, 3)
                .mapToDouble(seed -> figure.applyAsDouble(figures(station, mode, seed)))
                .average()
                .orElseThrow();
    }

    private static YardFigures figures(YardStation station, YardMode mode, long seed) {
        return YardSimulation.run(YardQuestion.steady(station, mode, new Background(8.7, 60), 360, seed))
                .figures();
    }
}
