package org.tongdao.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void allocationSumsExactlyToTheWhole() {
        var random = Dice.of(7, "allocation");
        for (int round = 0; round < 1_000; round++) {
            long[] weights = random.longs(1 + random.nextInt(9), 1, 1_000).toArray();
            var whole = new Money(random.nextLong(-100_000, 100_000), Currency.getInstance("CNY"));
            long sum = Arrays.stream(whole.allocate(weights))
                    .mapToLong(Money::minor)
                    .sum();
            assertThat(sum).isEqualTo(whole.minor());
        }
    }

    @Test
    void moneyRefusesDigitsItCannotHold() {
        assertThatThrownBy(() -> Money.of("1.005", "CNY")).isInstanceOf(ArithmeticException.class);
        assertThat(Money.of("1.05", "CNY")).hasToString("1.05 CNY");
    }

    @Test
    void moneyRefusesToMixCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "CNY").plus(Money.of("1", "EUR")))
                .withMessageContaining("conversion");
    }

    @Test
    void hsCodeKnowsItsLevels() {
        assertThat(new HsCode("6109100021").hs6()).isEqualTo("610910");
        assertThat(HsCode.isShaped("9900")).isFalse();
        assertThat(HsCode.isShaped("610910002")).isFalse();
    }

    @Test
    void findingShowsHiddenCharactersAndShortensLongValues() {
        var finding =
                Finding.error("X", Place.cell("orders.csv", 3, "name"), "a\u0000\u202Eb" + "x".repeat(500), "mend it");
        assertThat(finding.value()).startsWith("a\\u0000\\u202Eb").hasSizeLessThan(140);
        assertThat(finding.place()).hasToString("orders.csv:3 [name]");
    }

    @Test
    void diceGiveTheSameStreamForTheSameKey() {
        assertThat(Dice.of(1, "p").nextLong()).isEqualTo(Dice.of(1, "p").nextLong());
        assertThat(Dice.of(1, "p").nextLong()).isNotEqualTo(Dice.of(2, "p").nextLong());
        double draw = Dice.triangular(Dice.of(1, "t"), 1, 2, 4);
        assertThat(draw).isBetween(1.0, 4.0);
    }
}
