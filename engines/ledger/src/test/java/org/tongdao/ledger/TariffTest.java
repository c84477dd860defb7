package org.tongdao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Money;

class TariffTest {

    private static final Tariff TARIFF = Books.tariff("2026-1", "2026-01-01", "2027-01-01");

    /** 6.00 a parcel + 18.50 a kg, at least 9.00; 6,000 cm³ weigh a kilogram; steps of 100 g. Worked by hand. */
    @ParameterizedTest
    @CsvSource({
        "1000,        0, 1000, 24.50",
        "1001,        0, 1100, 26.35",
        "1000, 12000000, 2000, 43.00",
        "1000,  6000001, 1100, 26.35",
        "  50,        0,  100,  9.00",
        " 100,        0,  100,  9.00",
        " 200,        0,  200,  9.70",
        "  10, 18000000, 3000, 61.50"
    })
    void priceIsTheLargerWeightAtTheTariff(long grams, long mm3, long chargeable, String total) {
        Price price = TARIFF.price(new Shipment("ALA", new Grams(grams), mm3));
        assertThat(price.chargeable()).isEqualTo(new Grams(chargeable));
        assertThat(price.total()).isEqualTo(Money.of(total, "CNY"));
    }

    @Test
    void priceSaysWhyStepByStep() {
        Price price = TARIFF.price(new Shipment("ALA", new Grams(50), 0));
        assertThat(price.trace())
                .extracting(Price.Step::rule)
                .containsExactly(
                        "ACTUAL-WEIGHT",
                        "VOLUMETRIC-WEIGHT",
                        "WEIGHT-COUNTS",
                        "ROUNDED-UP",
                        "BY-WEIGHT",
                        "PER-PARCEL",
                        "MINIMUM");
        assertThat(price.trace().get(4).value()).isEqualByComparingTo("1.85");
        assertThat(price.tariffVersion()).isEqualTo("2026-1");
        assertThat(TARIFF.price(new Shipment("ALA", new Grams(10), 18_000_000)).trace())
                .extracting(Price.Step::rule)
                .contains("VOLUME-COUNTS", "SUM");
    }

    @Test
    void sameShipmentUnderTheSameVersionCostsTheSameForEver() {
        var dice = Dice.of(7, "prices");
        for (int i = 0; i < 500; i++) {
            var shipment = new Shipment("ALA", new Grams(dice.nextLong(1, 30_000)), dice.nextLong(0, 200_000_000));
            Tariff again = Books.tariff("2026-1", "2026-01-01", "2027-01-01");
            assertThat(again.price(shipment)).isEqualTo(TARIFF.price(shipment));
        }
    }

    @Test
    void moreWeightNeverCostsLess() {
        var dice = Dice.of(8, "prices");
        for (int i = 0; i < 500; i++) {
            long grams = dice.nextLong(1, 30_000);
            long mm3 = dice.nextLong(0, 100_000_000);
            Money lighter =
                    TARIFF.price(new Shipment("ALA", new Grams(grams), mm3)).total();
            Money heavier = TARIFF.price(new Shipment("ALA", new Grams(grams + dice.nextLong(1, 500)), mm3))
                    .total();
            assertThat(heavier).isGreaterThanOrEqualTo(lighter);
        }
    }

    @Test
    void lineOfTheDayCounts() {
        var next = Books.tariff("2027-1", "2027-01-01", "2028-01-01");
        TariffBook book = TariffBook.of(List.of(next, TARIFF));
        assertThat(book.faults()).isEmpty();
        assertThat(book.find("ALA", LocalDate.parse("2026-12-31"))).contains(TARIFF);
        assertThat(book.find("ALA", LocalDate.parse("2027-01-01"))).contains(next);
        assertThat(book.find("ALA", LocalDate.parse("2028-01-01"))).isEmpty();
        assertThat(book.find("WAW", LocalDate.parse("2026-06-01"))).isEmpty();
        assertThat(book.list()).containsExactly(TARIFF, next);
    }

    @Test
    void twoLinesForOneDayAreSaid() {
        TariffBook book = TariffBook.of(List.of(TARIFF, Books.tariff("2026-1", "2026-12-01", "2027-12-01")));
        assertThat(book.faults()).extracting(Finding::rule).containsExactly("TARIFF-OVERLAP", "TARIFF-VERSION");
    }

    @Test
    void tariffThatMakesNoSenseCannotBeMade() {
        assertThatThrownBy(() -> Books.tariff("x", "2026-01-01", "2026-01-01")).hasMessageContaining("2026-01-01");
        assertThatThrownBy(() -> new Shipment("ALA", Grams.ZERO, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Tariff(
                        "ALA",
                        "x",
                        LocalDate.MIN,
                        LocalDate.MAX,
                        Money.of("1.00", "CNY"),
                        Money.of("1.00", "EUR"),
                        Money.of("1.00", "CNY"),
                        100,
                        6000,
                        ""))
                .hasMessageContaining("EUR");
    }
}
