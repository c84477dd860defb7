package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Stowed;

/** Cartons of which it is known how many stand on one layer of a deck, and the rules of a pallet box by box. */
class PalletLayersTest {

    private static List<PalletLoad> pallets(List<Cargo> cargo, Pallet pallet, LoadRules rules) {
        var answer = Palletising.load(cargo, pallet, rules, PackLimits.nodes(true, 12));
        assertThat(answer.pallets()).allSatisfy(p -> assertThat(p.check()).isEmpty());
        return answer.pallets();
    }

    private static void layerHolds(Pallet pallet, int length, int width, int most) {
        int high = 200;
        int layers = (pallet.maxHeightMm() - pallet.deckMm()) / high;
        var carton = Cargo.of("C", List.of(length, width, high), most * layers + most, 1_000)
                .with(List.of(false, false, true));
        var first = pallets(List.of(carton), pallet, LoadRules.SUPPORT_ONLY).get(0);
        assertThat(first.boxes()).as(length + " × " + width).hasSize(most * layers);
    }

    @Test
    void modulesOfTheDeckFillEveryLayer() {
        // the deck in whole numbers of 600 × 400 mm and its parts: ISO 3394
        layerHolds(Pallet.EUR, 600, 400, 4);
        layerHolds(Pallet.EUR, 400, 300, 8);
        layerHolds(Pallet.EUR, 300, 200, 16);
        layerHolds(Pallet.EUR, 800, 600, 2);
        layerHolds(Pallet.EUR_2, 400, 300, 10);
        layerHolds(Pallet.EUR_2, 500, 400, 6);
    }

    @Test
    void cartonsThatOnlyFillADeckWhenTurnedAgainstEachOtherDoSo() {
        // two along and three across: 2 × 600 by 400, 3 × 400 by 600
        layerHolds(Pallet.EUR_2, 600, 400, 5);
    }

    @Test
    void mixedPalletsHoldEveryCartonOnceAndAreSoundBoxByBox() {
        for (long seed = 1; seed <= 4; seed++) {
            var cargo = MadeLoads.difficult(new Random(seed), 6, 6, 2);
            var put = new HashMap<String, Integer>();
            for (var pallet : pallets(cargo, Pallet.EUR_2, LoadRules.SUPPORT_ONLY)) {
                pallet.boxes().forEach(b -> put.merge(b.cargo(), 1, Integer::sum));
                everyBoxStandsApartFromTheOthersAndOnSomething(pallet.boxes());
            }
            cargo.forEach(
                    c -> assertThat(put.getOrDefault(c.id(), 0)).as(c.id()).isLessThanOrEqualTo(c.quantity()));
            assertThat(put).isNotEmpty();
        }
    }

    @Test
    void theLimitsOfHeightAndMassAreKeptWhateverIsAsked() {
        for (long seed = 1; seed <= 4; seed++) {
            var cargo = MadeLoads.cartons(new Random(seed), 5, 8);
            for (var pallet : List.of(Pallet.EUR, Pallet.EUR_2)) {
                for (var load : pallets(cargo, pallet, LoadRules.SUPPORT_ONLY)) {
                    int top = load.boxes().stream()
                            .mapToInt(b -> b.z() + b.dz())
                            .max()
                            .orElse(0);
                    assertThat(load.heightMm()).isLessThanOrEqualTo(pallet.maxHeightMm());
                    assertThat(load.heightMm()).isEqualTo(top + pallet.deckMm());
                    assertThat(load.grossG()).isLessThanOrEqualTo(pallet.maxGrossG());
                    assertThat(load.grossG()).isGreaterThanOrEqualTo(mass(load.boxes(), cargo));
                }
            }
        }
    }

    private static long mass(List<Stowed> boxes, List<Cargo> cargo) {
        Map<String, Long> grossG = new HashMap<>();
        cargo.forEach(c -> grossG.put(c.id(), c.grossG()));
        return boxes.stream().mapToLong(b -> grossG.getOrDefault(b.cargo(), 0L)).sum();
    }

    private static void everyBoxStandsApartFromTheOthersAndOnSomething(List<Stowed> boxes) {
        for (var a : boxes) {
            long borne = 0;
            for (var b : boxes) {
                long x = Math.min(a.x() + a.dx(), b.x() + b.dx()) - Math.max(a.x(), b.x());
                long y = Math.min(a.y() + a.dy(), b.y() + b.dy()) - Math.max(a.y(), b.y());
                long z = Math.min(a.z() + a.dz(), b.z() + b.dz()) - Math.max(a.z(), b.z());
                assertThat(a == b || x <= 0 || y <= 0 || z <= 0)
                        .as(a + " and " + b)
                        .isTrue();
                borne += x > 0 && y > 0 && b.z() + b.dz() == a.z() ? x * y : 0;
            }
            assertThat(a.z() == 0 || borne == (long) a.dx() * a.dy())
                    .as("support of " + a)
                    .isTrue();
        }
    }
}
