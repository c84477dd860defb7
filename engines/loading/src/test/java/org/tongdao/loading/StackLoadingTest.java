package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Size;

class StackLoadingTest {

    private static final ContainerType HC =
            new ContainerType("40HC", new Size(12_032, 2_352, 2_698), 3_900_000, 25_000_000);
    private static final ContainerType GP =
            new ContainerType("20GP", new Size(5_898, 2_352, 2_393), 2_230_000, 24_000_000);

    @Test
    void everyBoxIsPlacedOnceAndEveryPlanPassesTheChecker() {
        for (int round = 0; round < 40; round++) {
            var boxes = boxes(round, 20 + 25 * round);
            var loaded = StackLoading.load(boxes, List.of(HC, GP));
            assertThat(loaded.plans().stream()
                            .mapToInt(p -> p.placements().size())
                            .sum())
                    .isEqualTo(boxes.size());
            for (var plan : loaded.plans()) {
                assertThat(PlanChecker.check(plan, boxes)).as("round " + round).isEmpty();
            }
        }
    }

    @Test
    void equalBagsFillAContainerToMoreThanSeventyPercent() {
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < 600; i++) {
            boxes.add(new Box("B" + i, new Size(600, 400, 650), 12_000));
        }
        assertThat(StackLoading.load(boxes, List.of(HC, GP)).plans().get(0).fill())
                .isGreaterThan(0.70);
    }

    @Test
    void aSmallLoadTakesTheSmallContainer() {
        assertThat(StackLoading.load(boxes(1, 30), List.of(HC, GP)).plans())
                .singleElement()
                .satisfies(p -> assertThat(p.type()).isEqualTo(GP));
    }

    @Test
    void aBoxLargerThanEveryContainerIsLeftBehindWithItsLimit() {
        var loaded = StackLoading.load(List.of(new Box("big", new Size(600, 400, 2_900), 1)), List.of(HC, GP));
        assertThat(loaded.plans()).isEmpty();
        assertThat(loaded.leftBehind()).extracting(Finding::rule).containsExactly("BOX-SIZE");
    }

    @Test
    void noContainerIsLoadedBeyondItsPayload() {
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < 200; i++) {
            boxes.add(new Box("H" + i, new Size(600, 400, 400), 200_000));
        }
        var loaded = StackLoading.load(boxes, List.of(HC, GP));
        assertThat(loaded.plans())
                .hasSizeGreaterThan(1)
                .allSatisfy(p ->
                        assertThat(p.contentG()).isLessThanOrEqualTo(p.type().payloadG()));
    }

    @Test
    void theCheckerSeesEachKindOfFault() {
        var boxes = boxes(3, 60);
        var plan = StackLoading.load(boxes, List.of(HC)).plans().get(0);
        var first = plan.placements().get(0);
        var upper =
                plan.placements().stream().filter(p -> p.z() > 0).findFirst().orElseThrow();
        assertThat(rules(with(plan, first, moved(first, -9_000, 0, 0)), boxes)).contains("PLAN-OUTSIDE");
        assertThat(rules(with(plan, upper, moved(upper, 0, 0, -1)), boxes)).contains("PLAN-OVERLAP");
        assertThat(rules(with(plan, upper, moved(upper, 0, 0, 1)), boxes)).contains("PLAN-SUPPORT");
        assertThat(rules(
                        with(
                                plan,
                                first,
                                new Placement(
                                        first.id(),
                                        first.x(),
                                        first.y(),
                                        first.z(),
                                        first.dx(),
                                        first.dy(),
                                        first.dz() - 1,
                                        first.grossG())),
                        boxes))
                .contains("PLAN-SIZE");
        assertThat(rules(
                        with(
                                plan,
                                first,
                                new Placement(
                                        upper.id(),
                                        first.x(),
                                        first.y(),
                                        first.z(),
                                        first.dx(),
                                        first.dy(),
                                        first.dz(),
                                        first.grossG())),
                        boxes))
                .contains("PLAN-BOX");
        assertThat(rules(
                        with(
                                plan,
                                first,
                                new Placement(
                                        first.id(),
                                        first.x(),
                                        first.y(),
                                        first.z(),
                                        first.dx(),
                                        first.dy(),
                                        first.dz(),
                                        40_000_000)),
                        boxes))
                .contains("PLAN-PAYLOAD", "PLAN-BOX-MASS");
    }

    private static List<String> rules(LoadPlan plan, List<Box> boxes) {
        return PlanChecker.check(plan, boxes).stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    private static Placement moved(Placement p, int x, int y, int z) {
        return new Placement(p.id(), p.x() + x, p.y() + y, p.z() + z, p.dx(), p.dy(), p.dz(), p.grossG());
    }

    private static LoadPlan with(LoadPlan plan, Placement old, Placement replacement) {
        return new LoadPlan(
                plan.type(),
                plan.placements().stream()
                        .map(p -> Objects.equals(p, old) ? replacement : p)
                        .toList());
    }

    private static List<Box> boxes(long seed, int count) {
        var random = Dice.of(seed, "boxes");
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < count; i++) {
            boxes.add(new Box(
                    "B" + i, new Size(600, 400, 100 + 50 * random.nextInt(12)), 2_000 + random.nextInt(28_000)));
        }
        return boxes;
    }
}
