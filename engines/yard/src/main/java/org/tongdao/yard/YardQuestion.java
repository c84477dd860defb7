package org.tongdao.yard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is asked of {@link YardSimulation}: a station, its traffic and a time.
 *
 * @param station where
 * @param rules how it works
 * @param from first moment of the simulated time
 * @param warmUp traffic before this much time has passed fills the station but is not counted
 * @param measured length of the counted time after the warm-up
 * @param background trains of others
 * @param trains trains to be answered for one by one
 * @param seed chance: equal questions have equal answers on every machine
 */
public record YardQuestion(
        YardStation station,
        YardRules rules,
        Instant from,
        Duration warmUp,
        Duration measured,
        Background background,
        List<YardTrain> trains,
        long seed) {

    public YardQuestion {
        trains = List.copyOf(trains);
        if (warmUp.isNegative() || measured.isNegative() || measured.isZero()) {
            throw new IllegalArgumentException(
                    "warm-up " + warmUp + " and measured time " + measured + " must not be negative or empty");
        }
        for (var train : trains) {
            if (train.arrival().isBefore(from)) {
                throw new IllegalArgumentException("train " + train.id() + " arrives " + train.arrival()
                        + ", before the simulated time starts: " + from);
            }
        }
    }

    /** The steady state of a station: {@code days} of background traffic after ten days of warm-up. */
    public static YardQuestion steady(YardStation station, YardMode mode, Background background, int days, long seed) {
        return new YardQuestion(
                station,
                YardRules.of(mode),
                Instant.EPOCH,
                Duration.ofDays(10),
                Duration.ofDays(days),
                background,
                List.of(),
                seed);
    }

    /** The passage of given trains among the station's usual traffic, which started four days before the first of them. */
    public static YardQuestion passage(YardStation station, YardMode mode, List<YardTrain> trains, long seed) {
        var first =
                trains.stream().map(YardTrain::arrival).min(Instant::compareTo).orElseThrow();
        var last =
                trains.stream().map(YardTrain::arrival).max(Instant::compareTo).orElseThrow();
        return new YardQuestion(
                station,
                YardRules.of(mode),
                first.minus(Duration.ofDays(4)),
                Duration.ofDays(4),
                Duration.between(first, last).plusDays(2),
                station.usual(),
                trains,
                seed);
    }

    public YardQuestion with(YardStation other) {
        return new YardQuestion(other, rules, from, warmUp, measured, background, trains, seed);
    }
}
