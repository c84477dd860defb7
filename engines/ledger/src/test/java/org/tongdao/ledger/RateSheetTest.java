package org.tongdao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Grams;
import org.tongdao.terms.Money;

/** A rate sheet as a table: good rows count, each wrong cell is told with its line, column and value. */
class RateSheetTest {

    private static final String CARD = "row=card|name=retail|version=2026-1|currency=CNY|from=2026-01-01|to=2027-01-01";
    private static final List<String> SOUND = List.of(
            CARD,
            "row=zone|zone=PL|country=PL",
            "row=zone|zone=PL-EAST|country=pl|postcode=2",
            "row=band|zone=PL|up_to_kg=2|per_parcel=8.00|per_kg=20|minimum=9",
            "row=band|zone=PL|up_to_kg=30|per_parcel=12|per_kg=18.50",
            "row=band|zone=PL-EAST|up_to_kg=30|per_kg=25",
            "row=surcharge|name=fuel|kind=percent|value=10",
            "row=surcharge|name=heavy|kind=per parcel|value=7|from_kg=2|zone=PL",
            "row=surcharge|name=snow|kind=PER_KG|value=0.5|postcode=21|from=2026-12-01|to=2027-01-01");

    private static List<RateSheet.Row> rows(List<String> lines) {
        var rows = new ArrayList<RateSheet.Row>();
        for (var line : lines) {
            var cells = new HashMap<String, String>();
            for (var cell : line.split("\\|")) {
                cells.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
            }
            rows.add(new RateSheet.Row(rows.size() + 2, cells));
        }
        return rows;
    }

    private static String price(RateSheet sheet, String postcode, long grams, String day) {
        return sheet.card()
                .price(new RateCard.Parcel("p", "PL", postcode, new Grams(grams), 0), LocalDate.parse(day))
                .map(q -> q.total().amount().toPlainString())
                .orElse("none");
    }

    @Test
    void aSoundSheetPricesByZoneBandAndTheSurchargesWhoseConditionHolds() {
        var read = RateSheet.read("rates.csv", rows(SOUND));
        assertThat(read.findings()).isEmpty();
        assertThat(read.sound()).isTrue();
        var sheet = read.sheet().orElseThrow();
        assertThat(price(sheet, "00-001", 1_000, "2026-06-01")).isEqualTo("30.80"); // (8 + 20) + 10 %
        assertThat(price(sheet, "00-001", 4_000, "2026-06-01")).isEqualTo("101.60"); // (12 + 74) + 8.60 + 7
        assertThat(price(sheet, "21-500", 4_000, "2026-06-01"))
                .isEqualTo("110.00"); // east: 100 + 10 %, heavy is not its zone
        assertThat(price(sheet, "21-500", 4_000, "2026-12-24")).isEqualTo("112.00"); // and 4 kg of snow
        assertThat(price(sheet, "20-500", 4_000, "2026-12-24")).isEqualTo("110.00");
        assertThat(price(sheet, "00-001", 31_000, "2026-06-01")).isEqualTo("none");
        assertThat(price(sheet, "00-001", 1_000, "2027-01-01")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "row=zone|zone=|country=PL;RATE-TEXT;zone;''",
                "row=zone|zone=X|country=Poland;RATE-COUNTRY;country;Poland",
                "row=band|zone=PL|up_to_kg=0|per_kg=1;RATE-VALUE;up_to_kg;0",
                "row=band|zone=PL|up_to_kg=5|per_kg=-1;RATE-VALUE;per_kg;-1",
                "row=band|zone=PL|up_to_kg=5|per_kg=1.234;RATE-VALUE;per_kg;1.234",
                "row=band|zone=PL|up_to_kg=5|per_kg=1e99;RATE-VALUE;per_kg;1e99",
                "row=surcharge|name=s|kind=weekly|value=1;RATE-KIND;kind;weekly",
                "row=surcharge|name=s|kind=percent|value=120;RATE-VALUE;value;120",
                "row=surcharge|name=s|kind=percent|value=1|to=tomorrow;RATE-DAY;to;tomorrow",
                "row=surcharge|name=s|kind=percent|value=1|to=2025-01-01;RATE-DAY;to;2025-01-01",
                "row=discount|zone=PL;RATE-ROW;row;discount"
            })
    void aWrongCellIsToldAndTheOtherRowsCount(String wrong, String rule, String column, String value) {
        var lines = new ArrayList<>(SOUND);
        lines.add(1, wrong);
        var read = RateSheet.read("rates.csv", rows(lines));
        assertThat(read.sound()).isFalse();
        assertThat(read.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.place().toString()).isEqualTo("rates.csv:3 [" + column + "]");
            assertThat(f.value()).isEqualTo(value);
            assertThat(f.maybe()).startsWith("Maybe: ");
        });
        assertThat(price(read.sheet().orElseThrow(), "00-001", 1_000, "2026-06-01"))
                .isEqualTo("30.80");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-01,from=someday,RATE-DAY",
        "to=2027-01-01,to=2026-01-01,RATE-DAY",
        "to=2027-01-01,to=+999999999-01-01,RATE-DAY",
        "CNY,YUAN,RATE-CURRENCY"
    })
    void withoutASoundHeadThereIsNoList(String was, String is, String rule) {
        var lines = new ArrayList<>(SOUND);
        lines.set(0, CARD.replace(was, is));
        var read = RateSheet.read("rates.csv", rows(lines));
        assertThat(read.sheet()).isEmpty();
        assertThat(read.findings()).extracting(Finding::rule).containsExactly(rule);
    }

    @Test
    void noHeadAndTwoHeadsAreTold() {
        assertThat(RateSheet.read("r", List.of()).findings())
                .extracting(Finding::rule)
                .containsExactly("RATE-HEAD");
        assertThat(RateSheet.read("r", rows(List.of(CARD, CARD))).findings())
                .extracting(Finding::rule)
                .containsExactly("RATE-HEAD");
    }

    @Test
    void zonesAndBandsThatDoNotFitTogetherAreTold() {
        var lines = new ArrayList<>(SOUND);
        lines.addAll(List.of(
                "row=zone|zone=LONELY|country=LT",
                "row=zone|zone=AGAIN|country=PL",
                "row=band|zone=NOWHERE|up_to_kg=1|per_kg=1",
                "row=band|zone=PL|up_to_kg=2|per_kg=1",
                "row=surcharge|name=far|kind=percent|value=1|zone=MOON"));
        assertThat(RateSheet.read("r", rows(lines)).findings())
                .extracting(f -> f.rule() + " " + f.value() + " " + f.place())
                .containsExactlyInAnyOrder(
                        "RATE-NO-BAND LONELY r:11 [zone]",
                        "RATE-NO-BAND AGAIN r:12 [zone]",
                        "RATE-ZONE-TWICE PL  r:12 [zone]",
                        "RATE-NO-ZONE NOWHERE r:13 [zone]",
                        "RATE-BAND-TWICE PL up to 2000 g r:14 [zone]",
                        "RATE-NO-ZONE MOON r:15 [zone]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "from=2027-06-01|to=2027-09-01;RATE-NEVER r:11 [from];2027-06-01 2027-09-01",
                "from=2025-06-01|to=2026-01-01;RATE-NEVER r:11 [from];2025-06-01 2026-01-01",
                "to=2027-01-02;RATE-OUTSIDE r:11 [from];2026-01-01 2027-01-02",
                "from=2025-12-31;RATE-OUTSIDE r:11 [from];2025-12-31 2027-01-01",
                "zone=PL-EAST|postcode=3;RATE-NEVER r:11 [postcode];3",
                "zone=PL|from_kg=30.001;RATE-NEVER r:11 [from_kg];30001 g"
            })
    void aSurchargeThatCanNeverCountOrNotOnAllItsDaysIsTold(String condition, String told, String value) {
        var lines = new ArrayList<>(SOUND);
        lines.add("row=surcharge|name=odd|kind=percent|value=1|" + condition);
        var read = RateSheet.read("r", rows(lines));
        assertThat(read.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule() + " " + f.place()).isEqualTo(told);
            assertThat(f.value()).isEqualTo(value);
        });
        assertThat(read.sound()).as("the list counts without it").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"to=2026-01-02", "from=2026-12-31", "postcode=21", "zone=PL-EAST|postcode=2", "from_kg=30"})
    void aSurchargeThatCanJustCountIsSound(String condition) {
        var lines = new ArrayList<>(SOUND);
        lines.add("row=surcharge|name=just|kind=percent|value=1|" + condition);
        assertThat(RateSheet.read("r", rows(lines)).findings()).isEmpty();
    }

    @Test
    void parcelsOfABenchAreReadAndTheWrongOnesTold() {
        var read = RateParcels.read(
                "pasted",
                rows(List.of(
                        "id=a|country=pl|postcode=00-001|grams=1500|size=300x200x100",
                        "country=PL|grams=800",
                        "id=c|country=PL|grams=0",
                        "id=d|country=PL|grams=10|size=big",
                        "id=e|country=|grams=10",
                        "id=f|country=??|grams=10",
                        "id=a|country=PL|grams=10",
                        "id=g|country=PL|grams=10|size=0x10x10")));
        assertThat(read.parcels())
                .containsExactly(
                        new RateCard.Parcel("a", "PL", "00-001", new Grams(1_500), 6_000_000),
                        new RateCard.Parcel("3", "PL", "", new Grams(800), 0));
        assertThat(read.findings())
                .extracting(f -> f.rule() + " " + f.place())
                .containsExactly(
                        "RATE-VALUE pasted:4 [grams]",
                        "RATE-SIZE pasted:5 [size]",
                        "RATE-COUNTRY pasted:6 [country]",
                        "RATE-COUNTRY pasted:7 [country]",
                        "RATE-PARCEL-TWICE pasted:8 [id]",
                        "RATE-SIZE pasted:9 [size]");
        assertThat(RateParcels.read("pasted", List.of()).findings())
                .extracting(Finding::rule)
                .containsExactly("RATE-NO-PARCEL");
    }

    @Test
    void aDearerVersionIsDearerByTheDifferenceOfItsLinesAndNothingElse() {
        var dearer = new ArrayList<>(SOUND);
        dearer.set(3, dearer.get(3).replace("per_kg=20", "per_kg=22"));
        var before = RateSheet.read("r", rows(SOUND)).sheet().orElseThrow().card();
        var after = RateSheet.read("r", rows(dearer)).sheet().orElseThrow().card();
        var parcels = new ArrayList<RateCard.Parcel>();
        for (int i = 1; i <= 100; i++) {
            parcels.add(new RateCard.Parcel("p" + i, "PL", i % 3 == 0 ? "21" : "00", new Grams(100L * i), 0));
        }
        var bench = RateBench.of(before, after, parcels, LocalDate.parse("2026-06-01"));
        assertThat(bench.unpriced()).isZero();
        assertThat(bench.rows()).allSatisfy(row -> {
            long g = 100L * Integer.parseInt(row.parcel().substring(1));
            boolean inBand = g <= 2_000 && Integer.parseInt(row.parcel().substring(1)) % 3 != 0;
            assertThat(row.difference()).isEqualTo(inBand && g > 0 ? difference(g) : 0);
        });
        assertThat(bench.totalAfter() - bench.totalBefore())
                .isEqualTo(bench.rows().stream()
                        .mapToLong(RateBench.Row::difference)
                        .sum());
    }

    /** Two yuan a kilogram more, the minimum of nine counted, and ten per cent of both prices rounded apart. */
    private static long difference(long g) {
        long before = Math.max(900, 800 + 2 * g);
        long after = Math.max(900, 800 + 22 * g / 10);
        return after - before + tenth(after) - tenth(before);
    }

    private static long tenth(long minor) {
        return Money.rounded(
                        java.math.BigDecimal.valueOf(minor, 2).movePointLeft(1), java.util.Currency.getInstance("CNY"))
                .minor();
    }
}
