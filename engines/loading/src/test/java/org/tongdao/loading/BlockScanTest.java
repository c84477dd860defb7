package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order in which blocks are read, which of them are open and which fit. */
class BlockScanTest {

    @Test
    void ranksGoByStopAndFallingScoreAndEveryBlockHasOne() {
        var problem = MadeLoads.family(70, 2);
        var blocks = Blocks.of(problem, stops(problem, 3), true, 900);
        var scan = blocks.scan();
        assertThat(scan.block).hasSize(blocks.size).doesNotHaveDuplicates();
        assertThat(scan.stop).containsExactly(1, 2, 3);
        assertThat(scan.from).hasSize(4).startsWith(0).endsWith(blocks.size);
        for (int rank = 0; rank < scan.block.length; rank++) {
            int block = scan.block[rank];
            int group = scan.group(block);
            assertThat(rank).isBetween(scan.from[group], scan.from[group + 1] - 1);
            assertThat(blocks.loads.stop[block]).isEqualTo(scan.stop[group]);
            assertThat(scan.most[rank] / blocks.worth[block])
                    .isBetween(0.5, 1.0)
                    .matches(share -> share == 1 == (blocks.boxes[block] == 1));
            assertThat(rank == scan.from[group] || scan.most[rank - 1] >= scan.most[rank])
                    .isTrue();
        }
    }

    @Test
    void lengthsAreInWhatAllBoxesAreMultiplesOf() {
        var boxes = List.of(
                new PackProblem.BoxType(1, List.of(200, 300, 400), List.of(true, true, true), 4),
                new PackProblem.BoxType(2, List.of(550, 250, 150), List.of(false, true, true), 9));
        var problem = new PackProblem(1, 1234, 999, 888, boxes);
        var blocks = Blocks.of(problem, new PackCargo(problem), true, 300);
        var scan = blocks.scan();
        assertThat(scan.unit).isEqualTo(50);
        for (int rank = 0; rank < scan.block.length; rank++) {
            int block = scan.block[rank];
            assertThat(new int[] {50 * scan.dx[rank], 50 * scan.dy[rank], 50 * scan.dz[rank]})
                    .containsExactly(blocks.dx[block], blocks.dy[block], blocks.dz[block]);
        }
    }

    @Test
    void afterEveryStepExactlyTheBlocksAreOpenForWhichBoxesAreLeft() {
        var problem = MadeLoads.family(70, 3);
        for (int stops = 1; stops <= 3; stops++) {
            var cargo = stops(problem, stops);
            var blocks = Blocks.of(problem, cargo, true, 1500);
            var worker = new PackWorker(problem, cargo, blocks, true);
            var state = PackState.empty(problem, blocks, cargo, true);
            for (var next = worker.rank(state, 1); !next.isEmpty(); next = worker.rank(state, 1)) {
                worker.put(state, next.get(0).space, next.get(0).block);
                isOpenWhereEnoughIsLeft(blocks, state);
            }
            assertThat(state.placedCount).isGreaterThan(5);
        }
    }

    private static void isOpenWhereEnoughIsLeft(Blocks blocks, PackState state) {
        var scan = blocks.scan();
        var open = BitSet.valueOf(state.open);
        var counts = new int[state.openCount.length];
        for (int rank = 0; rank < scan.block.length; rank++) {
            int block = scan.block[rank];
            boolean enough = true;
            for (int u = 0; u < blocks.useType[block].length; u++) {
                enough &= blocks.useCount[block][u] <= state.left[blocks.useType[block][u]];
            }
            assertThat(open.get(rank)).isEqualTo(enough);
            counts[scan.group(block)] += enough ? 1 : 0;
        }
        assertThat(state.openCount).isEqualTo(counts);
    }

    @Test
    void noRankThatFitsIsMissingFromTheSetOfItsRoom() {
        var random = new Random(7);
        for (int distinct : new int[] {1, 5, 64, 200}) {
            var lengths = random.ints(500, 1, 1 + distinct).map(n -> 3 * n).toArray();
            var fit = new BlockFit(lengths, 700);
            for (int room = 3; room <= 700; room++) {
                int wrong = 0;
                for (int rank = 0; rank < lengths.length; rank++) {
                    boolean in = (fit.within(room)[rank / Long.SIZE] & 1L << rank) != 0;
                    assertThat(in || lengths[rank] > room).isTrue();
                    wrong += in && lengths[rank] > room ? 1 : 0;
                }
                // where lengths are more than sets, one set stands for three or four of them
                assertThat(wrong).isLessThanOrEqualTo(distinct > 64 ? 30 : 0);
            }
        }
    }

    @Test
    void whatIsTooShortForARoomReachesNoFurtherEndOfIt() {
        var lengths = new Random(8).ints(500, 1, 201).map(n -> 3 * n).toArray();
        var fit = new BlockFit(lengths, 700);
        int shorts = 0;
        for (int room = 3; room <= 700; room++) {
            for (int rank = 0; rank < lengths.length; rank++) {
                boolean isShort = (fit.tooShort(room)[rank / Long.SIZE] & 1L << rank) != 0;
                assertThat(isShort && lengths[rank] + lengths[rank] / 50 >= room)
                        .isFalse();
                shorts += isShort ? 1 : 0;
            }
        }
        assertThat(shorts).isGreaterThan(lengths.length * 100);
    }

    @Test
    void aSieveGoesThroughEveryRankThatFits() {
        var problem = MadeLoads.family(40, 6);
        var scan = Blocks.of(problem, stops(problem, 2), true, 6000).scan();
        var sieve = new BlockSieve(scan);
        var random = new Random(9);
        for (int n = 0; n < 300; n++) {
            var room = new PackRoom();
            var corners =
                    new int[] {0, 0, 0, 1 + random.nextInt(587), 1 + random.nextInt(233), 1 + random.nextInt(220)};
            room.turnTo(corners, 0, scan.unit);
            var seen = new BitSet();
            boolean any = sieve.turnTo(room);
            for (int word = sieve.next(0); word * Long.SIZE < scan.block.length; word = sieve.next(word + 1)) {
                seen.or(at(word, sieve.fitting(word)));
            }
            for (int rank = 0; rank < scan.block.length; rank++) {
                boolean fits = scan.dx[rank] <= room.x && scan.dy[rank] <= room.y && scan.dz[rank] <= room.z;
                assertThat(!fits || seen.get(rank) && any).isTrue();
            }
        }
    }

    private static BitSet at(int word, long bits) {
        var set = new BitSet();
        for (long left = bits; left != 0; left &= left - 1) {
            set.set(word * Long.SIZE + Long.numberOfTrailingZeros(left));
        }
        return set;
    }

    @Test
    void noRankBeforeTheFirstIsWorthLittleEnough() {
        var problem = MadeLoads.family(40, 6);
        var scan = Blocks.of(problem, stops(problem, 2), true, 2000).scan();
        var random = new Random(10);
        for (int n = 0; n < 500; n++) {
            double worth = Math.exp(random.nextDouble() * Math.log(problem.volume()));
            for (int group = 0; group < scan.stop.length; group++) {
                int first = scan.firstWithin(group, worth);
                assertThat(first).isBetween(scan.from[group], scan.from[group + 1]);
                for (int rank = scan.from[group]; rank < first; rank++) {
                    assertThat(scan.most[rank]).isGreaterThan(worth);
                }
                // no more is read in vain than what is an eighth larger
                assertThat(first < scan.from[group + 1] && scan.most[first] > worth * 1.13)
                        .isFalse();
            }
        }
    }

    private static PackCargo stops(PackProblem problem, int stops) {
        var cargo = new PackCargo(problem);
        cargo.stops = stops > 1;
        for (int t = 0; t < cargo.stop.length; t++) {
            cargo.stop[t] = 1 + t % stops;
        }
        return cargo;
    }
}
