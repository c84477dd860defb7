package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Size;

/** Few parcels into bags, against every way to share them out; many by groups, nothing lost and nothing mixed. */
class BaggingAgainstAllTest {

    private static final BagRules RULES = new BagRules(30_000, 300, 150_000_000L, new Size(600, 400, 750));

    private static List<Item> items(Random random, int n, int most) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < n; i++) {
            var size = new Size(200 + random.nextInt(400), 150 + random.nextInt(250), 100 + random.nextInt(300));
            items.add(new Item("P" + i, size, 500 + random.nextInt(most)));
        }
        return items;
    }

    /** Puts parcel after parcel into each bag begun or into a new one. */
    private static int fewest(List<Item> items, int next, long[] mass, long[] volume, int begun, int best) {
        if (begun >= best || next == items.size()) {
            return Math.min(begun, best);
        }
        int found = best;
        var item = items.get(next);
        for (int bag = 0; bag <= begun && bag < mass.length; bag++) {
            boolean fits = mass[bag] + item.grossG() + RULES.tareG() <= RULES.maxGrossG()
                    && volume[bag] + item.volumeMm3() <= RULES.maxVolumeMm3();
            if (fits) {
                mass[bag] += item.grossG();
                volume[bag] += item.volumeMm3();
                found = fewest(items, next + 1, mass, volume, Math.max(begun, bag + 1), found);
                mass[bag] -= item.grossG();
                volume[bag] -= item.volumeMm3();
            }
        }
        return found;
    }

    @Test
    void ofFewParcelsHardlyMoreBagsAreMadeThanTheFewestPossible() {
        int equal = 0;
        for (int seed = 1; seed <= 150; seed++) {
            var random = new Random(seed);
            var items = items(random, 4 + random.nextInt(5), seed % 2 == 0 ? 20_000 : 4_000);
            int n = items.size();
            int best = fewest(items, 0, new long[n], new long[n], 0, n + 1);
            var filled = Bagging.fill(items, RULES);
            assertThat(filled).hasSizeBetween(best, best + 1);
            equal += filled.size() == best ? 1 : 0;
        }
        assertThat(equal).isGreaterThan(135);
    }

    @Test
    void everyBagHoldsParcelsOfOneGroupAndEveryParcelIsSomewhereOnce() {
        for (int seed = 1; seed <= 10; seed++) {
            var random = new Random(seed);
            var items = items(random, 300, 33_000);
            Map<String, String> group = new HashMap<>();
            items.forEach(i -> group.put(i.id(), "group " + random.nextInt(4)));
            var filled = Bagging.fill(items, group, RULES);
            assertThat(filled.stream().flatMap(b -> b.items().stream()))
                    .containsExactlyInAnyOrderElementsOf(
                            items.stream().map(Item::id).toList());
            for (var bag : filled) {
                assertThat(bag.items().stream().map(group::get).distinct()).hasSize(1);
            }
            assertThat(BagChecker.check(items, group, RULES, filled)).isEmpty();
            assertThat(filled.stream().filter(Bagging.Bag::piece)).isNotEmpty();
        }
    }

    @Test
    void theMassAndVolumeToldAreThoseOfTheParcelsInTheBag() {
        var items = items(new Random(77), 400, 9_000);
        Map<String, Item> known = new TreeMap<>();
        items.forEach(i -> known.put(i.id(), i));
        for (var bag : Bagging.fill(items, RULES)) {
            long mass = 0;
            long volume = 0;
            for (var id : bag.items()) {
                var item = Objects.requireNonNull(known.get(id));
                mass += item.grossG();
                volume += item.volumeMm3();
            }
            assertThat(bag.grossG()).isEqualTo(mass + (bag.piece() ? 0 : RULES.tareG()));
            assertThat(bag.volumeMm3()).isEqualTo(volume);
        }
    }

    @Test
    void aParcelThatFitsTurnedGoesIntoABagAndOneThatFitsInNoPositionIsAPiece() {
        int[][] turned = {{600, 400, 500}, {500, 600, 400}, {400, 500, 600}};
        for (int[] size : turned) {
            var one = new Item("P", new Size(size[0], size[1], size[2]), 1_000);
            assertThat(Bagging.fill(List.of(one), RULES).get(0).piece()).isFalse();
        }
        int[][] never = {{760, 100, 100}, {100, 760, 100}, {610, 610, 100}, {410, 410, 410}};
        for (int[] size : never) {
            var one = new Item("P", new Size(size[0], size[1], size[2]), 1_000);
            assertThat(Bagging.fill(List.of(one), RULES).get(0).piece())
                    .as(Arrays.toString(size))
                    .isTrue();
        }
    }
}
