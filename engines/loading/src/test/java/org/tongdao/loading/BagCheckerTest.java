package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.Bagging.Bag;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

class BagCheckerTest {

    private static final BagRules RULES = new BagRules(30_000, 300, 150_000_000L, new Size(600, 400, 750));

    private static final List<String> GROUPS = List.of("KZ|9610|ALA", "KZ|9610|NQZ", "DE|9610|FRA", "DE|9710|FRA");

    private static Item parcel(String id, long grossG) {
        return new Item(id, new Size(300, 200, 150), grossG);
    }

    private static List<Item> parcels(int count) {
        var random = Dice.of(11, "parcels");
        var items = new ArrayList<Item>();
        for (int i = 0; i < count; i++) {
            var size = new Size(100 + random.nextInt(300), 80 + random.nextInt(200), 20 + random.nextInt(250));
            items.add(new Item(String.format("P%05d", i), size, 100 + random.nextInt(5_000)));
        }
        return items;
    }

    private static Map<String, String> keys(List<Item> items) {
        var keys = new HashMap<String, String>();
        for (int i = 0; i < items.size(); i++) {
            keys.put(items.get(i).id(), GROUPS.get(i % GROUPS.size()));
        }
        return keys;
    }

    @Test
    void noBagHoldsTwoGroupsAndNoParcelIsLost() {
        var items = parcels(2_000);
        var keys = keys(items);
        var bags = Bagging.fill(items, keys, RULES);
        assertThat(BagChecker.check(items, keys, RULES, bags)).isEmpty();
        assertThat(bags.stream()
                        .map(b -> keys.getOrDefault(b.items().get(0), ""))
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(GROUPS);
    }

    @Test
    void groupsCostOnlyTheLastBagOfEach() {
        var items = parcels(2_000);
        int together = Bagging.fill(items, RULES).size();
        int apart = Bagging.fill(items, keys(items), RULES).size();
        assertThat(apart).isLessThanOrEqualTo(together + 2 * GROUPS.size());
    }

    @Test
    void parcelsWithoutAGroupAreAGroupOfTheirOwn() {
        var items = List.of(parcel("a", 1_000), parcel("b", 1_000), parcel("c", 1_000));
        var bags = Bagging.fill(items, Map.of("b", "KZ"), RULES);
        assertThat(bags).extracting(Bag::items).containsExactlyInAnyOrder(List.of("a", "c"), List.of("b"));
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        var items = parcels(300);
        var reversed = new ArrayList<>(items);
        java.util.Collections.reverse(reversed);
        assertThat(Bagging.fill(reversed, keys(items), RULES)).isEqualTo(Bagging.fill(items, keys(items), RULES));
    }

    private static List<String> rules(List<Item> items, Map<String, String> keys, Bag... bags) {
        return BagChecker.check(items, keys, RULES, List.of(bags)).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void eachFaultIsSeenAndNothingElse() {
        var items = List.of(parcel("a", 20_000), parcel("b", 9_000));
        var good = new Bag(List.of("a", "b"), 29_300, 18_000_000, false);
        assertThat(rules(items, Map.of(), good)).isEmpty();
        assertThat(rules(items, Map.of("a", "KZ", "b", "DE"), good)).containsExactly("BAG-KEY");
        assertThat(rules(items, Map.of(), new Bag(List.of("a"), 20_300, 9_000_000, false)))
                .containsExactly("BAG-MISSING");
        assertThat(rules(items, Map.of(), good, new Bag(List.of("b"), 9_300, 9_000_000, false)))
                .containsExactly("BAG-ITEM");
        assertThat(rules(items, Map.of(), new Bag(List.of("a", "b", "ghost"), 29_300, 18_000_000, false)))
                .containsExactly("BAG-ITEM");
    }

    @Test
    void theCheckerAddsUpAnewAndDoesNotBelieveTheBag() {
        var heavy = List.of(parcel("a", 20_000), parcel("b", 9_900));
        assertThat(rules(heavy, Map.of(), new Bag(List.of("a", "b"), 10, 10, false)))
                .containsExactly("BAG-TOLD", "BAG-WEIGHT");
        var bulky = new ArrayList<Item>();
        for (int i = 0; i < 17; i++) {
            bulky.add(parcel("p" + i, 100));
        }
        var all = new Bag(bulky.stream().map(Item::id).toList(), 10, 10, false);
        assertThat(rules(bulky, Map.of(), all)).containsExactly("BAG-TOLD", "BAG-VOLUME");
        var piece = new Bag(List.of("big"), 9_000, 378_000_000, true);
        assertThat(rules(List.of(new Item("big", new Size(900, 700, 600), 9_000)), Map.of(), piece))
                .isEmpty();
    }

    @Test
    void aPieceIsOneParcelOfAnyMassAndABagNeverTooHeavy() {
        var items = List.of(parcel("heavy", 31_000), parcel("a", 1_000));
        var heavy = new Bag(List.of("heavy"), 31_000, 9_000_000, true);
        var light = new Bag(List.of("a"), 1_300, 9_000_000, false);
        assertThat(rules(items, Map.of(), heavy, light)).isEmpty();
        assertThat(rules(items, Map.of(), new Bag(List.of("heavy"), 31_300, 9_000_000, false), light))
                .containsExactly("BAG-WEIGHT");
        assertThat(rules(items, Map.of(), new Bag(List.of("heavy", "a"), 32_000, 18_000_000, true)))
                .containsExactly("BAG-PIECE");
        assertThat(rules(items, Map.of(), heavy, light, new Bag(List.of(), 0, 0, true)))
                .containsExactly("BAG-PIECE");
    }

    @Test
    void aBagIsNotEmptyAndTellsWhatItWeighsAndHolds() {
        var items = List.of(parcel("a", 1_000));
        var good = new Bag(List.of("a"), 1_300, 9_000_000, false);
        assertThat(rules(items, Map.of(), good, new Bag(List.of(), 300, 0, false)))
                .containsExactly("BAG-EMPTY");
        for (var told : List.of(
                new Bag(List.of("a"), 1_000, 9_000_000, false), new Bag(List.of("a"), 1_300, 9_000_001, false))) {
            assertThat(rules(items, Map.of(), told)).containsExactly("BAG-TOLD");
        }
        assertThat(rules(items, Map.of(), new Bag(List.of("a"), 1_300, 9_000_000, true)))
                .containsExactly("BAG-TOLD");
    }
}
