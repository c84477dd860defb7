package org.tongdao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Money;

/** Zones by the longest postcode, bands by chargeable weight, surcharges of the day, and two versions side by side. */
class RateCardTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 1, 1);
    private static final Currency CNY = Currency.getInstance("CNY");

    private static Money cny(String amount) {
        return Money.of(new BigDecimal(amount), CNY);
    }

    private static RateCard.Band band(String zone, long upToG, String perParcel, String perKg) {
        return new RateCard.Band(
                upToG,
                new Tariff(
                        zone, zone + upToG, FROM, TO, cny(perParcel), cny(perKg), cny("1.00"), 100, 6000, "typical"));
    }

    private static RateCard card(List<RateCard.Surcharge> surcharges, String perKg) {
        return new RateCard(
                "2026-1",
                List.of(
                        new RateCard.Zone("DE", "DE", ""),
                        new RateCard.Zone("DE-ISLAND", "DE", "27498"),
                        new RateCard.Zone("PL", "PL", "")),
                List.of(
                        band("DE", 30_000, "12.00", "20.00"),
                        band("DE", 2_000, "8.00", perKg),
                        band("DE-ISLAND", 30_000, "40.00", "30.00"),
                        band("PL", 30_000, "6.00", "18.00")),
                surcharges);
    }

    private static RateCard.Parcel parcel(String id, String country, String postcode, long grams) {
        return new RateCard.Parcel(id, country, postcode, new Grams(grams), 0);
    }

    @Test
    void theLightestBandThatTakesTheChargeableWeightCounts() {
        var card = card(List.of(), "26.00");
        var light = card.price(parcel("a", "DE", "10115", 1_950), DAY).orElseThrow();
        assertThat(light.upToG()).isEqualTo(2_000);
        assertThat(light.total()).isEqualTo(cny("60.00")); // 8 + 2.0 kg × 26
        var heavy = card.price(parcel("b", "DE", "10115", 2_001), DAY).orElseThrow();
        assertThat(heavy.upToG()).isEqualTo(30_000);
        assertThat(heavy.total()).isEqualTo(cny("54.00")); // 12 + 2.1 kg × 20
        assertThat(card.price(parcel("c", "DE", "10115", 30_001), DAY)).isEmpty();
    }

    @Test
    void volumeCanLiftAParcelIntoTheNextBand() {
        var card = card(List.of(), "26.00");
        var large = new RateCard.Parcel("v", "DE", "10115", new Grams(500), 18_000_000);
        var quote = card.price(large, DAY).orElseThrow(); // 18,000 cm³ ÷ 6,000 = 3 kg
        assertThat(quote.upToG()).isEqualTo(30_000);
        assertThat(quote.total()).isEqualTo(cny("72.00"));
        assertThat(quote.base().trace()).extracting(Price.Step::rule).contains("VOLUME-COUNTS");
    }

    @Test
    void theLongestPostcodeNamesTheZoneAndAForeignCountryHasNoPrice() {
        var card = card(List.of(), "26.00");
        assertThat(card.price(parcel("a", "DE", "27498", 1_000), DAY)
                        .orElseThrow()
                        .zone())
                .isEqualTo("DE-ISLAND");
        assertThat(card.price(parcel("a", "DE", "27499", 1_000), DAY)
                        .orElseThrow()
                        .zone())
                .isEqualTo("DE");
        assertThat(card.price(parcel("a", "FR", "75001", 1_000), DAY)).isEmpty();
    }

    @Test
    void surchargesOfTheDayComeOnTopWithAStepEach() {
        var card = card(
                List.of(
                        new RateCard.Surcharge("fuel", RateCard.Kind.PERCENT, new BigDecimal("12.5"), FROM, TO),
                        new RateCard.Surcharge(
                                "peak", RateCard.Kind.PER_PARCEL, new BigDecimal("3.00"), DAY, DAY.plusDays(1)),
                        new RateCard.Surcharge("risk", RateCard.Kind.PER_KG, new BigDecimal("0.55"), FROM, TO)),
                "26.00");
        var quote = card.price(parcel("a", "PL", "00-001", 1_000), DAY).orElseThrow();
        // 6 + 18 = 24; 12.5 % = 3; 3; 0.55
        assertThat(quote.base().total()).isEqualTo(cny("24.00"));
        assertThat(quote.total()).isEqualTo(cny("30.55"));
        assertThat(quote.surcharges())
                .extracting(Price.Step::rule)
                .containsExactly("SURCHARGE fuel", "SURCHARGE peak", "SURCHARGE risk");
        var later =
                card.price(parcel("a", "PL", "00-001", 1_000), DAY.plusDays(1)).orElseThrow();
        assertThat(later.total()).isEqualTo(cny("27.55"));
    }

    @Test
    void outsideItsDaysALineHasNoPrice() {
        var card = card(List.of(), "26.00");
        assertThat(card.price(parcel("a", "PL", "00-001", 1_000), TO)).isEmpty();
        assertThat(card.price(parcel("a", "PL", "00-001", 1_000), FROM)).isPresent();
    }

    @Test
    void aCardTellsItsFaults() {
        var card = new RateCard(
                "bad",
                List.of(
                        new RateCard.Zone("A", "DE", "1"),
                        new RateCard.Zone("B", "DE", "1"),
                        new RateCard.Zone("A", "DE", "2")),
                List.of(
                        band("A", 1_000, "1.00", "1.00"),
                        band("A", 1_000, "2.00", "1.00"),
                        band("C", 1, "1.00", "1.00")),
                List.of());
        assertThat(card.faults())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("RATE-ZONE-TWICE", "RATE-NO-BAND", "RATE-NO-ZONE", "RATE-BAND-TWICE");
        assertThat(card(List.of(), "26.00").faults()).isEmpty();
    }

    @Test
    void aHundredParcelsUnderTwoVersionsShowWhoPaysMore() {
        var parcels = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> parcel("P" + i, i % 10 == 0 ? "FR" : "DE", "10115", 100L * i))
                .toList();
        var bench = RateBench.of(card(List.of(), "26.00"), card(List.of(), "27.00"), parcels, DAY);
        assertThat(bench.rows()).hasSize(100);
        assertThat(bench.unpriced()).isEqualTo(10);
        assertThat(bench.dearer()).isEqualTo(18); // up to 2 kg, less the two to France
        assertThat(bench.cheaper()).isZero();
        long more = IntStream.rangeClosed(1, 20)
                .filter(i -> i % 10 != 0)
                .mapToLong(i -> 10L * i)
                .sum();
        assertThat(bench.totalAfter() - bench.totalBefore()).isEqualTo(more);
        assertThat(RateBench.of(card(List.of(), "26.00"), card(List.of(), "26.00"), parcels, DAY)
                        .rows())
                .allMatch(r -> r.difference() == 0);
    }
}
