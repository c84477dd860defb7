package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known values of queueing theory, met by a station in which one thing only is scarce. */
class QueueLawsTest {

    private static final int DAYS = 1200;

    /** M/D/1: one crane set, 60 minutes a train, waiting = ρ·S / 2(1−ρ). */
    @ParameterizedTest
    @ValueSource(doubles = {6, 12, 18})
    void waitingForOneCraneWithFixedTimesIsThatOfPollaczekAndKhinchine(double trainsPerDay) {
        var station = Layouts.with(Layouts.free(), new CraneRate(0, 60, 1), Layouts.times(0, Spread.fixed(0)))
                .withUnits(YardResource.CRANE, 1);
        double load = trainsPerDay / 24;
        double expected = load * 60 / (2 * (1 - load));
        assertThat(wait(station, YardResource.CRANE, trainsPerDay)).isCloseTo(expected, within(0.08 * expected));
    }

    /** M/G/1: one customs lane, triangular times, waiting = λ·E[S²] / 2(1−ρ). */
    @Test
    void waitingForOneCustomsLaneWithSpreadTimesCountsTheirVariance() {
        var spread = new Spread(10, 40, 130);
        var station = Layouts.with(Layouts.free(), new CraneRate(0, 0.001, 1), Layouts.times(0, spread))
                .withUnits(YardResource.CUSTOMS_LANE, 1);
        double rate = 16 / 1440.0;
        double mean = spread.mean();
        double variance = (10.0 * 10 + 40 * 40 + 130 * 130 - 10 * 40 - 10 * 130 - 40 * 130) / 18;
        double expected = rate * (variance + mean * mean) / (2 * (1 - rate * mean));
        assertThat(wait(station, YardResource.CUSTOMS_LANE, 16)).isCloseTo(expected, within(0.08 * expected));
    }

    /** Twice the servers at the same load: about half the waiting. */
    @Test
    void poolingTwoCraneSetsIsBetterThanTwoQueues() {
        var one = Layouts.with(Layouts.free(), new CraneRate(0, 60, 1), Layouts.times(0, Spread.fixed(0)))
                .withUnits(YardResource.CRANE, 1);
        var two = one.withUnits(YardResource.CRANE, 2);
        assertThat(wait(two, YardResource.CRANE, 36)).isLessThan(0.55 * wait(one, YardResource.CRANE, 18));
    }

    /** Utilisation = arrivals × holding time / units, whatever the order of service. */
    @Test
    void utilisationIsArrivalsTimesHoldingTime() {
        var station = Stations.of("alashankou");
        var figures = run(station, 8.7, 5);
        double perDay = figures.trains() / (double) DAYS;
        var crane = figures.resources().get(YardResource.CRANE.ordinal());
        double craneHours = station.crane().seconds(60) / 3600.0;
        assertThat(crane.utilisation() * crane.units())
                .isCloseTo(perDay * craneHours * station.cranesPerTrain() / 24, within(0.01));
        var lane = figures.resources().get(YardResource.CUSTOMS_LANE.ordinal());
        assertThat(lane.utilisation() * lane.units())
                .isCloseTo(perDay * station.times().customs().mean() / 1440, within(0.01));
    }

    /** What comes in goes out. */
    @Test
    void aStationThatBearsItsTrafficLetsAllOfItThrough() {
        var figures = run(Stations.of("khorgos"), 26, 2);
        assertThat(figures.departedPerDay()).isCloseTo(figures.trains() / (double) DAYS, within(0.02));
    }

    /** Poisson: the day's trains have a variance equal to their mean, and their mean is what was asked. */
    @Test
    void backgroundTrainsComeAtRandom() {
        var question = YardQuestion.steady(Layouts.free(), YardMode.PARALLEL, new Background(9, 1), DAYS, 11);
        var perDay = new long[DAYS + 10];
        Arrivals.of(question).forEach(v -> perDay[(int) (v.arrival / 86_400)]++);
        double mean = LongStream.of(perDay).average().orElseThrow();
        double variance = LongStream.of(perDay)
                .mapToDouble(n -> (n - mean) * (n - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(9, within(0.25));
        assertThat(variance).isCloseTo(9, within(1.0));
    }

    private static double wait(YardStation station, YardResource resource, double trainsPerDay) {
        return LongStream.of(1, 2, 3)
                .mapToDouble(seed -> run(station, trainsPerDay, seed)
                        .resources()
                        .get(resource.ordinal())
                        .meanWaitMinutes())
                .average()
                .orElseThrow();
    }

    private static YardFigures run(YardStation station, double trainsPerDay, long seed) {
        return YardSimulation.run(
                        YardQuestion.steady(station, YardMode.PARALLEL, new Background(trainsPerDay, 60), DAYS, seed))
                .figures();
    }
}
