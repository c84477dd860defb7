package org.tongdao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Grams;

/** Price lists drawn by lot: every quote is the sum of its steps, by the zone and the band that a plain search finds; whatever stands in a cell is read or told. */
class RateCardPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final List<String> COUNTRIES = List.of("PL", "DE", "KZ");
    private static final List<String> GARBAGE = List.of(
            "",
            " ",
            "-",
            "1e400",
            "NaN",
            "١٢",
            "0x10",
            "99999999999999999999999",
            "2026-02-30",
            "\u0000",
            "=A1",
            "PL ");

    private static Map<String, String> row(String... cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return row;
    }

    private static List<Map<String, String>> lot(Random random) {
        var rows = new ArrayList<Map<String, String>>();
        rows.add(row(
                "row",
                "card",
                "name",
                "n",
                "version",
                "v",
                "currency",
                "CNY",
                "from",
                "2026-01-01",
                "to",
                "2027-01-01"));
        int zones = 2 + random.nextInt(4);
        var taken = new ArrayList<String>();
        for (int z = 0; z < zones; z++) {
            String country = COUNTRIES.get(random.nextInt(3));
            String postcode = "123".substring(0, random.nextInt(4));
            if (!taken.contains(country + postcode)) {
                taken.add(country + postcode);
                rows.add(row("row", "zone", "zone", "Z" + z, "country", country, "postcode", postcode));
                int last = 0;
                for (int b = 0; b < 1 + random.nextInt(3); b++) {
                    last += 1 + random.nextInt(9);
                    rows.add(row(
                            "row",
                            "band",
                            "zone",
                            "Z" + z,
                            "up_to_kg",
                            String.valueOf(last),
                            "per_parcel",
                            String.valueOf(random.nextInt(20)),
                            "per_kg",
                            BigDecimal.valueOf(random.nextInt(3_000), 2).toString(),
                            "minimum",
                            String.valueOf(random.nextInt(30))));
                }
            }
        }
        for (int s = 0; s < random.nextInt(4); s++) {
            rows.add(row(
                    "row",
                    "surcharge",
                    "name",
                    "s" + s,
                    "kind",
                    List.of("PERCENT", "PER_KG", "PER_PARCEL").get(random.nextInt(3)),
                    "value",
                    BigDecimal.valueOf(random.nextInt(2_000) - 500, 2).toString(),
                    "from_kg",
                    String.valueOf(random.nextInt(5))));
        }
        return rows;
    }

    private static List<RateSheet.Row> numbered(List<Map<String, String>> rows) {
        var all = new ArrayList<RateSheet.Row>();
        rows.forEach(r -> all.add(new RateSheet.Row(all.size() + 2, r)));
        return all;
    }

    private static RateCard card(List<Map<String, String>> rows) {
        var read = RateSheet.read("lot", numbered(rows));
        assertThat(read.findings()).isEmpty();
        return read.sheet().orElseThrow().card();
    }

    private static RateCard.Parcel parcel(Random random) {
        return new RateCard.Parcel(
                "p",
                COUNTRIES.get(random.nextInt(3)),
                List.of("", "1", "12", "123", "1234", "99").get(random.nextInt(6)),
                new Grams(1 + random.nextInt(25_000)),
                random.nextInt(60_000_000));
    }

    @Test
    void everyQuoteIsTheSumOfItsStepsByThePlainlyFoundZoneAndBand() {
        var random = new Random(1);
        int priced = 0;
        for (int i = 0; i < 200; i++) {
            var card = card(lot(random));
            for (int k = 0; k < 20; k++) {
                var parcel = parcel(random);
                var zone = card.zones().stream()
                        .filter(z -> z.country().equals(parcel.country())
                                && parcel.postcode().startsWith(z.postcode()))
                        .max(Comparator.comparingInt(z -> z.postcode().length()));
                var quote = card.price(parcel, DAY);
                if (quote.isEmpty()) {
                    continue;
                }
                priced++;
                var q = quote.get();
                assertThat(q.zone()).isEqualTo(zone.orElseThrow().name());
                long chargeable = q.base().chargeable().value();
                assertThat(chargeable).isGreaterThanOrEqualTo(parcel.weight().value());
                assertThat(q.upToG())
                        .isEqualTo(card.bands().stream()
                                .filter(b -> b.line().lane().equals(q.zone()) && b.upToG() >= chargeable)
                                .mapToLong(RateCard.Band::upToG)
                                .min()
                                .orElseThrow());
                var steps = q.surcharges().stream().map(Price.Step::value).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(q.total().amount())
                        .isEqualByComparingTo(q.base().total().amount().add(steps));
                assertThat(card.price(parcel, DAY)).isEqualTo(quote);
            }
        }
        assertThat(priced).isGreaterThan(500);
    }

    @Test
    void theOrderOfZonesAndBandsInTheSheetDoesNotMatter() {
        var random = new Random(2);
        for (int i = 0; i < 60; i++) {
            var rows = lot(random);
            var surcharges =
                    rows.stream().filter(r -> "surcharge".equals(r.get("row"))).toList();
            var shuffled = new ArrayList<>(rows);
            shuffled.removeAll(surcharges);
            Collections.shuffle(shuffled, random);
            shuffled.addAll(surcharges);
            var one = card(rows);
            var other = card(shuffled);
            for (int k = 0; k < 20; k++) {
                var parcel = parcel(random);
                assertThat(other.price(parcel, DAY)).isEqualTo(one.price(parcel, DAY));
            }
        }
    }

    @Test
    void aVersionBesideItselfIsNeitherDearerNorCheaper() {
        var random = new Random(3);
        var parcels = new ArrayList<RateCard.Parcel>();
        for (int i = 0; i < 100; i++) {
            parcels.add(parcel(random));
        }
        var card = card(lot(random));
        var bench = RateBench.of(card, card, parcels, DAY);
        assertThat(bench.rows()).hasSize(100);
        assertThat(bench.dearer() + bench.cheaper()).isZero();
        assertThat(bench.totalAfter()).isEqualTo(bench.totalBefore());
    }

    @Test
    void whateverStandsInACellIsReadOrToldAndNeverThrown() {
        var random = new Random(4);
        int told = 0;
        for (int i = 0; i < 500; i++) {
            var rows = new ArrayList<>(lot(random));
            int at = random.nextInt(rows.size());
            var broken = new HashMap<>(rows.get(at));
            String column = RateSheet.COLUMNS.get(random.nextInt(RateSheet.COLUMNS.size()));
            broken.put(column, GARBAGE.get(random.nextInt(GARBAGE.size())));
            rows.set(at, broken);
            var read = RateSheet.read("lot", numbered(rows));
            read.findings().forEach(f -> {
                assertThat(f.rule()).startsWith("RATE-");
                assertThat(f.maybe()).startsWith("Maybe: ");
            });
            told += read.findings().isEmpty() ? 0 : 1;
        }
        assertThat(told).isGreaterThan(100);
    }
}
