package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

/** Folding by the minute against adding up by hand. */
class MassTest {

    private static final int[] NINE_TO_FIVE = {540, 1020, 1980, 2460};

    private static double all(Mass mass) {
        return Arrays.stream(mass.sharp).sum() + Arrays.stream(mass.spread).sum();
    }

    /** The share before a minute, what is sharp there included. */
    private static double upTo(Mass mass, int minute) {
        double sum = 0;
        for (int i = 0; i < mass.length() && mass.from + i <= minute; i++) {
            sum += mass.sharp[i] + (mass.from + i < minute ? mass.spread[i] : 0);
        }
        return sum;
    }

    @Test
    void oneSpanAfterAMomentIsTheSpanItself() {
        var random = Dice.of(1, "spans");
        for (int i = 0; i < 200; i++) {
            int min = random.nextInt(100);
            int mode = min + random.nextInt(300);
            var span = new Triangle(min, mode, mode + 1 + random.nextInt(900));
            var mass = Mass.at(77).plus(span);
            for (int minute = 0; minute < 1500; minute += 7) {
                assertThat(upTo(mass, minute))
                        .as(span + " by " + minute)
                        .isCloseTo(span.share(minute - 77), within(1e-9));
            }
        }
    }

    @Test
    void twoSpansAreAddedAsByHandMinuteByMinute() {
        var first = new Triangle(0, 40, 90);
        var second = new Triangle(10, 10, 70);
        var mass = Mass.at(0).plus(first).plus(second);
        for (int minute = 0; minute <= 170; minute += 5) {
            double sum = 0;
            for (double at = 0.005; at < 90; at += 0.01) {
                sum += (first.share(at + 0.005) - first.share(at - 0.005)) * second.share(minute - at);
            }
            assertThat(upTo(mass, minute)).as("by " + minute).isCloseTo(sum, within(1e-3));
        }
        assertThat(all(mass)).isCloseTo(1, within(1e-9));
    }

    @Test
    void nothingIsLostOrMadeHoweverLongItGoesOn() {
        var mass = Mass.at(0);
        for (int i = 0; i < 12; i++) {
            mass = mass.plus(new Triangle(0, 1440, 10_000))
                    .plus(new Triangle(60, 60, 61))
                    .later(30);
        }
        assertThat(all(mass)).isCloseTo(1, within(1e-6));
        assertThat(Arrays.stream(mass.spread).min().orElseThrow()).isNotNegative();
    }

    @Test
    void whatComesWhileItIsClosedIsSharpAtTheOpening() {
        var late = Mass.at(1000).plus(new Triangle(0, 20, 40)).opened(NINE_TO_FIVE);
        double before = new Triangle(0, 20, 40).share(20);
        assertThat(upTo(late, 1020)).isCloseTo(before, within(1e-9));
        assertThat(upTo(late, 1979)).isCloseTo(before, within(1e-9));
        assertThat(late.sharp[1980 - late.from]).isCloseTo(1 - before, within(1e-9));
    }

    @Test
    void theLastMinuteIsOpenAndTheNextIsNot() {
        assertThat(Mass.at(1019).opened(NINE_TO_FIVE).from).isEqualTo(1019);
        assertThat(Mass.at(1020).opened(NINE_TO_FIVE).from).isEqualTo(1980);
        assertThat(Mass.at(3).opened(NINE_TO_FIVE).from).isEqualTo(540);
    }

    @Test
    void afterTheLastOpeningNothingGoesOn() {
        assertThat(all(Mass.at(2460).opened(NINE_TO_FIVE))).isZero();
        var half = Mass.at(2440).plus(new Triangle(0, 20, 40)).opened(NINE_TO_FIVE);
        assertThat(all(half)).isCloseTo(0.5, within(1e-9));
        assertThat(all(half.plus(new Triangle(5, 9, 20)).later(3).opened(new int[] {3000, 3600})))
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aPartThatIsOpenedByCustomsComesLater() {
        var plain = Mass.at(100);
        var mixed = plain.plus(new Triangle(60, 60, 60)).mixed(0.25, plain);
        assertThat(mixed.sharp[0]).isEqualTo(0.75);
        assertThat(mixed.sharp[60]).isEqualTo(0.25);
        assertThat(all(Mass.at(5).mixed(0.5, Mass.sharp(new int[0], new double[0], 0))))
                .isEqualTo(1);
    }

    @Test
    void halfHoursAreRoundedUpSoThatNothingIsPromisedBeforeItIsThere() {
        var odds = Mass.sharp(new int[] {100, 130, 131}, new double[] {0.5, 0.2, 0.3}, 3)
                .odds(100);
        assertThat(odds.shares()).containsExactly(0.5, 0.2, 0.3);
        assertThat(odds.within(0)).isEqualTo(0.5);
        assertThat(odds.within(30 / 1440.0)).isEqualTo(0.7);
        assertThat(odds.days(0.71)).isEqualTo(60 / 1440.0);
    }
}
