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
            boxes.add(new PackProblem.BoxType(
                    t, sizes, List.of(random.nextBoolean(), random.nextBoolean(), true), random.nextInt(3)));
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

    private static boolean[] parts(PackProblem problem, boolean upright) {
        var parts = new boolean[200];
        for (var type : problem.types()) {
            for (int i = 0; i < 3 && type.quantity() > 0; i++) {
                boolean stands = type.upright().get(i);
                boolean lies = type.upright().get((i + 1) % 3) || type.upright().get((i + 2) % 3);
                parts[type.sizes().get(i)] |= upright ? stands : lies;
            }
        }
        return parts;
    }

    @Test
    void everySumOfLengthsIsKnown() {
        for (int seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var problem = problem(random, 1 + random.nextInt(5));
            var reach = new PackReach(problem);
            int unit = problem.unit();
            assertThat(all(130, room -> unit * reach.x(room / unit))).isEqualTo(longest(130, parts(problem, false)));
            assertThat(all(90, room -> unit * reach.y(room / unit))).isEqualTo(longest(90, parts(problem, false)));
            assertThat(all(70, room -> unit * reach.z(room / unit))).isEqualTo(longest(70, parts(problem, true)));
        }
    }

    @Test
    void withoutBoxesNothingIsReached() {
        var type = new PackProblem.BoxType(1, List.of(10, 20, 30), List.of(true, true, true), 0);
        var reach = new PackReach(new PackProblem(1, 130, 90, 70, List.of(type)));
        assertThat(all(13, reach::x)).containsOnly(0);
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
            for (int room = 0; room <= 70; room++) {
                assertThat(coarse.x(room)).isEqualTo(reach.x(room));
                assertThat(coarse.z(room)).isEqualTo(reach.z(room));
            }
            assertThat(coarse.x(130)).isEqualTo(reach.x(130));
            assertThat(coarse.y(90)).isEqualTo(reach.y(90));
        }
    }
}
