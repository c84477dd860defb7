package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

class PalletisingTest {

    private static final LoadRules WHOLE = LoadRules.SUPPORT_ONLY;

    private static Cargo carton(String id, int quantity) {
        return Cargo.of(id, List.of(400, 300, 250), quantity, 8_000).with(List.of(false, false, true));
    }

    private static Palletising.Pallets load(List<Cargo> cargo, Pallet pallet) {
        var answer = Palletising.load(cargo, pallet, WHOLE, PackLimits.nodes(true, 20));
        Map<String, Integer> put = new HashMap<>();
        for (var load : answer.pallets()) {
            assertThat(load.check()).isEmpty();
            assertThat(load.heightMm()).isLessThanOrEqualTo(pallet.maxHeightMm());
            assertThat(load.grossG()).isLessThanOrEqualTo(pallet.maxGrossG());
            load.boxes().forEach(b -> put.merge(b.cargo(), 1, Integer::sum));
        }
        cargo.forEach(c -> assertThat(put.getOrDefault(c.id(), 0)).isLessThanOrEqualTo(c.quantity()));
        return answer;
    }

    @Test
    void cartonsOfOneSizeFillTheDeckLayerByLayer() {
        // 8 on a layer of 1,200 × 800, 6 layers of 250 mm on a deck of 144 mm below 1,800 mm
        var euro = load(List.of(carton("A", 96)), Pallet.EUR);
        assertThat(euro.leftOut()).isEmpty();
        assertThat(euro.pallets()).hasSize(2);
        assertThat(euro.pallets().get(0).heightMm()).isEqualTo(144 + 6 * 250);
        // 10 on a layer of 1,200 × 1,000
        assertThat(load(List.of(carton("A", 120)), Pallet.EUR_2).pallets()).hasSize(2);
    }

    @Test
    void mixedCartonsOfAnySizeStandOnAFewPallets() {
        var random = Dice.of(7, "cartons");
        var cargo = new ArrayList<Cargo>();
        double volume = 0;
        for (int i = 0; i < 12; i++) {
            var sizes = List.of(200 + random.nextInt(300), 150 + random.nextInt(250), 100 + random.nextInt(250));
            cargo.add(Cargo.of("C" + i, sizes, 12, 2_000 + random.nextInt(8_000)));
            volume += 12.0 * sizes.get(0) * sizes.get(1) * sizes.get(2);
        }
        var answer = load(cargo, Pallet.EUR);
        assertThat(answer.leftOut()).isEmpty();
        assertThat(answer.pallets()).hasSizeLessThanOrEqualTo((int) Math.ceil(volume / 1_200 / 800 / 1_656 / 0.7));
    }

    @Test
    void aPalletHoldsOneStopGroupAndKind() {
        var cargo = List.of(
                carton("A", 3).with(new Cargo.Sorting(1, "g", "", false)),
                carton("B", 3).with(new Cargo.Sorting(2, "g", "", false)),
                carton("C", 3).with(new Cargo.Sorting(1, "h", "", false)),
                carton("D", 3).with(new Cargo.Sorting(1, "g", "acid", false)));
        var answer = load(cargo, Pallet.EUR);
        assertThat(answer.pallets()).hasSize(4);
        assertThat(answer.pallets().stream().map(PalletLoad::sorting)).doesNotHaveDuplicates();
        assertThat(answer.pallets().get(1).cargo().sorting().stop()).isEqualTo(2);
    }

    @Test
    void layersAreTurnedSoThatTheyTieEachOther() {
        // 5 on a layer: 2 across, 3 along; turned, each layer bridges the joints of the one below
        var brick = Cargo.of("brick", List.of(600, 400, 300), 20, 9_000).with(List.of(false, false, true));
        var pallet = new Pallet(1_200, 1_000, 162, 35_000, 1_400, 1_285_000, 0, 0);
        var answer = load(List.of(brick), pallet);
        assertThat(answer.pallets()).hasSize(1);
        assertThat(answer.pallets().get(0).interlock()).isGreaterThan(0.3);
    }

    @Test
    void boxesReachOverTheEdgeOnlyAsFarAsIsAllowed() {
        var wide = Cargo.of("wide", List.of(1_240, 840, 400), 3, 9_000).with(List.of(false, false, true));
        assertThat(load(List.of(wide), Pallet.EUR).leftOut())
                .extracting(Finding::rule)
                .containsExactly("LEFT-SIZE");
        var over = new Pallet(1_200, 800, 144, 25_000, 1_800, 1_525_000, 20, 0);
        assertThat(load(List.of(wide), over).pallets()).hasSize(1);
    }

    @Test
    void heavyCartonsStopAtTheGrossLimit() {
        var lead = Cargo.of("lead", List.of(300, 200, 100), 60, 100_000);
        var answer = load(List.of(lead), Pallet.EUR);
        assertThat(answer.leftOut()).isEmpty();
        assertThat(answer.pallets()).hasSize(4);
    }

    @Test
    void aPalletIsABoxThatStandsUprightAndBearsWhatItsKindBears() {
        var load = load(List.of(carton("A", 8)), Pallet.EUR).pallets().get(0);
        assertThat(load.cargo().sizesMm()).containsExactly(1_200, 800, 144 + 250);
        assertThat(load.cargo().upright()).containsExactly(false, false, true);
        assertThat(load.cargo().grossG()).isEqualTo(25_000 + 8 * 8_000);
        assertThat(load.cargo().strength().mostLayers()).isZero();
        var strong = new Pallet(1_200, 800, 144, 25_000, 1_800, 1_525_000, 0, 500_000);
        assertThat(load(List.of(carton("A", 8)), strong)
                        .pallets()
                        .get(0)
                        .cargo()
                        .strength())
                .isEqualTo(new Cargo.Strength(500_000, 1));
    }

    @Test
    void palletsGoIntoTheContainerOnItsFloorAndAreChecked() {
        var pallets = load(List.of(carton("A", 48 * 11)), Pallet.EUR).pallets();
        assertThat(pallets).hasSize(11);
        var type = new ContainerType("20GP", new Size(5_898, 2_352, 2_393), 2_300_000, 30_480_000);
        var problem = LoadProblem.of(
                "x", type, pallets.stream().map(PalletLoad::cargo).toList(), LoadRules.CTU);
        var answer = Loading.all(problem, PackLimits.nodes(true, 400));
        assertThat(LoadChecker.check(problem, answer.containers())).isEmpty();
        assertThat(answer.containers()).hasSize(1);
        assertThat(answer.containers().get(0).boxes()).hasSize(11).allMatch(b -> b.z() == 0);
    }

    @Test
    void aPalletThatWasLoadedWronglyIsSeen() {
        var load = load(List.of(carton("A", 8)), Pallet.EUR).pallets().get(0);
        var boxes = new ArrayList<>(load.boxes());
        boxes.set(0, new Stowed("A", 900, 0, 0, 400, 300, 250));
        assertThat(load.with(boxes).check()).extracting(Finding::rule).contains("LOAD-OUTSIDE");
    }

    @Test
    void interlockCountsBoxesOnTwoOrMore() {
        var problem = LoadProblem.of("x", Pallet.EUR.room(), List.of(carton("A", 9)), WHOLE);
        var load = new PalletLoad(
                "p",
                Pallet.EUR,
                Cargo.Sorting.NONE,
                problem,
                List.of(new Stowed("A", 0, 0, 0, 400, 300, 250), new Stowed("A", 400, 0, 0, 400, 300, 250)));
        assertThat(load.interlock()).isEqualTo(1);
        var boxes = new ArrayList<>(load.boxes());
        boxes.add(new Stowed("A", 200, 0, 250, 400, 300, 250));
        boxes.add(new Stowed("A", 0, 300, 0, 400, 300, 250));
        boxes.add(new Stowed("A", 0, 300, 250, 400, 300, 250));
        assertThat(load.with(boxes).interlock()).isEqualTo(0.5);
    }

    @Test
    void equalBudgetsGiveEqualPallets() {
        var cargo = List.of(carton("A", 30), Cargo.of("B", List.of(350, 250, 200), 40, 4_000));
        assertThat(load(cargo, Pallet.EUR)).isEqualTo(load(cargo, Pallet.EUR));
        assertThat(new HashSet<>(load(cargo, Pallet.EUR).pallets())).isNotEmpty();
    }
}
