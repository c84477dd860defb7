package org.tongdao.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongdao.intake.OrderLines;
import org.tongdao.intake.mapping.HeaderWords;
import org.tongdao.intake.mapping.Layout;
import org.tongdao.intake.mapping.Mapping;
import org.tongdao.intake.mapping.RowCells;
import org.tongdao.intake.reading.OpenedFile;
import org.tongdao.intake.reading.OrderFile;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Every kind of bad input, one row each, between a good row and its repetition; what is found names row, column, value and what to do. */
class BadInputTest {

    private static final Knowledge KNOWLEDGE = Knowledge.shipped();
    private static final HeaderWords WORDS = HeaderWords.shipped();
    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NULL",
            value = {
                "order no | '' | CELL-EMPTY",
                "order no | A B? | ORDER-NO-FORMAT",
                "order no | 1.2E+12 | ID-DAMAGED",
                "ordered at | '' | CELL-EMPTY",
                "ordered at | 2026-02-30 | DATE-FORMAT",
                "ordered at | 11/02/2026 | DATE-FORMAT",
                "ordered at | 2027-01-01 | DATE-RANGE",
                "consignee | '' | CELL-EMPTY",
                "consignee | 7 | NAME-FORMAT",
                "phone | +86 139 0013 8000 | PHONE-COUNTRY",
                "phone | +48 512 345 678 | PHONE-COUNTRY",
                "phone | 12345 | PHONE-FORMAT",
                "phone | call me | PHONE-FORMAT",
                "phone | 7.70123E+10 | ID-DAMAGED",
                "country | Atlantis | COUNTRY-UNKNOWN",
                "country | Brazil | COUNTRY-NOT-SERVED",
                "country | '' | CELL-EMPTY",
                "city | Warszawa | ADDRESS-COUNTRY",
                "address | '' | CELL-EMPTY",
                "address | 12 | ADDRESS-FORMAT",
                "postcode | '' | CELL-EMPTY",
                "postcode | 50000 | POSTCODE-COUNTRY",
                "postcode | 5-5 | POSTCODE-FORMAT",
                "sku | '' | CELL-EMPTY",
                "name zh | '' | CELL-EMPTY",
                "name zh | 烟花爆竹 | GOODS-PROHIBITED",
                "name en | ammunition for rifle | GOODS-PROHIBITED",
                "hs | '' | CELL-EMPTY",
                "hs | 6115 | HS-FORMAT",
                "hs | 6198765432 | HS-UNKNOWN",
                "hs | 603110000 | HS-LOST-ZERO",
                "hs | 6.1159501E+9 | ID-DAMAGED",
                "quantity | 0 | QUANTITY-ZERO",
                "quantity | -3 | QUANTITY-NEGATIVE",
                "quantity | 1.5 | QUANTITY-FORMAT",
                "quantity | two | NUMBER-FORMAT",
                "unit | blob | UNIT-UNKNOWN",
                "unit price | 0 | PRICE-ZERO",
                "unit price | -1 | PRICE-NEGATIVE",
                "unit price | '9,90' | NUMBER-FORMAT",
                "unit price | 0.123456 | PRICE-FORMAT",
                "unit price | =B2*2 | CELL-FORMULA",
                "merchant | @SUM(A1) | CELL-FORMULA",
                "currency | YYY | CURRENCY-UNKNOWN",
                "net weight (kg) | 0 | WEIGHT-ZERO",
                "gross weight (kg) | -0.1 | WEIGHT-NEGATIVE",
                "net weight (kg) | 0.2 | WEIGHT-NET-ABOVE-GROSS",
                "gross weight (kg) | 150 | WEIGHT-UNIT",
                "gross weight (kg) | 0.00015 | WEIGHT-UNIT",
                "length (cm) | 0 | SIZE-ZERO",
                "length (cm) | 200 | SIZE-UNIT",
                "origin | Narnia | ORIGIN-UNKNOWN",
                "parcel no | RR123456780CN | PARCEL-NO-CHECK-DIGIT",
                "parcel no | 069012340000000010 | PARCEL-NO-CHECK-DIGIT",
                "parcel no | 12 | PARCEL-NO-FORMAT",
                "parcel no | LX000000005CN | PARCEL-NO-TAKEN",
                "ioss no | IM12345678 | IOSS-FORMAT"
            })
    void namesRowColumnValueAndWhatToDo(String column, String value, String rule) {
        var text = value == null ? "" : value;
        var checked = check(
                OrderLines.file().row("order no", "GOOD").row(column, text).row("order no", "GOOD"));
        assertThat(checked.get(0)).isInstanceOf(CheckedRow.Sound.class);
        assertThat(checked.get(2)).isInstanceOf(CheckedRow.Sound.class);
        assertThat(checked.get(1)).isInstanceOf(CheckedRow.Faulty.class);
        assertThat(checked.get(1).findings()).anySatisfy(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.place().line()).isEqualTo(3);
            assertThat(f.maybe()).isNotBlank();
        });
        if (!rule.startsWith("GOODS")) {
            assertThat(checked.get(1).findings())
                    .anySatisfy(f -> assertThat(f.place().column()).isEqualTo(column));
        }
    }

    @Test
    void charactersThatHideOrTurnTextAreFound() {
        assertThat(rules(OrderLines.file().row("consignee", "Anna\u202Egnp.exe")))
                .contains("CELL-BIDI");
        assertThat(rules(OrderLines.file().row("address", "ul. Dluga\u0000 12")))
                .contains("CELL-CONTROL");
        assertThat(rules(OrderLines.file().row("order no", "A\u200B1"))).contains("CELL-CONTROL");
        assertThat(rules(OrderLines.file().row("consignee", "A\uFFFDna"))).contains("CELL-ENCODING");
    }

    @Test
    void aFieldOfTenMegabytesIsOneFindingAndTheOtherRowsGoOn() {
        var checked = check(
                OrderLines.file().row().row("address", "x".repeat(10 << 20)).row());
        assertThat(checked.get(1).findings()).extracting(Finding::rule).contains("CELL-TOO-LONG");
        assertThat(checked.get(1).findings())
                .allSatisfy(f -> assertThat(f.value().length()).isLessThan(200));
        assertThat(checked.get(2)).isInstanceOf(CheckedRow.Sound.class);
    }

    @Test
    void aTruncatedRowIsOneFindingAndASeparatorTooManyAnother() {
        var file = OrderLines.file().row();
        var short1 = file.rows().get(0).subList(0, 9).toArray(String[]::new);
        assertThat(rules(OrderLines.file().raw(short1))).containsExactly("ROW-TRUNCATED");
        var wide = new ArrayList<>(file.rows().get(0));
        wide.add("more");
        assertThat(rules(OrderLines.file().raw(wide.toArray(String[]::new)))).containsExactly("ROW-TOO-WIDE");
    }

    @Test
    void fullWidthComposedAndUntidySpellingsAreTheSame() {
        var plain = (CheckedRow.Sound) check(OrderLines.file().row("order no", "TS-1", "consignee", "Józef Nowak"))
                .get(0);
        var other = (CheckedRow.Sound)
                check(OrderLines.file().row("order no", " ｔｓ－１", "consignee", "Jo\u0301zef  Nowak ", "quantity", "２"))
                        .get(0);
        assertThat(other.head()).isEqualTo(plain.head());
        assertThat(other.orderLine()).isEqualTo(plain.orderLine());
    }

    @Test
    void aWarningDoesNotStopARow() {
        var roses = check(OrderLines.file()
                .row(
                        "country",
                        "PL",
                        "phone",
                        "+48 512 345 678",
                        "city",
                        "Kraków",
                        "postcode",
                        "30-001",
                        "hs",
                        "0603110000",
                        "name en",
                        "fresh cut roses",
                        "name zh",
                        "鲜切玫瑰"));
        assertThat(roses.get(0)).isInstanceOf(CheckedRow.Sound.class);
        assertThat(roses.get(0).findings()).extracting(Finding::rule).contains("GOODS-RESTRICTED");
    }

    @Test
    void headersAreKnownInThreeLanguagesWithTheirUnits() {
        assertThat(WORDS.find("毛重(g)")).get().satisfies(h -> {
            assertThat(h.column().name()).isEqualTo("GROSS_WEIGHT");
            assertThat(h.unit()).get().hasToString("G");
        });
        assertThat(WORDS.find("Номер заказа"))
                .get()
                .extracting(h -> h.column().name())
                .isEqualTo("ORDER_NO");
        assertThat(WORDS.find("Вес нетто, кг"))
                .get()
                .extracting(h -> h.column().name())
                .isEqualTo("NET_WEIGHT");
        assertThat(WORDS.find("收件人")).get().extracting(h -> h.column().name()).isEqualTo("NAME");
        assertThat(WORDS.find("whatever")).isEmpty();
    }

    @Test
    void aMissingRequiredColumnOrTwoOfTheSameRefuseTheFile() {
        var file = OrderLines.file().row();
        var without = new ArrayList<>(file.header());
        without.set(without.indexOf("hs"), "something");
        assertThat(layout(file.withHeader(without)).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.rule() + " " + f.value()).isEqualTo("COLUMN-MISSING hs"));
        var twice = new ArrayList<>(file.header());
        twice.set(twice.indexOf("payment no"), "order number");
        assertThat(layout(file.withHeader(twice)).faults())
                .extracting(Finding::rule)
                .containsExactly("COLUMN-TWICE");
    }

    private Layout layout(OrderLines lines) {
        var opened = (OpenedFile.Readable) OrderFile.open(lines.write(folder, "orders.csv"));
        opened.rows().close();
        return Layout.of(opened, Mapping.NONE, WORDS, Place.of("orders.csv"));
    }

    private List<String> rules(OrderLines lines) {
        return check(lines).get(0).findings().stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    private List<CheckedRow> check(OrderLines lines) {
        var opened = (OpenedFile.Readable) OrderFile.open(lines.write(folder, "orders.csv"));
        var layout = Layout.of(opened, Mapping.NONE, WORDS, Place.of("orders.csv"));
        assertThat(layout.faults()).isEmpty();
        var rules = new RowRules(KNOWLEDGE, Mapping.NONE, new MerchantRule("default", false), NOW);
        var checked = new ArrayList<CheckedRow>();
        try (var rows = opened.rows()) {
            rows.forEachRemaining(raw -> checked.add(rules.check(new RowCells(layout, raw, "orders.csv"))));
        }
        return checked;
    }
}
