package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;

/** Parcels to the EU as house consignments of transit declarations. */
class TransitHousesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-28");
    private static final FarSide FAR =
            FarSide.read("far-side", Tables.data("far-side.csv"), Tables.data("stop-words.csv"));
    private static final FarSide.Rules RULES = FAR.on("PL", DAY);

    private static FarParcel.Item item(String hs, String description) {
        return new FarParcel.Item(new HsCode(hs), description, BigDecimal.TEN, "CN", "M-1", "F-1");
    }

    private static FarParcel parcel(String no, String buyer, long grams, List<FarParcel.Item> items) {
        var sale = new FarParcel.Sale("", "");
        return new FarParcel(
                no,
                "PL",
                "Seller",
                buyer,
                "Warszawa 1",
                "IM1234567890",
                "PL1",
                "",
                sale,
                grams,
                BigDecimal.ZERO,
                items);
    }

    private static TransitHouses.House house(FarParcel parcel) {
        var assessed = FAR.assess(parcel, DAY);
        return TransitHouses.House.of(parcel, assessed, assessed.orElseThrow().findings(), RULES);
    }

    private static TransitHouses.House house(int number, int items) {
        return house(
                parcel("LX" + number, "Jan", 500, Collections.nCopies(items, item("9503008390", "wooden blocks"))));
    }

    private static List<TransitHouses.House> houses(int count) {
        return IntStream.range(0, count).mapToObj(i -> house(i, 1 + i % 3)).toList();
    }

    @Test
    void noDeclarationHoldsMoreHousesOrItemsThanTheSystemTakesAndNoneIsLost() {
        var houses = houses(2_100);
        for (int most : new int[] {0, 99, 1, 1_999}) {
            var plan = TransitHouses.plan(houses, RULES, most);
            assertThat(plan.declarations()).allMatch(d -> d.houses().size() <= plan.maxHouses() && d.items() <= 1_999);
            assertThat(plan.declarations().stream().flatMap(d -> d.houses().stream()))
                    .containsExactlyElementsOf(houses);
        }
        assertThat(TransitHouses.plan(houses.subList(0, 250), RULES, 99).declarations())
                .extracting(d -> d.houses().size())
                .containsExactly(99, 99, 52);
        assertThat(TransitHouses.plan(houses, RULES, 0).declarations())
                .as("4,200 items are three times 1,999 at most")
                .hasSize(3);
        assertThat(TransitHouses.plan(List.of(), RULES, 0).declarations()).isEmpty();
    }

    @Test
    void theLimitIsTheRulesUnlessTheDeclarantsSystemTakesLessAndItsSourcesAreNamed() {
        var plan = TransitHouses.plan(houses(3), RULES, 0);
        assertThat(plan.maxHouses()).isEqualTo(1_999);
        assertThat(plan.basis())
                .extracting(FarBasis::rule, FarBasis::value)
                .containsExactly(
                        tuple("transit-houses", "1999"),
                        tuple("transit-houses-least", "99"),
                        tuple("transit-items", "1999"));
        assertThat(plan.basis().get(0).mark()).contains("sources differ");
    }

    @Test
    void aHouseWithMoreItemsThanADeclarationTakesIsAFindingAndTheOthersGoOn() {
        var plan = TransitHouses.plan(List.of(house(1, 1), house(2, 2_000), house(3, 1)), RULES, 0);
        assertThat(plan.findings()).extracting(Finding::rule).containsExactly("TRANSIT-ITEMS");
        assertThat(plan.find("LX2")).isEmpty();
        assertThat(plan.find("LX3"))
                .hasValueSatisfying(s -> assertThat(s.number()).isEqualTo(2));
    }

    @Test
    void eachHouseTellsWhatTransitAndImportAskOfItsParcel() {
        var bare = house(parcel("LX1", "", 0, List.of(item("9503", ""))));
        assertThat(bare.lacks())
                .filteredOn(f -> f.rule().equals("TRANSIT-DATA-MISSING"))
                .extracting(f -> f.place().column())
                .containsExactly("buyer", "gross_g", "description", "hs");
        assertThat(bare.lacks()).extracting(Finding::rule).contains("EU-HS", "EU-STOP-WORD");
        var good = house(1, 1);
        assertThat(good.isComplete()).isTrue();
        assertThat(good.clearance())
                .hasValueSatisfying(c -> assertThat(c.procedure()).isEqualTo("F48"));
        var declaration =
                TransitHouses.plan(List.of(bare, good), RULES, 0).declarations().get(0);
        assertThat(declaration.incomplete()).isEqualTo(1);
        assertThat(declaration.items()).isEqualTo(2);
        assertThat(declaration.grossGrams()).isEqualTo(500);
        assertThat(declaration.dutyEur()).isEqualByComparingTo("6");
    }

    @Test
    void everyParcelHasItsSeat() {
        var plan = TransitHouses.plan(houses(250), RULES, 99);
        assertThat(plan.find("LX100")).hasValueSatisfying(seat -> {
            assertThat(seat.declaration()).isEqualTo(2);
            assertThat(seat.of()).isEqualTo(3);
            assertThat(seat.number()).isEqualTo(2);
        });
        assertThat(plan.find("LX999")).isEmpty();
    }
}
