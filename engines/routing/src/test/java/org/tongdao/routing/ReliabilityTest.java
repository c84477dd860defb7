package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.Dice;

/** Odds of ways that can be reckoned by hand: a late train, a connection that may be missed, a border that may inspect; and what must hold for any. */
class ReliabilityTest {

    /** A Monday. */
    private static final String START = "2026-11-02T00:00:00Z";

    private static final double NEAR = 0.01;

    private static Sketch places() {
        return new Sketch().places("Z", "A", "B", "H");
    }

    private static Odds odds(Sketch sketch) {
        var t = sketch.table(START, 20);
        return new OddsSearch(t).of(new EarliestArrival(t).find(0, 1, 0).orElseThrow());
    }

    private static Line.Capacity any() {
        return new Line.Capacity(0, 0, 0, 0);
    }

    private static double hours(double hours) {
        return hours / 24;
    }

    @Test
    void withoutAnyChanceAllIsThereInTheHalfHourOfThePlan() {
        var odds = odds(places().line("L", "1 10:00", "A, B 600"));
        assertThat(odds.within(hours(19.5))).isZero();
        assertThat(odds.within(hours(20))).isEqualTo(1);
        assertThat(odds.days(0.5)).isEqualTo(odds.days(1)).isEqualTo(hours(20));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0000", "2, 0.0833", "4, 0.3333", "6, 0.6250", "8, 0.8333", "12, 1.0000"})
    void aTrainIsAsLateAsItsSpreadSays(int late, double share) {
        // from 0 over 4 to 12 hours: t²/48 until the mode, then 1 − (12 − t)²/96
        var odds = odds(places().line("L", "1 10:00", "A, B 600", any(), new Triangle(0, 240, 720)));
        assertThat(odds.within(hours(20 + late))).isBetween(share - NEAR, share + NEAR);
    }

    @Test
    void aConnectionIsCaughtInItsShareAndMissedByADayInTheRest() {
        // four hours between the trains; the first is late by 0 to 8 hours with the mode at 0: caught in 1 − (4/8)² =
        // 3/4
        var sketch = places().line("in", "1 10:00", "A, H 600", any(), new Triangle(0, 0, 480))
                .line("on", "1234567 00:00", "H, B 300");
        var odds = odds(sketch);
        assertThat(odds.within(hours(29))).isBetween(0.75 - NEAR, 0.75 + NEAR);
        assertThat(odds.within(hours(29 + 23.5))).as("nobody comes between").isEqualTo(odds.within(hours(29)));
        assertThat(odds.within(hours(29 + 24))).isBetween(1 - 1e-9, 1.0);
        assertThat(odds.days(0.5)).isEqualTo(hours(29));
        assertThat(odds.days(0.9)).isEqualTo(hours(53));
    }

    @Test
    void aWeeklyConnectionCostsAWeek() {
        var sketch = places().line("in", "1 10:00", "A, H 600", any(), new Triangle(0, 0, 480))
                .line("on", "2 00:00", "H, B 300");
        var odds = odds(sketch);
        assertThat(odds.within(hours(29))).isBetween(0.75 - NEAR, 0.75 + NEAR);
        assertThat(odds.within(hours(29 + 6 * 24))).isEqualTo(odds.within(hours(29)));
        assertThat(odds.within(hours(29 + 7 * 24))).isBetween(1 - 1e-9, 1.0);
    }

    @Test
    void whoHasNoFurtherTrainInTheTimetableNeverArrives() {
        var sketch = places().line("in", "1 10:00", "A, H 600", any(), new Triangle(0, 0, 480))
                .line("on", "2 00:00", "H, B 300");
        var t = sketch.table(START, 5);
        var odds = new OddsSearch(t).of(new EarliestArrival(t).find(0, 1, 0).orElseThrow());
        assertThat(odds.within(400)).isBetween(0.75 - NEAR, 0.75 + NEAR);
        assertThat(odds.days(0.9)).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"20, 0.00", "21, 0.20", "22, 0.55", "23, 0.80"})
    void moreTimeBetweenTwoTrainsMakesCatchingLikelierByTheSpread(int leaves, double caught) {
        // late by 0 to 5 hours with the mode at 1: after one hour 1/5, after two 1 − 9/20, after three 1 − 4/20
        var sketch = places().line("in", "1 10:00", "A, H 600", any(), new Triangle(0, 60, 300))
                .line("on", "1 " + leaves + ":00", "H, B 300");
        assertThat(odds(sketch).within(hours(leaves + 5))).isBetween(caught - NEAR, caught + NEAR);
    }

    private static Sketch chain(SplittableRandom random, int more) {
        var sketch = places();
        int mode = 30 * random.nextInt(10);
        sketch.line(
                "in",
                "1357 0" + random.nextInt(10) + ":00",
                "A, H " + 60 * (1 + random.nextInt(20)),
                any(),
                new Triangle(more, mode + more, mode + 30 + 30 * random.nextInt(20) + more));
        sketch.line("on", "123456 1" + random.nextInt(10) + ":30", "H, B " + 60 * (1 + random.nextInt(20)));
        return sketch;
    }

    @Test
    void aTrainThatIsLaterByMoreIsNeverLikelierToBeThere() {
        for (int seed = 0; seed < 60; seed++) {
            var t = chain(Dice.of(seed, "late"), 0).table(START, 20);
            var later = chain(Dice.of(seed, "late"), 90).table(START, 20);
            var way = new EarliestArrival(t).find(0, 1, 0).orElseThrow();
            var odds = new OddsSearch(t).of(way);
            var worse = new OddsSearch(later).of(way);
            for (int half = 0; half < 20 * 48; half += 5) {
                assertThat(worse.within(half / 48.0)).isLessThanOrEqualTo(odds.within(half / 48.0) + 1e-9);
            }
            assertThat(worse.days(0.9)).isGreaterThanOrEqualTo(odds.days(0.9));
        }
    }

    @Test
    void daysAndSharesAreInverseAndNobodyIsThereBeforeThePlan() {
        for (int seed = 0; seed < 60; seed++) {
            var t = chain(Dice.of(seed, "inverse"), 0).table(START, 20);
            var way = new EarliestArrival(t).find(0, 1, 0).orElseThrow();
            var odds = new OddsSearch(t).of(way);
            double planned = Duration.between(t.start(), way.arrives()).toMinutes() / 1440.0;
            assertThat(odds.within(planned - 1 / 24.0)).isZero();
            for (double share : new double[] {0.1, 0.5, 0.9, 0.99}) {
                double days = odds.days(share);
                assertThat(odds.within(days)).isGreaterThanOrEqualTo(share - 1e-9);
                assertThat(odds.within(days - 1 / 48.0)).isLessThan(share);
            }
            assertThat(odds.days(0.5)).isLessThanOrEqualTo(odds.days(0.9));
        }
    }
}
