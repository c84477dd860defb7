package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order in which blocks are read, and three comparisons in one. */
class BlockScanTest {

    @Test
    void threeLengthsFitExactlyWhenEachDoes() {
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            int most = 1 + random.nextInt(round % 2 == 0 ? 4 : 1_000_000);
            int[] box = random.ints(3, 0, most).toArray();
            int[] room = random.ints(3, 0, most).toArray();
            boolean fits = box[0] <= room[0] && box[1] <= room[1] && box[2] <= room[2];
            assertThat(BlockScan.mayFit(pack(box), pack(room))).isEqualTo(fits);
        }
    }

    @Test
    void lengthsBeyondItsReachAreNeverRefusedWrongly() {
        int huge = 2_000_000_000;
        assertThat(BlockScan.mayFit(pack(huge, 1, 1), pack(huge, 1, 1))).isTrue();
        assertThat(BlockScan.mayFit(pack(3, huge, 7), pack(3, huge + 1, 7))).isTrue();
        assertThat(BlockScan.mayFit(pack(huge, 1, 1), pack(999, 1, 1))).isFalse();
        assertThat(BlockScan.mayFit(pack(1, 2, 1), pack(huge, 1, huge))).isFalse();
    }

    @Test
    void ranksGoByFallingVolumeAndEveryBlockHasOne() {
        var problem = MadeLoads.family(70, 2);
        var blocks = Blocks.of(problem, new PackCargo(problem), true, 900);
        var scan = blocks.scan();
        assertThat(scan.block).hasSize(blocks.size).doesNotHaveDuplicates();
        for (int rank = 0; rank < scan.block.length; rank++) {
            int block = scan.block[rank];
            assertThat(scan.volume[rank]).isEqualTo(blocks.volume[block]);
            assertThat(scan.lengths[rank]).isEqualTo(pack(blocks.dx[block], blocks.dy[block], blocks.dz[block]));
            assertThat(rank == 0 || scan.volume[rank - 1] >= scan.volume[rank]).isTrue();
            for (int type : blocks.useType[block]) {
                assertThat(scan.types[rank] & 1L << type % 64).isNotZero();
            }
        }
    }

    @Test
    void afterEveryStepExactlyTheBlocksAreOpenForWhichBoxesAreLeft() {
        // 70 types: two of them share a bit with another
        var problem = MadeLoads.family(70, 3);
        var cargo = new PackCargo(problem);
        var blocks = Blocks.of(problem, cargo, true, 1500);
        var worker = new PackWorker(problem, cargo, blocks, true);
        var state = PackState.empty(problem, blocks, cargo, true);
        for (var next = worker.rank(state, 1); !next.isEmpty(); next = worker.rank(state, 1)) {
            worker.put(state, next.get(0).space, next.get(0).block);
            int open = 0;
            for (int block : blocks.scan().block) {
                boolean enough = true;
                for (int u = 0; u < blocks.useType[block].length; u++) {
                    enough &= blocks.useCount[block][u] <= state.left[blocks.useType[block][u]];
                }
                open += enough ? 1 : 0;
            }
            assertThat(state.openCount).isEqualTo(open);
        }
        assertThat(state.placedCount).isGreaterThan(5);
    }

    private static long pack(int... lengths) {
        return BlockScan.pack(lengths[0], lengths[1], lengths[2]);
    }
}
