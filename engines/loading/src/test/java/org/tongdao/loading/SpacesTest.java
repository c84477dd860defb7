package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Free spaces against a container that is filled cell by cell. */
class SpacesTest {

    private static final int L = 12;
    private static final int W = 9;
    private static final int H = 8;
    private static final PackProblem UNIT = new PackProblem(
            1, L, W, H, List.of(new PackProblem.BoxType(1, List.of(1, 1, 1), List.of(true, true, true), 999)));

    private static final class Cells {

        final boolean[][][] full = new boolean[L][W][H];

        boolean isFree(int x, int y, int z, int x2, int y2, int z2) {
            for (int i = x; i < x2; i++) {
                for (int j = y; j < y2; j++) {
                    for (int k = z; k < z2; k++) {
                        if (full[i][j][k]) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }

        void fill(int x, int y, int z, int x2, int y2, int z2) {
            for (int i = x; i < x2; i++) {
                for (int j = y; j < y2; j++) {
                    for (int k = z; k < z2; k++) {
                        full[i][j][k] = true;
                    }
                }
            }
        }
    }

    private static int[] space(Spaces spaces, int s) {
        return java.util.Arrays.copyOfRange(spaces.at, s * PackState.SIX, s * PackState.SIX + PackState.SIX);
    }

    private static int[] boxIn(int[] space, Random random) {
        int dx = 1 + random.nextInt(space[3] - space[0]);
        int dy = 1 + random.nextInt(space[4] - space[1]);
        int dz = 1 + random.nextInt(space[5] - space[2]);
        return new int[] {space[0], space[1], space[2], space[0] + dx, space[1] + dy, space[2] + dz};
    }

    private static void cut(Spaces spaces, Cells cells, int[] b) {
        spaces.cut(b[0], b[1], b[2], b[3], b[4], b[5], b[3], b[4]);
        cells.fill(b[0], b[1], b[2], b[3], b[4], b[5]);
    }

    @Test
    void anEmptyContainerIsOneSpace() {
        var spaces = new Spaces(UNIT, true);
        assertThat(spaces.count).isEqualTo(1);
        assertThat(space(spaces, 0)).containsExactly(0, 0, 0, L, W, H);
        assertThat(spaces.volume(0)).isEqualTo(L * W * H);
    }

    @Test
    void withoutSupportTheSpacesAreExactlyTheMaximalFreeCuboids() {
        for (int seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var spaces = new Spaces(UNIT, false);
            var cells = new Cells();
            for (int box = 0; box < 6 && spaces.count > 0; box++) {
                cut(spaces, cells, boxIn(space(spaces, random.nextInt(spaces.count)), random));
                everySpaceIsFreeAndMaximal(spaces, cells);
                everyFreeCellIsInASpace(spaces, cells);
            }
        }
    }

    private static void everySpaceIsFreeAndMaximal(Spaces spaces, Cells cells) {
        for (int s = 0; s < spaces.count; s++) {
            int[] a = space(spaces, s);
            assertThat(cells.isFree(a[0], a[1], a[2], a[3], a[4], a[5])).isTrue();
            assertThat(a[0] == 0 || !cells.isFree(a[0] - 1, a[1], a[2], a[3], a[4], a[5]))
                    .isTrue();
            assertThat(a[1] == 0 || !cells.isFree(a[0], a[1] - 1, a[2], a[3], a[4], a[5]))
                    .isTrue();
            assertThat(a[2] == 0 || !cells.isFree(a[0], a[1], a[2] - 1, a[3], a[4], a[5]))
                    .isTrue();
            assertThat(a[3] == L || !cells.isFree(a[0], a[1], a[2], a[3] + 1, a[4], a[5]))
                    .isTrue();
            assertThat(a[4] == W || !cells.isFree(a[0], a[1], a[2], a[3], a[4] + 1, a[5]))
                    .isTrue();
            assertThat(a[5] == H || !cells.isFree(a[0], a[1], a[2], a[3], a[4], a[5] + 1))
                    .isTrue();
        }
    }

    private static void everyFreeCellIsInASpace(Spaces spaces, Cells cells) {
        for (int x = 0; x < L; x++) {
            for (int y = 0; y < W; y++) {
                for (int z = 0; z < H; z++) {
                    boolean covered = false;
                    for (int s = 0; s < spaces.count && !covered; s++) {
                        int[] a = space(spaces, s);
                        covered = a[0] <= x && x < a[3] && a[1] <= y && y < a[4] && a[2] <= z && z < a[5];
                    }
                    assertThat(covered).isEqualTo(!cells.full[x][y][z]);
                }
            }
        }
    }

    @Test
    void withSupportEverySpaceIsFreeAndStandsWhollyOnSomething() {
        for (int seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            var spaces = new Spaces(UNIT, true);
            var cells = new Cells();
            for (int box = 0; box < 12 && spaces.count > 0; box++) {
                cut(spaces, cells, boxIn(space(spaces, random.nextInt(spaces.count)), random));
                for (int s = 0; s < spaces.count; s++) {
                    int[] a = space(spaces, s);
                    assertThat(cells.isFree(a[0], a[1], a[2], a[3], a[4], a[5])).isTrue();
                    assertThat(a[2] == 0 || isBorne(cells, a))
                            .as("seed " + seed)
                            .isTrue();
                }
            }
        }
    }

    private static boolean isBorne(Cells cells, int[] a) {
        for (int x = a[0]; x < a[3]; x++) {
            for (int y = a[1]; y < a[4]; y++) {
                if (!cells.full[x][y][a[2] - 1]) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void twoTopsOfOneHeightBearTogether() {
        var spaces = new Spaces(UNIT, true);
        spaces.cut(0, 0, 0, 4, W, 3, 4, W);
        spaces.cut(4, 0, 0, 9, W, 3, 9, W);
        var tops = new ArrayList<int[]>();
        for (int s = 0; s < spaces.count; s++) {
            if (space(spaces, s)[2] == 3) {
                tops.add(space(spaces, s));
            }
        }
        assertThat(tops).anySatisfy(t -> assertThat(t).containsExactly(0, 0, 3, 9, W, H));
    }

    @Test
    void aTopOfAnotherHeightBearsAlone() {
        var spaces = new Spaces(UNIT, true);
        spaces.cut(0, 0, 0, 4, W, 3, 4, W);
        spaces.cut(4, 0, 0, 9, W, 2, 9, W);
        for (int s = 0; s < spaces.count; s++) {
            int[] a = space(spaces, s);
            assertThat(a[2] == 0 || a[2] == 3 && a[3] <= 4 || a[2] == 2 && a[0] >= 4)
                    .isTrue();
        }
    }

    @Test
    void roomTooSmallForTheSmallestBoxIsNotKept() {
        var coarse = new PackProblem(
                1, L, W, H, List.of(new PackProblem.BoxType(1, List.of(5, 4, 3), List.of(true, true, true), 9)));
        var spaces = new Spaces(coarse, false);
        spaces.cut(0, 0, 0, L - 2, W, H, L - 2, W);
        assertThat(spaces.count).isZero();
    }

    @Test
    void aCopyDoesNotChangeWithItsOriginal() {
        var spaces = new Spaces(UNIT, false);
        spaces.cut(0, 0, 0, 3, 3, 3, 3, 3);
        var copy = spaces.empty();
        copy.copyFrom(spaces);
        int count = copy.count;
        spaces.cut(3, 0, 0, 6, 3, 3, 6, 3);
        assertThat(copy.count).isEqualTo(count);
        copy.drop(0);
        assertThat(copy.count).isEqualTo(count - 1);
    }
}
