package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;

class BaggingTest {

    private static final BagRules RULES = new BagRules(30_000, 300, 150_000_000L);

    @Test
    void everyParcelIsInOneBagAndNoBagIsOverItsLimits() {
        var result = Bagging.fill(items(5_000), RULES);
        var seen = new HashSet<String>();
        for (var bag : result.bags()) {
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
        assertThat((double) Bagging.fill(items, RULES).bags().size()).isLessThan(1.12 * Math.max(byVolume, byMass) + 1);
    }

    @Test
    void whatFitsNoBagIsNamedWithItsLimit() {
        var result = Bagging.fill(
                List.of(
                        new Item("heavy", 29_800, 1),
                        new Item("bulky", 1, 200_000_000L),
                        new Item("good", 1_000, 1_000)),
                RULES);
        assertThat(result.bags()).hasSize(1);
        assertThat(result.leftBehind()).extracting(Finding::rule).containsExactlyInAnyOrder("BAG-WEIGHT", "BAG-VOLUME");
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
                    String.format("P%06d", i), 100 + random.nextInt(5_000), 500_000L + random.nextInt(30_000_000)));
        }
        return items;
    }
}
