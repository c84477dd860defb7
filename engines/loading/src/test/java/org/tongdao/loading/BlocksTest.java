package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.PackPlan.Place;

/** Every block, taken apart into its boxes. */
class BlocksTest {

    private static Blocks blocks(PackProblem problem, boolean full) {
        return Blocks.of(problem, new PackCargo(problem), full, 1500);
    }

    private static List<Place> boxes(Blocks blocks, int block) {
        var places = new ArrayList<Place>();
        blocks.unfold(block, 100, 200, 300, places);
        return places;
    }

    @Test
    void everyBlockHoldsTheBoxesItCountsInsideItsLengthsAndApart() {
        for (int types : new int[] {1, 4, 12}) {
            var problem = MadeLoads.family(types, types);
            var blocks = blocks(problem, true);
            assertThat(blocks.size).isGreaterThan(types);
            for (int b = 0; b < blocks.size; b += 7) {
                var boxes = boxes(blocks, b);
                assertThat(boxes).hasSize(blocks.boxes[b]);
                assertThat(boxes.stream().mapToLong(Place::volume).sum()).isEqualTo(blocks.volume[b]);
                for (int i = 0; i < boxes.size(); i++) {
                    var p = boxes.get(i);
                    assertThat(p.x() >= 100 && p.x() + p.dx() <= 100 + blocks.dx[b])
                            .isTrue();
                    assertThat(p.y() >= 200 && p.y() + p.dy() <= 200 + blocks.dy[b])
                            .isTrue();
                    assertThat(p.z() >= 300 && p.z() + p.dz() <= 300 + blocks.dz[b])
                            .isTrue();
                    for (int j = 0; j < i; j++) {
                        assertThat(overlap(p, boxes.get(j))).isFalse();
                    }
                }
            }
        }
    }

    private static boolean overlap(Place a, Place b) {
        return a.x() < b.x() + b.dx()
                && b.x() < a.x() + a.dx()
                && a.y() < b.y() + b.dy()
                && b.y() < a.y() + a.dy()
                && a.z() < b.z() + b.dz()
                && b.z() < a.z() + a.dz();
    }

    @Test
    void aBlockUsesNoMoreOfATypeThanIsOfferedAndCountsItRight() {
        var problem = MadeLoads.family(6, 4);
        var blocks = blocks(problem, false);
        for (int b = 0; b < blocks.size; b++) {
            var counted = new int[blocks.types];
            boxes(blocks, b).forEach(p -> counted[p.type()]++);
            for (int i = 0; i < blocks.useType[b].length; i++) {
                int type = blocks.useType[b][i];
                assertThat(counted[type]).isEqualTo(blocks.useCount[b][i]).isLessThanOrEqualTo(blocks.offered[type]);
                counted[type] = 0;
            }
            assertThat(counted).containsOnly(0);
        }
    }

    @Test
    void noBlockIsLargerThanTheContainerAndNoneLosesMoreThanOnePartInAHundred() {
        var problem = MadeLoads.family(10, 7);
        var blocks = blocks(problem, false);
        for (int b = 0; b < blocks.size; b++) {
            assertThat(blocks.dx[b]).isLessThanOrEqualTo(problem.length());
            assertThat(blocks.dy[b]).isLessThanOrEqualTo(problem.width());
            assertThat(blocks.dz[b]).isLessThanOrEqualTo(problem.height());
            double room = (double) blocks.dx[b] * blocks.dy[b] * blocks.dz[b];
            assertThat(blocks.volume[b] / room).isGreaterThanOrEqualTo(0.98);
        }
    }

    @Test
    void boxesStandOnlyAsTheirFlagsAllow() {
        var flat = new PackProblem.BoxType(1, List.of(7, 5, 3), List.of(false, false, true), 20);
        var blocks = blocks(new PackProblem(1, 40, 40, 40, List.of(flat)), true);
        for (int b = 0; b < blocks.size; b++) {
            assertThat(boxes(blocks, b)).allSatisfy(p -> assertThat(p.dz()).isEqualTo(3));
        }
    }

    @Test
    void withSupportEveryBoxOfABlockStandsOnTheBlocksOwnBoxes() {
        var blocks = blocks(MadeLoads.family(8, 11), true);
        for (int b = 0; b < blocks.size; b += 2) {
            var boxes = boxes(blocks, b);
            for (var p : boxes) {
                if (p.z() > 300) {
                    long borne = boxes.stream()
                            .filter(o -> o.z() + o.dz() == p.z())
                            .mapToLong(o -> common(o.x(), o.dx(), p.x(), p.dx()) * common(o.y(), o.dy(), p.y(), p.dy()))
                            .sum();
                    assertThat(borne).isEqualTo((long) p.dx() * p.dy());
                }
            }
        }
    }

    private static long common(int a, int da, int b, int db) {
        return Math.max(0, Math.min(a + da, b + db) - Math.max(a, b));
    }

    @Test
    void theFlatTopIsReallyFlat() {
        var blocks = blocks(MadeLoads.family(8, 12), true);
        for (int b = 0; b < blocks.size; b += 2) {
            int top = 300 + blocks.dz[b];
            int topX = blocks.topX[b];
            int topY = blocks.topY[b];
            long flat = boxes(blocks, b).stream()
                    .filter(p -> p.z() + p.dz() == top)
                    .mapToLong(p -> common(p.x(), p.dx(), 100, topX) * common(p.y(), p.dy(), 200, topY))
                    .sum();
            assertThat(flat).isEqualTo((long) topX * topY);
        }
    }

    @Test
    void everyTypeHasABlockHoweverManyTypesThereAre() {
        var problem = MadeLoads.family(100, 3);
        var blocks = Blocks.of(problem, new PackCargo(problem), true, 500);
        var seen = new boolean[blocks.types];
        for (int b = 0; b < blocks.size; b++) {
            for (int type : blocks.useType[b]) {
                seen[type] = true;
            }
        }
        assertThat(seen).doesNotContain(false);
    }

    @Test
    void boxesOfTwoStopsOrOfKindsApartAreNeverOneBlock() {
        var problem = MadeLoads.family(6, 9);
        var cargo = new PackCargo(problem);
        cargo.stops = true;
        cargo.kinds = true;
        cargo.kind[4] = 1;
        cargo.kind[5] = 2;
        cargo.apart[1] = 1L << 2;
        cargo.apart[2] = 1L << 1;
        for (int t = 0; t < 6; t++) {
            cargo.stop[t] = 1 + t / 2;
        }
        var blocks = Blocks.of(problem, cargo, true, 1500);
        for (int b = 0; b < blocks.size; b++) {
            var types = java.util.Arrays.stream(blocks.useType[b]).boxed().toList();
            assertThat(types.stream().map(t -> cargo.stop[t]).distinct()).hasSize(1);
            assertThat(types.contains(4) && types.contains(5)).isFalse();
        }
    }

    @Test
    void aColumnIsNoHigherThanItsLowestBoxBears() {
        var cube = new PackProblem.BoxType(1, List.of(10, 10, 10), List.of(true, true, true), 64);
        var problem = new PackProblem(1, 40, 40, 40, List.of(cube));
        var cargo = new PackCargo(problem);
        cargo.weighs = true;
        cargo.bears = true;
        cargo.massG[0] = 1_000;
        cargo.mostOnTopG[0] = 2_000;
        var blocks = Blocks.of(problem, cargo, true, 1500);
        int highest = 0;
        for (int b = 0; b < blocks.size; b++) {
            highest = Math.max(highest, blocks.dz[b]);
        }
        assertThat(highest).isEqualTo(30);
    }
}
