package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Size;

class BaggingTest {

    private static final BagRules RULES = new BagRules(30_000, 300, 150_000_000L, new Size(600, 400, 750));

    private static final Size CARTON = new Size(300, 200, 100);

    @Test
    void everyParcelIsInOneBagAndNoBagIsOverItsLimits() {
        var result = Bagging.fill(items(5_000), RULES);
        var seen = new HashSet<String>();
        for (var bag : result) {
            assertThat(bag.grossG()).isLessThanOrEqualTo(30_000);
            assertThat(bag.volumeMm3()).isLessThanOrEqualTo(150_000_000L);
            assertThat(bag.items()).allMatch(seen::add);
        }
        assertThat(seen).hasSize(5_000);
    }

    @Test
    void bagsAreWellFilled() {
        var items = items(5_000);
        double byVolume = items.stream().mapToLong(Item::volumeMm3).sum() / 150_000_000.0;
        double byMass = items.stream().mapToLong(Item::grossG).sum() / 29_700.0;
        assertThat((double) Bagging.fill(items, RULES).size()).isLessThan(1.12 * Math.max(byVolume, byMass) + 1);
    }

    @Test
    void whatIsTooHeavyForABagTravelsAsAPieceToTheGram() {
        var items = List.of(
                new Item("freight", CARTON, 45_000),
                new Item("just too heavy", CARTON, 29_701),
                new Item("fills a bag", CARTON, 29_700));
        var result = Bagging.fill(items, RULES);
        assertThat(result)
                .extracting(Bagging.Bag::items, Bagging.Bag::grossG, Bagging.Bag::piece)
                .containsExactlyInAnyOrder(
                        tuple(List.of("fills a bag"), 30_000L, false),
                        tuple(List.of("just too heavy"), 29_701L, true),
                        tuple(List.of("freight"), 45_000L, true));
        assertThat(BagChecker.check(items, Map.of(), RULES, result)).isEmpty();
    }

    @Test
    void whatIsTooLargeForABagTravelsAsAPiece() {
        var bulky = new Item("bulky", new Size(700, 500, 600), 9_000);
        var tube = new Item("tube", new Size(1_500, 80, 80), 700);
        var result = Bagging.fill(List.of(bulky, new Item("good", CARTON, 1_000), tube), RULES);
        assertThat(result)
                .filteredOn(Bagging.Bag::piece)
                .extracting(Bagging.Bag::items, Bagging.Bag::grossG)
                .containsExactlyInAnyOrder(tuple(List.of("bulky"), 9_000L), tuple(List.of("tube"), 700L));
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        var items = items(500);
        var reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        assertThat(Bagging.fill(items, RULES)).isEqualTo(Bagging.fill(reversed, RULES));
    }

    private static List<Item> items(int count) {
        var random = Dice.of(5, "items");
        var items = new ArrayList<Item>();
        for (int i = 0; i < count; i++) {
            items.add(new Item(
                    String.format("P%06d", i),
                    new Size(100 + random.nextInt(300), 80 + random.nextInt(200), 20 + random.nextInt(250)),
                    100 + random.nextInt(5_000)));
        }
        return items;
    }
}
