package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The longest sum of lengths within a length, against adding up by hand. */
class PackReachTest {

    private static PackProblem problem(Random random, int types) {
        var boxes = new java.util.ArrayList<PackProblem.BoxType>();
        for (int t = 0; t < types; t++) {
            var sizes = List.of(5 + random.nextInt(40), 5 + random.nextInt(40), 5 + random.nextInt(40));
            boxes.add(new PackProblem.BoxType(t, sizes, List.of(random.nextBoolean(), random.nextBoolean(), true), 5));
        }
        return new PackProblem(1, 130, 90, 70, boxes);
    }

    /** Which sums are reachable with lengths that may be used as often as one likes. */
    private static int[] longest(int length, boolean[] parts) {
        var sum = new boolean[length + 1];
        var longest = new int[length + 1];
        sum[0] = true;
        for (int at = 1; at <= length; at++) {
            for (int part = 1; part <= at && !sum[at]; part++) {
                sum[at] = part < parts.length && parts[part] && sum[at - part];
            }
            longest[at] = sum[at] ? at : longest[at - 1];
        }
        return longest;
    }

    private static boolean[] parts(PackProblem problem, int[] left, boolean upright) {
        var parts = new boolean[200];
        for (int t = 0; t < left.length; t++) {
            var type = problem.types().get(t);
            for (int i = 0; i < 3 && left[t] > 0; i++) {
                boolean stands = type.upright().get(i);
                boolean lies = type.upright().get((i + 1) % 3) || type.upright().get((i + 2) % 3);
                parts[type.sizes().get(i)] |= upright ? stands : lies;
            }
        }
        return parts;
    }

    @Test
    void everySumOfLengthsThatAreLeftIsKnown() {
        for (int seed = 1; seed <= 25; seed++) {
            var random = new Random(seed);
            var problem = problem(random, 1 + random.nextInt(5));
            var reach = new PackReach(problem);
            for (int round = 0; round < 4; round++) {
                int[] left = problem.types().stream()
                        .mapToInt(t -> random.nextInt(3))
                        .toArray();
                reach.of(left);
                int unit = problem.unit();
                assertThat(all(130, room -> unit * reach.x(room / unit)))
                        .isEqualTo(longest(130, parts(problem, left, false)));
                assertThat(all(90, room -> unit * reach.y(room / unit)))
                        .isEqualTo(longest(90, parts(problem, left, false)));
                assertThat(all(70, room -> unit * reach.z(room / unit)))
                        .isEqualTo(longest(70, parts(problem, left, true)));
            }
        }
    }

    @Test
    void withNothingLeftNothingIsReached() {
        var problem = problem(new Random(3), 3);
        var reach = new PackReach(problem);
        reach.of(new int[3]);
        assertThat(all(130, reach::x)).containsOnly(0);
    }

    private static int[] all(int length, IntUnaryOperator longest) {
        return IntStream.rangeClosed(0, length).map(longest).toArray();
    }

    @Test
    void inMillimetresTheSameSumsAreReachedAsInCentimetres() {
        for (int seed = 1; seed <= 10; seed++) {
            var random = new Random(seed);
            var fine = problem(random, 1 + random.nextInt(4));
            var types = fine.types().stream()
                    .map(t -> new PackProblem.BoxType(
                            t.id(), t.sizes().stream().map(s -> 10 * s).toList(), t.upright(), t.quantity()))
                    .toList();
            // 7 mm more than a whole number of centimetres
            var coarse = new PackReach(new PackProblem(1, 1307, 907, 707, types));
            var reach = new PackReach(fine);
            int[] left = fine.types().stream().mapToInt(t -> random.nextInt(3)).toArray();
            coarse.of(left);
            reach.of(left);
            for (int room = 0; room <= 70; room++) {
                assertThat(coarse.x(room)).isEqualTo(reach.x(room));
                assertThat(coarse.z(room)).isEqualTo(reach.z(room));
            }
            assertThat(coarse.x(130)).isEqualTo(reach.x(130));
            assertThat(coarse.y(90)).isEqualTo(reach.y(90));
        }
    }
}
